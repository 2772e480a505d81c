"""The store in DynamoDB; boto3 is imported when a client is made, and by nobody who keeps to SQLite."""

from linda.adapters.dynamo_store.client import Client, connect
from linda.adapters.dynamo_store.creation import create_missing
from linda.adapters.dynamo_store.engine import DynamoStore
from linda.adapters.dynamo_store.shape import differences, named_tables

__all__ = ["Client", "DynamoStore", "connect", "create_missing", "differences", "named_tables"]
