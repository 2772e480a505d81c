"""Scope: a call on the simulated phone makes the webhooks that Twilio makes, and goes the way its answers say."""

from datetime import UTC, datetime, timedelta

import pytest

from linda.adapters.simulated_phone import Faults, Line, OwnerDoes, VoicePaths
from linda.adapters.simulated_phone.call_playing import SORRY
from linda.testing.clock import FakeClock
from tests.scripted_calls import CUSTOMER, LINE, OWNER, SHOP, Answer, Answers, ScriptedShop, phone_at

START = datetime(2026, 2, 10, 19, 46, tzinfo=UTC)
ANSWER, STATUS, FALLBACK = "/twilio/voice", "/twilio/voice/status", "/twilio/voice/fallback"
TURN = "/twilio/voice/turn?step=1&empty=0"


def listening(action: str, says: str, more: str = "") -> str:
    return (
        f'<Gather input="dtmf speech" numDigits="1" actionOnEmptyResult="true" action="{action.replace("&", "&amp;")}"'
        f"{more}><Say>{says}</Say></Gather>"
    )


def greeting(answers: Answers | None = None) -> ScriptedShop:
    return ScriptedShop({ANSWER: listening(TURN, "Hello"), TURN: "<Say>Bye</Say>", **(answers or {})})


def dialling(more: str = "", answers: Answers | None = None) -> ScriptedShop:
    document = (
        f'<Dial action="/twilio/voice/dialed?step=1"{more}><Number url="/twilio/voice/screen">{OWNER}</Number></Dial>'
    )
    screen = '<Gather action="/twilio/voice/screened" numDigits="1"><Say>Press 1</Say></Gather><Hangup/>'
    return ScriptedShop(
        {
            ANSWER: document,
            "/twilio/voice/screen": screen,
            "/twilio/voice/screened": "",
            "/twilio/voice/dialed?step=1": listening(TURN, "He can't come"),
            TURN: "<Hangup/>",
            **(answers or {}),
        }
    )


def test_a_call_rings_is_answered_and_says_who_calls_whom() -> None:
    shop = greeting()
    call = phone_at(shop).call(CUSTOMER)
    assert call.heard == ("Hello",)
    assert call.listening is not None
    assert not call.is_over
    assert shop.asked[0][1] == {
        **{f"{end}{part}": "" for end in ("From", "Caller", "To", "Called") for part in ("City", "State", "Zip")},
        **{f"{end}Country": "US" for end in ("From", "Caller", "To", "Called")},
        "CallSid": "CA" + "1".zfill(32),
        "AccountSid": LINE.account_sid,
        "From": CUSTOMER,
        "Caller": CUSTOMER,
        "To": SHOP,
        "Called": SHOP,
        "CallStatus": "ringing",
        "Direction": "inbound",
        "ApiVersion": "2010-04-01",
    }


def test_who_hides_his_number_calls_from_the_one_that_spells_anonymous() -> None:
    shop = greeting()
    call = phone_at(shop).call(None)
    assert call.caller is None
    assert shop.said(ANSWER, "From", "FromCountry") == {"From": "+266696687", "FromCountry": ""}


def test_what_is_said_is_heard_and_answered_and_the_end_is_reported() -> None:
    clock = FakeClock(START)
    shop = greeting()
    call = phone_at(shop, clock).call(CUSTOMER)
    clock.advance(timedelta(seconds=61))
    assert call.say("how much is a screen") == ("Bye",)
    assert shop.said(TURN, "SpeechResult", "Confidence", "Digits", "CallStatus") == {
        "SpeechResult": "how much is a screen",
        "Confidence": "0.94",
        "CallStatus": "in-progress",
    }
    assert call.is_over
    assert shop.said(STATUS, "CallSid", "CallStatus", "CallDuration", "Duration", "Timestamp") == {
        "CallSid": call.sid,
        "CallStatus": "completed",
        "CallDuration": "61",
        "Duration": "2",
        "Timestamp": "Tue, 10 Feb 2026 19:47:01 +0000",
    }


