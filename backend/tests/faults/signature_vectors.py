"""Webhooks as Twilio signs them, and everything else that may knock at the same door.

The signature is computed here from Twilio's description alone ("Secure webhooks"), not by the library under test.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

PUBLIC_URL = "https://linda.example.com"
AUTH_TOKEN = "0123456789abcdef0123456789abcdef"  # noqa: S105 - a made-up token
PATH = "/twilio/sms"
SID = "SM" + "0a" * 16

Pairs = Sequence[tuple[str, str]]
Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Vector:
    """One request, with the settings of the house it knocks at."""

    name: str
    event: Event
    public_url: str = PUBLIC_URL
    auth_token: str = AUTH_TOKEN


def fields(**changes: str) -> list[tuple[str, str]]:
    """Return the fields of a text to the shop, with `changes`."""
    usual = {
        "ToCountry": "US",
        "ToState": "FL",
        "SmsMessageSid": SID,
        "NumMedia": "0",
        "ToCity": "JACKSONVILLE",
        "FromZip": "",
        "SmsSid": SID,
        "FromState": "FL",
        "SmsStatus": "received",
        "FromCity": "",
        "Body": "Hi, how much is an iPhone 13 screen?",
        "FromCountry": "US",
        "To": "+19045550100",
        "ToZip": "32202",
        "NumSegments": "1",
        "MessageSid": SID,
        "AccountSid": "AC" + "0b" * 16,
        "From": "+19045550142",
        "ApiVersion": "2010-04-01",
    }
    return list((usual | changes).items())


def sign(url: str, pairs: Pairs, key: str = AUTH_TOKEN, digest: str = "sha1") -> str:
    """Return Twilio's signature: the URL, then each name and each of its values, in order."""
    signed = url + "".join(name + value for name, value in sorted(set(pairs)))
    return base64.b64encode(hmac.digest(key.encode(), signed.encode(), digest)).decode()


def encode(pairs: Pairs) -> str:
    """Return the form as it is sent."""
    return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs)


def event(
    body: str | bytes | None,
    signature: str | None,
    *,
    path: str = PATH,
    query: str = "",
    content_type: str | None = "application/x-www-form-urlencoded; charset=UTF-8",
    method: str = "POST",
    in_base64: bool = True,
    headers: dict[str, str] | None = None,
) -> Event:
    """Return the API Gateway event, payload 2.0, of a request."""
    raw = body.encode() if isinstance(body, str) else body
    sent = {"host": "internal.example.net", "x-twilio-signature": signature, "content-type": content_type}
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": query,
        "headers": {name: value for name, value in sent.items() if value is not None} | (headers or {}),
        "requestContext": {"http": {"method": method, "path": path}, "stage": "$default"},
        "body": raw if raw is None else base64.b64encode(raw).decode() if in_base64 else raw.decode(),
        "isBase64Encoded": in_base64,
    }


def signed(pairs: Pairs | None = None, *, url: str | None = None, query: str = "", **more: Any) -> Event:
    """Return a request with a genuine signature over `url` (as configured, unless told otherwise)."""
    pairs = fields() if pairs is None else pairs
    called = url or PUBLIC_URL + PATH + (f"?{query}" if query else "")
    return event(encode(pairs), sign(called, pairs), query=query, **more)


def _true(name: str, pairs: Pairs | None = None, *, public_url: str = PUBLIC_URL, **more: Any) -> Vector:
    return Vector(name, signed(pairs, **more), public_url)


_SHA256_HEADER = {"x-twilio-webhooks-signature-settings": "key=sharedkey,algorithm=HMAC_SHA256"}
_MANY = [(f"Parameter{n}", str(n)) for n in range(60)]

