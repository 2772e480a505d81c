"""Local mode is for this machine alone: whatever shows a trace of a tunnel, a proxy or another site is refused."""

import asyncio
import json
import logging
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from linda.entrypoints.cli.up import gateway
from linda.entrypoints.http_answer import HttpAnswer
from linda.entrypoints.local_only import SAYS, LocalOnly
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import open_shop
from tests.terminal import TWILIO

Headers = Iterable[tuple[str, str]]

PATHS = ("/", "/phone/", "/desk/", "/_next/static/x.js", "/api/public", "/api/simulator", "/api/session/code")
WEBHOOKS = ("/twilio/sms", "/twilio/voice", "/health", "/nothing")
HERE = ("host", "localhost:8000")
BROWSER = ("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
NAMES_TO_SET = (
    *("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER", "LINDA_OWNER_PHONE", "LINDA_PUBLIC_URL"),
    "docs/tunnels.md",
)
ADDED = """Forwarded|X-Forwarded-For|X-Forwarded-Host|X-Forwarded-Proto|X-Forwarded-Port|X-Forwarded-Server|X-Forwarded
X-Forwarded-By|X_Forwarded_For|X-Forwarded-Client-Cert|X-Real-IP|X-Real-Port|Via|Max-Forwards|CF-Connecting-IP|CF-Ray
CF-Visitor|CF-IPCountry|Cdn-Loop|True-Client-IP|X-Original-Host|X-Original-For|X-Original-URL|X-Original-Forwarded-For
X-Rewrite-URL|X-Host|Fly-Client-IP|Fly-Forwarded-Port|Fastly-Client-IP|Fastly-FF|ngrok-skip-browser-warning
Ngrok-Auth-User-Email|X-Client-IP|Client-IP|X-Cluster-Client-IP|X-ProxyUser-Ip|X-Remote-IP|X-Remote-Addr|X-Source-IP
X-Envoy-External-Address|X-Envoy-Expected-Rq-Timeout-Ms|X-Azure-ClientIP|X-AppEngine-User-IP|X-Amzn-Trace-Id|X-Amz-Cf-Id
X-Vercel-Id|X-Vercel-Forwarded-For|X-NF-Client-Connection-IP|Tailscale-User-Login|X-MS-Proxy|X-ARR-SSL|Proxy-Connection
X-Proxy-Id|X-Akamai-Edgescape|Akamai-Origin-Hop|Incap-Client-IP|X-Sucuri-ClientIP|X-Varnish|Surrogate-Capability
X-Scheme|X-Request-Start|X-Cloud-Trace-Context|X-Linda-Proxy|X-Auth-Request-User""".replace("\n", "|").split("|")
USUAL = {
    "host": "localhost:8000",
    "connection": "keep-alive",
    "cache-control": "max-age=0",
    "user-agent": "Mozilla/5.0",
    "accept": "text/html",
    "accept-language": "en-US",
    "accept-encoding": "gzip, br, zstd",
    "authorization": "Bearer x",
    "cookie": "a=b",
    "content-type": "application/json",
    "content-length": "0",
    "dnt": "1",
    "if-none-match": '"x"',
    "last-event-id": "3",
    "origin": "http://localhost:8000",
    "referer": "http://localhost:8000/phone/",
    "priority": "u=0, i",
    "range": "bytes=0-1",
    "sec-ch-ua-platform": "Linux",
    "sec-fetch-site": "same-origin",
    "sec-fetch-user": "?1",
    "sec-gpc": "1",
    "sec-purpose": "prefetch",
    "save-data": "on",
    "upgrade-insecure-requests": "1",
    "x-csrf-token": "x",
    "x-requested-with": "x",
    "x-visitor": "x",
    "x-twilio-signature": "x",
    "i-twilio-idempotency-token": "x",
}


class Inside:
    """What stands behind the refusal; remembers the kinds of connection that got in."""

    def __init__(self) -> None:
        self.served: list[str] = []

    async def __call__(self, scope: Any, _receive: Any, send: Any) -> None:
        self.served.append(scope["type"])
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"inside"})


