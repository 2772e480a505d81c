"""One fixture for everything that is promised of a store: a further engine adds one line to ENGINES."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.records.store import Store
from linda.testing.memory_store import MemoryStore


@cache
def in_memory(folder: Path) -> MemoryStore:
    """Return the one store of `folder`, so that opening it again finds what was kept."""
    return MemoryStore()


ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: SqliteStore(folder / "linda.db"),
    "memory": in_memory,
}


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = ENGINES[request.param](tmp_path)
    yield opened
    opened.close()
