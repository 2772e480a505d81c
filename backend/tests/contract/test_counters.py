"""Daily sums: nothing that was counted is lost, whoever counts at the same moment, and few calls are made."""

from datetime import date, timedelta
from typing import Any

from linda.records.counters import Counter, DailySums
from linda.records.store import Store, Write
from linda.testing.memory_store import MemoryStore
from tests.counting_store import CountingStore

DAY = date(2026, 2, 10)


class RivalStore(MemoryStore):
    """Lets somebody else count in between, `times` times."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    def transact(self, *writes: Write) -> None:
        if self.times:
            self.times -= 1
            rival: Any = Counter(self, "model", DAY.isoformat()).add(1)
            super().transact(rival)
        super().transact(*writes)


def test_sums_of_several_who_count_at_once_are_all_there() -> None:
    store = RivalStore(3)
    sums = DailySums(store, "model")
    assert sums.total(DAY) == 0
    sums.add(DAY, 100)
    assert sums.total(DAY) == 103


def test_a_sum_that_never_stands_still_is_given_up_and_stops_nobody() -> None:
    sums = DailySums(RivalStore(50), "model")
    sums.add(DAY, 100)
    assert sums.total(DAY) == 10


def test_a_sum_is_the_same_on_every_store_and_for_everybody(store: Store) -> None:
    mine, theirs = DailySums(store, "model"), DailySums(store, "model")
    mine.add(DAY, 5)
    theirs.add(DAY, 7)
    mine.add(DAY, 1)
    assert (mine.total(DAY), theirs.total(DAY)) == (13, 13)
    assert DailySums(store, "other").total(DAY) == 0


def test_looking_and_then_counting_takes_two_calls() -> None:
    store = CountingStore(MemoryStore())
    sums = DailySums(store, "model")
    sums.total(DAY)
    sums.add(DAY, 5)
    assert len(store.taken()) == 2


def test_a_new_day_begins_at_nothing() -> None:
    sums = DailySums(MemoryStore(), "model")
    sums.add(DAY, 5)
    assert sums.total(DAY + timedelta(days=1)) == 0
    assert sums.total(DAY) == 5