def knock(
    app: Any,
    path: str = "/",
    headers: Headers = (HERE,),
    client: tuple[str, int] | None = ("127.0.0.1", 1),
    **more: Any,
) -> list[Any]:
    """Return what is sent to one connection of the kind `type` (http)."""
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "root_path": "",
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers],
        "client": client,
        "http_version": "1.1",
        **more,
    }
    sent: list[Any] = []
    coming = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Any:
        return coming.pop() if coming else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    return sent


def answer(app: Any, path: str = "/", headers: Headers = (HERE,), **more: Any) -> HttpAnswer:
    start, body = knock(app, path, headers, **more)
    shown = tuple((name.decode(), value.decode()) for name, value in start["headers"])
    return HttpAnswer(start["status"], shown, body["body"])


def here_only() -> tuple[LocalOnly, Inside]:
    inside = Inside()
    return LocalOnly(inside, FakeClock(datetime(2026, 2, 10, tzinfo=UTC))), inside


@pytest.mark.parametrize("added", ADDED)
def test_a_header_that_only_proxies_add_is_refused(added: str) -> None:
    app, inside = here_only()
    assert answer(app, headers=(HERE, (added, "1"))).status == 403
    assert inside.served == []


def test_what_browsers_programs_and_the_carrier_send_from_this_machine_is_served() -> None:
    app, inside = here_only()
    assert answer(app, headers=USUAL.items()).body == b"inside"
    assert inside.served == ["http"]


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "LOCALHOST:3000", "127.0.0.1:8000", "[::1]", "[::1]:80"]
)
def test_this_machines_own_names_are_served_at_any_port(host: str) -> None:
    app, inside = here_only()
    assert answer(app, headers=[("host", host)]).status == 200
    assert inside.served == ["http"]


@pytest.mark.parametrize(
    "hosts",
    [
        ["a1b2.ngrok-free.app"],
        ["linda.example.com:8000"],
        ["localhost.example.com"],
        ["localhost@example.com"],
        ["localhost:8000@example.com"],
        ["127.0.0.1.nip.io"],
        ["192.168.1.20:8000"],
        ["localhost."],
        ["::1"],
        ["0.0.0.0:8000"],
        [""],
        [":8000"],
        [],
        ["localhost", "linda.example.com"],
        ["localhost", "localhost"],
        ["localhost:٣"],
    ],
)
def test_any_other_host_is_refused_and_so_are_none_and_two(hosts: list[str]) -> None:
    app, inside = here_only()
    given = [("host", each.encode().decode("latin-1")) for each in hosts]
    assert answer(app, headers=given).status == 403
    assert inside.served == []


@pytest.mark.parametrize("client", [("192.168.1.20", 1), ("203.0.113.5", 1), ("2001:db8::1", 1), ("somebody", 1), None])
def test_another_machine_is_refused_and_who_has_no_address_too(client: tuple[str, int] | None) -> None:
    app, inside = here_only()
    assert answer(app, client=client).status == 403
    assert inside.served == []


@pytest.mark.parametrize("client", [("127.0.0.1", 1), ("127.8.9.10", 1), ("::1", 1)])
def test_loopback_is_this_machine(client: tuple[str, int]) -> None:
    assert answer(here_only()[0], client=client).status == 200


@pytest.mark.parametrize("name", ["origin", "referer"])
@pytest.mark.parametrize(
    "page", ["https://a1b2.ngrok-free.app/phone/", "https://localhost.example.com", "null", "x", "http://["]
)
def test_the_page_of_another_host_is_refused_though_nothing_else_shows(name: str, page: str) -> None:
    app, inside = here_only()
    assert answer(app, headers=(HERE, (name, page))).status == 403
    assert inside.served == []


@pytest.mark.parametrize("name", ["origin", "referer"])
@pytest.mark.parametrize("page", ["http://localhost:3000", "http://127.0.0.1:8000/phone/?a=b", "http://[::1]:8000/"])
def test_a_page_of_this_machine_is_served(name: str, page: str) -> None:
    assert answer(here_only()[0], headers=(HERE, (name, page))).status == 200


