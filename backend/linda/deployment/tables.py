"""The tables a deployment finds: shaped as LINDA needs them, and with what a take-over does not switch on."""

from typing import Any

from linda.deployment.aws import Aws, explained
from linda.deployment.stopped import DeploymentStopped
from linda.records.tables import TABLES, Table


def check(aws: Aws, prefix: str) -> list[str]:
    """Return the names of the tables that exist; raises `DeploymentStopped` when one is shaped otherwise.

    A stack would take over a table whatever its shape, and every function would fail on it afterwards.
    """
    from linda.adapters.dynamo_store import differences

    client = aws.client("dynamodb")
    with explained("looking at the tables", aws.region):
        pages = client.get_paginator("list_tables").paginate()
        names = {name for page in pages for name in page["TableNames"]}
    there = [prefix + table.name for table in TABLES if prefix + table.name in names]
    found = differences(client, prefix) if there else []
    # An absent table is made, and time to live is switched on afterwards; all else can't be mended.
    wrong = [each for each in found if any(name in each for name in there) and "time to live" not in each]
    if wrong:
        raise DeploymentStopped("\n".join([*wrong, "Nothing was changed."]))
    return there


def unprotected(aws: Aws, prefix: str) -> list[str]:
    """Return a sentence for each table that can't be restored to any second; raises `DeploymentStopped`."""
    with explained("looking at the tables' backups", aws.region):
        client = aws.client("dynamodb")
        names = [prefix + table.name for table in TABLES if not _has_backups(client, prefix + table.name)]
    return [f"{name} can't be restored to an earlier second" for name in names]


def protect(aws: Aws, prefix: str) -> list[str]:
    """Switch on backups to any second, and the expiry of rows; returns a line for each that was off.

    The template asks for both, but a table that was taken over keeps the settings it had.
    """
    client = aws.client("dynamodb")
    lines: list[str] = []
    for table in TABLES:
        with explained(f"protecting table {prefix}{table.name}", aws.region):
            lines += _backups(client, prefix + table.name)
            lines += _expiry(client, prefix + table.name, table)
    return lines


def _backups(client: Any, name: str) -> list[str]:
    if _has_backups(client, name):
        return []
    client.update_continuous_backups(
        TableName=name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    return [f"{name}: can be restored to any second of the last 35 days"]


def _has_backups(client: Any, name: str) -> bool:
    found = client.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    status = found.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus")
    return bool(status == "ENABLED")


def _expiry(client: Any, name: str, table: Table) -> list[str]:
    if table.expires is None:
        return []
    found = client.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    if found.get("TimeToLiveStatus") in {"ENABLED", "ENABLING"}:
        return []
    client.update_time_to_live(
        TableName=name, TimeToLiveSpecification={"Enabled": True, "AttributeName": table.expires}
    )
    return [f"{name}: rows end with their {table.expires}"]
