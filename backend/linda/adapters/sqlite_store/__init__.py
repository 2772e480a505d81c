"""The store in one SQLite file."""

from linda.adapters.sqlite_store.engine import SqliteStore

__all__ = ["SqliteStore"]
