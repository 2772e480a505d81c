"""Who asks the API while it is fuzzed: the owner in a browser, the owner's program, a visitor, and a stranger."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

import requests
import schemathesis

from linda.entrypoints.api.feed import PATH as FEED
from linda.entrypoints.http_answer import HttpAnswer
from linda.entrypoints.http_event import HttpRequest
from linda.entrypoints.http_headers import with_header_set
from linda.entrypoints.lambda_call import Handler, call
from tests.contract.fuzzed_shop import FuzzedShop
from tests.owner_program import TOKEN

CALLERS = ("browser", "program", "visitor", "stranger")
OUTSIDERS = ("visitor", "stranger")
_HERE, _ELSEWHERE = "http://localhost:8000", "http://shop.example"


@dataclass(repr=False)
class Caller:
    """Somebody of one kind, each request from another address: limits by address are not what is looked for."""

    shop: FuzzedShop
    kind: str
    api: Handler
    addresses: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def is_outside(self) -> bool:
        """Tell whether it is nobody of the shop's."""
        return self.kind in OUTSIDERS

    def ask(self, case: schemathesis.Case[Any]) -> schemathesis.Response:
        """Send the case and return what comes back, its own visitor's token standing where it names one."""
        given = {} if "x-visitor" in case.headers and self.kind == "visitor" else self._headers()
        base = _ELSEWHERE if self.is_outside else _HERE
        return self.send(requests.Request(**case.as_transport_kwargs(base_url=base, headers=given)).prepare())

    def send(self, asked: requests.PreparedRequest) -> schemathesis.Response:
        """Send a request as it goes over the wire."""
        answer = with_header_set(call(self.api, self._request(asked), self.shop.linda.clock, seconds=30), https=False)
        if self.kind == "browser":
            self._stay_signed_in(answer)
        headers: dict[str, list[str]] = {}
        for name, value in answer.headers:
            headers.setdefault(name, []).append(value)
        return schemathesis.Response(answer.status, headers, answer.body, asked, 0.0, verify=False)

    def repeat(self, asked: requests.PreparedRequest) -> schemathesis.Response:
        """Ask the same without anything that lets one in, the secret of the calendar's link too."""
        copied = asked.copy()
        for name in ("cookie", "x-csrf-token", "authorization", "x-visitor"):
            copied.headers.pop(name, None)
        url = urlsplit(copied.url or "")._replace(netloc=urlsplit(_ELSEWHERE).netloc)
        copied.url = (url._replace(query="") if url.path == FEED else url).geturl()
        return self.send(copied)

    def _request(self, asked: requests.PreparedRequest) -> HttpRequest:
        url = urlsplit(asked.url or "")
        sent = {_text(name).lower(): _text(value) for name, value in asked.headers.items()}
        body = asked.body.encode() if isinstance(asked.body, str) else asked.body
        number = next(self.addresses)
        low = f"{number >> 8 & 255}.{number & 255}"
        client = f"198.{18 + (number >> 16)}.{low}" if self.is_outside else f"127.0.{low}"
        named = {"host": url.netloc, **sent}
        return HttpRequest(
            asked.method or "",
            unquote(url.path),
            url.query,
            tuple(named.items()),
            body if isinstance(body, bytes) else b"",
            client,
        )

    def _headers(self) -> dict[str, str]:
        match self.kind:
            case "browser":
                browser = self.shop.browser
                return {"cookie": browser.cookie, "x-csrf-token": browser.csrf}
            case "program":
                return {"authorization": f"Bearer {TOKEN}"}
            case "visitor":
                return {"x-visitor": self.shop.visitor.token or ""}
        return {}

    def _stay_signed_in(self, answer: HttpAnswer) -> None:
        """Keep the cookies; a session that rose has another word against forgery, which is asked for."""
        before = self.shop.browser.cookie
        self.shop.browser.keep(answer)
        if self.shop.browser.cookie != before:
            self.shop.browser.session()


def caller_of(shop: FuzzedShop, kind: str) -> Caller:
    """Return one who asks `shop` itself."""
    return Caller(shop, kind, shop.linda.routes["/api"])


def filled_in(url: str, path: str, names: Mapping[str, str]) -> str:
    """Return `url` with the path of an operation whose variables are these names."""
    return urlsplit(url)._replace(path=path.format(**names)).geturl()


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
