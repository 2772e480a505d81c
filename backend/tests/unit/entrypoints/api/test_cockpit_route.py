"""The cockpit's one answer, the leads, the calendar and the results: counted from what happened, never made up."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from linda.domain.ids import lead_id
from linda.records import epoch_ms
from linda.records.schedule import Claim, hold
from tests.owner_program import OwnerProgram, open_api
from tests.shop_desk import CUSTOMER, OWNER, clock_of, phone_of

OTHER = "+19045550143"
BOOK = "book iphone 13 screen today 2pm, my name is Ana"


@pytest.fixture
def program() -> Iterator[OwnerProgram]:
    with open_api() as opened:
        yield opened


def texted(program: OwnerProgram, *texts: str, sender: str = CUSTOMER) -> None:
    for text in texts:
        clock_of(program.linda).advance(timedelta(seconds=20))
        phone_of(program.linda).text(sender, text)
        program.linda.sweeper.sweep()


def cockpit(program: OwnerProgram) -> dict[str, Any]:
    found: dict[str, Any] = program.send("GET", "/api/cockpit").body
    return found


def set_mode(program: OwnerProgram, **state: object) -> None:
    version = cockpit(program)["state"]["version"]
    assert program.send("PUT", "/api/state", {"version": version, "state": state}).status == 200


def test_an_empty_house_says_where_the_owner_is_and_when_the_first_opening_is(program: OwnerProgram) -> None:
    shown = cockpit(program)
    assert (shown["headline"], shown["until_says"]) == ("You're at the bench", "")
    assert shown["detail"] == "LINDA answers everything. First opening today at 10:30 AM."
    assert shown["customers_hear"] == "Brandon is at the shop."
    assert (shown["needs_you"], shown["conversations"], shown["today"]["items"]) == ([], [], [])
    assert [each["label"] for each in shown["until_choices"]] == ["10:30 AM", "11 AM", "11:30 AM"]


def test_the_gym_until_half_past_three_is_in_every_sentence_and_in_the_calendar(program: OwnerProgram) -> None:
    set_mode(program, mode="GYM", until="2026-02-10T15:30:00-05:00")
    shown = cockpit(program)
    assert (shown["headline"], shown["until_says"]) == ("You're at the gym until 3:30 PM", "3:30 PM")
    assert shown["customers_hear"] == "Brandon is at the gym until 3:30 PM."
    assert shown["detail"].endswith("First opening today at 3:30 PM.")
    (away,) = program.send("GET", "/api/calendar", query="days=1").body["days"][0]["items"]
    assert (away["kind"], away["title"]) == ("away", "Away: gym")
    assert away["ends"] == "2026-02-10T15:30:00-05:00"


@pytest.mark.parametrize(
    ("at", "headline"),
    [
        ("2026-02-10T20:00", "You're off until tomorrow at 9 AM"),
        ("2026-02-14T18:00", "You're off until Mon Feb 16 at 9 AM"),
    ],
)
def test_outside_hours_he_is_off_until_the_shop_opens(at: str, headline: str) -> None:
    with open_api(at) as program:
        assert cockpit(program)["headline"] == headline


def test_what_he_notes_is_what_he_is_doing(program: OwnerProgram) -> None:
    set_mode(program, mode="CUSTOM", note="at the bank")
    assert cockpit(program)["headline"] == "You're at the bank"


def test_paused_the_cockpit_says_that_nobody_answers(program: OwnerProgram) -> None:
    set_mode(program, mode="WORK", answers_texts=False)
    assert cockpit(program)["detail"] == "LINDA is paused: nobody answers texts but you."


def test_a_booking_is_in_today_with_its_price_and_how_soon_it_is(program: OwnerProgram) -> None:
    texted(program, BOOK, "yes pls")
    today = cockpit(program)["today"]
    (item,) = today["items"]
    assert (item["title"], item["detail"], item["price_cents"]) == ("Ana", "iPhone 13 screen", 7900)
    assert item["add_ons"] == ["screen protector"]
    assert today["says"] == "next in 4 hr"


def test_the_state_before_the_last_change_comes_back(program: OwnerProgram) -> None:
    set_mode(program, mode="GYM", until="2026-02-10T15:30:00-05:00")
    set_mode(program, mode="BREAK")
    version = cockpit(program)["state"]["version"]
    assert program.send("POST", "/api/state/undo", {"version": version - 1}).status == 409
    undone = program.send("POST", "/api/state/undo", {"version": version}).body
    assert (undone["state"]["mode"], undone["state"]["until"]) == ("GYM", "2026-02-10T15:30:00-05:00")


def test_a_change_that_is_over_meanwhile_does_not_come_back(program: OwnerProgram) -> None:
    set_mode(program, mode="GYM", until="2026-02-10T10:30:00-05:00")
    set_mode(program, mode="BREAK")
    clock_of(program.linda).advance(timedelta(hours=1))
    undone = program.send("POST", "/api/state/undo", {"version": 2}).body
    assert (undone["state"]["mode"], undone["state"]["until"]) == ("WORK", None)


def test_time_off_takes_the_openings_away_and_given_back_they_are_there_again(program: OwnerProgram) -> None:
    off = {"date": "2026-02-11", "time": "09:00", "minutes": 480, "note": "Dentist"}
    before = program.send("GET", "/api/openings", query="date=2026-02-11").body["openings"]
    taken = program.send("POST", "/api/blocks", off)
    assert (taken.status, taken.body["title"], taken.body["kind"]) == (201, "Dentist", "block")
    assert program.send("POST", "/api/blocks", off).body == taken.body, "the same again is the same"
    assert program.send("GET", "/api/openings", query="date=2026-02-11").body["openings"] == []
    path = f"/api/blocks/{taken.body['id']}"
    assert program.send("DELETE", path, query="date=2026-02-11").status == 204
    assert program.send("DELETE", path, query="date=2026-02-11").status == 404
    assert program.send("GET", "/api/openings", query="date=2026-02-11").body["openings"] == before


def test_time_off_never_lies_over_a_booking(program: OwnerProgram) -> None:
    texted(program, BOOK)
    answer = program.send("POST", "/api/blocks", {"date": "2026-02-10", "time": "13:00", "minutes": 120})
    assert (answer.status, "move or cancel it first" in answer.body["detail"]) == (409, True)
    (item,) = cockpit(program)["today"]["items"]
    assert item["kind"] == "booking"


@pytest.mark.parametrize(
    "change",
    [{"minutes": 7}, {"minutes": 0}, {"time": "23:30", "minutes": 60}, {"date": "never"}, {"note": "x" * 81}],
    ids=str,
)
def test_time_off_that_can_not_be_is_refused(program: OwnerProgram, change: dict[str, object]) -> None:
    off = {"date": "2026-02-11", "time": "09:00", "minutes": 60, **change}
    assert program.send("POST", "/api/blocks", off).status == 422


def test_a_booking_asked_twice_under_one_key_is_one_booking(program: OwnerProgram) -> None:
    order = {"date": "2026-02-11", "time": "10 am", "repair_type": "iphone_screen", "device": "iPhone 13"}
    order["customer"] = "(904) 555-0142"
    first = program.send("POST", "/api/bookings", order, idempotency_key="key-1")
    again = program.send("POST", "/api/bookings", order, idempotency_key="key-1")
    assert (first.status, again.status, again.body) == (201, 201, first.body)
    assert program.send("POST", "/api/bookings", order, idempotency_key="key-2").status == 409
    assert len(program.send("GET", "/api/bookings").body["bookings"]) == 1


def test_leads_say_how_far_it_is_with_each(program: OwnerProgram) -> None:
    texted(program, "how much for an iphone 13 screen")
    texted(program, BOOK, sender=OTHER)
    texted(program, "hello", sender="+19045550144")
    texted(program, "STOP", sender="+19045550145")
    rows = program.send("GET", "/api/leads").body["leads"]
    assert [(each["stage"], each["next_step"], each["quote_cents"]) for each in rows] == [
        ("opted_out", "Wants no texts", None),
        ("new", "No price yet", None),
        ("booked", "Comes today", 7900),
        ("quoted", "Has the price, no time yet", 7900),
    ]


def test_results_are_counted_from_what_was_said_and_done(program: OwnerProgram) -> None:
    texted(program, "how much for an iphone 13 screen", "too expensive", "ok today 2pm")
    set_mode(program, mode="GYM")
    texted(program, BOOK.replace("2pm", "4pm"), sender=OTHER)
    results = program.send("GET", "/api/results", query="days=7").body
    assert (results["asked"], results["answered"], results["while_away"], results["booked"]) == (2, 4, 1, 1)
    assert (results["discounts"], results["discounts_cents"]) == (1, 790)
    assert results["median_first_reply_ms"] == 0
    assert [each["answered"] for each in results["by_day"]] == [0, 0, 0, 0, 0, 0, 4]
    assert results["segments"] >= 4


def test_results_leave_out_what_is_older(program: OwnerProgram) -> None:
    texted(program, "hello")
    clock_of(program.linda).advance(timedelta(days=8))
    texted(program, "hello", sender=OTHER)
    week = program.send("GET", "/api/results", query="days=7").body
    month = program.send("GET", "/api/results", query="days=30").body
    assert (week["asked"], week["answered"], month["asked"], month["answered"]) == (1, 1, 2, 2)


def test_a_hold_is_in_the_calendar_until_it_is_over(program: OwnerProgram) -> None:
    texted(program, "hello")
    records, now = program.linda.records, epoch_ms(program.linda.clock)
    claim = Claim("2026-02-11", 600, 45, 0, f"hold#{lead_id(CUSTOMER)}")
    records.store.transact(*hold(claim, now, now + 600_000))
    items = program.send("GET", "/api/calendar", query="days=2").body["days"][1]["items"]
    held = [each for each in items if each["kind"] == "hold"]
    clock_of(program.linda).advance(timedelta(hours=3))
    after = program.send("GET", "/api/calendar", query="days=2").body["days"][1]["items"]
    assert ([each["title"] for each in held], after) == (["Held for (904) 555-0142"], [])


def test_the_owner_who_texts_linda_is_no_customer(program: OwnerProgram) -> None:
    texted(program, "gym till 3:30", sender=OWNER)
    assert program.send("GET", "/api/leads").body["leads"] == []
    assert program.send("GET", "/api/conversations").body["conversations"] == []
    assert cockpit(program)["conversations"] == []
    assert program.send("GET", "/api/results").body["asked"] == 0
