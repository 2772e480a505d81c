"""Copying every item from one store to another: compared first, resumable, and read back at the end."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from linda.domain.errors import Conflict, NotCopied
from linda.records.contents import Contents, Key, WholeStore, contents, item_hash, table_hash
from linda.records.differences import (
    Differences,
    compared,
    key_fields,
    refuse_to_overwrite,
    refuse_what_is_newer,
    refuse_what_is_there,
)
from linda.records.store import MAX_WRITES, Absent, Delete, Item, Put, Write, storable_key
from linda.records.tables import INBOX, TABLES, Table

MARKER: Key = ("copy#unfinished",)
"""The row that stands in a target, beside the accepted messages, from the first write until everything is verified."""

BATCH_BYTES = 3_000_000
"""DynamoDB takes 4 MB in a transaction (AWS, TransactWriteItems); JSON text is about as long as what AWS counts."""

TOLD_EVERY = 1_000

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Place:
    """A store, and what a person calls it ("SQLite, .linda/linda.sqlite3")."""

    store: WholeStore
    name: str


@dataclass(frozen=True, slots=True)
class Copied:
    """One table, verified: its items, how many were written in this run, and the hash of them all (hex)."""

    table: str
    items: int
    written: int
    sha256: str


@dataclass(slots=True)
class Copying:
    """A copy of `source` into `target`; `tell` hears how far it is.

    A target that holds anything is refused, but for an unfinished copy of the same source: that is brought up to
    date and gone on with. With `into_existing` other items may be there, and nothing that is there is changed.
    """

    source: Place
    target: Place
    tell: Tell
    into_existing: bool = False
    keeps: bool = field(init=False, default=False)

    def run(self) -> list[Copied]:
        """Copy and verify all tables; raises `NotCopied`, `StoreUnavailable`."""
        marker = self._begun_before()
        self.keeps = self.into_existing or bool(marker and marker["keeps"])
        found = [self._compared(table) for table in TABLES]
        self._refuse(found, is_ours=marker is not None)
        if marker is None:
            row = {**key_fields(INBOX, MARKER), "source": self.source.name, "keeps": self.keeps}
            self._write([Put(INBOX, row, Absent())])
        written = [self._carry_out(each) for each in found]
        verified = [self._verified(each, count) for each, count in zip(found, written, strict=True)]
        self._write([Delete(INBOX, key_fields(INBOX, MARKER))])
        return verified

    def _begun_before(self) -> Item | None:
        if _marker(self.source) is not None:
            raise NotCopied(f"{self.source.name} is a copy that was not finished: finish that one first.")
        marker = _marker(self.target)
        if marker is not None and marker["source"] != self.source.name:
            raise NotCopied(
                f"{self.target.name} is an unfinished copy of {marker['source']}: finish that one, or empty it."
            )
        return marker

    def _compared(self, table: Table) -> Differences:
        self.tell(f"{table.name}: comparing")
        return compared(table, contents(self.source.store, table), self._held(table))

    def _held(self, table: Table) -> Contents:
        return {key: each for key, each in contents(self.target.store, table).items() if key != MARKER}

    def _refuse(self, found: list[Differences], *, is_ours: bool) -> None:
        if self.keeps:
            refuse_to_overwrite(found, self.target.name)
        elif is_ours:
            refuse_what_is_newer(found, self.source.store, self.target.store, self.target.name)
        else:
            refuse_what_is_there(found, self.target.name)

    def _carry_out(self, found: Differences) -> int:
        to_write, written = len(found.absent) + len(found.changed), 0
        for batch in in_batches(self._writes(found)):
            self._write(batch)
            written += sum(isinstance(each, Put) for each in batch)
            if written == to_write or written % TOLD_EVERY < len(batch):
                self.tell(f"{found.table.name}: {written} of {to_write} written, {len(found.wanted)} in all")
        return written

    def _writes(self, found: Differences) -> Iterator[Write]:
        for item in self.source.store.items(found.table):
            key = storable_key(found.table, item)
            if found.wanted.get(key) != item_hash(item):
                continue  # it has changed since it was compared, which the verification will say
            if key in found.absent:
                yield Put(found.table, item, Absent())
            elif key in found.changed:
                yield Put(found.table, item)
        for key in () if self.keeps else found.surplus:
            yield Delete(found.table, key_fields(found.table, key))

    def _write(self, writes: list[Write]) -> None:
        try:
            self.target.store.transact(*writes)
        except Conflict as conflict:
            raise NotCopied(
                f"Somebody else writes to {self.target.name} ({conflict.what}): stop LINDA there, and run it again."
            ) from conflict
        except ValueError as bad:
            raise NotCopied(f"{self.target.name} can't keep what {self.source.name} holds. {bad}") from bad

    def _verified(self, found: Differences, written: int) -> Copied:
        """Read both sides back."""
        name = found.table.name
        self.tell(f"{name}: verifying")
        if contents(self.source.store, found.table) != found.wanted:
            raise NotCopied(
                f"{self.source.name} changed while it was copied ({name}): stop LINDA there, and run it again; "
                "the copy goes on where it is."
            )
        held = self._held(found.table)
        held = {key: each for key, each in held.items() if key in found.wanted} if self.keeps else held
        if held != found.wanted:
            raise NotCopied(
                f"{self.target.name} does not hold what was copied ({name}: {len(held)} items for "
                f"{len(found.wanted)}, hash {table_hash(held)[:12]} for {table_hash(found.wanted)[:12]}): stop "
                "whoever writes there, and run it again."
            )
        return Copied(name, len(held), written, table_hash(held))


def in_batches(writes: Iterable[Write]) -> Iterator[list[Write]]:
    """Yield `writes` in lists that one transaction takes."""
    batch: list[Write] = []
    size = 0
    for write in writes:
        more = len(json.dumps(write.item)) if isinstance(write, Put) else 0
        if batch and (len(batch) == MAX_WRITES or size + more > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(write)
        size += more
    if batch:
        yield batch


def _marker(place: Place) -> Item | None:
    return place.store.get(INBOX, key_fields(INBOX, MARKER))
