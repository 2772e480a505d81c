"""Pages of other sites: nothing they have a browser send is done in the owner's name."""

from collections.abc import Iterator

import pytest

from linda.bootstrap import Linda
from linda.entrypoints.api.asked import Asked, read_asked
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.shop_desk import OWNER, open_shop, phone_of

GYM = {"version": 0, "state": {"mode": "GYM"}}
SITE = "https://shop.example.com"
ELSEWHERE = [
    "https://evil.example.com",
    "http://shop.example.com",
    "https://shop.example.com:8443",
    "https://shop.example.com.evil.example",
    "https://evil.example/shop.example.com",
    "https://shop.example.com@evil.example",
    "null",
    "http://[",
    "http://localhost:99999",
    "file://",
]


@pytest.fixture
def linda() -> Iterator[Linda]:
    with open_shop(store=MemoryStore(), LINDA_SITE_URL=SITE) as opened:
        yield opened


@pytest.mark.parametrize("csrf", ["", "A" * 32, "é", "\udc80"])
def test_what_changes_something_needs_the_word_of_this_very_session(linda: Linda, csrf: str) -> None:
    visitor = Browser(linda)
    visitor.signs_in()
    right = visitor.csrf
    visitor.csrf = csrf
    for method, path, body in (
        ("PUT", "/api/state", GYM),
        ("DELETE", "/api/session", None),
        ("POST", "/api/session/skip", None),
        ("POST", "/api/session/second-factor", {"code": "123456"}),
        ("POST", "/api/second-factor/enrolment", None),
        ("POST", "/api/second-factor", {"code": "123456"}),
        ("POST", "/api/second-factor/removal", {"code": "123456"}),
        ("DELETE", "/api/sessions/1234", None),
    ):
        assert visitor.send(method, path, body).status == 403, path
    assert visitor.send("GET", "/api/state").body["version"] == 0
    visitor.csrf = right
    assert visitor.send("PUT", "/api/state", GYM).status == 200


def test_the_word_ends_with_its_cookie(linda: Linda) -> None:
    visitor = Browser(linda)
    visitor.enters_code()
    before = visitor.csrf
    visitor.does("POST", "/api/session/skip")
    assert visitor.csrf != before
    visitor.csrf = before
    assert visitor.send("PUT", "/api/state", GYM).status == 403


@pytest.mark.parametrize("origin", ELSEWHERE)
def test_a_page_elsewhere_can_neither_have_a_code_texted_nor_sign_in(linda: Linda, origin: str) -> None:
    visitor = Browser(linda)
    code = visitor.asks_for_code()
    assert visitor.send("POST", "/api/session/code", {"phone": OWNER}, origin=origin).status == 403
    refused = visitor.send("POST", "/api/session", {"phone": OWNER, "code": code}, origin=origin)
    assert refused.status == 403
    assert len(phone_of(linda).threads.of(OWNER)) == 1
    assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": code}).status == 200, "no try was used up"


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (SITE, "localhost:8000"),
        ("HTTPS://SHOP.example.com:443", "api.example.com"),
        ("http://localhost:8000", "api.example.com"),
        ("http://127.0.0.1:9000", "127.0.0.1:9000"),
        ("http://localhost:3000", "localhost:3000"),
        ("http://[::1]:9000", "[::1]:9000"),
        ("http://localhost", "localhost"),
        ("", "localhost:8000"),
    ],
)
def test_our_own_pages_can_and_so_can_what_is_no_page(linda: Linda, origin: str, host: str) -> None:
    answer = Browser(linda).send("POST", "/api/session/code", {"phone": OWNER}, origin=origin, host=host)
    assert answer.status == 202


@pytest.mark.parametrize("host", ["evil.example:8000", "evil.example", "localhost.evil.example", ""])
def test_a_name_that_only_points_here_is_not_ours(linda: Linda, host: str) -> None:
    answer = Browser(linda).send("POST", "/api/session/code", {"phone": OWNER}, origin=f"http://{host}", host=host)
    assert answer.status == 403


def test_with_a_real_number_this_machines_own_name_is_not_ours(linda: Linda) -> None:
    origin = "http://127.0.0.1:9000"
    object.__setattr__(linda.settings, "local", False)
    answer = Browser(linda).send("POST", "/api/session/code", {"phone": OWNER}, origin=origin, host="127.0.0.1:9000")
    assert answer.status == 403


@pytest.mark.parametrize("origin", ELSEWHERE)
def test_a_page_elsewhere_writes_nothing_into_the_shops_chat(linda: Linda, origin: str) -> None:
    text = {"id": "ab" * 16, "text": "I want to talk to a human"}
    for headers in ({}, {"content_type": ""}, {"sec_fetch_site": "cross-site"}):
        assert Browser(linda).send("POST", "/api/chat", text, origin=origin, **headers).status == 403
    assert linda.records.leads.by_activity() == []
    assert phone_of(linda).threads.all() == []


def test_a_page_elsewhere_has_no_code_texted_to_a_visitors_number(linda: Linda) -> None:
    given = {"phone": "+19045550147", "consent": True}
    assert Browser(linda).send("POST", "/api/chat/phone", given, origin=ELSEWHERE[0]).status == 403


@pytest.mark.parametrize(
    ("origin", "site"),
    [(SITE, "same-origin"), (SITE, ""), ("", ""), ("https://www.shop.example.com", "same-origin")],
)
def test_the_shops_own_page_chats_under_every_name_it_has(linda: Linda, origin: str, site: str) -> None:
    text = {"id": "ab" * 16, "text": "hello"}
    assert Browser(linda).send("POST", "/api/chat", text, origin=origin, sec_fetch_site=site).status == 200


def test_a_cookie_beside_a_wrong_token_is_not_looked_at(linda: Linda) -> None:
    visitor = Browser(linda)
    visitor.signs_in()
    assert visitor.send("GET", "/api/state", authorization="Bearer wrong").status == 401


@pytest.mark.parametrize("space", ["\u00a0", "\u0085", "\u2003", "\u3000", "\x1c", "\x0b"])
def test_a_cookie_is_ours_by_its_very_name_and_not_by_one_that_only_looks_like_it(linda: Linda, space: str) -> None:
    """Browsers let any subdomain set the latter: for them it does not begin with __Host- (RFC 6265bis, 4.1.3.2)."""
    owner = Browser(linda)
    owner.signs_in()
    token = owner.cookies["__Host-linda"]
    for named in (f"{space}__Host-linda", f"__Host-linda{space}"):
        assert Browser(linda, {named: token}).session()["signed_in"] is False
        assert Browser(linda, {"__Host-linda": token, named: "of a subdomain"}).session()["signed_in"] is True
        assert asked_by({"cookies": [f"{named}={token}"]}).cookies == {named: token}, (
            "API Gateway hands it over as it is"
        )


def asked_by(event: dict[str, object]) -> Asked:
    """Return what is read of an event with these members."""
    http = {"method": "GET", "path": "/api/session", "sourceIp": "198.51.100.1"}
    return read_asked({"rawPath": "/api/session", "requestContext": {"http": http}, **event})
