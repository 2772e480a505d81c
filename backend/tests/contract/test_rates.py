"""How often something may be done, on every store: to the last one, all or none, whoever comes at once."""

from datetime import timedelta

import pytest

from linda.domain.errors import Conflict, StoreUnavailable
from linda.domain.limits import Limit, Per
from linda.records.rates import Exceeded, Rates
from linda.records.store import Store, Write
from linda.records.tables import INBOX
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.house import NOW
from tests.together import at_once

THREE = Limit("three", 3, 60_000, Per.ADDRESS, "knocks", "a bell")
FIVE = Limit("five", 5, 600_000, Per.EVERYBODY, "knocks", "a bell")


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def rates(store: Store, clock: FakeClock) -> Rates:
    return Rates(store, clock)


def test_the_last_one_is_allowed_and_one_more_is_not(rates: Rates, clock: FakeClock) -> None:
    assert [rates.take({THREE: "a"}) for _ in range(3)] == [None] * 3
    clock.advance(timedelta(seconds=20, milliseconds=1))
    assert rates.take({THREE: "a"}) == Exceeded(THREE, 40)
    assert rates.take({THREE: "b"}) is None


def test_the_window_ends_to_the_millisecond_and_begins_anew(rates: Rates, clock: FakeClock) -> None:
    for _ in range(3):
        rates.take({THREE: "a"})
    clock.advance(timedelta(milliseconds=59_999))
    assert rates.take({THREE: "a"}) == Exceeded(THREE, 1)
    clock.advance(timedelta(milliseconds=1))
    assert [rates.take({THREE: "a"}) for _ in range(4)] == [None, None, None, Exceeded(THREE, 60)]


def test_what_one_limit_refuses_no_other_counts(rates: Rates) -> None:
    for _ in range(3):
        rates.take({THREE: "a"})
    for _ in range(9):
        assert rates.take({THREE: "a", FIVE: "all"}) == Exceeded(THREE, 60)
    assert [rates.take({FIVE: "all"}) for _ in range(5)] == [None] * 5


def test_of_several_that_are_full_the_longest_is_told(rates: Rates) -> None:
    for _ in range(3):
        rates.take({THREE: "a", FIVE: "all"})
    rates.take({FIVE: "all"})
    rates.take({FIVE: "all"})
    assert rates.take({THREE: "a", FIVE: "all"}) == Exceeded(FIVE, 600)


def test_of_many_at_once_no_more_get_through(store: Store, clock: FakeClock) -> None:
    taken = at_once(12, lambda _: Rates(store, clock).take({FIVE: "all"}))
    assert taken.count(None) == 5


def test_a_count_goes_when_it_no_longer_counts(rates: Rates, store: Store) -> None:
    rates.take({THREE: "a"})
    row = store.get(INBOX, {"key": "rate#three#a"})
    assert row is not None
    assert row["expires_at"] * 1000 >= row["ends_at"]


def test_when_it_can_not_be_told_nobody_is_let_through(clock: FakeClock) -> None:
    class Restless(MemoryStore):
        def transact(self, *writes: Write) -> None:
            raise Conflict(0, "the count")

    with pytest.raises(StoreUnavailable):
        Rates(Restless(), clock).take({THREE: "a"})
