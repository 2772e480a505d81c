"""What may be stored of the API's answers, route by route: nothing, but for what holds nobody's data.

A route that is added may not be stored: what may be is written down here a second time.
"""

import json

import pytest

from linda.bootstrap import Linda
from linda.entrypoints.api.routes import routes
from linda.entrypoints.gateway import Gateway
from linda.entrypoints.http_answer import HttpAnswer
from linda.testing.memory_store import MemoryStore
from tests.asking import ask
from tests.cookie_browser import Browser
from tests.owner_program import TOKEN
from tests.shop_desk import CUSTOMER, ROOT, open_shop, phone_of

MAY_BE_STORED = {"/api/public", "/api/qr.svg", "/api/qr.png", "/api/qr.pdf", "/api/openapi.json"}
OWNER = {"authorization": f"Bearer {TOKEN}"}
JSON = {"content-type": "application/json"}
VISITORS: dict[str, dict[str, str]] = {
    "the owner's": OWNER,
    "a stranger's": {},
    "another site's": {"origin": "https://other.example"},
    "who has it": OWNER | {"if-none-match": "*"},
}


def every_route() -> list[tuple[str, str]]:
    with open_shop(store=MemoryStore()) as linda:
        named = [(each.method, each.path) for each in routes(linda.parts)]
        return [*named, ("GET", "/api/openapi.json"), ("GET", "/api/nothing"), ("POST", "/api/nothing")]


def gateway_of(linda: Linda) -> Gateway:
    return Gateway({name: handler for name, handler in linda.routes.items() if name != "/"}, linda.clock)


def stored(answer: HttpAnswer) -> str:
    (said,) = [value for name, value in answer.headers if name == "cache-control"]
    return said


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize(("method", "path"), every_route())
def test_nothing_may_be_stored_but_what_holds_nobodys_data(method: str, path: str, visitor: str) -> None:
    with open_shop(store=MemoryStore(), LINDA_API_TOKEN=TOKEN) as linda:
        phone_of(linda).text(CUSTOMER, "book iphone 13 screen tomorrow 10am, my name is Maya")
        sent = VISITORS[visitor] | (JSON if method != "GET" else {})
        body = b"{}" if method != "GET" else b""
        answer = ask(gateway_of(linda), method, path.replace("<", "").replace(">", ""), body, sent)
    assert stored(answer) == ("no-cache" if path in MAY_BE_STORED else "no-store")
    assert "private" not in stored(answer)
    if path in MAY_BE_STORED:
        assert (method, answer.status) == ("GET", 200)
        assert CUSTOMER[2:].encode() not in answer.body
        assert b"Maya" not in answer.body


@pytest.mark.parametrize("path", sorted(MAY_BE_STORED))
def test_of_what_may_be_stored_a_no_may_not(path: str) -> None:
    with open_shop(store=MemoryStore()) as linda:
        gateway = gateway_of(linda)
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert stored(ask(gateway, method, path)) == "no-store"
        assert stored(ask(gateway, "GET", f"{path}/")) == "no-store"
        assert stored(ask(gateway, "GET", f"{path}/x")) == "no-store"


@pytest.mark.parametrize("path", ["/api/cockpit", "/api/conversations", "/api/leads", "/api/public", "/api/session"])
def test_who_has_the_answer_already_is_told_so_in_no_bytes(path: str) -> None:
    with open_shop(store=MemoryStore(), LINDA_API_TOKEN=TOKEN) as linda:
        gateway = gateway_of(linda)
        first = ask(gateway, "GET", path, headers=OWNER)
        tag = dict(first.headers)["etag"]
        again = ask(gateway, "GET", path, headers=OWNER | {"if-none-match": f'W/{tag}, "x"'})
        other = ask(gateway, "GET", path, headers=OWNER | {"if-none-match": '"x"'})
    assert (first.status, again.status, again.body, other.body) == (200, 304, b"", first.body)
    assert dict(again.headers)["etag"] == tag
    assert stored(again) == stored(first)


def test_what_has_changed_is_told_whole() -> None:
    with open_shop(store=MemoryStore(), LINDA_API_TOKEN=TOKEN) as linda:
        gateway = gateway_of(linda)
        tag = dict(ask(gateway, "GET", "/api/leads", headers=OWNER).headers)["etag"]
        phone_of(linda).text(CUSTOMER, "how much for an iphone 13 screen")
        answer = ask(gateway, "GET", "/api/leads", headers=OWNER | {"if-none-match": tag})
    assert (answer.status, dict(answer.headers)["etag"] == tag) == (200, False)


def test_a_session_and_its_cookies_are_stored_nowhere() -> None:
    with open_shop(store=MemoryStore()) as linda:
        browser = Browser(linda)
        answers = [
            browser.send("POST", "/api/session/code", {"phone": "+19045550199"}),
            browser.send("POST", "/api/session", {"phone": "+19045550199", "code": "000000"}),
            browser.send("GET", "/api/session"),
        ]
    assert [each.headers["cache-control"] for each in answers] == ["no-store"] * 3


def test_the_host_of_the_pages_lets_the_api_speak_for_itself() -> None:
    rules = json.loads((ROOT / "frontend/vercel.json").read_text(encoding="utf-8"))["headers"]
    for rule in rules:
        named = {each["key"].lower() for each in rule["headers"]}
        if rule["source"] not in {"/((?!api/|_next/static/).*)", "/_next/static/(.*)"}:
            assert "cache-control" not in named, rule["source"]
    template = (ROOT / "infra/template.yaml").read_text(encoding="utf-8").lower()
    assert not [word for word in ("cachepolicy", "cacheclusterenabled", "cache-control", "cors") if word in template]
