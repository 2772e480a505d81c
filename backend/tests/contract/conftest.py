"""One fixture for everything that is promised of a store: a further engine adds one line to ENGINES."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.records.store import Store
from linda.testing.memory_store import MemoryStore

ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: SqliteStore(folder / "linda.db"),
    "memory": lambda folder: MemoryStore(),
}


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = ENGINES[request.param](tmp_path)
    yield opened
    opened.close()
