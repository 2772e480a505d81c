"""kill -9 at each point of a step of a call: the repeat and the fallback say what was done, and it was done once."""

import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.conversation.calls import Heard, Step, Then
from tests.child_process import run
from tests.faults.one_call_step import CALL
from tests.house import BOOK, BOOKED, CUSTOMER, House

PROGRAM = "tests.faults.one_call_step"
NOTHING_ACCEPTED = ["before 1", "after 1", "before 2", "inside 2"]
ACCEPTED = ["after 2", "accepted", "leased", "before 3", "inside 3"]
WROTE = ["after 3", "thought", "before 4", "inside 4"]
ANSWERED = ["after 4", "committed", "before 5"]
KEPT = ["after 5"]
POINTS = [*NOTHING_ACCEPTED, *ACCEPTED, *WROTE, *ANSWERED, *KEPT]
SAID = Step(BOOKED, Then.LISTEN, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "linda.db"


@pytest.fixture
def house(path: Path) -> Iterator[House]:
    store = SqliteStore(path)
    house = House(store)
    house.calls.begin(CALL)
    yield house
    store.close()


def killed(path: Path, point: str) -> None:
    status, said = run(PROGRAM, path, BOOK, point)
    assert (status, said) == (-signal.SIGKILL, ""), f"it was killed at {point!r}, with nothing said"


def end_and_sweep(house: House) -> None:
    house.calls.end(CALL.call_sid, "completed", 20)
    for _ in range(6):
        house.clock.advance(timedelta(seconds=30))
        house.sweep()


def test_the_step_takes_five_transactions_and_books_when_nobody_kills_it(path: Path, house: House) -> None:
    assert run(PROGRAM, path, BOOK, "after 6") == (0, BOOKED)
    assert len(house.bookings()) == 1
    assert len(POINTS) >= 14


@pytest.mark.parametrize("point", POINTS)
def test_the_carriers_repeat_hears_what_was_done_once(path: Path, house: House, point: str) -> None:
    killed(path, point)
    house.clock.advance(timedelta(seconds=3))
    assert house.calls.heard(CALL, 1, 0, Heard(BOOK)) == SAID
    assert house.calls.heard(CALL, 1, 0, Heard("something else")) == SAID, "a step is decided once"
    end_and_sweep(house)
    assert len(house.bookings()) == len(house.replies()) == 1
    assert house.records.inbox.waiting() == 0


@pytest.mark.parametrize("point", POINTS)
def test_the_fallback_says_at_once_what_was_done_once(path: Path, house: House, point: str) -> None:
    killed(path, point)
    assert house.last_calls.heard(CALL, 1, 0, Heard(BOOK)) == SAID
    assert house.clock.monotonic() == 0, "the dead worker's lease was not waited for"
    end_and_sweep(house)
    assert len(house.bookings()) == len(house.replies()) == 1
    assert house.records.inbox.waiting() == 0


@pytest.mark.parametrize("point", POINTS)
def test_who_hangs_up_meanwhile_is_told_once_by_text(path: Path, house: House, point: str) -> None:
    killed(path, point)
    end_and_sweep(house)
    texts = [body for to, body in house.phone.texts if to == CUSTOMER]
    booked = point not in NOTHING_ACCEPTED
    assert len(house.bookings()) == len(house.replies()) == booked
    heard_nothing = point == "before 1"
    assert any("Sorry we missed your call" in each for each in texts) == heard_nothing
    assert sum(each.startswith("Booked at") for each in texts) == booked, "the confirmation of what was booked"
    assert house.records.inbox.waiting() == 0
    call = house.records.calls.get(CALL.call_sid)
    assert call is not None
    assert call.is_over
