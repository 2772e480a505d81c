"""What the SDK raises, in LINDA's words.

OpenAI's guide "Error codes" (platform.openai.com/docs/guides/error-codes) knows two kinds of 429: too many requests
(`rate_limit_exceeded`, goes by) and no credit left (`insufficient_quota`, stays until somebody pays). Other
vendors say 402 for the second.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from linda.conversation.model_failed import ModelFailed

if TYPE_CHECKING:
    from openai import APIStatusError

QUOTA_PAUSE = 300.0
"""Seconds to leave a service alone that wants to be paid first."""

UNREADABLE_PAUSE = 60.0
"""Seconds for a Retry-After that is not a number."""

QUOTA_CODES = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})


def translate(error: BaseException) -> ModelFailed:
    """Return the failure that `error` stands for: the SDK's own, or whatever an odd answer made it stumble over."""
    import openai

    detail = f"{type(error).__name__}: {str(error)[:300]}"
    if isinstance(error, openai.APITimeoutError):
        return ModelFailed("timeout", detail, vendor=True)
    if isinstance(error, openai.APIConnectionError):
        return ModelFailed("unreachable", detail, vendor=True)
    if isinstance(error, openai.APIStatusError):
        return _of_status(error, detail)
    return ModelFailed("malformed", detail, vendor=True)


def _of_status(error: "APIStatusError", detail: str) -> ModelFailed:
    status = error.status_code
    if status < 400:  # a redirect, which is not followed: whoever answers there is not the model's server
        return ModelFailed("malformed", detail, vendor=True)
    if status == 402 or (status == 429 and {error.code, str(error.type)} & QUOTA_CODES):
        return ModelFailed("quota", detail, vendor=True, retry_after=QUOTA_PAUSE)
    pause = retry_after(error.response.headers)
    if status == 429:
        return ModelFailed("rate_limited", detail, vendor=True, retry_after=pause)
    if status >= 500:
        return ModelFailed("server_error", detail, vendor=True, retry_after=pause)
    if status in {401, 403, 404}:
        return ModelFailed("not_allowed", detail, vendor=True)
    return ModelFailed("rejected", detail)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds a response asks to wait (RFC 9110, 10.2.3; OpenAI also sends milliseconds), or None."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        value = headers.get(name)
        if value is not None:
            try:
                seconds = float(value) / unit
            except ValueError:
                return UNREADABLE_PAUSE
            return seconds if 0 <= seconds < float("inf") else UNREADABLE_PAUSE
    return None
