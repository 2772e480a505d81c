"""The table of who may ask for what: every route there is, by everybody who might come, cell by cell.

A route that is added has its row by itself: what it needs is read from the table of the door, and a route that this
does not name is the owner's.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.domain.sign_in import IDLE_MS, Lacks
from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.admission import COOKIE
from linda.entrypoints.api.cookies import DEVICE_COOKIE
from linda.entrypoints.api.route import Route
from linda.entrypoints.api.routes import routes
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.owner_program import TOKEN, open_api
from tests.shop_desk import clock_of, open_shop

IN, UNKNOWN, REFUSED = "let in", 401, 403


def every_route() -> list[Route]:
    with open_shop(store=MemoryStore()) as linda:
        return [*routes(linda.parts), Route("GET", "/api/nothing", list), Route("POST", "/api/nothing", list)]


def opened(linda: Linda, lacks: str = "", *, put_off: bool = False) -> Browser:
    """Return a browser with a session, without the texts that it takes to get one."""
    token, session = linda.records.sessions.open("Chrome on Android", lacks=lacks)
    if put_off:
        token, session = linda.records.sessions.rise(replace(session, put_off=True))
    return Browser(linda, {COOKIE: token}, session.csrf)


def forged(linda: Linda) -> Browser:
    """Return one who makes up a cookie while the owner is signed in."""
    opened(linda)
    return Browser(linda, {COOKIE: "A" * 43, DEVICE_COOKIE: "A" * 43}, csrf="A" * 32)


def expired(linda: Linda) -> Browser:
    browser = opened(linda)
    clock_of(linda).advance(timedelta(milliseconds=IDLE_MS))
    return browser


def ended(linda: Linda) -> Browser:
    browser = opened(linda)
    linda.records.sessions.end_all()
    return browser


def without_csrf(linda: Linda) -> Browser:
    return Browser(linda, opened(linda).cookies)


def with_anothers_csrf(linda: Linda) -> Browser:
    return Browser(linda, opened(linda).cookies, opened(linda).csrf)


VISITORS: dict[str, Callable[[Linda], Browser]] = {
    "nobody": Browser,
    "forged cookie": forged,
    "expired session": expired,
    "ended session": ended,
    "before enrolment": lambda linda: opened(linda, Lacks.ENROLMENT),
    "before second factor": lambda linda: opened(linda, Lacks.SECOND_FACTOR),
    "owner without csrf": without_csrf,
    "owner with another's csrf": with_anothers_csrf,
    "owner": opened,
    "owner who put it off": lambda linda: opened(linda, put_off=True),
    "program": Browser,
}

STRANGERS = ("nobody", "forged cookie", "expired session", "ended session")
HALFWAY = ("before enrolment", "before second factor")
UNPROVEN = ("owner without csrf", "owner with another's csrf")


def row(strangers: object, halfway: object, unproven: object, owner: object, program: object) -> dict[str, object]:
    cells = dict.fromkeys(STRANGERS, strangers) | dict.fromkeys(HALFWAY, halfway) | dict.fromkeys(UNPROVEN, unproven)
    return {**cells, "owner": owner, "owner who put it off": owner, "program": program}


EVERYBODY = row(IN, IN, IN, IN, IN)
BEGINNINGS = {("GET", "/api/session"), ("POST", "/api/session"), ("POST", "/api/session/code")}
NEEDS_ENROLMENT_OR_ALL = {"/api/second-factor", "/api/second-factor/enrolment"}


def row_of(route: Route) -> dict[str, object]:
    access, is_safe = access_to(route.path), route.method == "GET"
    if access in {Access.PUBLIC, Access.LOCAL} or (route.method, route.path) in BEGINNINGS:
        return EVERYBODY
    if access is Access.OWNER:
        return row(UNKNOWN, UNKNOWN, IN if is_safe else REFUSED, IN, IN)
    cells = row(UNKNOWN, IN, REFUSED, IN, UNKNOWN)
    if route.path.startswith("/api/second-factor"):
        cells["before second factor"] = UNKNOWN
        cells["before enrolment"] = IN if route.path in NEEDS_ENROLMENT_OR_ALL else UNKNOWN
    return cells


ROUTES = every_route()


@pytest.mark.parametrize("visitor", VISITORS)
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.path}")
def test_each_route_lets_in_whom_it_should_and_nobody_else(route: Route, visitor: str) -> None:
    path = re.sub("<[a-z]+>", "1234", route.path)
    body = {"code": "000000"} if path.startswith("/api/second-factor") else None
    with open_api() as api:
        browser = VISITORS[visitor](api.linda)
        token = {"authorization": f"Bearer {TOKEN}"} if visitor == "program" else {}
        answer = browser.send(route.method, path, body, **token)
    outcome = answer.status if answer.status in {UNKNOWN, REFUSED} else IN
    assert outcome == row_of(route)[visitor]
    assert answer.status < 500
    if outcome is not IN:
        assert answer.headers["content-type"] == "application/problem+json"


def test_the_table_has_every_kind_of_row() -> None:
    assert {access_to(route.path) for route in ROUTES} >= {Access.PUBLIC, Access.SIGNING_IN, Access.OWNER}
    assert len({tuple(row_of(route).values()) for route in ROUTES}) == 6


def test_a_stranger_is_told_the_same_of_a_route_that_is_there_and_of_one_that_is_not() -> None:
    with open_api() as api:
        there, not_there = (Browser(api.linda).send("POST", path) for path in ("/api/bookings", "/api/nothing"))
    assert there == not_there


@pytest.mark.parametrize("method", ["TRACE", "QUERY", "PUT"])
def test_a_method_that_is_in_no_row_is_told_so_where_there_is_nothing_to_hide(method: str) -> None:
    with open_api() as api:
        answers = [Browser(api.linda).send(method, path) for path in ("/api/session", "/api/session/code")]
        assert Browser(api.linda).send(method, "/api/state").status == UNKNOWN
    assert [(each.status, each.headers["allow"]) for each in answers] == [(405, "GET, POST, DELETE"), (405, "POST")]
