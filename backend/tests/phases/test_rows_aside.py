"""Scope: phase 4's rows: the owner's real state is out of their reach, and a store that lies is found out."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from linda.domain.errors import Conflict, StoreUnavailable
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode
from linda.entrypoints.phases.dynamodb_operations import write_and_read
from linda.entrypoints.phases.rows_aside import RowsAside
from linda.records import Records
from linda.records.owner_states import CURRENT
from linda.records.store import Delete, Item, Put, Write
from linda.records.tables import STATE, TABLES, Table
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore

CLOCK = FakeClock(datetime(2026, 2, 10, tzinfo=UTC))
NAME = "PHASE4-1"


class Forgetful(MemoryStore):
    """Finds nothing again."""

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        return None


class Changing(MemoryStore):
    """Gives back something else than was written."""

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        found = super().get(table, key)
        return found and {**found, "note": "another"}


class Lax(MemoryStore):
    """Takes every change, whatever its condition."""

    def transact(self, *writes: Write) -> None:
        super().transact(*(Put(each.table, each.item) if isinstance(each, Put) else each for each in writes))


class Blind(MemoryStore):
    """Answers every query with nothing."""

    def query(self, *_: Any, **__: Any) -> list[Item]:
        return []


class Keeping(MemoryStore):
    """Lets nobody remove anything."""

    def transact(self, *writes: Write) -> None:
        if any(isinstance(each, Delete) for each in writes):
            raise StoreUnavailable("DynamoDB can't be reached.")
        super().transact(*writes)


def everything(store: MemoryStore) -> list[Item]:
    tables = (store._tables[table.name].values() for table in TABLES)
    return [item for partitions in tables for items in partitions for item in items.values()]


@pytest.mark.parametrize(
    ("store", "words"),
    [
        (Forgetful(), "does not find what was just written"),
        (Changing(), "gave back another Brandon state than was written"),
        (Lax(), "took a change whose condition did not hold"),
        (Blind(), "answered a query for one event"),
    ],
    ids=lambda given: type(given).__name__,
)
def test_a_store_that_lies_is_found_out(store: MemoryStore, words: str) -> None:
    rows = RowsAside(store, NAME)
    with pytest.raises(StoreUnavailable, match=words):
        write_and_read(rows, CLOCK, NAME)
    rows.remove()
    assert everything(store) == []


def test_the_owners_real_state_is_neither_read_nor_written() -> None:
    store = MemoryStore()
    real = Records.on(store, CLOCK).states.change(OwnerState(mode=Mode.CLOSED), by="text")
    before = everything(store)
    rows = RowsAside(store, NAME)
    assert rows.get(STATE, {"state_id": CURRENT}) is None
    write_and_read(rows, CLOCK, NAME)
    assert len(everything(store)) > len(before)
    rows.remove()
    assert everything(store) == before
    assert Records.on(store, CLOCK).states.current() == real


def test_rows_that_could_not_be_removed_are_named() -> None:
    rows = RowsAside(Keeping(), NAME)
    write_and_read(rows, CLOCK, NAME)
    with pytest.raises(StoreUnavailable, match=f"Brandon_State_Log .*{NAME}#CURRENT.*Repairs_Lead_Log"):
        rows.remove()


def test_what_was_not_written_after_all_is_no_obstacle_to_removing() -> None:
    store = MemoryStore()
    rows = RowsAside(store, NAME)
    states = Records.on(rows, CLOCK).states
    first = states.change(OwnerState(), by="test")
    states.change(first, by="test")
    with pytest.raises(Conflict):
        states.change(first, by="test")
    rows.remove()
    rows.close()
    assert everything(store) == []
