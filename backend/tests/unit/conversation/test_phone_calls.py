"""Each webhook of a call is one step, decided once; a call ends once, in a defined state."""

from dataclasses import replace
from datetime import timedelta

import pytest

from linda.adapters.simulated_phone.twiml_verbs import Dial, Gather, Hangup
from linda.bootstrap import Linda
from linda.conversation.thread import read_thread
from linda.domain.errors import StoreUnavailable
from linda.domain.ids import lead_id
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode
from linda.records import epoch_ms
from linda.records.calls import LONGEST_MS, LOST
from linda.records.tables import INBOX
from linda.testing.memory_store import MemoryStore
from tests.caller import Caller, words
from tests.shop_desk import CUSTOMER, OWNER, clock_of, open_shop, phone_of

GYM = OwnerState(mode=Mode.GYM)


def set_state(linda: Linda, state: OwnerState) -> None:
    current = linda.records.states.current(fresh=True)
    linda.records.states.change(replace(state, version=current.version), by="test")


def texts_to(linda: Linda, number: str = CUSTOMER) -> list[str]:
    return [each.body for each in phone_of(linda).threads.of(number) if each.author == "shop"]


def notes(linda: Linda) -> list[str]:
    lines = read_thread(linda.records, lead_id(CUSTOMER), epoch_ms(linda.clock))
    return [each.text for each in lines if each.text.startswith("Called")]


def answered(caller: Caller, path: str, said: dict[str, str]) -> bytes:
    caller.asks(path, **said)
    return caller.last


STEPS: list[list[tuple[str, dict[str, str]]]] = [
    [("", {})],
    [("", {}), ("/turn?step=1&empty=0", {})],
    [("", {}), ("/turn?step=1&empty=0", {"Digits": "0"})],
    [("", {}), ("/turn?step=1&empty=0", {"SpeechResult": "book an iphone 13 screen tomorrow at ten"})],
    [("/turn?step=4&empty=2", {})],
    [("/dialed?step=1", {"DialCallStatus": "busy"})],
    [("/wait?step=1&waits=2", {})],
]


@pytest.mark.parametrize("steps", STEPS)
def test_a_step_that_comes_again_is_answered_with_the_same_bytes(steps: list[tuple[str, dict[str, str]]]) -> None:
    with open_shop(store=MemoryStore()) as linda:
        caller = Caller(linda)
        first = [answered(caller, path, said) for path, said in steps]
        set_state(linda, GYM)
        clock_of(linda).advance(timedelta(minutes=2))
        again = [answered(caller, path, said) for path, said in reversed(steps)]
        assert again == first[::-1]


def test_steps_out_of_order_are_each_answered_and_what_was_said_later_stays_later() -> None:
    with open_shop(store=MemoryStore()) as linda:
        caller = Caller(linda)
        late = words(caller.asks("/turn?step=2&empty=0", SpeechResult="how much is an iphone 12 battery"))
        assert "forty-nine" in late
        assert isinstance(caller.asks("", CallStatus="ringing")[-1], Dial)
        assert caller.tells() == 204
        call = linda.records.calls.get(caller.call_sid)
        assert call is not None
        assert (call.status, call.outcome, call.last_heard) == ("ended", "completed", 0)


def test_an_end_that_comes_twice_or_is_followed_by_another_is_told_once() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, GYM)
        caller = Caller(linda)
        caller.asks("")
        for status in ("completed", "completed", "busy", "failed"):
            assert caller.tells(status, CallDuration="7") == 204
        call = linda.records.calls.get(caller.call_sid)
        assert call is not None
        assert (call.outcome, call.seconds) == ("completed", 7)
        assert notes(linda) == ["Called, and reached nobody."]
        assert len(texts_to(linda)) == 1


def test_the_end_of_a_call_that_never_began_here_is_no_news() -> None:
    with open_shop(store=MemoryStore()) as linda:
        assert Caller(linda).tells() == 204
        assert linda.records.leads.get(CUSTOMER) is None


def test_a_caller_is_texted_back_once_a_day_in_the_shops_zone() -> None:
    with open_shop("2026-02-10T21:00", store=MemoryStore()) as linda:
        for number, hours in enumerate((0, 2, 2), 1):
            clock_of(linda).advance(timedelta(hours=hours))
            caller = Caller(linda, call_sid="CA" + str(number) * 32)
            caller.asks("")
            caller.tells()
        assert len(texts_to(linda)) == 2, "11 PM is the same day, 1 AM is another one"
        assert notes(linda) == ["Called, and reached nobody."] * 3


