"""Phase 10 leaves nothing behind: no booking, and the owner's state as it was."""

from dataclasses import replace

from linda.domain.owner_state import OwnerState
from linda.entrypoints.phases.scenarios import CUSTOMERS
from linda.entrypoints.phases.stage import Stage


def assert_put_back(stage: Stage, before: OwnerState) -> None:
    """Nothing of the test's customers is booked, and the owner's state is `before`."""
    assert [stage.bookings(customer) for customer in CUSTOMERS] == [[]] * len(CUSTOMERS)
    assert all(not stage.records.schedule.rows(day) for day in stage.days())
    now = stage.records.states.current(fresh=True)
    assert replace(now, version=0, set_at=None, set_by="") == replace(before, version=0, set_at=None, set_by="")
