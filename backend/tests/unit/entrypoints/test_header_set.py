"""One header set on every answer: each route with each status it can be brought to, the pages, and the functions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from linda.bootstrap import Linda
from linda.domain.errors import StoreUnavailable
from linda.entrypoints.api.caching import STORABLE
from linda.entrypoints.api.route import Route
from linda.entrypoints.api.routes import routes
from linda.entrypoints.functions import DISPATCHER, FALLBACK, SCHEDULER, STATE_MANAGER
from linda.entrypoints.functions.specs import FunctionSpec
from linda.entrypoints.gateway import Gateway
from linda.entrypoints.http_answer import HttpAnswer, read_result
from linda.entrypoints.http_event import HttpRequest, build_event
from linda.entrypoints.pages import Pages, not_built
from linda.testing.memory_store import MemoryStore
from tests.asking import ask
from tests.functions import Parameters, a_clock, environment, open_function
from tests.owner_program import TOKEN
from tests.shop_desk import CUSTOMER, open_shop, phone_of

NAMES = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(self), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
NOTHING_RUNS = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
TWO_YEARS = "max-age=63072000; includeSubDomains"
OWNER = {"authorization": f"Bearer {TOKEN}"}
JSON = {"content-type": "application/json"}


class BrokenStore(MemoryStore):
    """Can't answer any more once it `is_broken`."""

    is_broken = False

    def get(self, *args: Any, **more: Any) -> Any:
        """Fail, or read."""
        self._fail_if_broken()
        return super().get(*args, **more)

    def query(self, *args: Any, **more: Any) -> Any:
        """Fail, or read."""
        self._fail_if_broken()
        return super().query(*args, **more)

    def transact(self, *writes: Any) -> None:
        """Fail, or write."""
        self._fail_if_broken()
        super().transact(*writes)

    def _fail_if_broken(self) -> None:
        if self.is_broken:
            raise StoreUnavailable("the disk is gone")


def every_route() -> tuple[Route, ...]:
    with open_shop(store=MemoryStore()) as linda:
        return routes(linda.parts)


ROUTES = [*((each.method, each.path) for each in every_route()), ("GET", "/api/openapi.json"), ("GET", "/api/nothing")]


def assert_complete(answer: HttpAnswer, *, https: bool = False) -> dict[str, str]:
    """Return the headers of an answer that has each of the set once, and nothing of it with another value."""
    shown = dict(answer.headers)
    assert len([name for name, _ in answer.headers if name != "set-cookie"]) == len(shown) - ("set-cookie" in shown)
    assert {name: shown.get(name) for name in NAMES} == NAMES
    assert shown.get("strict-transport-security") == (TWO_YEARS if https else None)
    assert "content-security-policy" in shown
    assert shown["cache-control"]
    return shown


def assert_complete_and_no_page(answer: HttpAnswer, *, https: bool = False, may_be_stored: bool = False) -> None:
    shown = assert_complete(answer, https=https)
    kept = "no-cache" if may_be_stored and answer.status == 200 else "no-store"
    assert (shown["content-security-policy"], shown["cache-control"]) == (NOTHING_RUNS, kept)


@contextmanager
def served(*, https: bool = False, store: MemoryStore | None = None) -> Iterator[tuple[Linda, Gateway]]:
    with open_shop(store=store or MemoryStore(), LINDA_API_TOKEN=TOKEN) as linda:
        handlers = {name: handler for name, handler in linda.routes.items() if name != "/"}
        handlers["/health"] = linda.routes["/"]
        yield linda, Gateway(handlers, linda.clock, pages=not_built, https=https)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_route_of_the_api_whatever_comes_of_it(method: str, path: str) -> None:
    path = path.replace("<", "").replace(">", "")
    brought_about = {
        "the owner's": (method, OWNER | JSON, b"{}"),
        "no JSON": (method, OWNER | {"content-type": "text/plain"}, b"{}"),
        "broken JSON": (method, OWNER | JSON, b"{"),
        "a stranger's": (method, {}, b""),
        "another site's": (method, {"origin": "https://example.com"}, b""),
        "another method": ("PATCH", OWNER, b""),
        "too long": (method, OWNER | JSON, b"[" * (2**20 + 1)),
    }
    with served() as (_, gateway):
        for verb, headers, body in brought_about.values():
            answer = ask(gateway, verb, path, body, headers)
            assert_complete_and_no_page(answer, may_be_stored=path in STORABLE)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_route_of_the_api_while_the_store_can_not_answer(method: str, path: str) -> None:
    store = BrokenStore()
    with served(store=store) as (_, gateway):
        store.is_broken = True
        answer = ask(gateway, method, path.replace("<", "").replace(">", ""), headers=OWNER)
    assert_complete_and_no_page(answer, may_be_stored=path in STORABLE)


