"""The connection to DynamoDB: short timeouts, and no retries but our own."""

from typing import Any

from linda.adapters.aws_wire import Access
from linda.adapters.dynamo_store.failures import explained

Client = Any
"""A boto3 client: boto3 makes its class at run time from AWS's description, so there is no type to name.

Or the one of `aws_wire`, which does the same for what is asked in a turn.
"""

CONNECT_S = 0.5
READ_S = 1.0
"""DynamoDB answers in some ten milliseconds; who waits longer waits for an answer that is lost."""

CONNECTIONS = 64


def connect(region: str, access: Access | None = None) -> Client:
    """Return a client for `region`, or for the address in AWS_ENDPOINT_URL; nothing is asked yet.

    With `access` it is the small client of `aws_wire`, where that knows the address; else boto3 finds all it needs.
    The client makes one attempt: a retry has to know what may be repeated, which `Calls` does and botocore can't.
    Requests are not checked against AWS's description, which costs more than all the rest: DynamoDB checks them.
    Raises `StoreUnavailable` for a region, a profile or an address that can't be.
    """
    return (access and _small_client(region, access)) or _boto3_client(region)


def _small_client(region: str, access: Access) -> Client | None:
    from linda.adapters.aws_wire.client import Patience
    from linda.adapters.aws_wire.client import connect as connect_wire
    from linda.adapters.aws_wire.services import DYNAMODB

    return connect_wire(DYNAMODB, region, access, Patience(CONNECT_S, READ_S, CONNECTIONS))


def _boto3_client(region: str) -> Client:
    import boto3  # type: ignore[import-untyped]
    from botocore.config import Config  # type: ignore[import-untyped]
    from botocore.exceptions import BotoCoreError  # type: ignore[import-untyped]

    config = Config(
        connect_timeout=CONNECT_S,
        read_timeout=READ_S,
        retries={"total_max_attempts": 1, "mode": "standard"},
        max_pool_connections=CONNECTIONS,
        parameter_validation=False,
    )
    try:
        return boto3.client("dynamodb", region_name=region, config=config)
    except (BotoCoreError, ValueError) as bad:
        raise explained(bad, region=region) from bad
