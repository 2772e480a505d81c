"""The tables in DynamoDB: made where they are absent, never touched where they are, told when they differ."""

import uuid
from collections.abc import Callable

import pytest

from linda.adapters.dynamo_store import Client, DynamoStore, create_missing, differences, named_tables
from linda.adapters.dynamo_store.shape import declared
from linda.domain.errors import StoreUnavailable
from linda.records.store import Put
from linda.records.tables import INBOX, SCHEDULE, STATE, TABLES
from tests.contract.dynamo_engines import local, moto
from tests.scripted_dynamodb import Pauses, ScriptedDynamoDB, refusal

NAMES = [table.name for table in TABLES]
CLIENTS = {"dynamodb-moto": moto, "dynamodb-local": local}


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest) -> Client:
    return CLIENTS[request.param]()


@pytest.fixture
def prefix() -> str:
    return f"t{uuid.uuid4().hex[:12]}_"


def test_four_tables_are_made_and_then_all_is_well(client: Client, prefix: str) -> None:
    told: list[str] = []
    assert create_missing(client, prefix, told.append) == [prefix + name for name in NAMES]
    assert differences(client, prefix) == []
    assert {prefix + name for name in NAMES} <= set(named_tables(client))
    assert f"{prefix}Repairs_Lead_Log: created" in told


def test_old_items_leave_and_every_second_can_be_restored(prefix: str) -> None:
    """On moto: DynamoDB Local has no backups."""
    client = moto()
    create_missing(client, prefix)
    for table in TABLES:
        name = prefix + table.name
        expiry = client.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
        assert expiry.get("AttributeName") == table.expires
        backups = client.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
        assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
        assert client.describe_table(TableName=name)["Table"]["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"


def test_made_again_nothing_happens_and_nothing_is_lost(client: Client, prefix: str) -> None:
    create_missing(client, prefix)
    store = DynamoStore(client, prefix)
    store.transact(Put(STATE, {"state_id": "A"}))
    told: list[str] = []
    assert create_missing(client, prefix, told.append) == []
    assert told == []
    assert store.get(STATE, {"state_id": "A"}) == {"state_id": "A"}


def test_what_was_stopped_half_way_is_finished(client: Client, prefix: str) -> None:
    client.create_table(**declared(INBOX, prefix))
    create_missing(client, prefix)
    assert differences(client, prefix) == []


def test_each_absent_table_is_told_with_the_command(client: Client, prefix: str) -> None:
    said = differences(client, prefix)
    assert [sentence.split()[0] for sentence in said] == [prefix + name for name in NAMES]
    assert all("python backend/scripts/create_tables.py" in sentence for sentence in said)


def make(client: Client, name: str, **fields: str) -> None:
    first, second = fields
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[
            {"AttributeName": first, "KeyType": "HASH"},
            {"AttributeName": second, "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": kind} for key, kind in fields.items()],
    )


@pytest.mark.parametrize("fields", [{"day": "S", "slot": "S"}, {"day": "S", "hour": "N"}, {"slot": "N", "day": "S"}])
def test_another_key_is_told_and_left_alone(client: Client, prefix: str, fields: dict[str, str]) -> None:
    make(client, f"{prefix}Repairs_Schedule", **fields)
    create_missing(client, prefix)
    (said,) = differences(client, prefix)
    assert said.startswith(f"{prefix}Repairs_Schedule has the key")
    assert "LINDA needs day (S) and slot (N)" in said
    assert "LINDA_TABLE_PREFIX" in said


@pytest.mark.parametrize("fields", [{"day": "S", "slot": "S"}, {"day": "S", "hour": "N"}])
def test_a_store_on_a_table_with_another_key_says_so(prefix: str, fields: dict[str, str]) -> None:
    """On DynamoDB Local: moto does not look at the types of keys."""
    make(local(), f"{prefix}Repairs_Schedule", **fields)
    with pytest.raises(StoreUnavailable, match="another shape"):
        DynamoStore(local(), prefix).transact(Put(SCHEDULE, {"day": "D", "slot": 1}))


def test_a_missing_index_is_told(client: Client, prefix: str) -> None:
    make(client, f"{prefix}Repairs_Lead_Log", lead_id="S", timestamp="N")
    create_missing(client, prefix)
    said = differences(client, prefix)
    assert [sentence.split(" index ")[1].split()[0] for sentence in said] == ["leads_by_phone", "leads_by_activity"]


def test_an_index_of_keys_alone_is_told(client: Client, prefix: str) -> None:
    request = declared(INBOX, prefix)
    request["GlobalSecondaryIndexes"][0]["Projection"] = {"ProjectionType": "KEYS_ONLY"}
    client.create_table(**request)
    create_missing(client, prefix)
    (said,) = differences(client, prefix)
    assert "no index inbox_due as LINDA needs it" in said


def test_items_that_never_leave_are_told_and_mended(client: Client, prefix: str) -> None:
    for table in TABLES:
        client.create_table(**declared(table, prefix))
    (said,) = differences(client, prefix)
    assert said.startswith(f"{prefix}Linda_Inbox keeps items beyond expires_at")
    create_missing(client, prefix)
    assert differences(client, prefix) == []


def test_a_store_without_its_tables_says_how_to_make_them(client: Client, prefix: str) -> None:
    asks: list[Callable[[DynamoStore], object]] = [
        lambda store: store.get(STATE, {"state_id": "A"}),
        lambda store: store.query(STATE, "A"),
        lambda store: store.transact(Put(STATE, {"state_id": "A"})),
    ]
    for ask in asks:
        with pytest.raises(StoreUnavailable, match=f"{prefix}Brandon_State_Log is not there.*create_tables"):
            ask(DynamoStore(client, prefix))


ACTIVE = {"Table": {"TableStatus": "ACTIVE"}}
CREATING = {"Table": {"TableStatus": "CREATING"}}
ON = {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED"}}}
LEAVING = {"TimeToLiveDescription": {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}}
THE_REST = [ACTIVE, ON, ACTIVE, ON, ACTIVE, LEAVING, ON]


def test_a_table_is_waited_for_until_it_is_ready() -> None:
    absent = refusal("ResourceNotFoundException")
    client = ScriptedDynamoDB(absent, {}, *[ACTIVE] * 3, absent, CREATING, ACTIVE, ON, *THE_REST)
    pauses = Pauses()
    assert create_missing(client, sleep=pauses) == ["Repairs_Lead_Log"]
    assert pauses.taken == [1.0, 1.0]
    assert client.script == []


def test_a_table_that_is_never_ready_is_named() -> None:
    client = ScriptedDynamoDB(*[ACTIVE] * 4, *[CREATING] * 180, ACTIVE, ON, *THE_REST)
    with pytest.raises(StoreUnavailable, match="Repairs_Lead_Log is not ready after 180 seconds"):
        create_missing(client, sleep=Pauses())


def test_a_table_that_somebody_else_is_making_is_not_counted_as_ours() -> None:
    absent, taken = refusal("ResourceNotFoundException"), refusal("ResourceInUseException")
    client = ScriptedDynamoDB(absent, taken, *[ACTIVE] * 3, ACTIVE, ON, *THE_REST)
    assert create_missing(client) == []


def test_who_may_not_make_tables_is_told_so() -> None:
    client = ScriptedDynamoDB(refusal("ResourceNotFoundException"), refusal("AccessDeniedException", "no CreateTable"))
    with pytest.raises(StoreUnavailable, match="may not do that: no CreateTable"):
        create_missing(client)
