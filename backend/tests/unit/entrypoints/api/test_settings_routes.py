"""The shop's settings over HTTP: whole sections by the rules of shop.toml, stale writes refused, and the way back."""

from copy import deepcopy
from typing import Any

import pytest

from linda.adapters.shop_file import parse_shop
from linda.domain.shop import Persona
from linda.entrypoints.api.settings_form import ShopSettings
from tests.owner_program import Answer, OwnerProgram, open_api
from tests.shop_desk import CUSTOMER, ROOT, phone_of

FISHING: dict[str, Any] = {"closures": {"2026-07-03": "Fishing"}}
PATH = "/api/settings"


def shown(program: OwnerProgram) -> dict[str, Any]:
    answer = program.send("GET", PATH)
    assert answer.status == 200
    return dict(answer.body)


def put(program: OwnerProgram, version: int = 0, **changes: Any) -> Answer:
    return program.send("PUT", PATH, {"version": version, "changes": changes})


def test_the_settings_are_those_of_the_file_in_its_own_form() -> None:
    with open_api() as program:
        body = shown(program)
    assert (body["version"], body["changed"]) == (0, [])
    assert (body["hours"]["mon"], body["hours"]["sun"]) == ("9:00-17:00", "closed")
    assert (body["services"][0]["id"], body["services"][0]["price"]) == ("iphone_screen", "79")
    assert body["discounts"]["daily_budget"] == "60"
    assert body["modes"]["GYM"]["status"] == "{owner} is at the gym until {until}."
    assert body["legal"]["personas"] == [str(each) for each in Persona]
    assert body["legal"]["start_every"] == [5, 10, 15, 20, 30, 60]


def test_what_was_shown_can_be_sent_back_as_it_is_and_changes_nothing() -> None:
    with open_api() as program:
        body = shown(program)
        sent = {name: value for name, value in body.items() if name not in {"version", "changed", "legal"}}
        answer = put(program, **sent)
        assert (answer.status, answer.body["version"], answer.body["changed"]) == (200, 1, [])
        assert answer.body == {**body, "version": 1}


def test_a_change_is_in_force_for_customers_at_once() -> None:
    with open_api() as program:
        services = deepcopy(shown(program)["services"])
        services[0]["price"] = "84.50"
        answer = put(program, services=services, assistant={**shown(program)["assistant"], "name": "Lindy"})
        replies = phone_of(program.linda).text(CUSTOMER, "price of an iphone 13 screen?").replies
    assert (answer.status, answer.body["changed"]) == (200, ["assistant", "services"])
    assert "$84.50" in replies[0]


def test_sections_that_are_left_out_stay_as_they_were_changed_before() -> None:
    with open_api() as program:
        put(program, **FISHING)
        answer = put(program, 1, special_hours={"2026-07-04": ["9:00-10:00", "11:00-12:00"]})
    assert answer.body["closures"] == FISHING["closures"]
    assert answer.body["special_hours"] == {"2026-07-04": ["9:00-10:00", "11:00-12:00"]}
    assert (answer.body["version"], answer.body["changed"]) == (2, ["closures", "special_hours"])


def test_a_change_over_another_version_is_refused_with_the_current_settings() -> None:
    with open_api() as program:
        put(program, **FISHING)
        answer = put(program, closures={})
        deleted = program.send("DELETE", PATH, query="version=0")
        assert shown(program)["closures"] == FISHING["closures"]
    assert (answer.status, deleted.status) == (409, 409)
    assert answer.body["current"] == deleted.body["current"]
    assert ShopSettings(**answer.body["current"]).version == 1


