"""What a store must do: get, query, and all-or-nothing conditional writes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from linda.records.tables import Table

Item = dict[str, Any]
"""JSON values: text, whole numbers, booleans, lists, mappings; no floats (money is cents, time is ms).

A None inside a list or mapping is kept; a field that is None is a field that is not there. Text is Unicode: a lone
surrogate comes back as U+FFFD.
"""

MAX_WRITES = 100
"""What DynamoDB takes in one transaction (AWS, TransactWriteItems)."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Holds when no item has this key."""


@dataclass(frozen=True, slots=True)
class Equals:
    """Holds when the item exists and its `field` has exactly `value`."""

    field: str
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class Below:
    """Holds when the item exists and its number `field` is there and less than `value`."""

    field: str
    value: int


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one of `conditions` does."""

    conditions: tuple["Condition", ...]


Condition = Absent | Equals | Below | AnyOf


@dataclass(frozen=True, slots=True)
class Put:
    """Write the whole `item`, over whatever was there, if `condition` holds for what was there."""

    table: Table
    item: Item
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """Set the fields of `changes` (a None removes the field) on an existing item, if `condition` holds.

    An absent item is a failed condition: an update never creates.
    """

    table: Table
    key: Mapping[str, str | int]
    changes: Mapping[str, Any]
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove the item with `key`, if `condition` holds."""

    table: Table
    key: Mapping[str, str | int]
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Write nothing, but let the transaction fail unless `condition` holds."""

    table: Table
    key: Mapping[str, str | int]
    condition: Condition


Write = Put | Update | Delete | Check


@dataclass(frozen=True, slots=True)
class Range:
    """Sort keys from `low` to `high`, both included."""

    low: int
    high: int


class Store(Protocol):
    """Where everything is remembered. Every read is consistent, but for those through an index."""

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        """Return the item with `key`, or None; raises `StoreUnavailable`."""

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
        """Return the items of `partition` in order of the sort key, at most `limit`.

        `index` names an index of the table: then `partition` and `within` are over its fields, and the answer may
        lag behind. Raises `StoreUnavailable`.
        """

    def transact(self, *writes: Write) -> None:
        """Carry out all `writes`, or none; at most 100, each on another item.

        Raises `Conflict` naming the first write whose condition failed, `StoreUnavailable` when nothing is known to
        have been written, `ValueError` or `TypeError` when no store could take these writes.
        """

    def close(self) -> None:
        """Let go of files and connections."""


def storable_key(table: Table, key: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Return the values of the key fields in `key` (a key or a whole item), in the order of the declaration."""
    partition = valid_text(key[table.partition])
    return (partition,) if table.sort is None else (partition, key[table.sort])


def target(write: Write) -> tuple[str | int, ...]:
    """Return the key of the item that `write` is about."""
    return storable_key(write.table, write.item if isinstance(write, Put) else write.key)


def refuse_malformed(writes: Sequence[Write]) -> None:
    """Raise `ValueError` for a transaction that no engine takes."""
    targets = {(write.table.name, *target(write)) for write in writes}
    if len(writes) > MAX_WRITES or len(targets) != len(writes):
        raise ValueError(f"A transaction takes up to {MAX_WRITES} writes, each on another item.")
    for write in writes:
        if isinstance(write, Update) and not write.changes.keys().isdisjoint({write.table.partition, write.table.sort}):
            raise ValueError("An update can't change an item's key.")


def storable(item: Mapping[str, Any]) -> Item:
    """Return `item` as every engine keeps it: without fields that are None, and text as `valid_text`.

    Raises `TypeError` for a value that an `Item` can't hold.
    """
    return {valid_text(name): _storable(value) for name, value in item.items() if value is not None}


def valid_text(text: str) -> str:
    """Return `text` with U+FFFD for each lone surrogate: no engine can encode one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _storable(value: Any) -> Any:
    match value:
        case str():
            return valid_text(value)
        case None | int():
            return value
        case list() | tuple():
            return [_storable(each) for each in value]
        case Mapping():
            return {valid_text(name): _storable(each) for name, each in value.items()}
    raise TypeError(f"A store keeps text, whole numbers, booleans, lists and mappings, no {type(value).__name__}.")


def holds(condition: Condition | None, item: Item | None) -> bool:
    """Tell whether `condition` holds for `item` (None: absent)."""
    match condition:
        case None:
            return True
        case Absent():
            return item is None
        case Equals(field, value):
            return item is not None and field in item and _same(item[field], value)
        case Below(field, value):
            return item is not None and _is_number(item.get(field)) and item[field] < value
        case AnyOf(conditions):
            return any(holds(each, item) for each in conditions)


def _same(found: Any, value: str | int | bool) -> bool:
    return type(found) is type(value) and found == value


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
