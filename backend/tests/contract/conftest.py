"""One fixture for everything that is promised of a store: a further engine adds one line to ENGINES."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.records.store import Store
from linda.testing.memory_store import MemoryStore
from tests.contract.dynamo_engines import forget_moto, on_dynamodb_local, on_moto


@cache
def in_memory(folder: Path) -> MemoryStore:
    """Return the one store of `folder`, so that opening it again finds what was kept."""
    return MemoryStore()


ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: SqliteStore(folder / "linda.db"),
    "memory": in_memory,
    "dynamodb-moto": on_moto,
    "dynamodb-local": on_dynamodb_local,
}


IN_MASS = {
    "test_1_000_times_64_threads_claim_one_slot_and_one_gets_it",
    "test_10_000_repeats_at_any_age_change_nothing_and_get_the_same_answer",
    "test_a_thousand_due_rows_are_one_sweep",
    "test_no_sequence_of_steps_gives_a_minute_two_owners_or_leaves_half_a_booking",
}
"""What asks a store tens of thousands of times."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark on DynamoDB what takes minutes there, and leave it to Amazon's own program.

    moto takes one request at a time, and before each transaction it copies the whole table: minutes for nothing new.
    """
    skip = pytest.mark.skip(reason="moto copies its tables for every transaction; DynamoDB Local runs this in full")
    for item in items:
        if isinstance(item, pytest.Function) and item.originalname in IN_MASS and "dynamodb-" in item.name:
            item.add_marker(skip if "-moto" in item.name else pytest.mark.mass)


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = ENGINES[request.param](tmp_path)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _moto_forgets() -> Iterator[None]:
    yield
    forget_moto()
