"""Scope: phases 2 to 4 when AWS refuses, and when the tables are not as LINDA needs them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from linda.adapters.dynamo_store import connect, create_missing, named_tables
from linda.domain.clock import SystemClock
from linda.domain.errors import StoreUnavailable
from linda.entrypoints.phases import aws_connection, create_tables, dynamodb_operations
from linda.records.tables import TABLES
from linda.testing.servers import Ministack
from tests.phases.in_process import problem, run
from tests.phases.refusing_server import refusing

pytestmark = pytest.mark.usefixtures("away")

COMMANDS = (aws_connection.main, create_tables.main, dynamodb_operations.main)
KEYS = {"AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": "wrong"}


@pytest.fixture
def client(aws: Ministack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Yield a client of an AWS without tables, and with none left."""
    for name, value in aws.environment.items():
        monkeypatch.setenv(name, value)
    client = connect("us-east-1")
    yield client
    for name in named_tables(client):
        client.delete_table(TableName=name)


@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_keys_are_told_from_missing_ones(command: click.Command, aws: Ministack) -> None:
    said = problem(command, **KEYS, AWS_ENDPOINT_URL=aws.url)
    assert "credentials" in said
    assert "no AWS credentials" not in said


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("status", "code", "way_out"),
    [(403, "ExpiredTokenException", "aws sso login"), (400, "AccessDeniedException", "allowed|may not")],
)
def test_an_expired_sign_in_and_a_missing_right_are_named(
    command: click.Command, status: int, code: str, way_out: str
) -> None:
    with refusing(status, code) as url:
        said = problem(command, **KEYS, AWS_ENDPOINT_URL=url)
    assert any(words in said for words in way_out.split("|")), said


@pytest.mark.parametrize("command", COMMANDS)
def test_a_region_that_cannot_be_reached_is_named(command: click.Command) -> None:
    said = problem(command, **KEYS, AWS_REGION="us-moon-1", AWS_ENDPOINT_URL="http://127.0.0.1:1")
    assert "AWS_REGION" in said


def test_the_region_of_the_settings_is_the_one_that_is_printed(aws: Ministack) -> None:
    result = run(aws_connection.main, **{**aws.environment, "AWS_REGION": "eu-west-1"})
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == "✅ Connected to AWS - Region: eu-west-1"


def test_a_missing_table_is_named_with_the_command_that_makes_it(client: Any, aws: Ministack) -> None:
    create_missing(client)
    client.delete_table(TableName="Brandon_State_Log")
    said = problem(dynamodb_operations.main, **aws.environment)
    assert "Brandon_State_Log is not there" in said
    assert "backend/scripts/create_tables.py" in said
    assert said.count("\n") == 1


def test_a_table_of_another_shape_stops_everything_before_anything_is_made(client: Any, aws: Ministack) -> None:
    client.create_table(
        TableName="Repairs_Lead_Log",
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    )
    said = problem(create_tables.main, **aws.environment)
    assert "Repairs_Lead_Log has the key id (S)" in said
    assert named_tables(client) == ["Repairs_Lead_Log"]
    assert "Repairs_Lead_Log has the key id (S)" in problem(dynamodb_operations.main, **aws.environment)


def test_tables_under_a_prefix_leave_others_alone(client: Any, aws: Ministack) -> None:
    result = run(create_tables.main, **aws.environment, LINDA_TABLE_PREFIX="second-")
    assert result.stdout.splitlines()[-1].endswith(", ".join(f"second-{table.name}" for table in TABLES))
    assert sorted(named_tables(client)) == sorted(f"second-{table.name}" for table in TABLES)


def test_nothing_of_the_test_is_left_in_the_tables(client: Any, aws: Ministack) -> None:
    create_missing(client)
    assert run(dynamodb_operations.main, **aws.environment).exit_code == 0
    assert [client.scan(TableName=table.name)["Count"] for table in TABLES] == [0] * len(TABLES)


@pytest.mark.parametrize("error", [StoreUnavailable("gone"), KeyboardInterrupt()])
def test_the_rows_are_removed_also_when_the_test_breaks_off(
    client: Any, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    create_missing(client)
    said: list[str] = []

    def break_off(line: str) -> None:
        said.append(line)
        if line.startswith("✅ Wrote lead"):
            raise error

    monkeypatch.setattr(dynamodb_operations, "tell", break_off)
    with pytest.raises(type(error)):
        dynamodb_operations.try_out(client, "", SystemClock())
    assert any(line.startswith("✅ Updated Brandon state") for line in said)
    assert [client.scan(TableName=table.name)["Count"] for table in TABLES] == [0] * len(TABLES)


def test_local_uses_a_fresh_aws_when_the_real_one_is_named(away: Path) -> None:
    variables = {"AWS_ENDPOINT_URL": "https://aws.example.com", "AWS_PROFILE": "nobody", **KEYS}
    result = run(aws_connection.main, "--local", **variables)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "✅ Connected to AWS - Region: us-east-1")
    assert not (away / ".linda").exists()


@pytest.mark.parametrize("command", [create_tables.main, dynamodb_operations.main])
def test_local_on_a_fresh_aws_makes_its_own_tables(command: click.Command) -> None:
    assert run(command, "--local").exit_code == 0
