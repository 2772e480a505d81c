"""What an API Gateway HTTP API makes of what a Lambda function returns (payload format 2.0).

After AWS, "Create AWS Lambda proxy integrations for HTTP APIs".
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

PROBLEM = "application/problem+json"

_PHRASES = {413: "Content Too Large", 422: "Unprocessable Content"}  # RFC 9110; Python has them from 3.13 on


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """An answer as it goes over the wire."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def read_result(result: Any) -> HttpAnswer:
    """Return the answer that an HTTP API makes of what a function returned.

    Without a `statusCode`, the whole result is the body of a 200 in JSON (a bare string stands for itself).

    Raises:
        TypeError, ValueError: the result can't be made into an answer; an HTTP API answers 500.
    """
    if not isinstance(result, Mapping) or "statusCode" not in result:
        body = result if isinstance(result, str) else json.dumps(result)
        return HttpAnswer(200, (("content-type", "application/json"),), body.encode())
    headers = {str(name).lower(): _header_value(value) for name, value in (result.get("headers") or {}).items()}
    headers.setdefault("content-type", "text/plain;charset=UTF-8")
    cookies = [("set-cookie", _header_value(cookie)) for cookie in result.get("cookies") or ()]
    text: str = result.get("body") or ""
    content = base64.b64decode(text, validate=True) if result.get("isBase64Encoded") else text.encode()
    return HttpAnswer(_status(result["statusCode"]), (*headers.items(), *cookies), content)


def problem(status: int) -> HttpAnswer:
    """Return a problem document that says no more than its status, as an answer."""
    return read_result(problem_result(status))


def problem_result(
    status: int, detail: str = "", *, headers: Mapping[str, str] | None = None, **more: Any
) -> dict[str, Any]:
    """Return a problem document as a function returns it."""
    body = json.dumps(problem_document(status, detail, **more))
    return {"statusCode": status, "headers": {"content-type": PROBLEM, **(headers or {})}, "body": body}


def problem_document(status: int, detail: str = "", **more: Any) -> dict[str, Any]:
    """Return an RFC 9457 problem document: what `status` means, what happened here, and `more` members."""
    title = _PHRASES.get(status) or HTTPStatus(status).phrase
    document = {"type": "about:blank", "title": title, "status": status}
    return document | ({"detail": detail} if detail else {}) | more


def _header_value(value: Any) -> str:
    text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    if "\r" in text or "\n" in text:
        raise ValueError("a header holds a line end")
    text.encode("latin-1")  # all that HTTP/1.1 carries; raises a ValueError too
    return text


def _status(code: Any) -> int:
    status = int(code)
    if not 100 <= status <= 599:
        raise ValueError("a status outside 100 to 599")
    return status
