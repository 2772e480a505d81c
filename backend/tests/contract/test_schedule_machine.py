"""The calendar under any sequence of bookings, moves, cancels, holds, crashes and time, against a simple model."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from linda.domain.errors import Conflict
from linda.records.schedule import Booking, Schedule, book, hold, move, release, taken
from linda.records.store import Store, Write
from tests.calendar_entries import NOW, a_booking, a_claim
from tests.contract.conftest import ENGINES
from tests.running.proof import in_proof

DAYS = ("2026-02-10", "2026-02-11")
PLACES = st.tuples(st.sampled_from(DAYS), st.integers(36, 42).map(lambda n: n * 15), st.integers(0, 1))
MINUTES = st.sampled_from([15, 30, 45, 60])
CUSTOMERS = st.sampled_from(["ann", "bob", "cy"])
ENDS = st.sampled_from(["well", "well", "well", "before", "after"])
"""How a write ends: well, by a crash before it, or by a crash after it, which nobody hears of and so tries again."""

Place = tuple[str, int, int]


class Calendar(RuleBasedStateMachine):
    """Carries out each step on the store and on a plain dictionary of cells."""

    made = Bundle("made")
    engine: ClassVar[Callable[[Path], Store]]

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = self.opened()
        self.now = NOW
        self.count = 0
        self.cells: dict[tuple[str, int], tuple[str, int | None]] = {}
        self.booked: dict[str, Booking] = {}

    def opened(self) -> Store:
        return type(self).engine(Path(self.folder.name))

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def write(self, writes: list[Write], ends: str) -> bool:
        if ends == "before":
            return False
        try:
            self.store.transact(*writes)
        except Conflict:
            return False
        return True

    def is_free(self, booking: Booking, *owners: str) -> bool:
        found = [self.cells.get((booking.day, slot), ("", 0)) for slot in booking.claim.slots()]
        return all(owner in {"", *owners} or (until is not None and until < self.now) for owner, until in found)

    def own(self, booking: Booking) -> None:
        self.booked[booking.booking_id] = booking
        self.cells |= {(booking.day, slot): (booking.booking_id, None) for slot in booking.claim.slots()}

    def disown(self, booking: Booking) -> None:
        del self.booked[booking.booking_id]
        for slot in booking.claim.slots():
            del self.cells[booking.day, slot]

    @rule(target=made, place=PLACES, minutes=MINUTES, customer=CUSTOMERS, ends=ENDS)
    def book(self, place: Place, minutes: int, customer: str, ends: str) -> object:
        day, starts, bench = place
        self.count += 1
        booking = a_booking(f"{customer} {self.count}", starts=starts, minutes=minutes, day=day, bench=bench)
        writes = book(booking, self.now, may_replace=f"hold#{customer}")
        expected = ends != "before" and self.is_free(booking, booking.booking_id, f"hold#{customer}")
        assert self.write(writes, ends) is expected
        if ends == "after" and expected:
            assert self.write(writes, "well"), "who did not hear of his booking finds it his own"
        if not expected:
            return multiple()
        self.own(booking)
        return booking.booking_id

    @rule(name=made, place=PLACES, ends=ENDS, customer=CUSTOMERS)
    def move(self, name: str, place: Place, ends: str, customer: str) -> None:
        old = self.booked.get(name)
        if old is None:
            return
        day, starts, bench = place
        new = replace(old, day=day, starts=starts, claim_from=starts, bench=bench)
        writes = move(old, new, self.now, may_replace=f"hold#{customer}")
        expected = ends != "before" and self.is_free(new, old.booking_id, f"hold#{customer}")
        assert self.write(writes, ends) is expected
        if ends == "after":
            self.write(writes, "well")
        if expected:
            self.disown(old)
            self.own(new)

    @rule(name=consumes(made), ends=ENDS)
    def cancel(self, name: str, ends: str) -> None:
        old = self.booked.get(name)
        if old is None:
            return
        assert self.write(release(old.claim), ends) is (ends != "before")
        if ends != "before":
            self.disown(old)
            assert not self.write(release(old.claim), "well"), "what is cancelled can't be cancelled again"
            assert not self.write(move(old, old, self.now), "well"), "nor moved"

    @rule(place=PLACES, minutes=MINUTES, customer=CUSTOMERS, ends=ENDS)
    def hold(self, place: Place, minutes: int, customer: str, ends: str) -> None:
        day, starts, bench = place
        claim = a_claim(f"hold#{customer}", minute=starts, minutes=minutes, day=day, bench=bench)
        until = self.now + 600_000
        shape = a_booking(starts=starts, minutes=minutes, day=day, bench=bench)
        expected = ends != "before" and self.is_free(shape, claim.owner)
        assert self.write(hold(claim, self.now, until), ends) is expected
        if expected:
            self.cells |= {(day, slot): (claim.owner, until) for slot in claim.slots()}

    @rule(minutes=st.sampled_from([1, 5, 10, 11]))
    def time_passes(self, minutes: int) -> None:
        self.now += minutes * 60_000

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = self.opened()

    @invariant()
    def each_minute_of_a_bench_has_the_owner_of_the_model(self) -> None:
        rows = [row for day in DAYS for row in Schedule(self.store).rows(date.fromisoformat(day))]
        assert {(row["day"], row["slot"]): (row["owner"], row.get("held_until")) for row in rows} == self.cells
        for day in DAYS:
            owned = [slot for each in self.booked.values() if each.day == day for slot in each.claim.slots()]
            assert len(owned) == len(set(owned))

    @invariant()
    def a_booking_and_its_slots_are_both_there_or_neither(self) -> None:
        calendar = Schedule(self.store)
        found = [each for day in DAYS for each in calendar.bookings(date.fromisoformat(day))]
        assert {each.booking_id: each for each in found} == self.booked
        assert len(found) == len(self.booked)
        for each in found:
            assert calendar.find(each.reference) == each

    @invariant()
    def what_counts_as_taken_is_what_nobody_else_can_have(self) -> None:
        for day in DAYS:
            busy = taken(Schedule(self.store).rows(date.fromisoformat(day)), self.now)
            expected = {
                slot
                for (of, slot), (_, until) in self.cells.items()
                if of == day and (until is None or until >= self.now)
            }
            assert {minute * 10 + bench for bench, minutes in busy.items() for minute in minutes} == expected


def check_calendar(engine: Callable[[Path], Store], examples: int, *, quick: bool = False) -> None:
    class OnEngine(Calendar):
        pass

    OnEngine.engine = staticmethod(engine)
    bounds = settings(max_examples=examples, stateful_step_count=30, database=None, report_multiple_bugs=False)
    phases = {Phase.generate} if quick else set(Phase)
    bounds = settings(bounds, phases=phases, derandomize=quick)
    run_state_machine_as_test(OnEngine, settings=bounds)


@pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)
def test_no_sequence_of_steps_gives_a_minute_two_owners_or_leaves_half_a_booking(
    engine: Callable[[Path], Store],
) -> None:
    check_calendar(engine, examples=in_proof(100))
