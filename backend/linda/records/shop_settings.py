"""The owner's changes of the shop file: every version is a row of its own, and his state says which is in force.

So a turn, which reads the state anyway, learns of a change without asking the store once more.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from linda.domain.clock import Clock
from linda.domain.errors import Conflict
from linda.domain.owner_state import OwnerState
from linda.records.owner_states import SETTINGS_CHANGED, OwnerStates
from linda.records.store import Absent, Put, Store
from linda.records.tables import STATE

MAX_TRIES = 5
"""How often a change is begun again because the owner's mode was changed beside it."""


class ShopSettings:
    """The changed sections of the shop file on a store, in the file's own form."""

    def __init__(self, store: Store, states: OwnerStates, clock: Clock) -> None:
        """Keep the sections in `store`, and their version in `states`."""
        self._store = store
        self._states = states
        self._clock = clock

    def sections(self, version: int) -> Mapping[str, Any] | None:
        """Return the changed sections of `version`, none for 0; None when that version was never written."""
        if version == 0:
            return {}
        row = self._store.get(STATE, {"state_id": settings_id(version)})
        return row["sections"] if row else None

    def put_in_force(self, sections: Mapping[str, Any], *, over: int) -> OwnerState:
        """Keep `sections` as the version after `over` and return the state that carries it.

        Raises `Conflict` when `over` is not the version in force.
        """
        for _ in range(MAX_TRIES):
            state = self._states.current(fresh=True)
            if state.settings_version != over:
                break
            row = {"state_id": settings_id(over + 1), "sections": dict(sections)}
            written = Put(STATE, {**row, "set_at": self._clock.now().isoformat()}, Absent())
            try:
                return self._states.change(replace(state, settings_version=over + 1), by=SETTINGS_CHANGED, also=written)
            except Conflict:
                continue
        raise Conflict(0, f"{STATE.name} {settings_id(over + 1)}")


def settings_id(version: int) -> str:
    """Return the key of the settings of `version`."""
    return f"SETTINGS#{version:08d}"
