"""Checks: the template's tables are those that the code declares, and nothing loses them."""

from typing import Any

from linda.records.tables import TABLES, Table
from tests.deploy.template_reading import differences, of_type
from tests.deploy.transformed import Template

KIND = "AWS::DynamoDB::Table"


def tables(template: Template) -> list[str]:
    """Return a sentence for each way in which the tables differ from `linda.records.tables`."""
    found = {_name(each): (name, each) for name, each in of_type(template, KIND).items()}
    wanted = {table.name: _wanted(table) for table in TABLES}
    absent = [f"no resource is the table {name}" for name in sorted(wanted.keys() - found.keys())]
    strange = [f"{found[name][0]} is a table that the code does not know" for name in sorted(found.keys() - wanted)]
    shared = sorted(found.keys() & wanted.keys())
    return absent + strange + [line for name in shared for line in _compared(*found[name], wanted[name])]


def _compared(name: str, found: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    inside = dict(found["Properties"])
    inside["AttributeDefinitions"] = _by_name(inside.get("AttributeDefinitions", []))
    around = {key: value for key, value in found.items() if key not in {"Properties", "Type"}}
    return differences(name, {**around, **inside}, wanted)


def _name(table: dict[str, Any]) -> str:
    name: str = table["Properties"]["TableName"]["Fn::Sub"]
    return name.removeprefix("${TablePrefix}")


def _wanted(table: Table) -> dict[str, Any]:
    kinds = {table.partition: "S", **({table.sort: "N"} if table.sort else {})}
    for index in table.indexes:
        kinds |= {index.partition: "S", index.sort: "N"}
    attributes = [{"AttributeName": name, "AttributeType": kind} for name, kind in kinds.items()]
    indexes = [
        {"IndexName": each.name, "KeySchema": _key(each.partition, each.sort), "Projection": {"ProjectionType": "ALL"}}
        for each in table.indexes
    ]
    expiry = {"AttributeName": table.expires, "Enabled": True}
    return {
        "DeletionPolicy": "Retain",
        "UpdateReplacePolicy": "Retain",
        "TableName": {"Fn::Sub": "${TablePrefix}" + table.name},
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": _by_name(attributes),
        "KeySchema": _key(table.partition, table.sort),
        **({"GlobalSecondaryIndexes": indexes} if indexes else {}),
        **({"TimeToLiveSpecification": expiry} if table.expires else {}),
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
    }


def _key(partition: str, sort: str | None) -> list[dict[str, str]]:
    first = {"AttributeName": partition, "KeyType": "HASH"}
    return [first, {"AttributeName": sort, "KeyType": "RANGE"}] if sort else [first]


def _by_name(attributes: list[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(attributes, key=lambda each: each["AttributeName"])
