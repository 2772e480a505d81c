"""The `Store` in one SQLite file: WAL, full durability, a pool of connections."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from linda.adapters.sqlite_store.schema import SCHEMA_VERSION, field_sql, key_sql, statements
from linda.domain.errors import Conflict, StoreUnavailable
from linda.records.store import Check, Delete, Item, Put, Range, Update, Write, holds, key_of
from linda.records.tables import Table

BUSY_TIMEOUT_MS = 5_000
MAX_WRITES = 100


class SqliteStore:
    """A store in the file `path`; raises `StoreUnavailable` with the path when the file can't be used.

    The file is created when absent, and never replaced: a corrupt one is reported and left as it is.
    """

    def __init__(self, path: Path) -> None:
        """Open or create the file and its tables."""
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        with self._reported():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._prepare()

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        """Return the item with `key`, or None."""
        with self._reported(), self._connection() as connection:
            return _read(connection, table, key)

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
        """Return the items of `partition` in order of the sort key, at most `limit`."""
        of, by = _axes(table, index)
        where, values = f"{of} = ?", [partition]
        if index is not None:
            where += f" AND {of} IS NOT NULL AND {by} IS NOT NULL"
        if within is not None:
            where += f" AND {by} BETWEEN {int(within.low)} AND {int(within.high)}"
        order = f" ORDER BY {by} {'DESC' if newest_first else 'ASC'}" if by else ""
        cut = "" if limit is None else f" LIMIT {int(limit)}"
        sql = f"SELECT item FROM {table.name} WHERE {where}{order}{cut}"  # noqa: S608 - names from the declaration
        with self._reported(), self._connection() as connection:
            return [json.loads(row[0]) for row in connection.execute(sql, values).fetchall()]

    def transact(self, *writes: Write) -> None:
        """Carry out all `writes`, or none."""
        _refuse_malformed(writes)
        with self._reported(), self._transaction() as connection:
            for place, write in enumerate(writes):
                _carry_out(connection, place, write)

    def close(self) -> None:
        """Close every idle connection; one in use is closed by whoever uses it next."""
        while self._idle:
            self._idle.pop().close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        # list.pop and list.append are atomic, so the pool needs no lock of its own.
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = _connect(self._path)
        try:
            yield connection
        finally:
            self._idle.append(connection)

    def _prepare(self) -> None:
        with self._connection() as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if found == SCHEMA_VERSION:
                return
            if found > SCHEMA_VERSION:
                raise StoreUnavailable(
                    f"{self._path} was written by a newer LINDA (schema {found}, this one knows {SCHEMA_VERSION}): "
                    "update LINDA, or name another folder with LINDA_DATA_DIR."
                )
            connection.execute("PRAGMA journal_mode = WAL")
        with self._transaction() as connection:
            for sql in statements():
                connection.execute(sql)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    @contextmanager
    def _reported(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as bad:
            raise StoreUnavailable(
                f"The database {self._path} can't be used: {bad}. It was left as it is. "
                "Another program may hold it, the disk may be full, or the file may be damaged: "
                "close the other program, or move the file aside and restore a copy."
            ) from bad


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _refuse_malformed(writes: tuple[Write, ...]) -> None:
    targets = [(w.table.name, *(_key(w).values())) for w in writes]
    if len(writes) > MAX_WRITES or len(set(targets)) != len(targets):
        raise ValueError(f"A transaction takes up to {MAX_WRITES} writes, each on another item.")


def _key(write: Write) -> Mapping[str, str | int]:
    return key_of(write.table, write.item) if isinstance(write, Put) else write.key


def _axes(table: Table, index: str | None) -> tuple[str, str | None]:
    if index is None:
        return table.partition, table.sort
    chosen = next(each for each in table.indexes if each.name == index)
    return field_sql(chosen.partition), field_sql(chosen.sort)


def _read(connection: sqlite3.Connection, table: Table, key: Mapping[str, str | int]) -> Item | None:
    sql = f"SELECT item FROM {table.name} WHERE {key_sql(table)}"  # noqa: S608 - names from the declaration
    row = connection.execute(sql, _key_values(table, key)).fetchone()
    return None if row is None else json.loads(row[0])


def _key_values(table: Table, key: Mapping[str, str | int]) -> list[str | int]:
    return [key[table.partition]] if table.sort is None else [key[table.partition], key[table.sort]]


def _carry_out(connection: sqlite3.Connection, place: int, write: Write) -> None:
    table, key = write.table, _key(write)
    needs_read = write.condition is not None or isinstance(write, Update)
    found = _read(connection, table, key) if needs_read else None
    if not holds(write.condition, found) or (isinstance(write, Update) and found is None):
        raise Conflict(place, f"{type(write).__name__.lower()} {table.name} {dict(key)}")
    match write:
        case Put(item=item):
            _write(connection, table, item)
        case Update(changes=changes):
            merged = {**(found or {}), **changes}
            _write(connection, table, {name: value for name, value in merged.items() if value is not None})
        case Delete():
            sql = f"DELETE FROM {table.name} WHERE {key_sql(table)}"  # noqa: S608 - names from the declaration
            connection.execute(sql, _key_values(table, key))
        case Check():
            pass


def _write(connection: sqlite3.Connection, table: Table, item: Item) -> None:
    values: list[Any] = [*_key_values(table, key_of(table, item)), json.dumps(item)]
    marks = ", ".join("?" * len(values))
    sql = f"INSERT OR REPLACE INTO {table.name} VALUES ({marks})"  # noqa: S608 - names from the declaration
    connection.execute(sql, values)
