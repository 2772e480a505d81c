"""A plain function on AWS reads its rows and its secrets without boto3; one with SnapStart has boto3 for both."""

import json

import pytest

from linda.settings import FOR_BOTO3
from tests import child_process
from tests.scripted_server import ScriptedServer, answers
from tests.shop_desk import OWNER, ROOT

SAID = json.dumps({"Item": {"state_id": {"S": "A"}}, "Parameter": {"Value": "of the store"}}).encode()
READ = "{'state_id': 'A'} of the store"
PLAIN = {
    "AWS_LAMBDA_FUNCTION_NAME": "linda-fallback",
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_SESSION_TOKEN": "session",
    "AWS_REGION": "us-east-1",
    "LINDA_STORE": "dynamodb",
    "LINDA_SECRETS_PATH": "/linda",
    "LINDA_SHOP_FILE": str(ROOT / "shop.toml"),
    "LINDA_PUBLIC_URL": "https://linda.example",
    "LINDA_OWNER_PHONE": OWNER,
    "TWILIO_ACCOUNT_SID": "AC" + "0b" * 16,
    "TWILIO_PHONE_NUMBER": "+19045550100",
    "TWILIO_AUTH_TOKEN": "of the environment",
}


def asked(monkeypatch: pytest.MonkeyPatch, **more: str) -> tuple[str, ScriptedServer]:
    for name in FOR_BOTO3:
        monkeypatch.delenv(name, raising=False)
    with ScriptedServer(answers(body=SAID)) as server:
        for name, value in {**PLAIN, "AWS_ENDPOINT_URL": server.address, **more}.items():
            monkeypatch.setenv(name, value)
        status, said = child_process.run("tests.unit.adapters.ask_aws")
    assert status == 0
    return said, server


def test_a_plain_function_reads_without_boto3(monkeypatch: pytest.MonkeyPatch) -> None:
    said, server = asked(monkeypatch)
    assert said == f"{READ} []"
    assert server.connections == 2, "one to each service"
    assert all(headers["x-amz-security-token"] == "session" for headers, _ in server.requests)
    assert {headers["x-amz-target"].partition(".")[0] for headers, _ in server.requests} == {
        "DynamoDB_20120810",
        "AmazonSSM",
    }


def test_a_function_with_a_snapshot_has_boto3(monkeypatch: pytest.MonkeyPatch) -> None:
    said, _ = asked(monkeypatch, AWS_LAMBDA_INITIALIZATION_TYPE="snap-start")
    assert said.startswith(READ)
    assert "boto3" in said