def test_a_key_is_digits_and_no_speech() -> None:
    shop = greeting()
    phone_at(shop).call(CUSTOMER).press("12")
    assert shop.said(TURN, "Digits", "SpeechResult") == {"Digits": "1"}


def test_silence_is_neither() -> None:
    shop = greeting()
    assert phone_at(shop).call(CUSTOMER).stay_silent() == ("Bye",)
    assert shop.said(TURN, "Digits", "SpeechResult") == {}


@pytest.mark.parametrize(
    ("attributes", "keys", "digits"),
    [
        ("", "12#3", {"Digits": "12"}),
        (' finishOnKey="*"', "1#*", {"Digits": "1#"}),
        (' finishOnKey=""', "1#", {"Digits": "1#"}),
        (' numDigits="2"', "123", {"Digits": "12"}),
        ("", "#", {}),
    ],
)
def test_keys_count_up_to_the_one_that_ends_them_or_to_their_number(
    attributes: str, keys: str, digits: dict[str, str]
) -> None:
    document = f'<Gather actionOnEmptyResult="true" action="{TURN.replace("&", "&amp;")}"{attributes}/>'
    shop = greeting({ANSWER: document})
    phone_at(shop).call(CUSTOMER).press(keys)
    assert shop.said(TURN, "Digits") == digits


def test_speech_is_silence_to_one_who_listens_to_keys_and_the_document_goes_on() -> None:
    shop = greeting({ANSWER: f"<Gather action='{FALLBACK}'/><Say>Nothing?</Say>"})
    call = phone_at(shop).call(CUSTOMER)
    assert call.say("hello") == ("Nothing?",)
    assert call.is_over
    assert FALLBACK not in shop.paths


def test_keys_are_silence_to_one_who_listens_to_speech() -> None:
    shop = greeting({ANSWER: "<Gather input='speech'/><Say>Nothing?</Say>"})
    assert phone_at(shop).call(CUSTOMER).press("1") == ("Nothing?",)


def test_listening_without_an_action_asks_the_same_document_again() -> None:
    shop = greeting({ANSWER: ["<Gather><Say>Press</Say></Gather>", "<Say>Thanks</Say>"]})
    call = phone_at(shop).call(CUSTOMER)
    assert call.press("5") == ("Thanks",)
    assert shop.said(ANSWER, "Digits") == {"Digits": "5"}


@pytest.mark.parametrize("keys", ["", "a", "1w"])
def test_what_is_no_key_can_not_be_pressed(keys: str) -> None:
    call = phone_at(greeting()).call(CUSTOMER)
    with pytest.raises(ValueError, match="keys are 0 to 9"):
        call.press(keys)


def test_redirects_and_pauses_are_followed_before_it_listens() -> None:
    clock = FakeClock(START)
    wait = "/twilio/voice/wait?step=1&n=2"
    shop = greeting(
        {
            TURN: "<Say>One moment</Say><Pause length='2'/><Redirect>wait?step=1&amp;n=2</Redirect>",
            wait: listening(TURN, "It is $79"),
        }
    )
    call = phone_at(shop, clock).call(CUSTOMER)
    assert call.say("screen") == ("One moment", "It is $79")
    assert shop.paths == [ANSWER, TURN, wait]
    assert clock.now() == START + timedelta(seconds=2)


def test_the_caller_hangs_up_and_nothing_is_asked_but_how_it_ended() -> None:
    shop = greeting()
    call = phone_at(shop).call(CUSTOMER)
    call.hang_up()
    assert call.is_over
    assert shop.paths == [ANSWER, STATUS]
    for act in (call.hang_up, call.stay_silent, lambda: call.say("hello")):
        with pytest.raises(ValueError, match="the call is over"):
            act()


def test_an_empty_answer_ends_the_call() -> None:
    shop = greeting({ANSWER: ""})
    call = phone_at(shop).call(CUSTOMER)
    assert call.is_over
    assert call.problem == ""
    assert shop.said(STATUS, "CallStatus", "CallDuration") == {"CallStatus": "completed", "CallDuration": "0"}


