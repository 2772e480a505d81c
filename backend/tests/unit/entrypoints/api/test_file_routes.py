"""What the owner takes along: tables without formulas, the code for the door, the calendar behind a secret link."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from icalendar import Calendar

from linda.adapters.poster import QrCode
from linda.domain.shop import ServiceMode
from linda.entrypoints.api.sheets import sheet
from linda.records import epoch_ms
from linda.records.feed_key import FEED, FeedKey
from linda.records.schedule import Booking, Claim, block, book, hold
from linda.records.store import Item, Put
from linda.records.tables import STATE, Table
from linda.testing.memory_store import MemoryStore
from tests.owner_program import Answer, OwnerProgram, open_api
from tests.reading_codes import read_page, read_png
from tests.shop_desk import CUSTOMER, clock_of, phone_of

ORDER = {"date": "2026-02-11", "time": "10:00", "repair_type": "iphone_screen", "device": "iPhone 13", "name": "Maya"}
URL = "http://localhost:8000"


@pytest.fixture
def program() -> Iterator[OwnerProgram]:
    with open_api() as opened:
        yield opened


def booked(program: OwnerProgram, **changes: Any) -> dict[str, Any]:
    """Book by hand and return the appointment."""
    answer = program.send("POST", "/api/bookings", {"customer": CUSTOMER, **ORDER, **changes})
    assert answer.status == 201, answer.body
    return dict(answer.body)


def placed(program: OwnerProgram, **changes: Any) -> Booking:
    """Write a booking as the tools do, with `changes` they would not make."""
    made = Booking(
        booking_id="book_x",
        code="4417",
        lead_id="lead_x",
        customer=CUSTOMER,
        day="2026-02-11",
        starts=840,
        minutes=30,
        bench=0,
        claim_from=840,
        claim_minutes=30,
        services=("battery",),
        device="iPhone",
        price=4900,
        service_mode="in_shop",
    )
    booking = replace(made, **changes)
    program.linda.records.store.transact(*book(booking, epoch_ms(program.linda.clock)))
    return booking


def table(answer: Answer) -> list[dict[str, str]]:
    """Return the rows of a table that came as a file."""
    assert answer.status == 200
    assert answer.body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(answer.body.decode("utf-8-sig"), newline="")))


def test_bookings_come_as_a_table_with_numbers_as_people_write_them(program: OwnerProgram) -> None:
    code = booked(program)["code"]
    answer = program.send("GET", "/api/bookings.csv")
    assert table(answer) == [
        {
            "Date": "2026-02-11",
            "Time": "10:00",
            "Minutes": "45",
            "Code": code,
            "Name": "Maya",
            "Phone": "(904) 555-0142",
            "Device": "iPhone 13",
            "Services": "iPhone screen",
            "Where": "in shop",
            "Price": "79.00",
            "Discount %": "0",
            "Booked by": "api",
        }
    ]
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="linda-bookings-2026-02-10.csv"'
    assert answer.headers["cache-control"] == "no-store"


def test_bookings_of_the_last_year_are_in_the_table_and_older_ones_are_not(program: OwnerProgram) -> None:
    placed(program, day="2025-02-10", booking_id="book_a", name="a year ago")
    placed(program, day="2025-02-09", booking_id="book_b", name="longer ago")
    assert [each["Name"] for each in table(program.send("GET", "/api/bookings.csv"))] == ["a year ago"]


def test_a_visitor_without_a_number_and_a_service_that_is_gone_are_no_trouble(program: OwnerProgram) -> None:
    placed(program, customer="web#1", services=("battery", "gone"))
    (row,) = table(program.send("GET", "/api/bookings.csv"))
    assert (row["Phone"], row["Services"]) == ("", "battery, gone")


def test_leads_come_as_a_table_the_latest_first(program: OwnerProgram) -> None:
    phone_of(program.linda).text(CUSTOMER, "how much is an iphone 13 screen?")
    clock_of(program.linda).advance(timedelta(minutes=5))
    phone_of(program.linda).text("+19045550143", "hello")
    answer = program.send("GET", "/api/leads.csv")
    rows = table(answer)
    assert [each["Phone"] for each in rows] == ["(904) 555-0143", "(904) 555-0142"]
    assert (rows[1]["Device"], rows[1]["Quote"], rows[1]["Stage"]) == ("iPhone 13 screen", "79.00", "quoted")
    assert answer.headers["content-disposition"] == 'attachment; filename="linda-leads-2026-02-10.csv"'


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_a_name_that_a_spreadsheet_would_run_is_only_a_name(program: OwnerProgram, begins: str) -> None:
    placed(program, name=f'{begins}HYPERLINK("http://evil.example","x")')
    (row,) = table(program.send("GET", "/api/bookings.csv"))
    assert row["Name"] == f'\'{begins}HYPERLINK("http://evil.example","x")'


@pytest.mark.parametrize("end", [";", "\t", "\n"])
def test_neither_is_one_behind_what_another_country_ends_a_cell_with(end: str) -> None:
    assert sheet(["Name"], [[f"Maya{end}=1+1"]]).endswith(f"Maya{end}'=1+1{chr(34) if end == chr(10) else ''}\r\n")


def test_a_number_from_abroad_is_no_formula_either() -> None:
    assert sheet(["Phone"], [["+44 7700 900123"], ["a=b"], [""]]) == '\ufeffPhone\r\n\'+44 7700 900123\r\na=b\r\n""\r\n'


READS: dict[str, Callable[[bytes], list[str]]] = {"png": read_png, "pdf": lambda pdf: read_page(pdf).codes}


@pytest.mark.parametrize(("form", "kind"), [("png", "image/png"), ("pdf", "application/pdf")])
def test_anybody_may_have_the_code_of_the_shops_page(program: OwnerProgram, form: str, kind: str) -> None:
    answer = OwnerProgram(program.linda, token=None).send("GET", f"/api/qr.{form}")
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert READS[form](answer.body) == [URL]


def test_the_code_is_there_as_a_drawing_too(program: OwnerProgram) -> None:
    answer = OwnerProgram(program.linda, token=None).send("GET", "/api/qr.svg")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml; charset=utf-8")
    assert answer.body.decode() == QrCode(URL).svg()


def key_of(program: OwnerProgram, method: str = "GET") -> str:
    """Return the secret of the link that the owner is shown."""
    answer = program.send(method, "/api/feed")
    assert answer.status == 200
    url, _, key = answer.body["url"].partition("?key=")
    assert url == f"{URL}/api/calendar.ics"
    return str(key)


def opened(program: OwnerProgram, key: str) -> Answer:
    """Open the link as a calendar program does, which knows nothing but it."""
    return OwnerProgram(program.linda, token=None).send("GET", "/api/calendar.ics", query=f"key={key}")


def events(program: OwnerProgram) -> list[Any]:
    answer = opened(program, key_of(program))
    assert answer.status == 200
    return list(Calendar.from_ical(answer.body).walk("VEVENT"))


def test_the_link_has_a_long_secret_and_stays_until_a_new_one_is_asked_for(program: OwnerProgram) -> None:
    first = key_of(program)
    assert len(first) >= 32
    assert key_of(program) == first
    second = key_of(program, "POST")
    assert second != first
    assert key_of(program) == second
    assert (opened(program, first).status, opened(program, second).status) == (404, 200)


@pytest.mark.parametrize("key", ["", "x", "None", "%00", "%F0%9F%93%B1"])
def test_without_the_secret_there_is_no_calendar(program: OwnerProgram, key: str) -> None:
    assert opened(program, key).status == 404, "no link was made yet"
    right = key_of(program)
    assert [opened(program, each).status for each in (key, right[:-1], f"{right}x")] == [404] * 3


def test_two_who_ask_for_the_first_link_at_once_get_the_same() -> None:
    class SlowStore(MemoryStore):
        """Lets somebody else be faster, once."""

        def get(self, table: Table, key: Any) -> Item | None:
            found = super().get(table, key)
            if found is None:
                self.transact(Put(STATE, {"state_id": FEED, "key": "his"}))
            return found

    assert FeedKey(SlowStore()).current() == "his"


def test_a_booking_is_an_event_on_the_shops_clock_that_keeps_its_name_for_ever(program: OwnerProgram) -> None:
    code = booked(program)["code"]
    (event,) = events(program)
    starts, ends = event["DTSTART"].dt, event["DTEND"].dt
    assert (starts.isoformat(), ends.isoformat()) == ("2026-02-11T10:00:00-05:00", "2026-02-11T10:45:00-05:00")
    assert event["DTSTART"].params["TZID"] == "America/New_York"
    assert event["SUMMARY"] == "Maya: iPhone 13, iPhone screen"
    assert event["DESCRIPTION"] == f"Code {code}, $79, in the shop"
    (stored,) = program.linda.records.schedule.bookings(date(2026, 2, 11))
    assert event["UID"] == stored.booking_id
    program.send("PUT", f"/api/bookings/{code}", {"date": "2026-02-12", "time": "14:30"})
    (moved,) = events(program)
    assert (moved["UID"], moved["DTSTART"].dt.isoformat()) == (event["UID"], "2026-02-12T14:30:00-05:00")


def test_the_calendar_is_a_file_of_its_kind_with_the_zone_in_it(program: OwnerProgram) -> None:
    booked(program)
    answer = opened(program, key_of(program))
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    calendar = Calendar.from_ical(answer.body)
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["TZID"] == "America/New_York"
    assert calendar["X-WR-CALNAME"] == "EmperorLinda Cell Phone Repairs"
    assert all(len(line) <= 75 for line in answer.body.split(b"\r\n")), "RFC 5545, 3.1"


def test_no_customers_number_is_in_the_calendar(program: OwnerProgram) -> None:
    booked(program, name=None)
    phone_of(program.linda).text(CUSTOMER, "see you then")
    body = opened(program, key_of(program)).body
    assert b"Customer: iPhone 13" in body
    assert b"555" not in body


def test_the_clock_change_does_not_move_an_appointment(program: OwnerProgram) -> None:
    placed(program, day="2026-03-09")
    (event,) = events(program)
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2026, 3, 9, 18, 0, tzinfo=UTC)


def test_blocked_time_is_there_once_and_a_hold_is_not(program: OwnerProgram) -> None:
    now, records = epoch_ms(program.linda.clock), program.linda.records
    for bench in (0, 1):
        claim = Claim("2026-02-11", 720, 60, bench, "block_lunch")
        records.store.transact(*block(claim, now, "Lunch"))
    records.store.transact(*block(Claim("2026-02-11", 900, 30, 0, "block_other"), now, ""))
    records.store.transact(*hold(Claim("2026-02-11", 600, 45, 0, "hold#lead_x"), now, now + 600_000))
    found = [(str(each["UID"]), str(each["SUMMARY"]), each["DTSTART"].dt.hour) for each in events(program)]
    assert found == [("block_lunch", "Lunch", 12), ("block_other", "Time off", 15)]


def test_the_calendar_goes_from_thirty_days_ago_to_the_last_day_that_can_be_booked(program: OwnerProgram) -> None:
    days = ["2026-01-10", "2026-01-11", "2026-03-12", "2026-03-13"]
    for number, day in enumerate(days):
        placed(program, day=day, booking_id=f"book_{number}")
    assert [each["DTSTART"].dt.date().isoformat() for each in events(program)] == days[1:3]


@pytest.mark.parametrize(
    ("mode", "where"),
    [("on_site", "at the customer's place"), ("remote", "over the phone"), ("in_shop", "in the shop")],
)
def test_where_the_work_is_done_is_said(program: OwnerProgram, mode: str, where: str) -> None:
    placed(program, service_mode=ServiceMode(mode).value, price=0, services=("gone",), device="a\x00b")
    (event,) = events(program)
    assert event["DESCRIPTION"] == f"Code 4417, free, {where}"
    assert event["SUMMARY"] == "Customer: ab, gone"


def test_a_time_that_the_clock_skips_is_shown_where_it_would_be(program: OwnerProgram) -> None:
    placed(program, day="2026-03-08", starts=150, claim_from=150)
    (event,) = events(program)
    assert event["DTSTART"].to_ical() == b"20260308T023000"
