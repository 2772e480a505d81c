"""What may be stored of an answer: nothing, but for the few that hold nobody's data."""

import hashlib
from collections.abc import Mapping
from typing import Any

from linda.entrypoints.api.asked import Asked

STORABLE = frozenset({"/api/public", "/api/qr.svg", "/api/qr.png", "/api/qr.pdf", "/api/openapi.json"})
"""What is the same for everybody who asks; exactly these, and nothing below them."""
NO_STORE, ASK_AGAIN = "no-store", "no-cache"


def kept(request: Asked, result: Mapping[str, Any]) -> dict[str, Any]:
    """Return `result` with what may be stored of it; 304 without a body when the caller has it already.

    A page that asks every few seconds keeps tag and value in its own memory, which ends with it; so what may not be
    stored has a tag too.
    """
    headers = {str(name).lower(): value for name, value in (result.get("headers") or {}).items()}
    if request.method not in {"GET", "HEAD"} or result["statusCode"] != 200:
        return {**result, "headers": {**headers, "cache-control": NO_STORE}}
    tag = f'"{hashlib.sha256(str(result.get("body")).encode()).hexdigest()[:32]}"'
    tagged = {**headers, "etag": tag, "cache-control": ASK_AGAIN if request.path in STORABLE else NO_STORE}
    seen = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if tag in seen:
        return {"statusCode": 304, "headers": tagged}
    return {**result, "headers": tagged}