@pytest.mark.parametrize("accept", [BROWSER, ("accept", "*/*"), ("accept", "application/json"), None])
def test_the_refusal_says_why_and_what_to_set_and_nothing_of_the_request(accept: tuple[str, str] | None) -> None:
    sent = [("host", "evil-host.example"), ("X-Forwarded-For", "203.0.113.5"), ("user-agent", "evil-agent")]
    said = answer(here_only()[0], "/evil-path", [*sent, *([accept] if accept else [])], query_string=b"evil-query")
    headers = dict(said.headers)
    text = said.body.decode()
    if accept == BROWSER:
        assert headers["content-type"] == "text/plain; charset=utf-8"
    else:
        assert headers["content-type"] == "application/problem+json"
        document = json.loads(text)
        assert (document["status"], document["title"]) == (403, "Forbidden")
        text = document["detail"]
    assert said.status == 403
    assert text.strip() == SAYS
    assert "local mode" in text
    assert "sign-in code" in text
    assert [each for each in NAMES_TO_SET if each not in text] == []
    assert "evil" not in said.body.decode() + str(headers)
    assert "203.0.113.5" not in said.body.decode()
    assert headers["x-content-type-options"] == "nosniff", "the header set is on it as on every answer"


@pytest.mark.parametrize("path", [*PATHS, *WEBHOOKS])
def test_in_local_mode_every_path_refuses_what_came_through_a_tunnel(path: str) -> None:
    with open_shop(store=MemoryStore()) as linda:
        app = gateway(linda)
        for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
            said = answer(app, path, (HERE, ("x-forwarded-for", "203.0.113.5")), method=method)
            assert (said.status, SAYS in said.body.decode()) == (403, True)


def test_with_a_real_phone_tunnels_are_let_in() -> None:
    with open_shop(model=None, folder=None, store=MemoryStore(), **TWILIO) as linda:
        said = answer(gateway(linda), "/health", [("host", "a.example"), ("x-forwarded-for", "203.0.113.5")])
        assert said.status == 200


def test_a_websocket_is_refused_before_it_is_accepted() -> None:
    app, inside = here_only()
    through = (HERE, ("via", "1.1 tunnel"))
    start, body = knock(app, headers=through, type="websocket", extensions={"websocket.http.response": {}})
    assert (start["type"], start["status"]) == ("websocket.http.response.start", 403)
    assert json.loads(body["body"])["detail"] == SAYS
    assert knock(app, headers=through, type="websocket") == [{"type": "websocket.close"}]
    assert inside.served == []
    knock(app, type="websocket")
    assert inside.served == ["websocket"]


def test_starting_and_stopping_passes() -> None:
    app, inside = here_only()
    assert knock(app, type="lifespan", client=None) == []
    assert inside.served == ["lifespan"]


def test_the_terminal_says_the_first_refusal_and_one_a_minute_and_nobodys_address(
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock = FakeClock(datetime(2026, 2, 10, tzinfo=UTC))
    app = LocalOnly(Inside(), clock)
    through = [("host", "evil.example"), ("x-forwarded-for", "203.0.113.5")]
    with caplog.at_level(logging.INFO):
        for _ in range(50):
            answer(app, "/evil-path", through, client=("198.51.100.9", 1))
        assert len(caplog.records) == 1
        clock.advance(timedelta(seconds=59))
        answer(app, headers=through)
        assert len(caplog.records) == 1
        clock.advance(timedelta(seconds=1))
        answer(app, headers=through)
    said = [record.getMessage() for record in caplog.records]
    assert [each.split(": ")[1].split(".")[0] for each in said] == [
        "it comes from another machine",
        "it carries a header that tunnels and proxies add",
    ]
    assert all(SAYS in each for each in said)
    assert not any(word in each for each in said for word in ("evil", "203.0.113.5", "198.51.100.9"))
