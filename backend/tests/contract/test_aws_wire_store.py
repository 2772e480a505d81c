"""The promises of a store, and a turn, on DynamoDB Local through the small client that plain functions on AWS use.

Store and tests are those of the DynamoDB engine; only what carries the requests is another. So it is reads, writes and
text that are asked again here, and what a client adds to them, but not every record on top of them.
"""

import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from linda.adapters.aws_wire import Access
from linda.adapters.aws_wire.client import Patience, connect
from linda.adapters.aws_wire.services import DYNAMODB
from linda.adapters.dynamo_store import DynamoStore, create_missing
from linda.adapters.dynamo_store.client import CONNECT_S, CONNECTIONS
from linda.domain.errors import StoreUnavailable
from linda.records.store import Put, Store
from linda.records.tables import STATE
from tests.contract import test_store_reads, test_store_text, test_store_writes
from tests.contract.dynamo_engines import SLOW_MACHINE_S, local, server
from tests.house import BOOK, BOOKED, House

for _module in (test_store_reads, test_store_text, test_store_writes):
    globals().update({name: each for name, each in vars(_module).items() if name.startswith("test_")})


def small(prefix: str) -> DynamoStore:
    access = Access("test", "test", "session", endpoints=(("", server()),))
    client = connect(DYNAMODB, "us-east-1", access, Patience(CONNECT_S, SLOW_MACHINE_S, CONNECTIONS))
    return DynamoStore(client, prefix)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    prefix = f"w{uuid.uuid4().hex[:12]}_"
    create_missing(local(), prefix)
    opened = small(prefix)
    yield opened
    opened.close()


def test_the_promises_are_all_here() -> None:
    assert {"test_text_comes_back_as_it_went_in", "test_a_turn_is_answered_once"} <= set(globals())
    assert sum(name.startswith("test_") for name in globals()) > 20


def test_a_turn_is_answered_once(store: Store) -> None:
    house = House(store)
    assert house.text("SM1", BOOK).texts == (BOOKED,)
    assert house.text("SM1", BOOK).repeated
    assert len(house.bookings()) == 1


def test_a_table_that_is_not_there_is_told_as_ever(store: Store) -> None:
    with (
        closing(small("nowhere_")) as elsewhere,
        pytest.raises(StoreUnavailable, match="nowhere_Brandon_State_Log is not there in us-east-1"),
    ):
        elsewhere.transact(Put(STATE, {"state_id": "A"}))
