"""What a table holds as a whole: every item by its key and hash, and one hash for all of them."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Protocol

from linda.records.store import Item, Store, storable_key
from linda.records.tables import Table

Key = tuple[str | int, ...]
Contents = dict[Key, bytes]
"""The SHA-256 of each item, by key: some hundred bytes an item, so that a shop's years fit in memory."""


class AllItems(Protocol):
    """The reading side of a copy."""

    def items(self, table: Table) -> Iterator[Item]:
        """Yield every item of `table`, each once, in an order of the engine's own; raises `StoreUnavailable`.

        It is no snapshot: what is written meanwhile may be seen or not.
        """


class WholeStore(Store, AllItems, Protocol):
    """A store that can also be read from end to end."""


def item_hash(item: Item) -> bytes:
    """Return the SHA-256 of `item`, which is the same on every engine: the order of fields does not count."""
    text = json.dumps(item, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).digest()


def contents(store: AllItems, table: Table) -> Contents:
    """Read the whole of `table`."""
    return {storable_key(table, item): item_hash(item) for item in store.items(table)}


def table_hash(held: Mapping[Key, bytes]) -> str:
    """Return one hash for all items, whatever their order: the sum of theirs (an exclusive or would let pairs pass)."""
    total = sum(int.from_bytes(each) for each in held.values())
    return (total % 2**256).to_bytes(32).hex()
