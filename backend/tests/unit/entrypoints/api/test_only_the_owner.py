"""Every route, with no token, a wrong one, none to compare with, and the owner's: only the last is let in."""

import logging
import sys
from pathlib import Path

import pytest

from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.route import Route
from linda.entrypoints.api.routes import routes
from linda.testing.memory_store import MemoryStore
from tests.child_process import run
from tests.owner_program import TOKEN, OwnerProgram, open_api
from tests.shop_desk import open_shop


def every_route() -> tuple[Route, ...]:
    with open_shop(store=MemoryStore()) as linda:
        return routes(linda.parts)


ROUTES = [
    (route.method, route.path.replace("<code>", "1234"))
    for route in every_route()
    if access_to(route.path) is Access.OWNER
]
ELSEWHERE = [("GET", "/api"), ("GET", "/api/nothing"), ("DELETE", "/api/state"), ("OPTIONS", "/api/state")]
STRANGERS = {
    "no token": {},
    "an empty one": {"authorization": "Bearer "},
    "no scheme": {"authorization": TOKEN},
    "another scheme": {"authorization": f"Basic {TOKEN}"},
    "a wrong token": {"authorization": f"Bearer {TOKEN[:-1]}x"},
    "half a token": {"authorization": f"Bearer {TOKEN[:20]}"},
    "a longer token": {"authorization": f"Bearer {TOKEN}x"},
    "another case": {"authorization": f"Bearer {TOKEN.swapcase()}"},
    "two at once": {"authorization": f"Bearer {TOKEN},Bearer {TOKEN}"},
    "letters beyond ASCII": {"authorization": "Bearer é\udc80"},
    "the token elsewhere": {"x_authorization": f"Bearer {TOKEN}", "cookie": f"token={TOKEN}"},
}


@pytest.mark.parametrize(("method", "path"), ROUTES + ELSEWHERE)
@pytest.mark.parametrize("headers", STRANGERS.values(), ids=STRANGERS)
def test_a_stranger_learns_of_no_route_and_not_even_which_exist(
    method: str, path: str, headers: dict[str, str]
) -> None:
    with open_api() as program:
        answer = OwnerProgram(program.linda, token=None).send(method, path, {"mode": "GYM"}, **headers)
    assert (answer.status, answer.body["title"]) == (401, "Unauthorized")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == 'Bearer realm="LINDA"'


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_the_owners_program_is_let_in(method: str, path: str) -> None:
    with open_api() as program:
        assert program.send(method, path).status in {200, 404, 409, 422}


@pytest.mark.parametrize(("method", "path"), ROUTES)
@pytest.mark.parametrize("said", ["", TOKEN])
def test_a_house_without_a_token_lets_nobody_in(method: str, path: str, said: str) -> None:
    with open_api(token="") as program:
        assert OwnerProgram(program.linda, token=said).send(method, path).status == 401


def test_the_scheme_may_be_written_in_any_case() -> None:
    with open_api() as program:
        assert OwnerProgram(program.linda, token=None).send("GET", "/api/state", authorization=f"bEARER {TOKEN}")


def test_neither_token_nor_body_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    marked = {"version": 0, "state": {"mode": "CUSTOM", "note": "PRIVATE NOTE"}}
    with open_api() as program:
        program.send("PUT", "/api/state", marked)
        program.send("PUT", "/api/state", marked)
        program.send("PUT", "/api/state", {"PRIVATE NOTE": 1})
        program.send("PUT", "/api/state", b'{"PRIVATE NOTE"')
        OwnerProgram(program.linda, TOKEN + "x").send("GET", "/api/state")
    assert TOKEN not in caplog.text
    assert "PRIVATE NOTE" not in caplog.text


def test_a_stranger_does_not_make_the_resolver_load(tmp_path: Path) -> None:
    status, loaded = run("tests.unit.entrypoints.api.knock_at_the_door", tmp_path)
    assert (status, loaded) == (0, "401 []")


def test_this_process_has_it_loaded() -> None:
    assert "aws_lambda_powertools" in sys.modules, "or the test above could not fail"


def test_a_refusal_is_a_short_line_however_long_the_method_and_the_path_are(caplog: pytest.LogCaptureFixture) -> None:
    with open_api() as program:
        assert OwnerProgram(program.linda, token=None).send("A" * 60_000, "/api/" + "\n" * 60_000).status == 401
    assert len(caplog.text) < 1000