@pytest.mark.parametrize(
    ("changes", "at", "says"),
    [
        ({"hours": {"mon": "9-5"}}, "hours.mon", 'must be "closed", or hours on a 24-hour clock'),
        ({"hours": {"mon": "closed"}}, "hours.tue", "is missing"),
        ({"hours": None}, "hours", "must be a table of keys and values"),
        ({"closures": {"someday": "x"}}, "closures.someday", "must be a date"),
        ({"closures": {"2026-12-31": "x"}}, "special_hours.2026-12-31", "must not be listed under closures too"),
        ({"services": []}, "services", "must have at least one entry"),
        ({"services": {}}, "services", "must be a list in square brackets"),
        ({"services": [{"id": "battery", "price": 79.5}]}, "services[0].price", 'must be dollars, like 79 or "79.50"'),
        ({"services": [{"id": "x", "price": "1", "name": "\ud800"}]}, "services[0].name", "must be one line"),
        ({"add_ons": [{"id": "battery"}]}, "add_ons[0].id", "must be unique"),
        ({"discounts": {"max_percent": 10**30}}, "discounts.max_percent", "must be a whole number from 0 to 100"),
        ({"assistant": {"persona": "rude"}}, "assistant.persona", "must be professional or laid_back or hustler"),
        ({"modes": {"GYM": {"status": "{owner.x}"}}}, "modes.GYM.status", "must be one line"),
        ({"booking": {"start_every": 7}}, "booking.start_every", "must be 5 or 10 or 15 or 20 or 30 or 60"),
        ({"phone": "+19045550101"}, "phone", "stands in shop.toml alone"),
        ({"nothing": 1}, "nothing", "stands in shop.toml alone"),
    ],
    ids=str,
)
def test_what_the_shop_file_would_not_take_is_refused_with_its_key(changes: dict[str, Any], at: str, says: str) -> None:
    with open_api() as program:
        answer = put(program, **changes)
        assert shown(program)["version"] == 0
    assert answer.status == 422
    assert any(each["at"] == at and each["says"].startswith(says) for each in answer.body["errors"]), answer.body
    assert f"{at}: {says}" in answer.body["detail"]


def test_every_mistake_is_named_at_once() -> None:
    with open_api() as program:
        services = deepcopy(shown(program)["services"])
        services[0]["price"], services[1]["minutes"] = "free", 7
        answer = put(program, services=services, closures={"x": "y"})
    assert [each["at"] for each in answer.body["errors"]] == ["closures.x", "services[0].price", "services[1].minutes"]


def test_a_key_of_null_is_a_key_left_out() -> None:
    with open_api() as program:
        services = deepcopy(shown(program)["services"])
        assert services[2]["brand"] is None
        services[0]["brand"] = None
        answer = put(program, services=services)
    assert (answer.status, answer.body["services"][0]["brand"]) == (200, None)


def test_settings_too_long_for_a_row_are_refused() -> None:
    with open_api() as program:
        days = {f"{year}-{month:02d}-{day:02d}": "x" * 60 for year in range(2026, 2032) for month in range(1, 13)
                for day in range(1, 28)}  # fmt: skip
        answer = put(program, closures=days | {"2026-12-31": "x"}, special_hours={})
        assert shown(program)["version"] == 0
    assert (answer.status, "longer than 100000 letters" in answer.body["detail"]) == (422, True)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"version": 0},
        {"version": "0", "changes": {}},
        {"version": True, "changes": {}},
        {"version": 0, "changes": []},
        {"version": 0, "changes": {}, "by": "me"},
        {"version": 2**70, "changes": "x"},
    ],
    ids=str,
)
def test_a_body_of_another_form_is_refused(body: Any) -> None:
    with open_api() as program:
        assert program.send("PUT", PATH, body).status == 422


@pytest.mark.parametrize(("query", "status"), [("", 422), ("version=x", 422), ("version=-1", 422), ("version=9", 409)])
def test_the_way_back_needs_the_version_that_was_seen(query: str, status: int) -> None:
    with open_api() as program:
        assert program.send("DELETE", PATH, query=query).status == status


def test_back_to_the_file_is_a_new_version_without_changes() -> None:
    with open_api() as program:
        before = shown(program)
        put(program, **FISHING)
        answer = program.send("DELETE", PATH, query="version=1")
        assert (answer.status, answer.body) == (200, {**before, "version": 2})


def test_the_export_is_a_shop_file_that_reads_as_the_shop_in_force() -> None:
    with open_api() as program:
        plain = program.send("GET", "/api/settings/export")
        put(program, **FISHING)
        answer = program.send("GET", "/api/settings/export")
        assert parse_shop(answer.body.decode()) == program.linda.shop
    assert plain.body == (ROOT / "shop.toml").read_bytes()
    assert b'2026-07-03 = "Fishing"' in answer.body
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="shop.toml"'
    assert answer.headers["cache-control"] == "no-store"
