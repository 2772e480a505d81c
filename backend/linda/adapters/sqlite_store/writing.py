"""One write inside a transaction: read what is there, check the condition, change the row."""

import json
import sqlite3
from typing import Any

from linda.adapters.sqlite_store.schema import key_sql
from linda.domain.errors import Conflict
from linda.records.store import Check, Delete, Item, Put, Update, Write, holds, storable, storable_key, target
from linda.records.tables import Table

Key = tuple[str | int, ...]


def read(connection: sqlite3.Connection, table: Table, key: Key) -> Item | None:
    """Return the item with `key`, or None."""
    sql = f"SELECT item FROM {table.name} WHERE {key_sql(table)}"  # noqa: S608 - names from the declaration
    row = connection.execute(sql, key).fetchone()
    return None if row is None else json.loads(row[0])


def carry_out(connection: sqlite3.Connection, place: int, write: Write) -> None:
    """Carry out `write`, the one at `place` of its transaction; raises `Conflict` when its condition fails."""
    table, key = write.table, target(write)
    needs_read = write.condition is not None or isinstance(write, Update)
    found = read(connection, table, key) if needs_read else None
    if not holds(write.condition, found) or (isinstance(write, Update) and found is None):
        raise Conflict(place, f"{type(write).__name__.lower()} {table.name} {key}")
    match write:
        case Put(item=item):
            _put(connection, table, storable(item))
        case Update(changes=changes):
            _put(connection, table, storable({**(found or {}), **changes}))
        case Delete():
            sql = f"DELETE FROM {table.name} WHERE {key_sql(table)}"  # noqa: S608 - names from the declaration
            connection.execute(sql, key)
        case Check():
            pass


def _put(connection: sqlite3.Connection, table: Table, item: Item) -> None:
    values: list[Any] = [*storable_key(table, item), json.dumps(item, ensure_ascii=False)]
    marks = ", ".join("?" * len(values))
    sql = f"INSERT OR REPLACE INTO {table.name} VALUES ({marks})"  # noqa: S608 - names from the declaration
    connection.execute(sql, values)