def test_the_owner_takes_the_call_and_the_two_are_connected_until_he_hangs_up() -> None:
    clock = FakeClock(START)
    shop = dialling(' answerOnBridge="true"')
    phone = phone_at(shop, clock)
    phone.owner_does = "takes"
    call = phone.call(CUSTOMER)
    assert call.is_with_owner
    assert shop.paths == [ANSWER, "/twilio/voice/screen", "/twilio/voice/screened"]
    assert shop.said(
        "/twilio/voice/screened", "CallSid", "ParentCallSid", "From", "To", "Direction", "CallStatus", "Digits"
    ) == {
        "CallSid": "CA" + "2".zfill(32),
        "ParentCallSid": call.sid,
        "From": CUSTOMER,
        "To": OWNER,
        "Direction": "outbound-dial",
        "CallStatus": "in-progress",
        "Digits": "1",
    }
    assert call.say("is my phone ready") == ()
    clock.advance(timedelta(seconds=30))
    assert call.owner_hangs_up() == ("He can't come",)
    assert shop.said(
        "/twilio/voice/dialed?step=1", "DialCallStatus", "DialBridged", "DialCallDuration", "DialCallSid"
    ) == {
        "DialCallStatus": "completed",
        "DialBridged": "true",
        "DialCallDuration": "30",
        "DialCallSid": "CA" + "2".zfill(32),
    }
    with pytest.raises(ValueError, match="does not talk to the owner"):
        call.owner_hangs_up()


@pytest.mark.parametrize(
    ("does", "status", "screened", "call_status"),
    [
        ("declines", {"DialCallStatus": "completed", "DialCallDuration": "0"}, {"Digits": "2"}, "ringing"),
        ("voicemail", {"DialCallStatus": "completed", "DialCallDuration": "0"}, None, "ringing"),
        ("rings_out", {"DialCallStatus": "no-answer"}, None, "ringing"),
        ("busy", {"DialCallStatus": "busy"}, None, "ringing"),
    ],
)
def test_when_the_owner_does_not_come_the_caller_goes_on_with_the_shop(
    does: OwnerDoes, status: dict[str, str], screened: dict[str, str] | None, call_status: str
) -> None:
    shop = dialling(' answerOnBridge="true"', {"/twilio/voice/screened": "<Hangup/>"})
    phone = phone_at(shop)
    phone.owner_does = does
    call = phone.call(CUSTOMER)
    assert not call.is_with_owner
    assert call.heard == ("He can't come",)
    asked = shop.said("/twilio/voice/dialed?step=1", "DialCallStatus", "DialCallDuration", "DialBridged", "CallStatus")
    assert asked == {**status, "DialBridged": "false", "CallStatus": call_status}
    assert ("/twilio/voice/screened" in shop.paths) == (screened is not None)
    if screened:
        assert shop.said("/twilio/voice/screened", "Digits") == screened


def test_a_dial_that_does_not_wait_for_the_owner_answers_the_call_at_once() -> None:
    shop = dialling()
    phone_at(shop).call(CUSTOMER)
    assert shop.said("/twilio/voice/dialed?step=1", "CallStatus") == {"CallStatus": "in-progress"}


def test_without_a_screen_whoever_picks_up_is_connected() -> None:
    shop = ScriptedShop({ANSWER: f"<Dial>{OWNER}</Dial><Say>He is gone</Say>"})
    phone = phone_at(shop)
    phone.owner_does = "takes"
    call = phone.call(CUSTOMER)
    assert call.is_with_owner
    assert call.owner_hangs_up() == ("He is gone",)
    assert call.is_over


def test_the_caller_hangs_up_on_the_owner_and_the_shop_is_told_how_long_they_talked() -> None:
    clock = FakeClock(START)
    shop = dialling()
    phone = phone_at(shop, clock)
    phone.owner_does = "takes"
    call = phone.call(CUSTOMER)
    clock.advance(timedelta(seconds=12))
    call.hang_up()
    assert shop.paths[-2:] == ["/twilio/voice/dialed?step=1", STATUS]
    assert shop.said("/twilio/voice/dialed?step=1", "CallStatus", "DialCallDuration", "DialBridged") == {
        "CallStatus": "completed",
        "DialCallDuration": "12",
        "DialBridged": "true",
    }
    assert call.is_over
    assert not call.is_with_owner
    assert "He can't come" not in call.heard


