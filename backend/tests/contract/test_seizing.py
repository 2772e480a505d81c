"""The fallback takes an unfinished conversation from its worker at once: one reply, one booking, on every store.

Twilio calls it when the dispatcher's answer did not come. Its worker may be dead, or only slow: then he must be able
to write nothing more, and his webhook, should anybody still listen, answers what is stored.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from linda.conversation.brain import Turn
from linda.conversation.toolbox import Toolbox
from linda.conversation.turn import Reply
from linda.records.store import Store
from tests.counting_store import CountingStore
from tests.house import BOOK, BOOKED, CUSTOMER, NOW, SLOT, House, StillClock, a_text, book_or_chat

STEPS = ["accepted", "leased", "thought", "committed"]


class Crashed(BaseException):
    """What stands for the death of a worker in these tests."""


class Stopped:
    """A checkpoint that does something once, at one step."""

    def __init__(self, step: str, deed: Callable[[], None]) -> None:
        """Wait for `step`."""
        self.step, self.deed = step, deed
        self.is_done = False

    def __call__(self, step: str) -> None:
        """Take note of a step."""
        if step == self.step and not self.is_done:
            self.is_done = True
            self.deed()


def crash() -> None:
    raise Crashed


def rescued(house: House, sid: str = "SM1", text: str = BOOK) -> Reply:
    """Let the fallback, a process of its own, be called with a message."""
    return house.another().engine.answer(a_text(sid, text), seize=True)


def written(house: House) -> dict[str, object]:
    """Return everything of this customer and of the calendar's day."""
    day = house.clock.now().date() + timedelta(days=1)
    rows = house.records.schedule.rows(day)
    return {"lead": house.lead(), "events": house.events(), "message": house.message("SM1"), "rows": rows}


def is_one_reply_and_one_booking(house: House) -> bool:
    is_settled = not house.lead().waiting and not house.lead().effects and house.lead().leased_until == 0
    return is_settled and house.replies() == [BOOKED] and [each.customer for each in house.bookings()] == [CUSTOMER]


@pytest.mark.parametrize("step", STEPS)
def test_a_dead_workers_message_is_answered_at_once(store: Store, step: str) -> None:
    house = House(store, checkpoint=Stopped(step, crash))
    with pytest.raises(Crashed):
        house.text("SM1", BOOK)
    assert rescued(house) == Reply((BOOKED,), repeated=True)
    assert house.clock.monotonic() == 0, "nobody waited for the lease"
    assert is_one_reply_and_one_booking(house)


def test_a_booking_of_a_worker_that_died_after_it_is_told_and_not_repeated(store: Store) -> None:
    house = House(store)

    def write_and_die(turn: Turn, tools: Toolbox) -> str:
        house.brain.script = book_or_chat
        assert tools.call("book_slot", SLOT).wrote
        raise Crashed

    house.brain.script = write_and_die
    with pytest.raises(Crashed):
        house.text("SM1", BOOK)
    assert rescued(house).texts == (BOOKED,)
    assert is_one_reply_and_one_booking(house)
    assert house.clock.monotonic() == 0


@pytest.mark.parametrize("step", STEPS)
def test_a_slow_worker_writes_nothing_more_and_answers_what_is_stored(store: Store, step: str) -> None:
    house = House(store)
    seen: list[object] = []

    def meanwhile() -> None:
        seen.extend([rescued(house), written(house)])

    house.engine.checkpoint = Stopped(step, meanwhile)
    late = house.text("SM1", BOOK)
    rescue, before = seen
    assert rescue == Reply((BOOKED,), repeated=True)
    assert late.texts == (BOOKED,)
    assert written(house) == before
    assert is_one_reply_and_one_booking(house)


@pytest.mark.parametrize("transaction", [2, 3])
def test_a_slow_worker_is_stopped_at_his_very_next_write(store: Store, transaction: int) -> None:
    """The second transaction is his booking, the third his commit."""
    counting = CountingStore(store)
    house, judge = House(counting), House(store)
    judge.clock = house.clock
    seen: list[object] = []
    counting.before[transaction] = lambda: seen.extend([rescued(judge), written(judge)])
    late = house.text("SM1", BOOK)
    rescue, before = seen
    assert rescue == Reply((BOOKED,), repeated=True)
    assert late.texts == (BOOKED,)
    assert written(judge) == before
    assert is_one_reply_and_one_booking(judge)


