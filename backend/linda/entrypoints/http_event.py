"""What an API Gateway HTTP API makes of a request (payload format 2.0).

After AWS, "Create AWS Lambda proxy integrations for HTTP APIs". Which bodies are text is not written there: the HTTP
API hands over text/* and JSON, XML and JavaScript as they are and everything else, forms included, in base64 (tried
against AWS by the authors of MiniStack, its pull request 766).
"""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

Event = dict[str, Any]

DEFAULT_STAGE = "$default"

BLANKS = " \t"
"""What may stand around a cookie (RFC 6265bis, 5.6). Were any other blank taken off, a name that browsers let every
subdomain set, U+00A0 before __Host-, would become one that they let none."""

_TEXT_TYPES = frozenset({"application/json", "application/xml", "application/javascript"})


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request as it came over the wire; `path` is decoded, `query` is not, `headers` keep their repetitions."""

    method: str
    path: str
    query: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    client: str = "127.0.0.1"
    scheme: str = "http"
    protocol: str = "HTTP/1.1"


def build_event(request: HttpRequest, *, now: datetime, request_id: str) -> Event:
    """Return the event that a function behind an HTTP API gets for `request` at the aware moment `now`."""
    headers, cookies = _headers(request)
    domain = headers.get("host", "localhost").partition(":")[0]
    moment = now.astimezone(UTC)
    event: Event = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": request.path,
        "rawQueryString": request.query,
        "headers": headers,
        "requestContext": {
            "accountId": "000000000000",
            "apiId": "local",
            "domainName": domain,
            "domainPrefix": domain.partition(".")[0],
            "http": {
                "method": request.method,
                "path": request.path,
                "protocol": request.protocol,
                "sourceIp": request.client,
                "userAgent": headers.get("user-agent", ""),
            },
            "requestId": request_id,
            "routeKey": "$default",
            "stage": DEFAULT_STAGE,
            "time": moment.strftime("%d/%b/%Y:%H:%M:%S +0000"),
            "timeEpoch": int(moment.timestamp() * 1000),
        },
        "isBase64Encoded": False,
    }
    if cookies:
        event["cookies"] = cookies
    if request.query:
        event["queryStringParameters"] = _joined(parse_qsl(request.query, keep_blank_values=True))
    if request.body:
        event["body"], event["isBase64Encoded"] = _body(request.body, headers.get("content-type", ""))
    return event


def without_stage(event: Event) -> Event:
    """Return `event` with its path as routes are written: a named stage stands before that, `$default` does not.

    A custom domain's mapping key is not in `rawPath` at all, and without anything behind it `rawPath` is empty.
    """
    context = event["requestContext"]
    path: str = event["rawPath"]
    stage = context.get("stage", DEFAULT_STAGE)
    if stage != DEFAULT_STAGE and f"{path}/".startswith(f"/{stage}/"):
        path = path.removeprefix(f"/{stage}")
    return {**event, "rawPath": path or "/", "requestContext": {**context, "stage": DEFAULT_STAGE}}


def _headers(request: HttpRequest) -> tuple[dict[str, str], list[str]]:
    lowered = [(name.lower(), value) for name, value in request.headers]
    pairs = [pair.strip(BLANKS) for name, value in lowered if name == "cookie" for pair in value.split(";")]
    cookies = [pair for pair in pairs if pair]
    port = "443" if request.scheme == "https" else "80"
    host = next((value for name, value in lowered if name == "host"), "")
    arrived = [
        ("x-forwarded-for", request.client),
        ("x-forwarded-port", host.rpartition(":")[2] if ":" in host else port),
        ("x-forwarded-proto", request.scheme),
    ]
    return _joined([pair for pair in lowered if pair[0] != "cookie"] + arrived), cookies


def _joined(pairs: list[tuple[str, str]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in pairs:
        joined[name] = f"{joined[name]},{value}" if name in joined else value
    return joined


def _body(body: bytes, content_type: str) -> tuple[str, bool]:
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type.startswith("text/") or media_type in _TEXT_TYPES:
        try:
            return body.decode(), False
        except UnicodeDecodeError:
            pass  # in base64, so that nothing is lost
    return base64.b64encode(body).decode(), True
