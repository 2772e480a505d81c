"""The owner's state: one current row with a version, and every change as a row of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from linda.domain.clock import Clock
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode, Persona
from linda.records.store import Absent, Equals, Item, Put, Store, Write
from linda.records.tables import STATE

CURRENT = "CURRENT"
CACHED_FOR = timedelta(seconds=2)
SETTINGS_CHANGED = "settings"
"""Who made a change of the state that only puts other settings of the shop in force."""


class OwnerStates:
    """The owner's state on a store; reads are cached for two seconds."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Keep the state in `store`."""
        self._store = store
        self._clock = clock
        self._cached: tuple[datetime, OwnerState] | None = None

    def current(self, *, fresh: bool = False) -> OwnerState:
        """Return the stored state (`OwnerState.at` tells what is in force); `fresh` goes past the cache."""
        now = self._clock.now()
        if not fresh and self._cached is not None and timedelta(0) <= now - self._cached[0] < CACHED_FOR:
            return self._cached[1]
        item = self._store.get(STATE, {"state_id": CURRENT})
        state = _from_item(item) if item else OwnerState()
        self._cached = (now, state)
        return state

    def change(self, state: OwnerState, *, by: str, also: Write | None = None) -> OwnerState:
        """Store `state` over the version it carries, together with `also`, and return it with the next version.

        Raises `Conflict` when somebody changed the state since, or the condition of `also` does not hold.
        """
        now = self._clock.now()
        changed = replace(state, version=state.version + 1, set_at=now, set_by=by)
        item = _to_item(changed)
        over = Equals("version", state.version) if state.version else Absent()
        self._cached = None
        self._store.transact(
            Put(STATE, {"state_id": CURRENT, **item}, over),
            Put(STATE, {"state_id": change_id(changed.version), **item}, Absent()),
            *([also] if also else []),
        )
        self._cached = (now, changed)
        return changed

    def history(self, *, limit: int = 20) -> list[OwnerState]:
        """Return the latest changes, newest first."""
        return list(islice(self._changes(), limit))

    def before_last(self) -> OwnerState:
        """Return the state before its latest change; a change of the shop's settings is none, and stays in force."""
        latest = self.current(fresh=True)
        own = (each for each in self._changes() if each.set_by != SETTINGS_CHANGED)
        next(own, None)
        return replace(next(own, OwnerState()), settings_version=latest.settings_version)

    def _changes(self) -> Iterator[OwnerState]:
        latest = self.current(fresh=True).version
        rows = (self._store.get(STATE, {"state_id": change_id(number)}) for number in range(latest, 0, -1))
        return (_from_item(row) for row in rows if row)


def change_id(version: int) -> str:
    """Return the key of the change that made `version`."""
    return f"CHANGE#{version:08d}"


def _to_item(state: OwnerState) -> Item:
    item = {key: value for key, value in asdict(state).items() if value is not None}
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in item.items()}


def _from_item(item: Mapping[str, Any]) -> OwnerState:
    values = {key: value for key, value in item.items() if key in OwnerState.__dataclass_fields__}
    values["mode"] = Mode(values["mode"])
    for key in ("until", "set_at"):
        if key in values:
            values[key] = datetime.fromisoformat(values[key])
    if "persona" in values:
        values["persona"] = Persona(values["persona"])
    return OwnerState(**values)
