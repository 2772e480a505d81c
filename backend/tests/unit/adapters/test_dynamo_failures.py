"""Each failure of DynamoDB is a sentence that names the thing and the way out, and is not tried again."""

from collections.abc import Callable

import pytest
from botocore.exceptions import (  # type: ignore[import-untyped]
    CredentialRetrievalError,
    EndpointConnectionError,
    InvalidRegionError,
    NoCredentialsError,
    PartialCredentialsError,
    ProfileNotFound,
    UnauthorizedSSOTokenError,
)

from linda.adapters.dynamo_store import DynamoStore, connect, differences, named_tables
from linda.adapters.dynamo_store.failures import explained
from linda.domain.errors import StoreUnavailable
from linda.records.store import Put
from linda.records.tables import STATE
from tests.scripted_dynamodb import ScriptedDynamoDB, refusal, store_on

KEY = {"state_id": "A"}

FOR_GOOD = {
    "no credentials": (NoCredentialsError(), "aws configure"),
    "half of them": (
        PartialCredentialsError(provider="env", cred_var="AWS_SECRET_ACCESS_KEY"),
        "AWS_SECRET_ACCESS_KEY",
    ),
    "a broken provider": (CredentialRetrievalError(provider="process", error_msg="exit 1"), "exit 1"),
    "a sign-in that ended": (UnauthorizedSSOTokenError(), "aws sso login"),
    "an expired token": (refusal("ExpiredTokenException"), "aws sso login"),
    "unknown credentials": (refusal("UnrecognizedClientException"), "does not know these credentials"),
    "a wrong secret": (refusal("InvalidSignatureException", "Signature expired"), "clock"),
    "no right": (refusal("AccessDeniedException", "not authorized to perform: dynamodb:GetItem"), "dynamodb:GetItem"),
    "no table": (refusal("ResourceNotFoundException"), "p_Brandon_State_Log is not there in us-east-1"),
    "another key": (
        refusal("ValidationException", "The provided key element does not match the schema"),
        "another shape",
    ),
    "no index": (refusal("ValidationException", "The table does not have the specified index: x"), "another shape"),
    "anything else": (refusal("TeapotException", "short and stout"), "short and stout"),
}


@pytest.mark.parametrize(("bad", "way_out"), FOR_GOOD.values(), ids=FOR_GOOD)
def test_what_does_not_pass_is_said_at_once_with_the_way_out(bad: Exception, way_out: str) -> None:
    asks: list[Callable[[DynamoStore], object]] = [
        lambda store: store.get(STATE, KEY),
        lambda store: store.query(STATE, "A"),
        lambda store: store.transact(Put(STATE, KEY)),
    ]
    for ask in asks:
        client = ScriptedDynamoDB(bad)
        with pytest.raises(StoreUnavailable, match=way_out) as told:
            ask(store_on(client))
        assert str(told.value).endswith(".")
        assert len(client.calls) == 1


def test_a_missing_table_is_made_by_one_command() -> None:
    with pytest.raises(StoreUnavailable, match=r"python backend/scripts/create_tables\.py"):
        store_on(ScriptedDynamoDB(refusal("ResourceNotFoundException"))).get(STATE, KEY)


def test_a_dead_address_is_named() -> None:
    dead = EndpointConnectionError(endpoint_url="http://127.0.0.1:8000")
    client = ScriptedDynamoDB(*[dead] * 3)
    with pytest.raises(StoreUnavailable, match=r"http://127\.0\.0\.1:8000 can't be reached.*AWS_ENDPOINT_URL"):
        store_on(client).get(STATE, KEY)


def test_the_tables_can_not_be_listed_or_compared_without_credentials() -> None:
    for ask in (named_tables, differences):
        with pytest.raises(StoreUnavailable, match="aws configure"):
            ask(ScriptedDynamoDB(NoCredentialsError()))


def test_every_page_of_names_is_read() -> None:
    client = ScriptedDynamoDB({"TableNames": ["A"], "LastEvaluatedTableName": "A"}, {"TableNames": ["B"]})
    assert named_tables(client) == ["A", "B"]
    assert client.requests == [{}, {"ExclusiveStartTableName": "A"}]


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without credentials, whose only way to ask for some is closed."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, "/nonexistent")


@pytest.mark.usefixtures("nobody")
def test_without_credentials_nothing_leaves_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    with pytest.raises(StoreUnavailable, match="There are no AWS credentials"):
        store_on(connect("us-east-1")).get(STATE, KEY)


@pytest.mark.usefixtures("nobody")
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("AWS_ENDPOINT_URL", "nonsense", "AWS_ENDPOINT_URL"),
        ("AWS_PROFILE", "nobody", "AWS_PROFILE"),
    ],
)
def test_a_setting_of_aws_that_can_not_be_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    monkeypatch.setattr("boto3.DEFAULT_SESSION", None)
    with pytest.raises(StoreUnavailable, match=said):
        connect("us-east-1")


@pytest.mark.usefixtures("nobody")
def test_a_region_that_can_not_be_is_named() -> None:
    with pytest.raises(StoreUnavailable, match="AWS_REGION is us east, which is no region"):
        connect("us east")


@pytest.mark.usefixtures("nobody")
def test_a_client_has_short_timeouts_and_no_retries_of_its_own() -> None:
    config = connect("eu-central-1").meta.config
    assert (config.connect_timeout, config.read_timeout, config.retries["total_max_attempts"]) == (0.5, 1.0, 1)


def test_a_profile_and_a_region_are_explained_by_what_boto3_raises() -> None:
    assert "nobody" in str(explained(ProfileNotFound(profile="nobody")))
    assert "us east" in str(explained(InvalidRegionError(region_name="us east"), region="us east"))
