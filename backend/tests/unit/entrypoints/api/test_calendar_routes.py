"""The calendar over HTTP: openings, and bookings made, moved and cancelled by LINDA's own rules."""

from datetime import date
from typing import Any

import pytest

from linda.conversation.session import take_over
from linda.domain.ids import lead_id
from linda.records import epoch_ms
from linda.records.leads import Lead
from linda.records.store import Put
from linda.records.tables import SCHEDULE
from tests.owner_program import Answer, OwnerProgram, open_api
from tests.shop_desk import CUSTOMER

SCREEN = {"date": "2026-02-11", "time": "10 am", "repair_type": "iphone_screen", "device": "iPhone 13"}


def book(program: OwnerProgram, customer: str = "(904) 555-0142", **changes: Any) -> Answer:
    return program.send("POST", "/api/bookings", {"customer": customer, **SCREEN, **changes})


def all_bookings(program: OwnerProgram) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = program.send("GET", "/api/bookings", query="days=31").body["bookings"]
    return found


def test_openings_are_those_of_the_day_for_work_of_this_length() -> None:
    with open_api() as program:
        short = program.send("GET", "/api/openings", query="date=2026-02-11&minutes=30").body
        long = program.send("GET", "/api/openings", query="date=2026-02-11&minutes=400").body
        today = program.send("GET", "/api/openings").body
    assert (short["openings"][0], len(short["openings"])) == ("2026-02-11T09:00:00-05:00", 29)
    assert len(long["openings"]) < len(short["openings"])
    assert (today["date"], today["minutes"]) == ("2026-02-10", 45)


@pytest.mark.parametrize("query", ["date=never", "date=9999-12-31", "date=2026-02-30", "minutes=0", "minutes=x"])
def test_a_day_or_length_that_can_not_be_is_named(query: str) -> None:
    with open_api() as program:
        answer = program.send("GET", "/api/openings", query=query)
    assert (answer.status, query.partition("=")[0] in answer.body["detail"]) == (422, True)


def test_openings_are_those_of_the_place_and_a_booking_to_be_moved_is_not_in_its_own_way() -> None:
    with open_api() as program:
        code = book(program).body["code"]
        day = "date=2026-02-11&minutes=45"
        at_the_shop = program.send("GET", "/api/openings", query=day).body["openings"]
        on_site = program.send("GET", "/api/openings", query=f"{day}&service_mode=on_site").body["openings"]
        moving = program.send("GET", "/api/openings", query=f"{day}&moving={code}").body["openings"]
    assert (at_the_shop[0][11:16], on_site[0][11:16]) == ("09:00", "11:15")
    assert set(moving) - set(at_the_shop) == {
        f"2026-02-11T{at}:00-05:00" for at in ("09:30", "09:45", "10:00", "10:15", "10:30")
    }


def test_a_name_given_by_hand_is_the_customers_from_then_on() -> None:
    with open_api() as program:
        book(program, name="Ana")
        assert program.send("GET", "/api/leads").body["leads"][0]["name"] == "Ana"


def test_a_booking_takes_its_place_and_is_the_customers_own() -> None:
    with open_api() as program:
        booked = book(program, name="Ana")
        openings = program.send("GET", "/api/openings", query="date=2026-02-11").body["openings"]
        lead = program.linda.records.leads.get(CUSTOMER)
        assert all_bookings(program) == [booked.body]
    assert booked.status == 201
    assert booked.body["starts"] == "2026-02-11T10:00:00-05:00"
    assert (booked.body["customer"], booked.body["name"]) == (CUSTOMER, "Ana")
    assert (booked.body["price_cents"], booked.body["source"]) == (7900, "api")
    assert "2026-02-11T10:00:00-05:00" not in openings
    assert lead is not None
    assert len(lead.bookings) == 1