@pytest.mark.parametrize("step", ["leased", "thought"])
def test_a_slow_worker_hears_the_rescuers_words_not_his_own(store: Store, step: str) -> None:
    house = House(store)
    house.brain.script = lambda turn, tools: f"answer {len(house.brain.turns)}"
    seen: list[Reply] = []
    house.engine.checkpoint = Stopped(step, lambda: seen.append(rescued(house, text="hi")))
    late = house.text("SM1", "hi")
    assert late.texts == seen[0].texts == tuple(house.replies())
    assert house.text("SM1", "hi").texts == late.texts


def test_a_slow_workers_alarm_to_the_owner_is_not_sent_twice(store: Store) -> None:
    house = House(store)

    def call_the_owner(turn: Turn, tools: Toolbox) -> str:
        tools.call("hand_to_owner", {"reason": "help", "urgent": True})
        return "He'll call."

    house.brain.script = call_the_owner
    house.engine.checkpoint = Stopped("thought", lambda: seen.append(rescued(house, text="help")))
    seen: list[Reply] = []
    assert house.text("SM1", "help").texts == seen[0].texts == ("He'll call.",)
    house.sweep()
    assert len(house.phone.texts) == 1


def test_a_message_nobody_accepted_is_answered_as_ever(store: Store) -> None:
    house = House(store)
    assert rescued(house) == Reply((BOOKED,), repeated=False)
    assert is_one_reply_and_one_booking(house)


def test_a_finished_message_gets_its_stored_answer_and_nothing_is_seized(store: Store) -> None:
    house = House(store)
    house.text("SM1", BOOK)
    before = written(house)
    assert rescued(house) == Reply((BOOKED,), repeated=True)
    assert written(house) == before


def test_a_finished_message_leaves_the_conversation_to_who_is_at_it(store: Store) -> None:
    house = House(store)
    house.text("SM1", "hello")
    seen: list[Reply] = []
    house.engine.checkpoint = Stopped("leased", lambda: seen.append(rescued(house, text="hello")))
    assert house.text("SM2", "and also").texts == ("You said: and also",)
    assert seen == [Reply(("You said: hello",), repeated=True)]
    assert house.lead().fence == 2, "two turns, no third worker"


def test_without_seize_nobody_takes_a_running_lease(store: Store) -> None:
    house = House(store, checkpoint=Stopped("leased", crash))
    with pytest.raises(Crashed):
        house.text("SM1", BOOK)
    assert house.another().text("SM1", BOOK).texts == ()
    assert house.lead().fence == 1


def test_64_calls_of_the_fallback_at_once_are_one_rescue(store: Store) -> None:
    house = House(store, StillClock(NOW), checkpoint=Stopped("leased", crash))
    with pytest.raises(Crashed):
        house.text("SM1", BOOK)
    other = house.another()
    with ThreadPoolExecutor(64) as pool:
        replies = list(pool.map(lambda text: other.engine.answer(text, seize=True), [a_text("SM1", BOOK)] * 64))
    assert set(replies) == {Reply((BOOKED,), repeated=True)}
    assert is_one_reply_and_one_booking(house)
    assert len(house.brain.turns) == 1


def test_a_rescuer_is_not_rescued_from_and_the_sweeper_answers_when_he_dies(store: Store) -> None:
    house = House(store, checkpoint=Stopped("leased", crash))
    with pytest.raises(Crashed):
        house.text("SM1", BOOK)
    rescuer = house.another()
    rescuer.engine.checkpoint = Stopped("thought", crash)
    with pytest.raises(Crashed):
        rescuer.engine.answer(a_text("SM1", BOOK), seize=True)
    assert rescued(house).texts == (), "his lease is waited for like any other"
    house.clock.advance(timedelta(seconds=15))
    house.sweep()
    assert house.phone.texts == [(CUSTOMER, BOOKED)]
    assert is_one_reply_and_one_booking(house)


def test_a_text_the_dispatcher_never_took_is_answered_together_with_the_one_it_hangs_on(store: Store) -> None:
    house = House(store)
    seen: list[Reply] = []
    house.engine.checkpoint = Stopped("thought", lambda: seen.append(rescued(house, "SM2", "and also")))
    assert house.text("SM1", "hello").texts == (), "its answer left with the other webhook"
    assert seen == [Reply(("You said: hello\nand also",), repeated=False)]
    assert house.replies() == ["You said: hello\nand also"]


def test_a_conversation_that_was_seized_can_be_seized_again_in_its_next_turn(store: Store) -> None:
    house = House(store, checkpoint=Stopped("leased", crash))
    with pytest.raises(Crashed):
        house.text("SM1", "hello")
    rescued(house, text="hello")
    again = House(store, house.clock, house.brain, Stopped("leased", crash))
    with pytest.raises(Crashed):
        again.text("SM2", "bye")
    assert rescued(house, "SM2", "bye").texts == ("You said: bye",)