def test_hanging_up_on_the_owner_tells_nobody_where_nobody_asked() -> None:
    shop = ScriptedShop({ANSWER: f"<Dial>{OWNER}</Dial>"})
    phone = phone_at(shop)
    phone.owner_does = "takes"
    phone.call(CUSTOMER).hang_up()
    assert shop.paths == [ANSWER, STATUS]


def test_the_owners_leg_can_not_dial_on() -> None:
    shop = dialling(answers={"/twilio/voice/screen": f"<Dial>{OWNER}</Dial>"})
    phone = phone_at(shop)
    phone.owner_does = "takes"
    call = phone.call(CUSTOMER)
    assert not call.is_with_owner
    assert shop.said("/twilio/voice/dialed?step=1", "DialBridged") == {"DialBridged": "false"}


def test_a_screen_that_fails_asks_no_fallback_and_connects_nobody() -> None:
    shop = dialling(answers={"/twilio/voice/screen": 500, FALLBACK: "<Say>never</Say>"})
    phone = phone_at(shop)
    phone.owner_does = "takes"
    call = phone.call(CUSTOMER)
    assert not call.is_with_owner
    assert call.heard == ("He can't come",)
    assert FALLBACK not in shop.paths


def test_a_webhook_that_fails_is_taken_over_by_the_fallback_with_what_went_wrong() -> None:
    shop = greeting({TURN: 500, FALLBACK: listening(TURN, "Let me write that down")})
    call = phone_at(shop).call(CUSTOMER)
    assert call.say("hello") == ("Let me write that down",)
    assert shop.said(FALLBACK, "ErrorCode", "ErrorUrl", "SpeechResult", "CallSid") == {
        "ErrorCode": "11200",
        "ErrorUrl": LINE.public_url + TURN,
        "SpeechResult": "hello",
        "CallSid": call.sid,
    }
    assert not call.is_over
    assert call.problem == ""
    assert call.say("still there?") == ("Let me write that down",)


def crash() -> str:
    raise RuntimeError("a bug")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (503, "11200: the webhook failed (5xx)"),
        (crash, "11200: the webhook failed (5xx)"),
        ("<Say/>", "13520: <Say>: there is no text"),
        ("<Say>", "12100: "),
        ("<Redirect>https://elsewhere.example.com/</Redirect>", "11200: POST https://elsewhere.example.com/ is out"),
        ("<Redirect method='GET'>/twilio/voice</Redirect>", "11200: GET "),
        ("<Redirect>/twilio/voice</Redirect>", "11200: 100 documents in a row"),
    ],
)
def test_where_the_fallback_fails_too_the_carrier_says_sorry_and_hangs_up(answer: Answer, problem: str) -> None:
    shop = greeting({ANSWER: answer, FALLBACK: 500 if isinstance(answer, int) else answer})
    call = phone_at(shop).call(CUSTOMER)
    assert call.heard == (SORRY,)
    assert call.is_over
    assert call.problem.startswith(problem)
    assert shop.said(STATUS, "CallStatus") == {"CallStatus": "completed"}


def test_a_document_twilio_would_refuse_names_its_error_to_the_fallback() -> None:
    shop = greeting({ANSWER: "<Gather timeout='0'/>", FALLBACK: "<Say>Hello</Say>"})
    phone_at(shop).call(CUSTOMER)
    assert shop.said(FALLBACK, "ErrorCode", "ErrorUrl") == {
        "ErrorCode": "13313",
        "ErrorUrl": LINE.public_url + ANSWER,
    }


def test_the_fallbacks_of_this_phone_are_the_ones_its_number_was_given() -> None:
    shop = ScriptedShop({"/other": 500, "/other/fallback": "<Say>Hello</Say>", "/other/status": ""})
    phone = phone_at(shop)
    phone.line = Line(
        LINE.account_sid,
        LINE.auth_token,
        LINE.number,
        LINE.public_url,
        LINE.path,
        VoicePaths("/other", "/other/fallback", "/other/status"),
    )
    phone.call(CUSTOMER)
    assert shop.paths == ["/other", "/other/fallback", "/other/status"]


