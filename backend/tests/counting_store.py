"""A store that remembers each call that goes through it, and lets a test step in before a write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from linda.records.store import Item, Put, Range, Store, Write
from linda.records.tables import Table


@dataclass
class CountingStore:
    """Passes every call on to `store`; `before` (by number, from 1) is called before a transaction."""

    store: Store
    calls: list[str] = field(default_factory=list)
    before: dict[int, Callable[[], None]] = field(default_factory=dict)
    transactions: int = 0

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        """Get, and remember it."""
        self.calls.append(f"get {table.name} {dict(key)}")
        return self.store.get(table, key)

    def query(
        self,
        table: Table,
        partition: str,
        within: Range | None = None,
        *,
        limit: int | None = None,
        newest_first: bool = False,
        index: str | None = None,
    ) -> list[Item]:
        """Query, and remember it."""
        self.calls.append(f"query {table.name} {partition}")
        return self.store.query(table, partition, within, limit=limit, newest_first=newest_first, index=index)

    def transact(self, *writes: Write) -> None:
        """Write, and remember what."""
        self.transactions += 1
        self.before.pop(self.transactions, _nothing)()
        said = ", ".join(f"{type(each).__name__} {_key(each)}" for each in writes)
        self.calls.append(f"transact {said}")
        self.store.transact(*writes)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def taken(self) -> list[str]:
        """Return the calls since the last time, and forget them."""
        taken, self.calls = self.calls, []
        return taken


def _nothing() -> None:
    pass


def _key(write: Write) -> str:
    held = write.item if isinstance(write, Put) else write.key
    fields = filter(None, (write.table.partition, write.table.sort))
    return f"{write.table.name}({', '.join(str(held[each]) for each in fields)})"
