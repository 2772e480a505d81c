"""Daily sums that limits are kept with: what was given away, what the model cost."""

from datetime import date

from linda.domain.errors import Conflict
from linda.records.store import Absent, Equals, Item, Put, Store
from linda.records.tables import INBOX

MOST_TRIES = 10


class Counter:
    """One day's sum on a store. Whole numbers: cents, or millionths of a dollar."""

    def __init__(self, store: Store, name: str, day: str) -> None:
        """Count `name` ("discount", "model") for the ISO date `day`."""
        self._store = store
        self._key = f"count#{name}#{day}"
        self._seen: Item | None = None

    def value(self) -> int:
        """Return the sum so far."""
        self._seen = self._store.get(INBOX, {"key": self._key})
        return int(self._seen["value"]) if self._seen else 0

    def add(self, amount: int) -> Put:
        """Return the write that adds `amount`; it conflicts when somebody else counted in between."""
        self.value()
        return self._added(amount)

    def count(self, amount: int) -> None:
        """Add `amount` to the sum last seen, or to what is there when somebody else has counted since.

        One who never gets through is given up: a sum that misses a little stops nobody.
        """
        for _ in range(MOST_TRIES):
            write = self._added(amount)
            try:
                self._store.transact(write)
            except Conflict:
                self.value()
            else:
                self._seen = write.item
                return

    def _added(self, amount: int) -> Put:
        if self._seen is None:
            return Put(INBOX, {"key": self._key, "value": amount, "version": 1}, Absent())
        version = self._seen["version"]
        counted = {"key": self._key, "value": self._seen["value"] + amount, "version": version + 1}
        return Put(INBOX, counted, Equals("version", version))


class DailySums:
    """A sum for each day, shared by every process; one call of the store to look, and mostly one to count."""

    def __init__(self, store: Store, name: str) -> None:
        """Keep the sums of `name` in `store`."""
        self._store = store
        self._name = name
        self._today: tuple[date, Counter] | None = None

    def total(self, day: date) -> int:
        """Return the sum of `day` so far."""
        return self._of(day).value()

    def add(self, day: date, amount: int) -> None:
        """Add to the sum of `day`, again when somebody else counted at the same moment."""
        self._of(day).count(amount)

    def _of(self, day: date) -> Counter:
        if self._today is None or self._today[0] != day:
            self._today = (day, Counter(self._store, self._name, day.isoformat()))
        return self._today[1]