TRUE_REQUESTS: list[Vector] = [
    _true("a plain text"),
    _true("an empty text", fields(Body="")),
    _true("blanks around the text", fields(Body="  hi \n")),
    _true("several blank fields", [*fields(FromState="", ToZip=""), ("FromCity2", "")]),
    _true("a repeated field", [*fields(), ("Tag", "b"), ("Tag", "a")]),
    _true("a field repeated with the same value", [*fields(), ("Tag", "a"), ("Tag", "a")]),
    _true("a repeated blank field", [*fields(), ("Tag", ""), ("Tag", "x")]),
    _true("accents", fields(Body="¿Cuánto cuesta la pantalla? Mañana, José")),
    _true("a picture beyond the basic plane", fields(Body="my phone 📱💥")),
    _true("another script", fields(Body="屏幕多少钱")),
    _true("characters with a meaning in forms", fields(Body="a+b & c=d %20 #1; x?")),
    _true("several lines", fields(Body="one\r\ntwo\nthree")),
    _true("a NUL in the text", fields(Body="a\x00b")),
    _true("the longest text", fields(Body="x" * 1600)),
    _true(
        "a picture message", fields(NumMedia="1", MediaUrl0="https://api.example.com/1", MediaContentType0="image/png")
    ),
    _true("a short code", fields(From="72975")),
    _true("fields nobody knows yet", [*fields(), *_MANY]),
    _true("a query in the configured URL", query="shop=1&x=a%20b"),
    _true("an encoded query", query="u=https%3A%2F%2Fexample.com%2F%3Fa%3D1"),
    _true("a port, signed with it", public_url=f"{PUBLIC_URL}:8443", url=f"{PUBLIC_URL}:8443{PATH}"),
    _true("a port, signed without it", public_url=f"{PUBLIC_URL}:8443", url=PUBLIC_URL + PATH),
    _true("the usual port, signed by name", url=f"{PUBLIC_URL}:443{PATH}"),
    _true("a local address", public_url="http://localhost:8000", url=f"http://localhost:8000{PATH}"),
    _true("a mapping key before the path", public_url=f"{PUBLIC_URL}/v1", url=f"{PUBLIC_URL}/v1{PATH}"),
    _true("a slash at the end of the setting", public_url=f"{PUBLIC_URL}/"),
    _true("a content type without charset", content_type="application/x-www-form-urlencoded"),
    _true("a content type in capitals", content_type="Application/X-WWW-Form-Urlencoded"),
    _true("a body that is not in base64", in_base64=False),
    _true("misleading forwarded headers", headers={"x-forwarded-host": "evil.example", "x-forwarded-proto": "http"}),
    Vector(
        "the newer signature with SHA-256",
        event(encode(fields()), sign(PUBLIC_URL + PATH, fields(), digest="sha256"), headers=_SHA256_HEADER),
    ),
]

_GOOD = sign(PUBLIC_URL + PATH, fields())
_BODY = encode(fields())
_EVIL = "https://evil.example" + PATH


def _changed(change: Callable[[Event], object]) -> Event:
    altered = signed()
    change(altered)
    return altered


def _with_signature(signature: str | None) -> Event:
    return event(_BODY, signature)


def _with_body(body: str | bytes | None, **more: Any) -> Event:
    return event(body, _GOOD, **more)