def test_an_answer_that_has_not_changed_since() -> None:
    with served() as (_, gateway):
        first = ask(gateway, "GET", "/api/state", headers=OWNER)
        again = ask(gateway, "GET", "/api/state", headers={**OWNER, "if-none-match": dict(first.headers)["etag"]})
    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert_complete_and_no_page(again)


def test_twilios_routes_signed_and_not() -> None:
    with served() as (linda, gateway):
        webhook = phone_of(linda).line.webhook("SM" + "0a" * 16, CUSTOMER, "how much for an iphone 13 screen?")
        sent = {name.lower(): value for name, value in webhook.headers.items()}
        answers = [
            ask(gateway, "POST", webhook.path, webhook.body, sent),
            *(ask(gateway, "POST", f"/twilio/{each}", b"Body=Hi") for each in ("sms", "status", "fallback", "x")),
        ]
    assert [answer.status for answer in answers] == [200, 403, 403, 403, 403]
    for answer in answers:
        assert_complete_and_no_page(answer)


@pytest.mark.parametrize("https", [True, False])
def test_what_the_gateway_itself_answers(*, https: bool) -> None:
    def broken(event: Any, context: Any) -> Any:
        raise ValueError("a bug")

    with open_shop(store=MemoryStore()) as linda:
        gateway = Gateway({"/broken": broken}, linda.clock, https=https)
        impatient = Gateway({"/broken": broken}, linda.clock, https=https, seconds=0)
        answers = [
            ask(gateway, "GET", "/broken"),
            ask(gateway, "GET", "/nothing"),
            ask(gateway, "POST", "/broken", b"x" * (2**20 + 1)),
            ask(impatient, "GET", "/broken"),
        ]
    assert [answer.status for answer in answers] == [500, 404, 413, 503]
    for answer in answers:
        assert_complete_and_no_page(answer, https=https)


def test_the_health_check() -> None:
    store = BrokenStore()
    with served(store=store) as (_, gateway):
        well = ask(gateway, "GET", "/health")
        store.is_broken = True
        ill = ask(gateway, "GET", "/health")
    assert (well.status, ill.status) == (200, 503)
    for answer in (well, ill):
        assert_complete_and_no_page(answer)


@pytest.mark.parametrize("https", [True, False])
def test_every_page_and_every_file_beside_them(tmp_path: Path, *, https: bool) -> None:
    names = ["index.html", "desk/index.html", "404.html", "_next/static/1.js", "icon.svg", "desk/index.txt", "csp.json"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}", encoding="utf-8")
    with open_shop(store=MemoryStore()) as linda:
        pages = Pages(tmp_path, lambda: linda.shop, https=https)
        paths = ["/", "/desk/", "/desk", "/nothing", *(f"/{name}" for name in names)]
        answers = [ask(pages, method, path) for path in paths for method in ("GET", "HEAD", "POST")]
    assert {answer.status for answer in answers} == {200, 307, 404, 405}
    for answer in answers:
        shown = assert_complete(answer, https=https)
        is_page = shown.get("content-type", "").startswith("text/html")
        assert is_page or shown["content-security-policy"] == NOTHING_RUNS
        assert "frame-ancestors 'none'" in shown["content-security-policy"]


@pytest.mark.parametrize("spec", [DISPATCHER, FALLBACK, STATE_MANAGER, SCHEDULER], ids=lambda spec: spec.name)
@pytest.mark.parametrize("can_read", [True, False])
def test_the_functions_on_aws_over_https(tmp_path: Path, spec: FunctionSpec, *, can_read: bool) -> None:
    paths = ["/twilio/sms", "/twilio/fallback", "/api/state", "/api/openings", "/api/bookings", "/nothing", "/"]
    with open_function(spec, environment(tmp_path), read=Parameters(fails=not can_read)) as function:
        events = [
            build_event(HttpRequest(method, path, headers=headers), now=a_clock().now(), request_id="1")
            for method in ("GET", "POST")
            for path in paths
            for headers in ((), tuple(OWNER.items()))
        ]
        answers = [read_result(function.answer(event, None)) for event in events]
    assert 503 in {answer.status for answer in answers} or can_read
    for answer in answers:
        assert_complete_and_no_page(answer, https=True)
