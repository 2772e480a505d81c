"""Whatever goes wrong is a problem document (RFC 9457), and our own faults tell nobody their story."""

import inspect
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from linda.domain import errors
from linda.domain.errors import LindaError, StoreUnavailable
from linda.entrypoints.api.problems import detail_of, status_of
from linda.records.store import Item
from linda.records.tables import Table
from linda.testing.memory_store import MemoryStore
from tests.owner_program import open_api
from tests.shop_desk import OWNER

SECRET = "the password is 42"  # noqa: S105 - what must not get out
OURS = 500
EXPECTED = {
    "InvalidInput": 422,
    "Refused": 409,
    "DiscountRefused": 409,
    "Conflict": 409,
    "StoreUnavailable": 503,
    "SecretLost": 409,
    "LeaseLost": 409,
    "BrainFailed": 502,
    "VendorFailed": 502,
    "TextNotSent": 502,
}
TREE = {name: kind for name, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, LindaError)}
MORE: dict[str, tuple[Any, dict[str, Any]]] = {
    "InvalidShop": (([SECRET],), {}),
    "InvalidSettings": (([SECRET],), {}),
    "DiscountRefused": ((SECRET,), {"best_percent": 1}),
    "Conflict": ((0, SECRET), {}),
    "VendorFailed": ((SECRET,), {"permanent": True}),
    "TextNotSent": ((SECRET,), {"permanent": True}),
}


def made(name: str) -> LindaError:
    arguments, named = MORE.get(name, ((SECRET,), {}))
    error: LindaError = TREE[name](*arguments, **named)
    return error


def test_every_error_of_the_tree_has_its_status_and_a_new_one_is_our_fault() -> None:
    assert {name: status_of(made(name)) for name in TREE} == {name: EXPECTED.get(name, OURS) for name in TREE}
    assert set(EXPECTED) < set(TREE)


@pytest.mark.parametrize("name", sorted(TREE))
def test_only_what_is_meant_for_the_caller_is_told(name: str) -> None:
    meant = name in {"InvalidInput", "Refused", "DiscountRefused"}
    assert (SECRET in detail_of(made(name))) is meant


@pytest.mark.parametrize("name", ["LeaseLost", "StoreUnavailable"])
def test_what_may_have_been_done_nevertheless_is_looked_at_before_it_is_repeated(name: str) -> None:
    assert "look whether it was done before you repeat it" in detail_of(made(name))


def test_what_nobody_foresaw_is_our_fault() -> None:
    assert (status_of(ZeroDivisionError(SECRET)), detail_of(ZeroDivisionError(SECRET))) == (500, "")


class FailingStore(MemoryStore):
    """Raises what it is told to."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        raise self.error


def test_a_store_that_can_not_answer_is_a_503_to_be_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    with open_api(store=FailingStore(StoreUnavailable(SECRET))) as program:
        answer = program.send("GET", "/api/state")
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    # A write whose answer was lost may stand, so nothing is claimed of it.
    said = "The store can't answer right now; look whether it was done before you repeat it."
    assert answer.body["detail"] == said
    assert "GET /api/state failed: StoreUnavailable" in caplog.text


def test_an_unforeseen_error_is_a_500_whose_place_is_in_the_log_and_whose_message_is_nowhere(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with open_api(store=FailingStore(ZeroDivisionError(SECRET))) as program:
        answer = program.send("GET", "/api/state")
    assert answer.body == {"type": "about:blank", "title": "Internal Server Error", "status": 500}
    assert "raise self.error" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nothing", "/api/state/", "/api/bookings/1/2", "/api//state"])
def test_a_path_without_a_route_is_a_404(path: str) -> None:
    with open_api() as program:
        answer = program.send("GET", path)
    assert answer.body == {"type": "about:blank", "title": "Not Found", "status": 404}


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/api/state", "GET, PUT"),
        ("POST", "/api/openings", "GET"),
        ("PATCH", "/api/bookings", "GET, POST"),
        ("GET", "/api/bookings/1234", "PUT, DELETE"),
        ("OPTIONS", "/api/bookings/1234", "PUT, DELETE"),
    ],
)
def test_a_method_that_a_route_has_not_is_a_405_with_those_it_has(method: str, path: str, allowed: str) -> None:
    with open_api() as program:
        answer = program.send(method, path)
    assert (answer.status, answer.headers["allow"]) == (405, allowed)
    assert answer.body["title"] == "Method Not Allowed"


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"])
def test_a_body_that_is_not_said_to_be_json_is_a_415(kind: str) -> None:
    with open_api() as program:
        answer = program.send("PUT", "/api/state", b"mode=GYM", content_type=kind)
    assert (answer.status, answer.body["title"]) == (415, "Unsupported Media Type")


@pytest.mark.parametrize("kind", ["APPLICATION/JSON", "Application/Json; charset=utf-8", " application/json"])
def test_the_type_of_a_body_is_the_same_in_any_letters(kind: str) -> None:
    with open_api() as program:
        answer = program.send("PUT", "/api/state", b"{}", content_type=kind)
    assert answer.status == 422, answer.body


@pytest.mark.parametrize("body", [b"9" * 5000, b'{"minutes": -' + b"9" * 5000 + b"}", b"[" * 100_000])
def test_a_body_that_python_can_not_read_is_the_senders_fault_and_no_error_in_the_log(
    body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with open_api() as program:
        answer = program.send("PUT", "/api/state", body)
    assert answer.status == 422, answer.body
    assert [record.name for record in caplog.records] == ["linda.refusals"], "counted as what is refused, nothing more"


class MeetingStore(MemoryStore):
    """Lets two readers wait for each other for a moment, so that their requests overlap."""

    def __init__(self) -> None:
        super().__init__()
        self.meeting = threading.Barrier(2)

    def query(self, *given: Any, **named: Any) -> list[Item]:
        try:
            self.meeting.wait(timeout=0.05)
        except threading.BrokenBarrierError:
            self.meeting.reset()
        return super().query(*given, **named)


def test_requests_at_the_same_time_are_answered_each_for_itself() -> None:
    days = [f"2026-02-{n}" for n in range(11, 15)]
    with open_api(store=MeetingStore()) as program, ThreadPoolExecutor(4) as several:
        ask: Callable[[str], Any] = lambda day: program.send("GET", "/api/openings", query=f"date={day}").body["date"]  # noqa: E731
        assert list(several.map(ask, days)) == days


@pytest.mark.parametrize("name", ['"', "`", "a#b", "\u2028"])
def test_a_name_that_nothing_can_have_is_not_found_and_no_wrong_method(name: str) -> None:
    with open_api() as program:
        answer = program.send("POST", f"/api/approvals/{name}", {"answer": "keep"})
        other = program.send("PATCH", "/api/state")
    assert (answer.status, "allow" in answer.headers) == (404, False)
    assert (other.status, other.headers["allow"]) == (405, "GET, PUT")


def test_a_wrong_code_is_answered_with_what_would_let_one_in() -> None:
    with open_api() as program:
        given = {"phone": OWNER, "code": "123456"}
        answer = program.send("POST", "/api/session", given)
    assert (answer.status, answer.headers["www-authenticate"]) == (401, 'Bearer realm="LINDA"')
