"""Daily sums that limits are kept with: what was given away, what the model cost."""

from linda.records.store import Absent, Equals, Put, Store
from linda.records.tables import INBOX


class Counter:
    """One day's sum on a store. Whole numbers: cents, or millionths of a dollar."""

    def __init__(self, store: Store, name: str, day: str) -> None:
        """Count `name` ("discount", "model") for the ISO date `day`."""
        self._store = store
        self._key = f"count#{name}#{day}"

    def value(self) -> int:
        """Return the sum so far."""
        item = self._store.get(INBOX, {"key": self._key})
        return int(item["value"]) if item else 0

    def add(self, amount: int) -> Put:
        """Return the write that adds `amount`; it conflicts when somebody else counted in between."""
        item = self._store.get(INBOX, {"key": self._key})
        if item is None:
            return Put(INBOX, {"key": self._key, "value": amount, "version": 1}, Absent())
        counted = {"key": self._key, "value": item["value"] + amount, "version": item["version"] + 1}
        return Put(INBOX, counted, Equals("version", item["version"]))