FORGED_REQUESTS: list[Vector] = [
    *(Vector(f"{name} changed", _with_body(encode(fields(**{name: value + "1"})))) for name, value in fields()),
    *(
        Vector(f"{name} left out", _with_body(encode([pair for pair in fields() if pair[0] != name])))
        for name, value in fields()
        if value
    ),
    *(
        Vector(f"a signature like {signature!r}", _with_signature(signature))
        for signature in [
            None,
            "",
            " ",
            "=",
            "null",
            _GOOD[:-1],
            _GOOD + " ",
            _GOOD + "=",
            _GOOD.swapcase(),
            f"{_GOOD},{_GOOD}",
            f"sha1={_GOOD}",
            "Ä" * 28,
            base64.b64decode(_GOOD).hex(),
            base64.b64encode(hashlib.sha1((PUBLIC_URL + PATH).encode(), usedforsecurity=False).digest()).decode(),
            sign(PUBLIC_URL + PATH, fields(), key="another token"),
            sign(PUBLIC_URL + PATH, fields(), key=" "),
            sign(PUBLIC_URL + PATH, []),
            sign(PUBLIC_URL, fields()),
            sign(PATH, fields()),
            sign(PUBLIC_URL + PATH + "/", fields()),
            sign(PUBLIC_URL.replace("https", "http") + PATH, fields()),
            sign(PUBLIC_URL + PATH, fields(), digest="sha256"),
            sign(PUBLIC_URL + PATH, fields(), digest="md5"),
        ]
    ),
    Vector("signed for another host, which the headers name", signed(url=_EVIL, headers={"host": "evil.example"})),
    Vector("the same by forwarded host", signed(url=_EVIL, headers={"x-forwarded-host": "evil.example"})),
    Vector("another path", _with_body(_BODY, path="/twilio/voice")),
    Vector("a slash at the end of the path", _with_body(_BODY, path=PATH + "/")),
    Vector("an escape in the path", signed(url=f"{PUBLIC_URL}/twilio/%73ms", path="/twilio/%73ms")),
    Vector("a question mark in the path", signed(url=f"{PUBLIC_URL}{PATH}?a=1", path=f"{PATH}?a=1")),
    Vector("a letter beyond ASCII in the path", signed(url=f"{PUBLIC_URL}/twilio/smś", path="/twilio/smś")),
    Vector("a query added", _with_body(_BODY, query="x=1")),
    Vector("a query left out", event(_BODY, sign(f"{PUBLIC_URL}{PATH}?shop=1", fields()))),
    Vector("a query in another order", event(_BODY, sign(f"{PUBLIC_URL}{PATH}?a=1&b=2", fields()), query="b=2&a=1")),
    Vector("a fragment in the query", signed(query="a=1#b")),
    Vector("a line end in the query", signed(query="a=1\nb")),
    Vector("fields moved to the query", _with_body("", query=_BODY)),
    Vector(
        "a body hash for JSON",
        signed([], query="bodySHA256=" + hashlib.sha256(b"{}").hexdigest(), content_type="application/json"),
    ),
    Vector("another text added", _with_body(_BODY + "&Body=cancel+everything")),
    Vector("a field added", _with_body(_BODY + "&MediaUrl0=https%3A%2F%2Fevil.example")),
    Vector("a blank field added", _with_body(_BODY + "&X=")),
    Vector("a text cut short", _with_body(_BODY[:-4])),
    Vector("a name without a value", signed(in_base64=False) | {"body": _BODY + "&X"}),
    Vector("an empty pair", signed() | {"body": base64.b64encode(f"{_BODY}&&".encode()).decode()}),
    Vector("an empty body", _with_body("")),
    Vector("no body", _with_body(None)),
    Vector("a body in JSON", _with_body('{"Body":"hi"}')),
    Vector("a body that is no base64", signed() | {"body": "%%%"}),
    Vector("base64 with something after it", _changed(lambda e: e.update(body=e["body"] + "\n!"))),
    Vector("a body that only claims to be base64", signed(in_base64=False) | {"isBase64Encoded": True}),
    Vector("base64 that claims to be plain", signed() | {"isBase64Encoded": False}),
    Vector("bytes that are no UTF-8", _with_body(b"Body=\xff\xfe")),
    Vector("escapes that are no UTF-8", _with_body("Body=%ff%fe")),
    Vector("an escaped surrogate", _with_body("Body=%ed%a0%80")),
    Vector("a thousand fields", signed([(f"P{n}", "x") for n in range(1000)])),
    Vector("a form by GET", signed(method="GET")),
    Vector("a form by PUT", signed(method="PUT")),
    Vector("no content type", signed(content_type=None)),
    Vector("JSON by its content type", signed(content_type="application/json")),
    Vector("plain text by its content type", signed(content_type="text/plain")),
    Vector("a multipart form", signed(content_type="multipart/form-data; boundary=x")),
    Vector("two content types", signed(content_type="application/x-www-form-urlencoded, application/json")),
    Vector("an unknown algorithm", signed(headers={"x-twilio-webhooks-signature-settings": "algorithm=NONE"})),
    Vector("SHA-256 claimed for a SHA-1 signature", signed(headers=_SHA256_HEADER)),
    Vector("an empty event", {}),
    Vector("no headers", _changed(lambda e: e.pop("headers"))),
    Vector("headers that are nothing", signed() | {"headers": None}),
    Vector("no path", _changed(lambda e: e.pop("rawPath"))),
    Vector("no query field", _changed(lambda e: e.pop("rawQueryString"))),
    Vector("no request context", _changed(lambda e: e.pop("requestContext"))),
    Vector("a signature that is a list", _changed(lambda e: e["headers"].update({"x-twilio-signature": [_GOOD]}))),
    Vector("a body that is a number", signed() | {"body": 7}),
    Vector("a house without a token", event(_BODY, sign(PUBLIC_URL + PATH, fields(), key="")), auth_token=""),
    Vector("a house without an address", event(_BODY, sign(PATH, fields())), public_url=""),
]


