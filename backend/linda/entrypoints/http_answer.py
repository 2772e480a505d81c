"""What an API Gateway HTTP API makes of what a Lambda function returns (payload format 2.0).

After AWS, "Create AWS Lambda proxy integrations for HTTP APIs".
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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


def problem(status: int, title: str) -> HttpAnswer:
    """Return an RFC 9457 problem document as an answer."""
    document = {"type": "about:blank", "title": title, "status": status}
    return HttpAnswer(status, (("content-type", "application/problem+json"),), json.dumps(document).encode())


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
