"""The two doubles of DynamoDB that the contract is tested on, each started once for a whole run of tests.

moto is a Python model of DynamoDB in this process, without a notion of threads: one request at a time. DynamoDB
Local is Amazon's own program, and takes requests at once as DynamoDB does.
"""

import os
import threading
import uuid
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import boto3  # type: ignore[import-untyped]
import pytest
from botocore.config import Config  # type: ignore[import-untyped]
from moto.backends import get_backend
from moto.core.botocore_stubber import BotocoreStubber

from linda.adapters.dynamo_store import Client, DynamoStore, create_missing
from linda.adapters.dynamo_store.client import CONNECTIONS
from linda.testing.servers import ServerMissing
from tests.running import shared

SLOW_MACHINE_S = 30


def client(url: str | None = None) -> Client:
    """Return a client like that of `connect`, with the patience that 64 threads on two processors need."""
    config = Config(
        read_timeout=SLOW_MACHINE_S,
        retries={"total_max_attempts": 1, "mode": "standard"},
        max_pool_connections=CONNECTIONS,
        parameter_validation=False,
    )
    keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    session = boto3.session.Session(region_name="us-east-1", **keys)
    return session.client("dynamodb", endpoint_url=url, config=config)


@cache
def moto() -> Client:
    """Return a client that moto answers, and no other client of this process."""
    answering, turn = BotocoreStubber(), threading.Lock()
    answering.enabled = True

    def answer(*given: Any, **named: Any) -> object:
        with turn:
            return answering(*given, **named)

    made = client()
    made.meta.events.register("before-send", answer)
    return made


@cache
def server() -> str:
    """Return the address of DynamoDB Local, one for all workers; without Java the test is skipped, but not on CI."""
    try:
        return shared.address("dynamodb")
    except ServerMissing as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))


@cache
def local() -> Client:
    """Return a client of DynamoDB Local."""
    return client(server())


@cache
def _tables(of: Callable[[], Client], folder: Path) -> str:
    """Make the tables of one folder, once, and return the prefix of their names."""
    prefix = f"t{uuid.uuid4().hex[:12]}_"
    create_missing(of(), prefix)
    return prefix


def forget_moto() -> None:
    """Take every table from moto: before each transaction it copies all there are, those of earlier tests too."""
    if moto.cache_info().currsize:
        get_backend("dynamodb").reset()
        _tables.cache_clear()


def on_moto(folder: Path) -> DynamoStore:
    """Open the store of `folder` on moto."""
    return DynamoStore(moto(), _tables(moto, folder))


def on_dynamodb_local(folder: Path) -> DynamoStore:
    """Open the store of `folder` on DynamoDB Local."""
    return DynamoStore(local(), _tables(local, folder))