def test_a_text_back_that_the_carrier_refuses_for_now_is_sent_later() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, GYM)
        phone_of(linda).faults.refuse_sends = True
        caller = Caller(linda)
        caller.asks("")
        assert caller.tells() == 204
        phone_of(linda).faults.refuse_sends = False
        clock_of(linda).advance(timedelta(minutes=1))
        linda.sweeper.sweep()
        assert len(texts_to(linda)) == 1


def test_a_call_whose_end_is_never_reported_ends_as_lost() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, GYM)
        caller = Caller(linda)
        caller.asks("")
        caller.asks("/turn?step=1&empty=0", SpeechResult="how much is an iphone 12 battery")
        clock_of(linda).advance(timedelta(milliseconds=LONGEST_MS - 1))
        linda.sweeper.sweep()
        assert notes(linda) == []
        clock_of(linda).advance(timedelta(milliseconds=1))
        assert linda.sweeper.sweep().lost_calls == 1
        call = linda.records.calls.get(caller.call_sid)
        assert call is not None
        assert call.outcome == LOST
        assert notes(linda) == ["Called and talked to LINDA."]
        assert linda.records.inbox.waiting() == 0


@pytest.mark.parametrize("withheld", ["+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253", "", "sip:x"])
def test_a_number_of_nobody_is_nobodys(withheld: str) -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, GYM)
        caller = Caller(linda, caller=withheld)
        caller.asks("")
        caller.asks("/turn?step=1&empty=0", SpeechResult="how much is an iphone 12 battery")
        assert caller.tells() == 204
        assert linda.records.leads.get(withheld) is None
        assert phone_of(linda).threads.all() == []


def test_the_shops_own_number_is_not_talked_to() -> None:
    with open_shop(store=MemoryStore()) as linda:
        assert Caller(linda, caller=linda.shop.phone).asks("") == (Hangup(),)


def test_who_shows_the_owners_number_is_not_rung_and_steers_nothing_as_a_number_is_easily_shown() -> None:
    with open_shop(store=MemoryStore()) as linda:
        caller = Caller(linda, caller=OWNER)
        assert isinstance(caller.asks("")[0], Gather)
        for number, said in enumerate(("gym till three thirty", "who's next", "OK 4417"), 1):
            heard = words(caller.asks(f"/turn?step={number}&empty=0", SpeechResult=said))
            assert heard.startswith("I take your word by text or on your desk.")
        assert linda.records.states.current(fresh=True).mode is Mode.WORK
        caller.tells()
        assert phone_of(linda).threads.of(OWNER) == []


def test_a_talk_that_only_the_end_of_the_ringing_tells_of_is_a_talk() -> None:
    with open_shop(store=MemoryStore()) as linda:
        caller = Caller(linda)
        assert isinstance(caller.asks("")[0], Dial)
        over = caller.asks("/dialed?step=1", DialCallStatus="completed", DialBridged="true", DialCallDuration="95")
        assert over == (Hangup(),)
        caller.tells(CallDuration="101")
        assert notes(linda) == ["Called and talked to you for 1 min 41 s."]


def test_zero_rings_the_owner_at_work_once_and_then_is_a_message() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, OwnerState(mode=Mode.GYM))
        caller = Caller(linda)
        caller.asks("")
        set_state(linda, OwnerState(mode=Mode.WORK))
        verbs = caller.asks("/turn?step=1&empty=0", Digits="0")
        assert words(verbs) == "Okay, I'll try Brandon."
        assert isinstance(verbs[-1], Dial)
        message = caller.asks("/dialed?step=2", DialCallStatus="no-answer")
        assert "Brandon know" in words(message)
        assert isinstance(message[0], Gather)
        assert not any(isinstance(each, Dial) for each in caller.asks("/turn?step=3&empty=0", Digits="0"))


def test_a_call_that_goes_on_and_on_is_ended_politely() -> None:
    with open_shop(store=MemoryStore()) as linda:
        verbs = Caller(linda).asks("/turn?step=41&empty=0", SpeechResult="and another thing")
        assert words(verbs).endswith("just text this number. Goodbye.")
        assert verbs[-1] == Hangup()


