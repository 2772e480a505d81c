"""What a browser may keep of an answer: most of it to be asked about again (ETag), some of it not at all."""

import hashlib
from collections.abc import Mapping
from typing import Any

from linda.entrypoints.api.asked import Asked
from linda.entrypoints.lambda_call import is_under

NO_STORE = (
    "/api/session",
    "/api/sessions",
    "/api/second-factor",
    "/api/chat",
    "/api/feed",
    "/api/leads.csv",
    "/api/bookings.csv",
    "/api/settings/export",
    "/api/simulator",
)
"""Codes, sessions, secrets, and whole lists of customers."""


def kept(request: Asked, result: Mapping[str, Any]) -> dict[str, Any]:
    """Return `result` with what may be kept of it; 304 without a body when the caller has it already."""
    headers = {str(name).lower(): value for name, value in (result.get("headers") or {}).items()}
    if request.method not in {"GET", "HEAD"} or any(is_under(request.path, each) for each in NO_STORE):
        return {**result, "headers": {**headers, "cache-control": "no-store"}}
    if result["statusCode"] != 200:
        return {**result, "headers": headers}
    tag = f'"{hashlib.sha256(str(result.get("body")).encode()).hexdigest()[:32]}"'
    tagged = {**headers, "etag": tag, "cache-control": "private, no-cache"}
    seen = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if tag in seen:
        return {"statusCode": 304, "headers": tagged}
    return {**result, "headers": tagged}
