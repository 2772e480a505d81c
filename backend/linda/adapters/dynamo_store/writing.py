"""A write as a part of DynamoDB's TransactWriteItems."""

from typing import Any

from linda.adapters.dynamo_store.codec import wrapped, wrapped_item
from linda.adapters.dynamo_store.expressions import Expressions
from linda.records.store import Check, Delete, Put, Update, Write, storable, target
from linda.records.tables import Table

Key = tuple[str | int, ...]


def wrapped_key(table: Table, key: Key) -> dict[str, Any]:
    """Return a key in DynamoDB's form."""
    names = (table.partition,) if table.sort is None else (table.partition, table.sort)
    return {name: wrapped(value) for name, value in zip(names, key, strict=True)}


def part(write: Write, prefix: str) -> dict[str, Any]:
    """Return `write` as a part of a transaction on tables whose names begin with `prefix`."""
    table, says = write.table, Expressions(write.table.partition)
    where: dict[str, Any] = {"TableName": prefix + table.name}
    if isinstance(write, Put):
        request = says.request(ConditionExpression=says.condition(write.condition))
        return {"Put": where | {"Item": wrapped_item(storable(write.item))} | request}
    where["Key"] = wrapped_key(table, target(write))
    match write:
        case Update(changes=changes, condition=condition):
            change = says.changes(changes)
            request = says.request(UpdateExpression=change, ConditionExpression=says.existing(condition))
            return {"Update" if change else "ConditionCheck": where | request}
        case Delete(condition=condition):
            return {"Delete": where | says.request(ConditionExpression=says.condition(condition))}
        case Check(condition=condition):
            return {"ConditionCheck": where | says.request(ConditionExpression=says.condition(condition))}
