"""Scope: LINDA behind real proxies on real sockets, as `linda up` serves her, in local mode and with a real phone."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from linda.domain.limits import NEW_CHATS_OF_AN_ADDRESS
from linda.entrypoints.cli.up import served
from linda.entrypoints.local_only import SAYS
from linda.testing.memory_store import MemoryStore
from tests.relay_line import serving
from tests.reverse_proxy import (
    Passing,
    like_appending,
    like_caddy,
    like_nginx,
    like_ngrok,
    reverse_proxy,
    tcp_tunnel,
)
from tests.shop_desk import open_shop
from tests.terminal import TWILIO

HOST = "linda.example.com"
PUBLIC = "a1b2.ngrok-free.app"
PATHS = ("/", "/phone/", "/api/public", "/api/simulator", "/health")
SECRET = "proxy-0123456789abcdef0123456789abcdef"  # noqa: S105 - a made-up secret
PATIENCE_S = 20


@dataclass(frozen=True, slots=True)
class Got:
    """What came back."""

    status: int
    text: str


def asks(port: int, method: str, path: str, body: Any = None, **headers: str) -> Got:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    content = None if body is None else json.dumps(body)
    connection.request(method, path, content, {"content-type": "application/json", **sent})
    answer = connection.getresponse()
    got = Got(answer.status, answer.read().decode())
    connection.close()
    return got


@contextmanager
def local() -> Iterator[int]:
    with open_shop(store=MemoryStore()) as linda, serving(served(linda)) as port:
        yield port


@contextmanager
def real(**settings: str) -> Iterator[int]:
    told = {**TWILIO, **settings}
    with open_shop(model=None, folder=None, store=MemoryStore(), **told) as linda, serving(served(linda)) as port:
        yield port


@pytest.mark.parametrize("passing", [like_caddy, like_ngrok, like_appending])
def test_in_local_mode_a_proxy_that_tells_of_itself_is_refused_for_every_path(passing: Passing) -> None:
    with local() as port, reverse_proxy(port, passing) as proxy:
        for path in PATHS:
            got = asks(proxy, "GET", path, host=PUBLIC)
            assert (got.status, SAYS in got.text) == (403, True)
        assert asks(proxy, "POST", "/api/session/code", {"phone": "+19045550199"}, host="localhost").status == 403
        assert asks(proxy, "POST", "/twilio/sms", {}, host="localhost").status == 403


def test_in_local_mode_a_silent_proxy_is_refused_by_the_pages_name() -> None:
    with local() as port, reverse_proxy(port, like_nginx) as proxy:
        page = f"https://{PUBLIC}"
        code = asks(proxy, "POST", "/api/session/code", {"phone": "+19045550199"}, host=PUBLIC, origin=page)
        assert (code.status, SAYS in code.text) == (403, True)
        seen = asks(proxy, "GET", "/api/simulator", host=PUBLIC, referer=f"{page}/phone/")
        assert (seen.status, SAYS in seen.text) == (403, True)


def test_in_local_mode_a_tcp_tunnel_is_refused_by_the_name_it_is_called_by() -> None:
    with local() as port, tcp_tunnel(port) as tunnel:
        assert asks(tunnel, "GET", "/phone/", host="2.tcp.ngrok.io:14123").status == 403


def test_in_local_mode_this_machine_is_served() -> None:
    with local() as port:
        assert asks(port, "GET", "/health").status == 200
        assert asks(port, "GET", "/api/simulator").status == 200
        own = f"http://127.0.0.1:{port}"
        assert asks(port, "POST", "/api/session/code", {"phone": "+19045550199"}, origin=own).status == 202


@pytest.mark.parametrize("headers", [{"X-Forwarded-For": "203.0.113.5"}, {"Origin": f"https://{PUBLIC}"}])
def test_in_local_mode_a_websocket_that_came_through_a_proxy_is_refused(headers: dict[str, str]) -> None:
    told = {"LINDA_PUBLIC_URL": "https://linda.example.com", "LINDA_VOICE_RELAY": "true"}
    relayed = open_shop(model=None, folder=None, store=MemoryStore(), **told)
    with relayed as linda, serving(served(linda)) as port:
        address = f"ws://127.0.0.1:{port}/twilio/voice/relay"
        with pytest.raises(InvalidStatus) as refused, connect(address, additional_headers=headers):
            pass
        assert refused.value.response.status_code == 403
        assert SAYS in (refused.value.response.body or b"").decode()


@pytest.mark.parametrize(
    ("settings", "headers", "passing", "is_counted_apart"),
    [
        ({"LINDA_TRUSTED_PROXIES": "127.0.0.1"}, {}, like_appending, True),
        ({"LINDA_TRUSTED_PROXIES": "10.0.0.0/8"}, {}, like_appending, False),
        ({}, {}, like_appending, False),
        ({"LINDA_PROXY_SECRET": SECRET}, {"x_linda_proxy": SECRET}, like_nginx, True),
        ({"LINDA_PROXY_SECRET": SECRET}, {"x_linda_proxy": SECRET[::-1]}, like_nginx, False),
        ({"LINDA_PROXY_SECRET": SECRET}, {}, like_nginx, False),
    ],
)
def test_visitors_behind_a_proxy_are_told_apart_only_where_it_is_named(
    settings: dict[str, str], headers: dict[str, str], passing: Passing, *, is_counted_apart: bool
) -> None:
    with real(**settings) as port, reverse_proxy(port, passing) as proxy:
        sent = [
            asks(proxy, "POST", "/api/chat", chat(number), host=HOST, **headers, x_forwarded_for=f"203.0.113.{number}")
            for number in range(NEW_CHATS_OF_AN_ADDRESS.most + 1)
        ]
        assert sent[-1].status == (200 if is_counted_apart else 429)


def chat(number: int) -> dict[str, Any]:
    return {"visitor": None, "id": f"{number:032x}", "text": "what are your hours"}


def test_the_server_itself_believes_no_forwarded_header() -> None:
    seen: list[Any] = []

    async def shows(scope: Any, _receive: Any, send: Any) -> None:
        seen.append((scope["client"][0], scope["scheme"]))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    with open_shop(store=MemoryStore()) as linda:
        config = served(linda)
    config.app = shows
    config.lifespan = "off"
    with serving(config) as port:
        told = {"x_forwarded_for": "203.0.113.5", "x_forwarded_proto": "https", "forwarded": "for=203.0.113.5"}
        assert asks(port, "GET", "/", **told).status == 200
    assert seen == [("127.0.0.1", "http")], "who has the connection, though a proxy of this machine says otherwise"