def _before(name: str, before: str, stage: str, public_url: str, *, url: str = "", **more: Any) -> Vector:
    """Return a request whose raw path has `before` in front of ours, and that Twilio was told to send to `url`."""
    request = signed(url=url or public_url + PATH, path=before + PATH, **more)
    request["requestContext"]["stage"] = stage
    return Vector(name, request, public_url)


STAGED_REQUESTS: list[Vector] = [
    _before("no stage", "", "$default", PUBLIC_URL),
    _before("a named stage, which Twilio was told", "/prod", "prod", f"{PUBLIC_URL}/prod"),
    _before("a named stage behind a custom domain", "/prod", "prod", PUBLIC_URL),
    _before("a mapping key, which is not in the path", "", "$default", f"{PUBLIC_URL}/shop"),
    _before("a mapping key of a named stage", "/prod", "prod", f"{PUBLIC_URL}/shop"),
    _before("a mapping key of several parts", "", "$default", f"{PUBLIC_URL}/shop/v2"),
    _before("a mapping key named like the stage", "", "prod", f"{PUBLIC_URL}/prod"),
    _before("a stage named like our path", "/twilio", "twilio", f"{PUBLIC_URL}/twilio"),
    _before(
        "a stage and a query",
        "/prod",
        "prod",
        f"{PUBLIC_URL}/prod",
        url=f"{PUBLIC_URL}/prod{PATH}?shop=1",
        query="shop=1",
    ),
    _before("a stage, and a body that is not in base64", "/prod", "prod", f"{PUBLIC_URL}/prod", in_base64=False),
    Vector(
        "cookies, which no signature covers",
        signed() | {"cookies": ["a=1", "b=2"]},
    ),
]
"""Genuine requests as an HTTP API hands them to a function, with what stages and domains do to the path."""

STAGED_FORGERIES: list[Vector] = [
    _before(
        "signed without the stage that Twilio was told", "/prod", "prod", f"{PUBLIC_URL}/prod", url=PUBLIC_URL + PATH
    ),
    _before(
        "signed with a stage that Twilio was not told", "/prod", "prod", PUBLIC_URL, url=f"{PUBLIC_URL}/prod{PATH}"
    ),
    _before("another stage than the one it came by", "/test", "prod", f"{PUBLIC_URL}/prod"),
    _before("a path that only begins like the stage", "/production", "prod", f"{PUBLIC_URL}/prod"),
    _before("the stage twice", "/prod/prod", "prod", f"{PUBLIC_URL}/prod"),
    _before("a mapping key signed that nobody configured", "", "$default", PUBLIC_URL, url=f"{PUBLIC_URL}/shop{PATH}"),
    _before("the name of the stage that has none", "/$default", "$default", PUBLIC_URL),
]
