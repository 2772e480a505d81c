"""Connections of a relay whose frames come one by one, each to whichever process is free.

A row says whose call a connection is and how far it is. One frame at a time is dealt with: whoever has the row busy is
waited for. A caller who breaks in waits for nobody; that is counted, and whoever speaks looks at the count.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from linda.domain.errors import Conflict, StoreUnavailable
from linda.records.store import Absent, Equals, Item, Put, Store
from linda.records.tables import INBOX

_MOST_TRIES = 20
LONGEST_S = 3 * 3600
"""API Gateway ends a connection after two hours; an hour later nobody asks for its row any more."""


@dataclass(frozen=True, slots=True)
class RelayConnection:
    """One connection. `number` is the step that comes next, `busy_until` (epoch ms) who works on it may be at it.

    `breaks` counts how often the caller broke in.
    """

    connection_id: str
    call_sid: str
    number: int
    began_at: int
    busy_until: int = 0
    breaks: int = 0
    version: int = 1


class RelayConnections:
    """The connections on a store."""

    def __init__(self, store: Store) -> None:
        """Keep connections in `store`."""
        self._store = store

    def get(self, connection_id: str) -> RelayConnection | None:
        """Return the connection with this id, or None."""
        row = self._store.get(INBOX, {"key": _key(connection_id)})
        return _from_row(row) if row else None

    def begin(self, connection: RelayConnection) -> bool:
        """Keep a connection that has said whose it is; False when it had said so before."""
        try:
            self._store.transact(Put(INBOX, _row(connection), Absent()))
        except Conflict:
            return False
        return True

    def take(self, connection: RelayConnection, now_ms: int, until_ms: int) -> RelayConnection | None:
        """Make a connection, as it was read, busy until then; None when somebody else is at it, or it has changed."""
        if connection.busy_until > now_ms:
            return None
        return self._changed(connection, {"busy_until": until_ms})

    def change(self, connection_id: str, **values: Any) -> None:
        """Set `values`, whoever else changes it."""
        self._amend(connection_id, lambda _: values)

    def broken_in(self, connection_id: str) -> None:
        """Count that the caller broke in."""
        self._amend(connection_id, lambda connection: {"breaks": connection.breaks + 1})

    def _amend(self, connection_id: str, decide: Callable[[RelayConnection], Mapping[str, Any]]) -> None:
        for _ in range(_MOST_TRIES):
            connection = self.get(connection_id)
            if connection is None or self._changed(connection, decide(connection)):
                return
        raise StoreUnavailable(f"connection {connection_id} changed {_MOST_TRIES} times while it was written")

    def _changed(self, connection: RelayConnection, values: Mapping[str, Any]) -> RelayConnection | None:
        changed = replace(connection, **values, version=connection.version + 1)
        try:
            self._store.transact(Put(INBOX, _row(changed), Equals("version", connection.version)))
        except Conflict:
            return None
        return changed


def _key(connection_id: str) -> str:
    return f"relay#{connection_id}"


def _row(connection: RelayConnection) -> Item:
    return {
        "key": _key(connection.connection_id),
        **asdict(connection),
        "expires_at": connection.began_at // 1000 + LONGEST_S,
    }


def _from_row(row: Item) -> RelayConnection:
    return RelayConnection(**{name: row[name] for name in RelayConnection.__dataclass_fields__ if name in row})
