"""Making the tables that are not there, and nothing else: a table with data is never touched."""

import time
from collections.abc import Callable

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.adapters.dynamo_store.calls import Calls, Sleep
from linda.adapters.dynamo_store.client import Client
from linda.adapters.dynamo_store.shape import UNKNOWN, declared, description, expires
from linda.adapters.dynamo_store.troubles import code
from linda.domain.errors import StoreUnavailable
from linda.records.tables import TABLES, Table

LOOKS = 180
EVERY_S = 1.0

Tell = Callable[[str], None]


def create_missing(
    client: Client, prefix: str = "", tell: Tell = lambda line: None, *, sleep: Sleep = time.sleep
) -> list[str]:
    """Create the tables that are absent, and see that old items leave and every minute can be restored.

    Safe to repeat, also after it was stopped half-way. `tell` hears a line for each thing done. Returns the names of
    the tables that were created; raises `StoreUnavailable` when one is not ready within three minutes.
    """
    calls = Calls(client, sleep=sleep)
    created = [prefix + table.name for table in TABLES if _created(calls, table, prefix, tell)]
    for table in TABLES:
        name = prefix + table.name
        _wait(calls, name, sleep)
        if not expires(calls, table, name):
            _expire(calls, table, name, tell)
        _protect(calls, name, tell)
    return created


def _created(calls: Calls, table: Table, prefix: str, tell: Tell) -> bool:
    name = prefix + table.name
    if description(calls, name) is not None:
        return False
    with calls.explained(name):
        try:
            calls("create_table", **declared(table, prefix))
        except ClientError as bad:
            if code(bad) != "ResourceInUseException":
                raise
            return False  # somebody else has just begun to create it
    tell(f"{name}: created")
    return True


def _wait(calls: Calls, name: str, sleep: Sleep) -> None:
    for _ in range(LOOKS):
        found = description(calls, name)
        if found is not None and found["TableStatus"] == "ACTIVE":
            return
        sleep(EVERY_S)
    raise StoreUnavailable(f"{name} is not ready after {LOOKS * EVERY_S:.0f} seconds: run this again in a minute.")


def _expire(calls: Calls, table: Table, name: str, tell: Tell) -> None:
    with calls.explained(name):
        calls(
            "update_time_to_live",
            TableName=name,
            TimeToLiveSpecification={"Enabled": True, "AttributeName": table.expires},
        )
    tell(f"{name}: old items leave by {table.expires}")


def _protect(calls: Calls, name: str, tell: Tell) -> None:
    """Turn point-in-time recovery on where there is such a thing and it is off."""
    with calls.explained(name):
        try:
            found = calls("describe_continuous_backups", TableName=name)["ContinuousBackupsDescription"]
            if found.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus") == "ENABLED":
                return
            calls(
                "update_continuous_backups",
                TableName=name,
                PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
            )
        except ClientError as bad:
            if code(bad) != UNKNOWN:
                raise
            return
    tell(f"{name}: can be restored to any second of the last 35 days")
