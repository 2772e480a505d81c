"""The `Store` in one SQLite file: WAL, full durability, a pool of connections, writers in the order they came."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from linda.adapters.sqlite_store.opening import connect, prepare
from linda.adapters.sqlite_store.schema import field_sql
from linda.adapters.sqlite_store.turnstile import Turnstile
from linda.adapters.sqlite_store.writing import carry_out, read
from linda.domain.errors import StoreUnavailable
from linda.private_files import create, database_files, make_folder, narrow
from linda.records.store import Item, Range, Write, refuse_malformed, storable_key, valid_text
from linda.records.tables import Table

PATIENCE_S = 5.0
"""How long a write waits for others: for threads of this process, and again for other processes."""

PAGE = 500
"""So many items are read at once where a whole table is."""


class SqliteStore:
    """A store in the file `path`; raises `StoreUnavailable` with the path when the file can't be used.

    The file is created when absent, and never replaced: a corrupt one is reported and left as it is.
    """

    def __init__(self, path: Path, *, patience_s: float = PATIENCE_S, narrows: bool = True) -> None:
        """Open or create the file and its tables; `narrows`: nobody else may read what was there already either."""
        self._path = path
        self._patience_s = patience_s
        self._writers = Turnstile()
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        with self._reported():
            make_folder(path.parent)
            create(path)  # SQLite gives the files beside it the mode of this one
            if narrows:
                narrow(*database_files(path))
            with closing(connect(path, patience_s)) as connection:
                prepare(connection, path, patience_s)

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        """Return the item with `key`, or None."""
        with self._reported(), self._connection() as connection:
            return read(connection, table, storable_key(table, key))

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
        where, values = f"{of} = ?", [valid_text(partition)]
        if index is not None:
            where += f" AND {of} IS NOT NULL AND {by} IS NOT NULL"
        if within is not None:
            where += f" AND {by} BETWEEN {int(within.low)} AND {int(within.high)}"
        order = f" ORDER BY {by} {'DESC' if newest_first else 'ASC'}" if by else ""
        cut = "" if limit is None else f" LIMIT {int(limit)}"
        sql = f"SELECT item FROM {table.name} WHERE {where}{order}{cut}"  # noqa: S608 - names from the declaration
        with self._reported(), self._connection() as connection:
            return [json.loads(row[0]) for row in connection.execute(sql, values).fetchall()]

    def items(self, table: Table) -> Iterator[Item]:
        """Yield every item of `table` in order of the key; what is written meanwhile may be seen or not."""
        keys = [table.partition] if table.sort is None else [table.partition, table.sort]
        columns, marks = ", ".join(keys), ", ".join("?" * len(keys))
        head, tail = f"SELECT item FROM {table.name}", f"ORDER BY {columns} LIMIT {PAGE}"  # noqa: S608 - names from the declaration
        where = ""
        after: tuple[str | int, ...] = ()
        while True:
            with self._reported(), self._connection() as connection:
                rows = connection.execute(f"{head}{where} {tail}", after).fetchall()
            yield from (found := [json.loads(row[0]) for row in rows])
            if len(found) < PAGE:
                return
            where, after = f" WHERE ({columns}) > ({marks})", storable_key(table, found[-1])

    def transact(self, *writes: Write) -> None:
        """Carry out all `writes`, or none."""
        refuse_malformed(writes)
        with self._reported(), self._transaction() as connection:
            for place, write in enumerate(writes):
                carry_out(connection, place, write)

    def close(self) -> None:
        """Close every connection; one in use is closed when its user is done."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._writers.passed(self._patience_s), self._connection() as connection:
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
            connection = connect(self._path, self._patience_s)
        try:
            yield connection
        finally:
            self._idle.append(connection)
            if self._closed:
                self.close()

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


def _axes(table: Table, index: str | None) -> tuple[str, str | None]:
    if index is None:
        return table.partition, table.sort
    chosen = next(each for each in table.indexes if each.name == index)
    return field_sql(chosen.partition), field_sql(chosen.sort)
