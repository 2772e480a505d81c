"""What is refused before any route is asked, route by route: just where it occurs is it described."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis

from linda.conversation.tools.by_text import APPOINTMENT
from linda.domain.limits import PUBLIC_REQUESTS
from linda.entrypoints.api.feed import PATH as FEED
from linda.entrypoints.gateway import Gateway
from tests.asking import ask
from tests.contract.api_links import described_api
from tests.contract.fuzzed_shop import FuzzedShop, open_fuzzed_shop
from tests.contract.fuzzing_callers import Caller, caller_of
from tests.contract.fuzzing_checks import check_answer

DESCRIBED = described_api()
SCHEMA = schemathesis.openapi.from_dict(DESCRIBED)
OPERATIONS = [(method.upper(), path) for path, methods in DESCRIBED["paths"].items() for method in methods]
WITH_BODY = [(method, path) for method, path in OPERATIONS if "requestBody" in DESCRIBED["paths"][path][method.lower()]]
OPEN = re.compile(r"/api/(public|chat|session|second-factor|qr\.\w+|calendar\.ics)(/|$)")
"""What needs no session, and so is counted by the address."""


def statuses(method: str, path: str) -> set[str]:
    return set(DESCRIBED["paths"][path][method.lower()]["responses"])


READING = [
    path
    for method, path in OPERATIONS
    if "304" in statuses(method, path) and "{" not in path and path not in {FEED, APPOINTMENT, "/api/chat"}
]
"""What there is without its name, a link or a chat."""


@pytest.fixture(scope="module")
def shop() -> Iterator[FuzzedShop]:
    with open_fuzzed_shop() as opened:
        yield opened


@pytest.fixture(scope="module")
def hurried() -> Iterator[Caller]:
    """Yield a stranger who has asked as often as one address may."""
    with open_fuzzed_shop() as opened:
        caller = caller_of(opened, "stranger")
        caller.addresses = iter(lambda: 1, 0)
        for _ in range(PUBLIC_REQUESTS.most):
            caller.send(requests.Request("GET", "http://shop.example/api/public/call").prepare())
        yield caller


def case_of(method: str, path: str) -> schemathesis.Case[Any]:
    names = dict.fromkeys(re.findall(r"{(\w+)}", path), "x")
    return SCHEMA[path][method].Case(path_parameters=names)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_too_many_requests_are_described_just_where_they_are_refused(hurried: Caller, method: str, path: str) -> None:
    case = case_of(method, path)
    answer = hurried.ask(case)
    check_answer(hurried, case, answer)
    assert (answer.status_code == 429) is ("429" in statuses(method, path)) is bool(OPEN.match(path))


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_description_leaves_a_status_to_be_guessed(method: str, path: str) -> None:
    assert "default" not in statuses(method, path)
    assert "5XX" in statuses(method, path)


@pytest.mark.parametrize(("method", "path"), WITH_BODY)
def test_a_body_that_is_not_said_to_be_json_is_refused_as_described(shop: FuzzedShop, method: str, path: str) -> None:
    program, case = caller_of(shop, "program"), case_of(method, path)
    url = f"http://localhost:8000{path.replace('{', '').replace('}', '')}"
    signed_in = {"cookie": shop.browser.cookie, "x-csrf-token": shop.browser.csrf, "content-type": "text/plain"}
    answer = program.send(requests.Request(method, url, headers=signed_in, data=b"{}").prepare())
    check_answer(program, case, answer)
    assert answer.status_code == 415


@pytest.mark.parametrize(("method", "path"), WITH_BODY)
def test_a_body_that_is_too_long_is_refused_as_described(shop: FuzzedShop, method: str, path: str) -> None:
    answer = ask(Gateway(shop.linda.routes, shop.clock), method, path, b" " * (2**20 + 1))
    assert answer.status == 413
    assert "413" in statuses(method, path)


@pytest.mark.parametrize("path", READING)
def test_what_one_has_already_is_not_sent_again_as_described(shop: FuzzedShop, path: str) -> None:
    program, case = caller_of(shop, "program"), case_of("GET", path)
    first = program.ask(case)
    first.request.headers["if-none-match"] = first.headers["etag"][0]
    again = program.send(first.request)
    check_answer(program, case, again)
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
