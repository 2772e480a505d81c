"""How the tables have to look, and how they look."""

from collections.abc import Iterator
from typing import Any

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.adapters.dynamo_store.calls import Calls
from linda.adapters.dynamo_store.client import Client
from linda.adapters.dynamo_store.troubles import code
from linda.records.tables import TABLES, Table

_CREATE = "run `python backend/scripts/create_tables.py`"
_ASIDE = "empty and delete it, or set LINDA_TABLE_PREFIX for tables of LINDA's own, and then " + _CREATE
UNKNOWN = "UnknownOperationException"
"""What DynamoDB Local says to operations it has not got."""


def declared(table: Table, prefix: str) -> dict[str, Any]:
    """Return the request that creates `table`: billed by the request, every index with whole items."""
    types = dict.fromkeys((table.partition, *(each.partition for each in table.indexes)), "S")
    types |= dict.fromkeys((*([table.sort] if table.sort else []), *(each.sort for each in table.indexes)), "N")
    indexes = [
        {"IndexName": each.name, "KeySchema": _key(each.partition, each.sort), "Projection": {"ProjectionType": "ALL"}}
        for each in table.indexes
    ]
    return {
        "TableName": prefix + table.name,
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": _key(table.partition, table.sort),
        "AttributeDefinitions": [{"AttributeName": name, "AttributeType": kind} for name, kind in types.items()],
        **({"GlobalSecondaryIndexes": indexes} if indexes else {}),
    }


def named_tables(client: Client) -> list[str]:
    """Return the name of every table in the client's region; raises `StoreUnavailable`."""
    calls, names = Calls(client), list[str]()
    more: dict[str, str] = {}
    with calls.explained():
        while True:
            page = calls("list_tables", **more)
            names += page["TableNames"]
            if "LastEvaluatedTableName" not in page:
                return names
            more = {"ExclusiveStartTableName": page["LastEvaluatedTableName"]}


def differences(client: Client, prefix: str = "") -> list[str]:
    """Return a sentence, with the way out, for each table that is absent or not as declared; none when all is well.

    Raises `StoreUnavailable` when DynamoDB can't be asked.
    """
    calls = Calls(client)
    return [sentence for table in TABLES for sentence in _differences(calls, table, prefix + table.name)]


def description(calls: Calls, name: str) -> dict[str, Any] | None:
    """Return what DynamoDB says of a table, None when it is not there."""
    with calls.explained(name):
        try:
            found: dict[str, Any] = calls("describe_table", TableName=name)["Table"]
        except ClientError as bad:
            if code(bad) != "ResourceNotFoundException":
                raise
            return None
        return found


def expires(calls: Calls, table: Table, name: str) -> bool:
    """Tell whether old items of a table leave by themselves, as declared."""
    if table.expires is None:
        return True
    with calls.explained(name):
        found = calls("describe_time_to_live", TableName=name)["TimeToLiveDescription"]
    is_on = found.get("TimeToLiveStatus") in {"ENABLING", "ENABLED"}
    return is_on and bool(found["AttributeName"] == table.expires)


def _differences(calls: Calls, table: Table, name: str) -> Iterator[str]:
    found = description(calls, name)
    if found is None:
        yield f"{name} is not there: {_CREATE}."
        return
    if found["TableStatus"] not in {"ACTIVE", "UPDATING"}:
        yield f"{name} is {found['TableStatus']}: wait a minute and look again."
    wanted = declared(table, "")
    if _keys(found) != _keys(wanted):
        yield f"{name} has the key {_words(found)} where LINDA needs {_words(wanted)}: {_ASIDE}."
    there = {each["IndexName"]: each for each in found.get("GlobalSecondaryIndexes", ())}
    for index in wanted.get("GlobalSecondaryIndexes", ()):
        if not _serves(there.get(index["IndexName"]), index):
            yield f"{name} has no index {index['IndexName']} as LINDA needs it: {_ASIDE}."
    if not expires(calls, table, name):
        yield f"{name} keeps items beyond {table.expires}: {_CREATE}, which turns time to live on."


def _serves(found: dict[str, Any] | None, wanted: dict[str, Any]) -> bool:
    return found is not None and all(found[each] == wanted[each] for each in ("KeySchema", "Projection"))


def _key(partition: str, sort: str | None) -> list[dict[str, str]]:
    key = [{"AttributeName": partition, "KeyType": "HASH"}]
    return key if sort is None else [*key, {"AttributeName": sort, "KeyType": "RANGE"}]


def _keys(table: dict[str, Any]) -> list[tuple[str, str]]:
    types = {each["AttributeName"]: each["AttributeType"] for each in table["AttributeDefinitions"]}
    return [(each["AttributeName"], types[each["AttributeName"]]) for each in table["KeySchema"]]


def _words(table: dict[str, Any]) -> str:
    return " and ".join(f"{name} ({kind})" for name, kind in _keys(table))
