"""The services that LINDA's functions ask, each with what they ask of it.

Every operation here may be made twice with the same effect as once: they read, or carry a token by which AWS knows
a request that it has carried out already. The client leans on that when a connection turns out to be closed.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """A service: its name in addresses and signatures, its operations by the names boto3 gives them."""

    name: str
    target: str
    json_version: str
    operations: Mapping[str, str]


DYNAMODB = Service(
    "dynamodb",
    "DynamoDB_20120810",
    "1.0",
    {"get_item": "GetItem", "query": "Query", "scan": "Scan", "transact_write_items": "TransactWriteItems"},
)
SSM = Service("ssm", "AmazonSSM", "1.1", {"get_parameter": "GetParameter"})
