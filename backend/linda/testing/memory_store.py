"""A store in this process: the rules of every store and nothing that outlives it, for thousands of turns."""

import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping

from linda.domain.errors import Conflict
from linda.records.store import (
    Check,
    Delete,
    Item,
    Put,
    Range,
    Update,
    Write,
    holds,
    refuse_malformed,
    storable,
    storable_key,
    target,
    valid_text,
)
from linda.records.tables import Table

Key = tuple[str | int, ...]


class MemoryStore:
    """A `Store` in dictionaries, by partition; one thread at a time."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = threading.Lock()
        self._tables: defaultdict[str, defaultdict[str | int, dict[Key, Item]]] = defaultdict(lambda: defaultdict(dict))

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        """Return a copy of the item with `key`, or None."""
        with self._lock:
            found = self._find(table, storable_key(table, key))
            return None if found is None else storable(found)

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
        """Return copies of the items of `partition` in order of the sort key, at most `limit`."""
        with self._lock:
            rows, by = self._rows(table, valid_text(partition), index)
            return [storable(item) for item in _ordered(rows, by, within, newest_first=newest_first)[:limit]]

    def items(self, table: Table) -> Iterator[Item]:
        """Yield copies of every item of `table`, as they are now."""
        with self._lock:
            held = [storable(item) for items in self._tables[table.name].values() for item in items.values()]
        yield from held

    def transact(self, *writes: Write) -> None:
        """Carry out all `writes`, or none."""
        refuse_malformed(writes)
        with self._lock:
            results = [self._result(place, write) for place, write in enumerate(writes)]
            for write, result in zip(writes, results, strict=True):
                key = target(write)
                held = self._tables[write.table.name][key[0]]
                if result is None:
                    held.pop(key, None)
                else:
                    held[key] = result

    def close(self) -> None:
        """Do nothing: whoever holds the store may go on with it."""

    def _rows(self, table: Table, partition: str, index: str | None) -> tuple[list[Item], str | None]:
        """Return what the table, or an index of it, holds of `partition`, and the field that orders it."""
        held = self._tables[table.name]
        if index is None:
            return list(held[partition].values()), table.sort
        by = next(each for each in table.indexes if each.name == index)
        found = [item for items in held.values() for item in items.values() if item.get(by.partition) == partition]
        return [item for item in found if item.get(by.sort) is not None], by.sort

    def _find(self, table: Table, key: Key) -> Item | None:
        return self._tables[table.name][key[0]].get(key)

    def _result(self, place: int, write: Write) -> Item | None:
        """Return the item as it is after `write`, None for none; raises `Conflict` when its condition fails."""
        key = target(write)
        found = self._find(write.table, key)
        if not holds(write.condition, found) or (isinstance(write, Update) and found is None):
            raise Conflict(place, f"{type(write).__name__.lower()} {write.table.name} {key}")
        match write:
            case Put(item=item):
                return storable(item)
            case Update(changes=changes):
                return storable({**(found or {}), **changes})
            case Delete():
                return None
            case Check():
                return found


def _ordered(rows: list[Item], by: str | None, within: Range | None, *, newest_first: bool) -> list[Item]:
    if by is None:
        return rows
    inside = [item for item in rows if within is None or within.low <= item[by] <= within.high]
    return sorted(inside, key=lambda item: int(item[by]), reverse=newest_first)
