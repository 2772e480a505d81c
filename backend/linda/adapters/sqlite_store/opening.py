"""Opening the file: made when absent, refused when it is not ours, never replaced."""

import sqlite3
import time
from pathlib import Path

from linda.adapters.sqlite_store.schema import APPLICATION_ID, SCHEMA_VERSION, statements
from linda.domain.errors import StoreUnavailable


def connect(path: Path, patience_s: float) -> sqlite3.Connection:
    """Return a connection to `path` that waits up to `patience_s` for other processes."""
    connection = sqlite3.connect(path, timeout=patience_s, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection, path: Path, patience_s: float) -> None:
    """Make the tables in a new file, or make sure that an old one is ours and can be written.

    Raises:
        StoreUnavailable: another program's file, or one of a newer LINDA.
        sqlite3.Error: whatever else keeps the file from being used.
    """
    if _is_new(connection, path):
        _write_ahead(connection, patience_s)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _is_new(connection, path):
            for sql in statements():
                connection.execute(sql)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _is_new(connection: sqlite3.Connection, path: Path) -> bool:
    application, version = (_pragma(connection, name) for name in ("application_id", "user_version"))
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if not (application or version or tables):
        return True
    if application != APPLICATION_ID:
        raise StoreUnavailable(
            f"{path} is the database of another program; it was left as it is. "
            "Name a folder of LINDA's own with LINDA_DATA_DIR."
        )
    if version > SCHEMA_VERSION:
        raise StoreUnavailable(
            f"{path} was written by a newer LINDA (schema {version}, this one knows {SCHEMA_VERSION}); it was left "
            "as it is. Update LINDA, or name another folder with LINDA_DATA_DIR."
        )
    return False


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _write_ahead(connection: sqlite3.Connection, patience_s: float) -> None:
    # Two processes that open a new file at once can meet here, and SQLite does not wait for this lock by itself.
    last = time.monotonic() + patience_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > last:
                raise
            time.sleep(0.01)
        else:
            return
