"""The SDK's exceptions in LINDA's words."""

import httpx2
import openai
import pytest

from linda.adapters.openai_brain.failures import QUOTA_PAUSE, UNREADABLE_PAUSE, retry_after, translate

REQUEST = httpx2.Request("POST", "http://127.0.0.1/v1/responses")


def status_error(status: int, code: str | None = None, **headers: str) -> openai.APIStatusError:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    response = httpx2.Response(status, request=REQUEST, headers=given)
    return openai.APIStatusError("no", response=response, body={"code": code, "type": code})


@pytest.mark.parametrize(
    ("status", "code", "reason", "vendor"),
    [
        (400, None, "rejected", False),
        (401, "invalid_api_key", "not_allowed", True),
        (402, None, "quota", True),
        (403, None, "not_allowed", True),
        (404, "model_not_found", "not_allowed", True),
        (409, None, "rejected", False),
        (422, None, "rejected", False),
        (429, "rate_limit_exceeded", "rate_limited", True),
        (429, None, "rate_limited", True),
        (429, "insufficient_quota", "quota", True),
        (429, "billing_hard_limit_reached", "quota", True),
        (500, None, "server_error", True),
        (503, None, "server_error", True),
    ],
)
def test_a_status_becomes_a_reason(status: int, code: str | None, reason: str, vendor: bool) -> None:
    failure = translate(status_error(status, code))
    assert (failure.reason, failure.vendor) == (reason, vendor)


def test_an_account_without_credit_is_left_alone_for_long() -> None:
    assert translate(status_error(429, "insufficient_quota", retry_after="1")).retry_after == QUOTA_PAUSE


@pytest.mark.parametrize("status", [429, 503])
def test_the_pause_the_vendor_asks_for_is_kept(status: int) -> None:
    assert translate(status_error(status, retry_after="17")).retry_after == 17.0


def test_without_a_wish_there_is_no_pause() -> None:
    assert translate(status_error(429)).retry_after is None


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "2.5"}, 2.5),
        ({"retry-after-ms": "1500", "retry-after": "9"}, 1.5),
        ({"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}, UNREADABLE_PAUSE),
        ({"retry-after": "-3"}, UNREADABLE_PAUSE),
        ({"retry-after": "inf"}, UNREADABLE_PAUSE),
        ({"retry-after": "nan"}, UNREADABLE_PAUSE),
    ],
)
def test_a_pause_is_read_from_the_headers(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers) == seconds


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (openai.APITimeoutError(REQUEST), "timeout"),
        (openai.APIConnectionError(request=REQUEST), "unreachable"),
        (openai.OpenAIError("odd"), "malformed"),
        (UnicodeEncodeError("ascii", "é", 0, 1, "no"), "malformed"),
        (AssertionError(), "malformed"),
    ],
)
def test_every_other_error_becomes_a_reason_and_counts_against_the_service(error: Exception, reason: str) -> None:
    failure = translate(error)
    assert (failure.reason, failure.vendor) == (reason, True)
