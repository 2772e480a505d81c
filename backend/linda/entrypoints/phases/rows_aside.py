"""A store whose rows are a test's own: the owner's real state is out of its reach, and all it wrote can be removed."""

from collections.abc import Mapping
from dataclasses import replace

from linda.domain.errors import StoreUnavailable
from linda.records.store import Delete, Item, Put, Range, Store, Write
from linda.records.tables import STATE, Table

Key = Mapping[str, str | int]
_AT_ONCE = 50


class RowsAside:
    """A `Store` on another one that keeps the owner's state under ids that begin with `name`.

    `put` holds every item that went into it, in order.
    """

    def __init__(self, store: Store, name: str) -> None:
        """Write into `store`."""
        self._store = store
        self._name = name
        self.put: list[tuple[Table, Item]] = []

    def get(self, table: Table, key: Key) -> Item | None:
        """Return the item with `key`, or None."""
        return self._store.get(table, self._aside(table, key))

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
        """Return the items of `partition`."""
        return self._store.query(table, partition, within, limit=limit, newest_first=newest_first, index=index)

    def transact(self, *writes: Write) -> None:
        """Carry out all `writes`, or none, and remember what was to be put: the answer may get lost."""
        moved = [self._moved(write) for write in writes]
        self.put += [(write.table, write.item) for write in moved if isinstance(write, Put)]
        self._store.transact(*moved)

    def close(self) -> None:
        """Let go of the other store."""
        self._store.close()

    def remove(self) -> None:
        """Remove every row that was put; raises `StoreUnavailable` that names those it could not."""
        keys = {(table.name, *_key(table, item).values()): (table, _key(table, item)) for table, item in self.put}
        deletes = [Delete(table, key) for table, key in keys.values()]
        for start in range(0, len(deletes), _AT_ONCE):
            try:
                self._store.transact(*deletes[start : start + _AT_ONCE])
            except StoreUnavailable as problem:
                left = "; ".join(f"{each.table.name} {dict(each.key)}" for each in deletes[start:])
                raise StoreUnavailable(f"{problem} These rows of the test are left: {left}") from problem

    def _moved(self, write: Write) -> Write:
        if isinstance(write, Put):
            return replace(write, item={**write.item, **self._aside(write.table, _key(write.table, write.item))})
        return replace(write, key=self._aside(write.table, write.key))

    def _aside(self, table: Table, key: Key) -> Key:
        return {STATE.partition: f"{self._name}#{key[STATE.partition]}"} if table is STATE else key


def _key(table: Table, item: Item) -> dict[str, str | int]:
    return {name: item[name] for name in (table.partition, table.sort) if name is not None}
