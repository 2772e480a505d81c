"""kill -9 at each point of a turn: no accepted text without an answer, no slot without a booking, one effect."""

import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.conversation.session import take_over
from linda.domain.ids import lead_id
from tests.child_process import run
from tests.house import BOOK, BOOKED, CUSTOMER, TOMORROW, House, a_text

PROGRAM = "tests.faults.one_turn"
BEFORE_ACCEPTANCE = ["before 1", "inside 1"]
ACCEPTED = ["after 1", "accepted", "leased", "before 2", "inside 2"]
WROTE = ["after 2", "thought", "before 3", "inside 3"]
ANSWERED = ["after 3", "committed"]
POINTS = [*BEFORE_ACCEPTANCE, *ACCEPTED, *WROTE, *ANSWERED]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "linda.db"


@pytest.fixture
def house(path: Path) -> Iterator[House]:
    store = SqliteStore(path)
    yield House(store)
    store.close()


def killed(path: Path, text: str, point: str) -> None:
    status, said = run(PROGRAM, path, text, point)
    assert (status, said) == (-signal.SIGKILL, ""), f"it was killed at {point!r}, with nothing said"


def is_whole(house: House) -> bool:
    """Tell whether every claimed minute belongs to a whole booking that its lead knows."""
    lead = house.records.leads.get(CUSTOMER)
    owned = [slot for booking in house.bookings() for slot in booking.claim.slots()]
    rows = house.records.schedule.rows(house.clock.now().date() + timedelta(days=1))
    known = [dict(reference) for reference in lead.bookings] if lead else []
    return [row["slot"] for row in rows] == owned and [each.reference for each in house.bookings()] == known


def sweep_for(house: House, minutes: int) -> None:
    for _ in range(minutes * 2):
        house.clock.advance(timedelta(seconds=30))
        house.sweep()


def test_the_program_makes_three_transactions_and_a_booking_when_nobody_kills_it(path: Path, house: House) -> None:
    assert run(PROGRAM, path, BOOK, "never") == (0, BOOKED)
    assert run(PROGRAM, path.with_name("other.db"), BOOK, "after 4") == (0, BOOKED)
    assert is_whole(house)
    assert [each.day for each in house.bookings()] == [TOMORROW]


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_booking_is_finished_by_the_sweeper_and_told_once(path: Path, house: House, point: str) -> None:
    killed(path, BOOK, point)
    assert is_whole(house)
    assert len(house.bookings()) == (point in {*WROTE, *ANSWERED})
    sweep_for(house, minutes=3)
    expected = [] if point in BEFORE_ACCEPTANCE else [(CUSTOMER, BOOKED)]
    assert house.phone.texts == expected
    assert is_whole(house)
    assert len(house.bookings()) == len(expected)
    assert len(house.replies()) == len(expected)
    assert house.records.inbox.waiting() == 0


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_booking_is_finished_by_the_providers_repeat_and_told_once(
    path: Path, house: House, point: str
) -> None:
    killed(path, BOOK, point)
    house.clock.advance(timedelta(seconds=3))
    assert house.text("SM1", BOOK).texts == (BOOKED,), "the repeat waited for the end of the dead worker's lease"
    house.phone.taken.append((CUSTOMER, BOOKED, house.clock.now()))
    sweep_for(house, minutes=3)
    assert house.phone.texts == [(CUSTOMER, BOOKED)]
    assert is_whole(house)
    assert len(house.bookings()) == len(house.replies()) == 1
    assert house.records.inbox.waiting() == 0


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_booking_is_finished_at_once_by_the_fallback_and_told_once(
    path: Path, house: House, point: str
) -> None:
    killed(path, BOOK, point)
    assert house.engine.answer(a_text("SM1", BOOK), seize=True).texts == (BOOKED,)
    assert house.clock.monotonic() == 0, "the dead worker's lease was not waited for"
    house.phone.taken.append((CUSTOMER, BOOKED, house.clock.now()))
    sweep_for(house, minutes=3)
    assert house.phone.texts == [(CUSTOMER, BOOKED)]
    assert is_whole(house)
    assert len(house.bookings()) == len(house.replies()) == 1
    assert house.records.inbox.waiting() == 0


@pytest.mark.parametrize("point", ["accepted", "leased", "thought", "inside 2", "after 2", "committed"])
def test_a_killed_answer_without_a_booking_is_given_once(path: Path, house: House, point: str) -> None:
    killed(path, "hello", point)
    sweep_for(house, minutes=3)
    assert house.phone.texts == [(CUSTOMER, "You said: hello")]
    assert [each["text"] for each in house.records.leads.events(lead_id(CUSTOMER))] == ["hello", "You said: hello"]
    assert house.lead().waiting == house.lead().effects == ()


def test_a_turn_that_is_killed_every_time_ends_with_an_apology(path: Path, house: House) -> None:
    killed(path, BOOK, "leased")
    for _ in range(2):
        house.clock.advance(timedelta(seconds=13))
        assert take_over(house.records, house.clock, house.lead()), "another worker, of which nothing is heard again"
    house.clock.advance(timedelta(seconds=13))
    house.sweep()
    assert dict(house.phone.texts)[CUSTOMER].endswith("Sorry, I'm having trouble. Brandon will text you back.")
    assert house.bookings() == []
    assert house.message("SM1").is_done