def test_hints_are_the_price_books_own_words_and_few_enough_for_twilio() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, GYM)
        gather = Caller(linda).asks("")[0]
        assert isinstance(gather, Gather)
        assert {"iPhone screen", "battery", "Galaxy S22", "Brandon"} <= set(gather.hints)
        assert len(gather.hints) <= 100


def test_the_voice_is_the_owners_of_today_else_the_shops() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, replace(GYM, voice="Polly.Matthew-Neural"))
        caller = Caller(linda)
        caller.asks("")
        assert b'voice="Polly.Matthew-Neural"' in caller.last
        set_state(linda, GYM)
        another = Caller(linda, call_sid="CA" + "8" * 32)
        another.asks("")
        assert f'voice="{linda.shop.assistant.voice}"'.encode() in another.last


def test_a_webhook_without_a_call_or_with_two_answers_hangs_up() -> None:
    with open_shop(store=MemoryStore()) as linda:
        assert Caller(linda, call_sid="").asks("") == (Hangup(),)


def test_an_address_that_is_no_step_of_a_call_is_not_found() -> None:
    with open_shop(store=MemoryStore()) as linda:
        phone = phone_of(linda)
        webhook = phone.line.signed(phone.line.url("/twilio/voice/elsewhere"), {"CallSid": "CA1", "From": CUSTOMER})
        assert phone.post(webhook.path, webhook.headers, webhook.body)[0] == 404


def test_where_transcripts_are_off_no_row_keeps_a_word_and_a_late_repeat_hangs_up() -> None:
    store = MemoryStore()
    with open_shop(store=store) as linda:
        set_state(linda, replace(GYM, keeps_transcripts=False))
        caller = Caller(linda)
        caller.asks("")
        said = "my dog Rex broke it, how much for an iphone 13 screen"
        assert "seventy-nine" in words(caller.asks("/turn?step=1&empty=0", SpeechResult=said))
        assert "Rex" in str(linda.records.leads.get(CUSTOMER)), "while the call lasts, a turn needs the words before it"
        caller.tells()
        kept = [store.get(INBOX, {"key": key}) for key in (f"call#{caller.call_sid}#1", f"msg#{caller.call_sid}#1")]
        everything = str([*kept, linda.records.leads.get(CUSTOMER), linda.records.leads.events(lead_id(CUSTOMER))])
        assert "Rex" not in everything
        assert "starts at" not in everything
        assert "iPhone 13" in everything, "what he is known by stays"
        assert caller.asks("/turn?step=1&empty=0", SpeechResult=said) == (Hangup(),)


def test_words_said_while_transcripts_were_off_stay_out_when_they_are_switched_on_again() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, replace(GYM, keeps_transcripts=False))
        caller = Caller(linda)
        caller.asks("")
        caller.asks("/turn?step=1&empty=0", SpeechResult="my dog Rex broke my iphone 13 screen")
        set_state(linda, GYM)
        caller.asks("/turn?step=2&empty=0", SpeechResult="what time do you close")
        caller.tells()
        lines = [each.text for each in read_thread(linda.records, lead_id(CUSTOMER), epoch_ms(linda.clock))]
        assert "what time do you close" in lines
        assert not any("Rex" in line for line in lines)


def test_a_model_that_takes_its_time_is_bridged_with_words_and_cut_after_five_seconds() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, GYM)
        linda.parts.model_faults.slow = True
        before = linda.clock.monotonic()
        caller = Caller(linda)
        caller.asks("")
        verbs = caller.asks("/turn?step=1&empty=0", SpeechResult="how much is an iphone 12 battery")
        assert "forty-nine" in words(verbs), "the played model sleeps on the fake clock, so nobody waits here"
        assert linda.clock.monotonic() - before == pytest.approx(5.0)


def test_a_store_that_is_away_is_an_apology_or_a_failure_for_the_fallback() -> None:
    class Away(MemoryStore):
        def get(self, *_: object, **__: object) -> None:
            raise StoreUnavailable("away")

    with open_shop(store=Away()) as linda:
        caller = Caller(linda)
        assert words(caller.asks("")).startswith("Sorry, our phone system is down.")


def test_who_writes_in_the_very_moment_he_is_texted_back_is_answered() -> None:
    with open_shop(store=MemoryStore()) as linda:
        set_state(linda, GYM)
        caller = Caller(linda)
        caller.asks("")
        caller.tells()
        assert len(texts_to(linda)) == 1
        assert "$49" in " ".join(phone_of(linda).text(CUSTOMER, "how much is an iphone 12 battery").replies)
