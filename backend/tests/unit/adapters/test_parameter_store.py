"""Secrets from the Parameter Store: those that are there, and a sentence when it can't be asked."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from botocore.stub import Stubber  # type: ignore[import-untyped]
from moto import mock_aws

from linda.adapters.parameter_store import connect, read_secrets
from linda.domain.errors import VendorFailed

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
            read_secrets(client, "/linda", NAMES)
    assert refused.value.permanent is permanent
    assert "/linda/TWILIO_AUTH_TOKEN in the Parameter Store" in str(refused.value)


def test_a_store_that_nobody_hears_is_told_with_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(VendorFailed, match=r"127\.0\.0\.1:9.*AWS_ENDPOINT_URL") as unheard:
        read_secrets(connect("us-east-1"), "/linda", NAMES)
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
