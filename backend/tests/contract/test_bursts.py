"""Bursts, dead workers and stale ones on every store: each text covered by exactly one reply, none lost, none twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from linda.conversation.brain import Turn
from linda.conversation.session import LEASE_MS, take_over
from linda.conversation.toolbox import Toolbox
from linda.conversation.turn import MOST_COVERED, Reply
from linda.domain.errors import Conflict, LeaseLost, StoreUnavailable
from linda.records.store import Store
from tests.house import BOOK, BOOKED, CUSTOMER, NOW, OWNER, SLOT, House, Script, StillClock, a_text, book_or_chat

LEASE = timedelta(milliseconds=LEASE_MS)


class Crashed(BaseException):
    """What stands for the death of a worker in these tests."""


@pytest.fixture
def house(store: Store) -> House:
    return House(store)


def once(first: Callable[[Turn, Toolbox], None], then: Script = book_or_chat) -> Script:
    """Return a script that does `first` in its first turn, and `then` always."""
    begun: list[Turn] = []

    def script(turn: Turn, tools: Toolbox) -> str:
        begun.append(turn)
        if len(begun) == 1:
            first(turn, tools)
        return then(turn, tools)

    return script


def covered(house: House) -> list[list[str]]:
    """Return the ids each reply covers, in order."""
    return [each["receipt"]["sids"] for each in house.events() if each["event"] == "reply"]


def test_a_text_that_comes_during_a_turn_is_answered_after_it(house: House) -> None:
    said: dict[str, Reply] = {}
    house.brain.script = once(lambda turn, tools: said.update(late=house.another().text("SM2", "and also")))
    said["first"] = house.text("SM1", "hello")
    assert said["first"].texts == ("You said: hello",)
    assert said["late"].texts == (), "its webhook waited its whole budget for the turn before it"
    house.clock.advance(timedelta(seconds=15))
    assert house.sweep().answered == 1
    assert covered(house) == [["SM1"], ["SM2"]]
    assert [body for _, body in house.phone.texts if body != "You said: hello"] == ["You said: and also"]


def test_texts_that_wait_together_get_one_reply_in_their_order(house: House) -> None:
    def burst(turn: Turn, tools: Toolbox) -> None:
        for sid in ("SM2", "SM3", "SM4"):
            house.arrive(sid, sid.lower())

    house.brain.script = once(burst)
    house.text("SM1", "hello")
    last = house.text("SM5", "sm5")
    assert last.texts == ("You said: sm2\nsm3\nsm4\nsm5",)
    assert covered(house) == [["SM1"], ["SM2", "SM3", "SM4", "SM5"]]
    assert [house.text(sid).texts for sid in ("SM2", "SM3", "SM4", "SM5")] == [(), (), (), last.texts]


def test_twenty_texts_at_once_are_each_covered_by_exactly_one_reply(store: Store) -> None:
    house = House(store, StillClock(NOW))
    texts = [a_text(f"SM{number}", f"line {number}") for number in range(20)]
    with ThreadPoolExecutor(20) as pool:
        replies = list(pool.map(house.engine.answer, texts))
    assert sorted(sid for sids in covered(house) for sid in sids) == sorted(text.sid for text in texts)
    assert sorted(line for reply in house.replies() for line in reply.removeprefix("You said: ").split("\n")) == sorted(
        text.text for text in texts
    )
    assert sum(len(reply.texts) for reply in replies) == len(covered(house))
    assert house.lead().waiting == ()


def test_a_burst_that_no_transaction_takes_is_answered_in_parts(house: House) -> None:
    def burst(turn: Turn, tools: Toolbox) -> None:
        for number in range(2, MOST_COVERED + 12):
            house.arrive(f"SM{number}", f"line {number}")

    house.brain.script = once(burst)
    house.text("SM1", "hello")
    last = house.text("SMlast", "last")
    assert last.texts[0].endswith("\nlast")
    assert [len(sids) for sids in covered(house)] == [1, MOST_COVERED, 11]
    assert house.lead().waiting == ()
    house.sweep()
    ((_, rest),) = house.phone.texts
    assert rest.splitlines()[1:] == [f"line {number}" for number in range(3, MOST_COVERED + 2)]


def die(turn: Turn, tools: Toolbox) -> None:
    raise Crashed


def write_and_die(turn: Turn, tools: Toolbox) -> None:
    assert tools.call("book_slot", SLOT).wrote
    raise Crashed


def test_a_dead_workers_turn_is_taken_over_after_its_lease_by_the_next_delivery(house: House) -> None:
    house.brain.script = once(die)
    with pytest.raises(Crashed):
        house.text("SM1", "hello")
    house.clock.advance(LEASE - timedelta(milliseconds=200))
    again = house.another().text("SM1", "hello")
    assert (again.texts, again.repeated) == (("You said: hello",), True)
    assert covered(house) == [["SM1"]]


def test_nobody_takes_a_turn_over_before_its_lease_ends(house: House) -> None:
    house.brain.script = once(die)
    with pytest.raises(Crashed):
        house.text("SM1", "hello")
    house.clock.advance(LEASE - timedelta(milliseconds=1))
    assert not house.another().engine.finish(house.message("SM1"))
    house.clock.advance(timedelta(milliseconds=1))
    assert house.another().engine.finish(house.message("SM1"))
    assert covered(house) == [["SM1"]]


def test_an_effect_of_a_brain_that_died_is_told_and_not_repeated(house: House) -> None:
    house.brain.script = once(write_and_die)
    with pytest.raises(Crashed):
        house.text("SM1", BOOK)
    assert len(house.bookings()) == 1
    house.clock.advance(LEASE)
    assert house.text("SM1", BOOK).texts == (BOOKED,)
    assert len(house.bookings()) == 1
    told = house.brain.turns[-1].effects
    assert [(run.tool, run.wrote, run.outcome.data["date"]) for run in told] == [("book_slot", True, SLOT["date"])]
    assert [run["tool"] for run in house.events()[-1]["receipt"]["tools"]] == ["book_slot"]
    assert house.lead().effects == ()


def test_a_text_after_a_half_done_turn_does_not_take_its_effects_for_its_own(house: House) -> None:
    house.brain.script = once(write_and_die)
    with pytest.raises(Crashed):
        house.text("SM1", BOOK)
    house.clock.advance(LEASE)
    assert house.text("SM2", "thanks").texts == ("You said: thanks",)
    house.sweep()
    assert covered(house) == [["SM1"], ["SM2"]]
    assert house.replies() == [BOOKED, "You said: thanks"]
    assert house.phone.texts == [(CUSTOMER, BOOKED)]
    assert len(house.bookings()) == 1


def overtaken(house: House) -> Script:
    """Return a script whose first worker is so slow that another one answers meanwhile."""

    def slow(turn: Turn, tools: Toolbox) -> None:
        house.clock.advance(LEASE)
        assert house.another().engine.finish(house.message("SM1"))

    return once(slow)


def test_a_worker_that_was_overtaken_writes_nothing_and_tells_nothing_of_its_own(house: House) -> None:
    house.brain.script = overtaken(house)
    assert house.text("SM1", "hello").texts == (), "the reply left by the other worker's text"
    assert covered(house) == [["SM1"]]
    house.sweep()
    assert house.phone.texts == [(CUSTOMER, "You said: hello")]


def test_the_tools_of_a_worker_that_was_overtaken_can_write_nothing(house: House) -> None:
    house.brain.script = overtaken(house)
    house.text("SM1", BOOK)
    assert [each.customer for each in house.bookings()] == [CUSTOMER]
    assert house.replies() == [BOOKED]
    assert len(house.lead().bookings) == 1


def test_a_session_without_its_fence_is_told_so(house: House) -> None:
    house.text("SM1", "hello")
    mine = take_over(house.records, house.clock, house.lead())
    assert mine is not None
    assert take_over(house.records, house.clock, house.lead()) is None, "a lease in force is nobody else's"
    house.clock.advance(LEASE)
    theirs = take_over(house.records, house.clock, house.lead())
    assert theirs is not None
    before = house.lead()
    with pytest.raises(LeaseLost):
        mine.write(lambda lead: lead)
    with pytest.raises(LeaseLost):
        mine.give_back(tries=0)
    assert house.lead() == before


def test_a_write_of_the_owner_of_the_lease_survives_texts_that_arrive(house: House) -> None:
    house.text("SM1", "hello")
    mine = take_over(house.records, house.clock, house.lead())
    assert mine is not None
    house.arrive("SM2", "meanwhile")
    mine.give_back(tries=0)
    assert [each["sid"] for each in house.lead().waiting] == ["SM2"]


def test_a_turn_whose_tool_met_a_changed_state_is_begun_again_at_once(house: House) -> None:
    def clash(turn: Turn, tools: Toolbox) -> None:
        raise Conflict(0, "a sum that somebody else counted meanwhile")

    house.brain.script = once(clash)
    assert house.text("SM1", "hello").texts == ("You said: hello",)
    assert covered(house) == [["SM1"]]
    assert house.lead().tries == 0


def test_a_turn_that_never_ends_is_closed_after_three_tries_and_the_owner_is_told(house: House) -> None:
    def always_clash(turn: Turn, tools: Toolbox) -> str:
        raise Conflict(0, "the same again")

    house.brain.script = always_clash
    (sorry,) = house.text("SM1", "hello").texts
    assert "Sorry, I'm having trouble. Brandon will text you back." in sorry
    assert len(house.brain.turns) == 3
    house.sweep()
    ((to, alert),) = house.phone.texts
    assert to == OWNER
    assert "hello" in alert
    assert house.lead().handed_over
    assert house.events()[-1]["receipt"]["rules"] == ["gave up: the turn was begun 3 times"]


def test_after_a_closed_turn_the_next_text_is_answered_as_ever(house: House) -> None:
    def clash_on_hello(turn: Turn, tools: Toolbox) -> str:
        if "hello" in turn.text:
            raise Conflict(0, "the same again")
        return book_or_chat(turn, tools)

    house.brain.script = clash_on_hello
    house.text("SM1", "hello")
    assert house.text("SM2", "bye").texts == ("You said: bye",)


def test_a_store_that_fails_after_the_acceptance_leaves_the_text_to_the_sweeper(house: House) -> None:
    def unavailable(turn: Turn, tools: Toolbox) -> None:
        raise StoreUnavailable("the disk is full")

    house.brain.script = once(unavailable)
    assert house.text("SM1", "hello").texts == ()
    house.clock.advance(timedelta(seconds=15))
    house.sweep()
    assert house.phone.texts == [(CUSTOMER, "You said: hello")]
