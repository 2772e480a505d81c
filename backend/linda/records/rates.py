"""How often something was done in a while: limits that hold for every process, kept in the store."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from linda.domain.clock import Clock
from linda.domain.errors import Conflict, StoreUnavailable
from linda.domain.limits import Limit
from linda.records.store import Absent, Equals, Item, Put, Store
from linda.records.tables import INBOX

MOST_TRIES = 50
"""Of as many who count at one moment, the unluckiest comes last."""


@dataclass(frozen=True, slots=True)
class Exceeded:
    """The limit that was reached, and in how many seconds there is room again."""

    limit: Limit
    retry_s: int


class Rates:
    """The counters on a store."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Count in `store`."""
        self._store = store
        self._clock = clock

    def take(self, uses: Mapping[Limit, str]) -> Exceeded | None:
        """Count one more time for each of `uses` (whose it is, by limit); or none of them, and return what is full.

        Raises `StoreUnavailable` when others count so fast that it can't be told.
        """
        for _ in range(MOST_TRIES):
            now = round(self._clock.now().timestamp() * 1000)
            rows = {limit: self._store.get(INBOX, _key(limit, whose)) for limit, whose in uses.items()}
            full = _full(rows, now)
            if full is not None:
                return full
            try:
                self._store.transact(*_counted(uses, rows, now))
            except Conflict:
                continue
            return None
        raise StoreUnavailable(f"{MOST_TRIES} others counted at the same moment")

    def left(self, limit: Limit, whose: str) -> int:
        """Return how many more times there may be."""
        now = round(self._clock.now().timestamp() * 1000)
        row = self._store.get(INBOX, _key(limit, whose))
        return limit.most - row["count"] if row and now < row["ends_at"] else limit.most

    def ends_in(self, limit: Limit, whose: str) -> int:
        """Return in how many seconds the time of `limit` is over, 0 where none runs."""
        now = round(self._clock.now().timestamp() * 1000)
        row = self._store.get(INBOX, _key(limit, whose))
        return max(0, (row["ends_at"] - now + 999) // 1000) if row else 0


def _key(limit: Limit, whose: str) -> dict[str, str]:
    return {"key": f"rate#{limit.name}#{whose}"}


def _full(rows: Mapping[Limit, Item | None], now: int) -> Exceeded | None:
    """Return the full limit that stays full for longest."""
    full = [
        Exceeded(limit, (row["ends_at"] - now + 999) // 1000)
        for limit, row in rows.items()
        if row and now < row["ends_at"] and row["count"] >= limit.most
    ]
    return max(full, key=lambda each: each.retry_s, default=None)


def _counted(uses: Mapping[Limit, str], rows: Mapping[Limit, Item | None], now: int) -> Iterator[Put]:
    for limit, whose in uses.items():
        row = rows[limit]
        running = row is not None and now < row["ends_at"]
        count, ends_at = (row["count"] + 1, row["ends_at"]) if row and running else (1, now + limit.window_ms)
        # A stamp, not a number: after the row was removed and made again, no number would tell.
        item = {**_key(limit, whose), "count": count, "ends_at": ends_at, "stamp": secrets.token_hex(8)}
        over = Equals("stamp", row["stamp"]) if row else Absent()
        yield Put(INBOX, {**item, "expires_at": ends_at // 1000 + 1}, over)