def test_a_relay_can_not_be_reached_and_its_action_goes_on_with_the_call() -> None:
    relay = '<ConversationRelay url="wss://linda.example.com/twilio/voice/relay"/>'
    shop = greeting({ANSWER: f'<Connect action="/relayed">{relay}</Connect>', "/relayed": listening(TURN, "So then")})
    assert phone_at(shop).call(CUSTOMER).heard == ("So then",)
    assert shop.said("/relayed", "SessionStatus", "ErrorCode") == {"SessionStatus": "failed", "ErrorCode": "64102"}
    bare = greeting({ANSWER: f"<Connect>{relay}</Connect><Say>After it</Say>"})
    assert phone_at(bare).call(CUSTOMER).heard == ("After it",)


def test_delivering_twice_asks_each_step_twice_and_plays_one_answer() -> None:
    shop = greeting()
    phone = phone_at(shop)
    phone.faults = Faults(deliver_twice=True)
    call = phone.call(CUSTOMER)
    call.say("hello")
    assert call.heard == ("Hello", "Bye")
    assert shop.paths == [ANSWER, ANSWER, TURN, TURN, STATUS, STATUS]
    assert shop.asked[2] == shop.asked[3]


def test_a_lost_answer_brings_the_call_to_the_fallback() -> None:
    shop = greeting({FALLBACK: listening(TURN, "Where were we?")})
    phone = phone_at(shop)
    phone.faults.lose_response = True
    call = phone.call(CUSTOMER)
    assert call.heard == ("Where were we?",)
    assert shop.paths == [ANSWER, FALLBACK]


def test_every_step_is_taken_down_with_its_verb_and_its_path() -> None:
    shop = dialling(answers={"/twilio/voice/screened": "<Hangup/>"})
    phone = phone_at(shop)
    phone.owner_does = "declines"
    call = phone.call(CUSTOMER)
    call.hang_up()
    taken = [(step.leg, step.who, step.what, step.text, step.path) for step in call.steps]
    dialed = "/twilio/voice/dialed?step=1"
    assert taken == [
        ("caller", "caller", "calls", SHOP, ""),
        ("caller", "carrier", "asks", "ok", ANSWER),
        ("caller", "shop", "Dial", OWNER, ANSWER),
        ("owner", "owner", "declines", "", ""),
        ("owner", "carrier", "asks", "ok", "/twilio/voice/screen"),
        ("owner", "shop", "Say", "Press 1", "/twilio/voice/screen"),
        ("owner", "shop", "Gather", "dtmf", "/twilio/voice/screen"),
        ("owner", "owner", "presses", "2", ""),
        ("owner", "carrier", "asks", "ok", "/twilio/voice/screened"),
        ("owner", "shop", "Hangup", "", "/twilio/voice/screened"),
        ("caller", "carrier", "asks", "ok", dialed),
        ("caller", "shop", "Say", "He can't come", dialed),
        ("caller", "shop", "Gather", "dtmf speech", dialed),
        ("caller", "caller", "hangs up", "", ""),
        ("caller", "carrier", "tells", "ok", STATUS),
    ]
    assert {step.at for step in call.steps} == {START}


def test_a_step_says_how_long_its_answer_took() -> None:
    clock = FakeClock(START)

    def slowly() -> str:
        clock.advance(timedelta(milliseconds=1250))
        return "<Hangup/>"

    call = phone_at(greeting({TURN: slowly}), clock).call(CUSTOMER)
    call.say("hello")
    assert [step.ms for step in call.steps if step.what == "asks"] == [0.0, 1250.0]


def test_the_phone_keeps_the_latest_calls() -> None:
    phone = phone_at(greeting())
    calls = [phone.call(CUSTOMER) for _ in range(21)]
    assert list(phone.calls.values()) == calls[1:]
    assert phone.calls[calls[-1].sid] is calls[-1]