def test_a_place_that_is_taken_is_refused_with_the_nearest_openings() -> None:
    with open_api() as program:
        book(program)
        answer = book(program, "+19045550143")
        assert len(all_bookings(program)) == 1
    assert (answer.status, answer.body["detail"]) == (409, "tomorrow at 10 AM is not available.")
    assert answer.body["nearest"][0] == {"date": "2026-02-11", "time": "9:15 AM"}


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"customer": "nobody"}, 422),
        ({"date": "tomorrow"}, 422),
        ({"time": "25:00"}, 422),
        ({"service_mode": "by_mail"}, 422),
        ({"price_cents": 1}, 422),
        ({"device": None}, 422),
        ({"repair_type": "soul"}, 409),
        ({"date": "2026-02-15"}, 409),
    ],
    ids=str,
)
def test_a_booking_that_can_not_be_is_not_made(changes: dict[str, Any], status: int) -> None:
    with open_api() as program:
        answer = book(program, **changes)
        assert all_bookings(program) == []
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_customer_whom_linda_is_answering_is_left_alone() -> None:
    with open_api() as program:
        linda = program.linda
        now = epoch_ms(linda.clock)
        lead = Lead(lead_id(CUSTOMER), CUSTOMER, created_at=now, last_activity=now, channel="sms")
        assert take_over(linda.records, linda.clock, lead) is not None
        answer = book(program)
    assert (answer.status, "right now" in answer.body["detail"]) == (409, True)


def test_a_booking_moves_and_its_old_place_is_free() -> None:
    with open_api() as program:
        code = book(program).body["code"]
        moved = program.send("PUT", f"/api/bookings/{code}", {"date": "2026-02-12", "time": "14:30"})
        openings = program.send("GET", "/api/openings", query="date=2026-02-11").body["openings"]
        assert all_bookings(program) == [moved.body]
    assert (moved.status, moved.body["starts"], moved.body["code"]) == (200, "2026-02-12T14:30:00-05:00", code)
    assert "2026-02-11T10:00:00-05:00" in openings


def test_a_cancelled_booking_is_told_once_more_and_gone() -> None:
    with open_api() as program:
        booked = book(program).body
        cancelled = program.send("DELETE", f"/api/bookings/{booked['code']}")
        again = program.send("DELETE", f"/api/bookings/{booked['code']}")
        assert all_bookings(program) == []
    assert (cancelled.status, cancelled.body) == (200, booked)
    assert (again.status, again.body["detail"]) == (404, "No booking from today on has this code.")


@pytest.mark.parametrize("path", ["/api/bookings/0000", "/api/bookings/a%2Fb", "/api/bookings/%F0%9F%93%B1"])
def test_a_code_that_nobody_has_is_not_found(path: str) -> None:
    with open_api() as program:
        book(program)
        assert program.send("DELETE", path).status == 404
        assert program.send("PUT", path, {"date": "2026-02-12", "time": "14:30"}).status == 404
        assert len(all_bookings(program)) == 1


def test_of_two_with_one_code_nothing_is_done_until_it_is_said_whose() -> None:
    with open_api() as program:
        mine = book(program).body
        other = book(program, "+19045550143", time="14:00").body
        records = program.linda.records
        (row,) = [each for each in records.schedule.rows(date(2026, 2, 11)) if each.get("code") == other["code"]]
        records.store.transact(Put(SCHEDULE, {**row, "code": mine["code"]}))
        unclear = program.send("DELETE", f"/api/bookings/{mine['code']}")
        clear = program.send("DELETE", f"/api/bookings/{mine['code']}", query="customer=9045550143")
        left = all_bookings(program)
    assert (unclear.status, "customer" in unclear.body["detail"]) == (409, True)
    assert (clear.status, clear.body["customer"], [each["customer"] for each in left]) == (
        200,
        "+19045550143",
        [CUSTOMER],
    )


@pytest.mark.parametrize(
    ("query", "count"), [("", 1), ("from=2026-02-11&days=1", 1), ("from=2026-02-12", 0), ("days=1", 0)]
)
def test_bookings_are_told_by_the_days_asked_for(query: str, count: int) -> None:
    with open_api() as program:
        book(program)
        assert len(program.send("GET", "/api/bookings", query=query).body["bookings"]) == count


@pytest.mark.parametrize("query", ["from=9999-12-31", "from=x", "days=0", "days=32"])
def test_days_that_can_not_be_are_named(query: str) -> None:
    with open_api() as program:
        assert program.send("GET", "/api/bookings", query=query).status == 422
