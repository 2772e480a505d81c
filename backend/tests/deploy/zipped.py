"""The functions of the built package, running as Lambda runs them, on a DynamoDB of their own."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import boto3  # type: ignore[import-untyped]
import pytest

from linda.adapters.dynamo_store import DynamoStore, create_missing
from linda.adapters.simulated_phone import Line
from linda.adapters.simulated_phone.webhook import Webhook
from linda.domain.clock import SystemClock
from linda.entrypoints.http_event import Event, HttpRequest, build_event
from linda.records import Records
from linda.testing.servers import LambdaFunction, ServerMissing, dynamodb_local
from tests.shop_desk import OWNER

URL = "https://linda.example"
LINE = Line("AC" + "0" * 32, "token-of-the-test", "+19045550100", URL, "/twilio/sms")
PREFIX = "zip_"
RELEASE = "release-of-the-test"


@dataclass(frozen=True, slots=True)
class Tables:
    """LINDA's tables, and the variables of a function that uses them."""

    records: Records
    environment: Mapping[str, str]


@contextmanager
def some_tables() -> Iterator[Tables]:
    """Yield tables on DynamoDB Local; without Java the test is skipped, but not on CI."""
    database = dynamodb_local()
    try:
        url = database.__enter__()
    except ServerMissing as missing:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(missing))
    try:
        keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        client = boto3.client("dynamodb", region_name="us-east-1", endpoint_url=url, **keys)
        create_missing(client, PREFIX)
        yield Tables(Records.on(DynamoStore(client, PREFIX), SystemClock()), _variables(url))
    finally:
        database.__exit__(None, None, None)


def _variables(url: str) -> dict[str, str]:
    return {
        "AWS_ENDPOINT_URL": url,
        "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "LINDA_STORE": "dynamodb",
        "LINDA_TABLE_PREFIX": PREFIX,
        "LINDA_PUBLIC_URL": URL,
        "LINDA_OWNER_PHONE": OWNER,
        "LINDA_RELEASE": RELEASE,
        "LINDA_API_TOKEN": "t" * 40,
        "TWILIO_ACCOUNT_SID": LINE.account_sid,
        "TWILIO_AUTH_TOKEN": LINE.auth_token,
        "TWILIO_PHONE_NUMBER": LINE.number,
    }


def as_event(webhook: Webhook) -> Event:
    """Return what API Gateway makes of `webhook`."""
    headers = (("host", URL.removeprefix("https://")), *webhook.headers.items())
    request = HttpRequest("POST", webhook.path, headers=headers, body=webhook.body, scheme="https")
    return build_event(request, now=datetime.now(UTC), request_id="1")


def texted(function: LambdaFunction, sid: str, customer: str, text: str) -> Any:
    """Return what the function answers to a customer's signed text."""
    return function.invoke(as_event(LINE.webhook(sid, customer, text)))
