"""A caller who hangs up in the middle of a turn: where no words are to be kept, those of that turn are not either."""

import threading

from linda.conversation.calls.call_ends import FORGET_AFTER_MS
from linda.domain.owner_state import OwnerState
from linda.records.tables import INBOX
from tests.caller import Caller
from tests.relay_line import Served, relay_served
from tests.shop_desk import CUSTOMER, clock_of
from tests.unit.relay.test_relayed_replies import QUOTE, Step, WritingModel, asks, lines

SAID = "my dog Rex broke it how much is an iphone 13 screen"
MINUTE = FORGET_AFTER_MS / 1000


def keep_no_words(shop: Served) -> None:
    current = shop.linda.records.states.current(fresh=True)
    shop.linda.records.states.change(OwnerState(version=current.version, keeps_transcripts=False), by="test")


def everything(shop: Served, caller: Caller) -> str:
    """Return every row that may hold what was said."""
    store = shop.linda.records.store
    keys = [f"msg#{caller.call_sid}#1", *(f"call#{caller.call_sid}#{step}" for step in ("1", "1w1"))]
    lead = shop.linda.records.leads.get(CUSTOMER)
    assert lead is not None
    return str([lead, shop.linda.records.leads.events(lead.lead_id), *(store.get(INBOX, {"key": key}) for key in keys)])


def hung_up_on(*replies: list[Step]) -> tuple[Served, Caller]:
    """Ask something and hang up before it is answered; return when it was answered, to nobody."""
    goes_on = threading.Event()
    with relay_served(model=WritingModel([[goes_on, QUOTE], *replies])) as shop:
        caller = shop.caller()
        with shop.relayed(caller) as relayed:
            relayed.begins()
            keep_no_words(shop)
            asks(relayed, SAID)
            assert "moment" in relayed.frame()["token"]
            relayed.socket.socket.close()
            caller.tells()
            clock_of(shop.linda).sleep(1.0)
            goes_on.set()
    return shop, caller  # the server has ended, and with it every session


def test_what_a_turn_writes_after_the_call_has_ended_is_taken_out_a_minute_later() -> None:
    shop, caller = hung_up_on()
    assert "Rex" in everything(shop, caller)
    assert shop.linda.sweeper.sweep().forgotten == 0
    clock_of(shop.linda).sleep(MINUTE)
    assert shop.linda.sweeper.sweep().forgotten == 1
    assert "Rex" not in everything(shop, caller)
    assert "starts at" not in everything(shop, caller)
    assert shop.linda.records.inbox.waiting() == 0


def test_the_words_of_the_next_call_stay_while_it_lasts() -> None:
    shop, first = hung_up_on([QUOTE])
    clock_of(shop.linda).sleep(MINUTE)
    again = shop.caller(2)
    again.asks("", CallStatus="ringing")
    again.asks("/turn?step=1&empty=0", SpeechResult="how much is an iphone 13 screen")
    assert shop.linda.sweeper.sweep().forgotten == 1
    assert "Rex" not in everything(shop, first)
    assert lines(shop) == [QUOTE]


def test_a_turn_that_still_waits_is_waited_for() -> None:
    goes_on = threading.Event()
    with relay_served(model=WritingModel([[goes_on, QUOTE]])) as shop:
        caller = shop.caller()
        with shop.relayed(caller) as relayed:
            relayed.begins()
            keep_no_words(shop)
            asks(relayed, SAID)
            assert "moment" in relayed.frame()["token"]
            caller.tells()
            row = shop.linda.records.store.get(INBOX, {"key": f"call#{caller.call_sid}"})
            assert row is not None
            assert shop.linda.sweeper.ends.settle(row) is False
            again = shop.linda.records.calls.get(caller.call_sid)
            assert again is not None
            assert again.forget_at, "it is looked at once more"
            goes_on.set()


def test_a_call_of_nobody_known_is_looked_through_once() -> None:
    with relay_served() as shop:
        caller = shop.caller(caller="+266696687")
        caller.asks("", CallStatus="ringing")
        shop.linda.records.calls.change(caller.call_sid, keeps_words=False)
        caller.tells()
        clock_of(shop.linda).sleep(MINUTE)
        assert shop.linda.sweeper.sweep().forgotten == 1
        assert shop.linda.records.inbox.waiting() == 0
