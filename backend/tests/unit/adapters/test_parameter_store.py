"""Secrets from the Parameter Store: those that are there, and a sentence when it can't be asked."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from botocore.stub import Stubber  # type: ignore[import-untyped]
from moto import mock_aws

from linda.adapters.aws_wire import Access
from linda.adapters.aws_wire.client import Client
from linda.adapters.parameter_store import connect, read_secrets
from linda.domain.errors import VendorFailed
from tests.scripted_dynamodb import Pauses
from tests.scripted_server import Manner, ScriptedServer, answers, hangs_up, refuses

NAMES = ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY")


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)


@pytest.fixture
def client() -> Iterator[Any]:
    with mock_aws():
        yield connect("us-east-1")


def test_the_secrets_that_are_there_are_read_by_their_names_and_no_others(client: Any) -> None:
    for name in ("/linda/TWILIO_AUTH_TOKEN", "/linda/LINDA_API_TOKEN", "/other/OPENAI_API_KEY"):
        client.put_parameter(Name=name, Value=f"value of {name}", Type="SecureString")
    assert read_secrets(client, "/linda", NAMES) == {"TWILIO_AUTH_TOKEN": "value of /linda/TWILIO_AUTH_TOKEN"}


@pytest.mark.parametrize(
    ("code", "permanent", "way_out"),
    [
        ("AccessDeniedException", True, "allow its role ssm:GetParameter"),
        ("ExpiredTokenException", True, "look at the AWS credentials"),
        ("UnrecognizedClientException", True, "look at the AWS credentials"),
        ("InternalServerError", False, "try again in a moment"),
        ("ThrottlingException", False, "try again in a moment"),
    ],
)
def test_a_refusal_names_what_was_wanted_and_the_way_out(code: str, permanent: bool, way_out: str) -> None:
    client = connect("us-east-1")
    with Stubber(client) as stub:
        for _ in range(2):
            stub.add_client_error("get_parameter", code, "User: arn:aws:sts::1:assumed-role/x is no good")
        with pytest.raises(VendorFailed, match=way_out) as refused:
            read_secrets(client, "/linda", NAMES, sleep=Pauses())
    assert refused.value.permanent is permanent
    assert "/linda/TWILIO_AUTH_TOKEN in the Parameter Store" in str(refused.value)


def test_a_store_that_nobody_hears_is_told_with_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(VendorFailed, match=r"127\.0\.0\.1:9.*AWS_ENDPOINT_URL") as unheard:
        read_secrets(connect("us-east-1"), "/linda", NAMES, sleep=Pauses())
    assert unheard.value.permanent is False


@pytest.mark.parametrize(("name", "value"), [("AWS_PROFILE", "nobody"), ("AWS_ENDPOINT_URL", "no address")])
def test_a_connection_that_can_not_be_is_told(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boto3.DEFAULT_SESSION", None)
    monkeypatch.setenv(name, value)
    with pytest.raises(VendorFailed, match=f"{value}.*look at the network"):
        connect("us-east-1")


def test_no_secret_is_ever_in_the_log(client: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client.put_parameter(Name="/linda/OPENAI_API_KEY", Value="sk-very-private", Type="SecureString")
    caplog.clear()
    assert read_secrets(client, "/linda", NAMES) == {"OPENAI_API_KEY": "sk-very-private"}
    assert "sk-very-private" not in caplog.text


VALUE = answers(body=b'{"Parameter": {"Value": "of the store"}}')
PASSING = {
    "a failure": refuses(500, __type="InternalServerError"),
    "throttling": refuses(400, __type="ThrottlingException"),
    "a closed connection": hangs_up,
}


@contextmanager
def small(*script: Manner) -> Iterator[tuple[ScriptedServer, Any]]:
    with ScriptedServer(*script) as server:
        client = connect("us-east-1", Access("test", "test", endpoints=(("ssm", server.address),)))
        assert isinstance(client, Client)
        yield server, client
        client.close()


@pytest.mark.parametrize("trouble", PASSING.values(), ids=PASSING)
def test_what_passes_is_asked_again_once(trouble: Manner) -> None:
    pauses = Pauses()
    with small(trouble, VALUE) as (server, client):
        assert read_secrets(client, "/linda", NAMES[:1], sleep=pauses) == {NAMES[0]: "of the store"}
    assert len(server.requests) == 2
    assert len(pauses.taken) == 1
    assert json.loads(server.requests[1][1]) == {"Name": f"/linda/{NAMES[0]}", "WithDecryption": True}


@pytest.mark.parametrize("trouble", PASSING.values(), ids=PASSING)
def test_what_does_not_pass_soon_is_told(trouble: Manner) -> None:
    with small(trouble) as (server, client):
        with pytest.raises(VendorFailed, match="Parameter Store"):
            read_secrets(client, "/linda", NAMES, sleep=Pauses())
        assert len(server.requests) == 2


def test_a_refusal_for_good_is_asked_for_once() -> None:
    with small(refuses(400, __type="AccessDeniedException")) as (server, client):
        with pytest.raises(VendorFailed, match="may not read /linda/TWILIO_AUTH_TOKEN"):
            read_secrets(client, "/linda", NAMES, sleep=Pauses())
        assert len(server.requests) == 1


def test_a_secret_that_is_not_there_is_left_out_by_the_small_client_too() -> None:
    with small(refuses(400, __type="ParameterNotFound"), VALUE) as (_, client):
        assert read_secrets(client, "/linda", NAMES) == {NAMES[1]: "of the store"}


def test_an_address_beyond_the_small_client_is_left_to_boto3() -> None:
    assert not isinstance(connect("us-iso-east-1", Access("test", "test")), Client)
