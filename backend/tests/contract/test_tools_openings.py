"""What the tools answer about openings and holds, on every store; what only looks writes nothing."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from linda.conversation.facts import Facts
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode
from linda.records.store import Store
from tests.house import OTHER
from tests.tool_desk import AT_TEN, NOW, SCREEN, SUNDAY, TODAY, TOMORROW, ToolDesk, data, open_desk, refusal


@pytest.fixture
def desk(store: Store) -> ToolDesk:
    return open_desk(store)


def test_a_day_is_answered_with_its_starts_and_the_true_number_left(desk: ToolDesk) -> None:
    found = data(desk.call("check_availability", date=TODAY, **SCREEN))
    assert (found["available"], found["date"], found["minutes"]) == (True, TODAY, 45)
    assert (found["slots"][0], found["slots"][-1]) == ("10:45 AM", "4:00 PM")
    assert found["left"] == 8, "eight screens of 45 minutes fit between 10:45 and 5, the last at 4"


def test_a_wanted_time_that_is_free_is_available(desk: ToolDesk) -> None:
    assert data(desk.call("check_availability", **AT_TEN))["available"] is True


@pytest.mark.parametrize(
    ("date", "at", "nearest"),
    [
        (TODAY, "9:00", [(TODAY, "10:45 AM"), (TODAY, "11:00 AM")]),
        (TODAY, "4:30 PM", [(TODAY, "3:45 PM"), (TODAY, "4:00 PM")]),
        (SUNDAY, "11:00", [("2026-02-16", "9:00 AM"), ("2026-02-16", "9:15 AM")]),
        ("2026-02-09", "11:00", [(TODAY, "10:45 AM"), (TODAY, "11:00 AM")]),
    ],
)
def test_a_past_or_closed_time_is_answered_with_the_two_nearest_openings(
    desk: ToolDesk, date: str, at: str, nearest: list[tuple[str, str]]
) -> None:
    found = data(desk.call("check_availability", date=date, time=at, **SCREEN))
    assert (found["available"], found["slots"]) == (False, [])
    assert [(each["date"], each["time"]) for each in found["nearest"]] == nearest


def test_a_day_without_openings_names_the_next_that_has_some(desk: ToolDesk) -> None:
    found = data(desk.call("check_availability", date=SUNDAY))
    assert (found["available"], found["left"], found["date"]) == (False, 0, SUNDAY)
    assert {each["date"] for each in found["nearest"]} == {"2026-02-16"}


def test_a_time_the_clock_skips_in_spring_is_answered_with_the_days_after(store: Store) -> None:
    desk = open_desk(store, now=datetime(2026, 3, 7, 15, 55, tzinfo=NOW.tzinfo))
    found = data(desk.call("check_availability", date="2026-03-08", time="2:00 AM", **SCREEN))
    assert (found["available"], {each["date"] for each in found["nearest"]}) == (False, {"2026-03-09"})


def test_beyond_the_horizon_nothing_is_offered(desk: ToolDesk) -> None:
    found = data(desk.call("check_availability", date="2026-09-01"))
    assert (found["available"], found["nearest"]) == (False, [])


def test_the_owners_gym_keeps_openings_back(store: Store) -> None:
    until = NOW.replace(hour=15, minute=30)
    desk = open_desk(store, state=replace(OwnerState(), mode=Mode.GYM, until=until))
    assert data(desk.call("check_availability", date=TODAY))["slots"] == ["3:30 PM", "3:45 PM", "4:00 PM"]


def test_openings_of_an_unknown_job_are_long_enough_for_any(desk: ToolDesk) -> None:
    assert data(desk.call("check_availability", date=TOMORROW))["minutes"] == 45


def test_openings_are_for_the_job_the_customer_told_of_before(store: Store) -> None:
    desk = open_desk(store, facts=Facts(services=("iphone_screen", "battery"), device="iPhone 13"))
    assert data(desk.call("check_availability", date=TOMORROW))["minutes"] == 75


def test_a_repair_without_a_line_still_has_openings(desk: ToolDesk) -> None:
    found = data(desk.call("check_availability", date=TOMORROW, repair_type="screen", device="Pixel 7"))
    assert found["available"] is True


def test_on_site_leaves_time_to_travel(desk: ToolDesk) -> None:
    found = data(desk.call("check_availability", date=TOMORROW, **SCREEN, service_mode="on_site"))
    assert (found["slots"][0], found["slots"][-1]) == ("9:30 AM", "3:45 PM")


def test_a_hold_keeps_the_place_from_others_and_not_from_its_owner(store: Store, desk: ToolDesk) -> None:
    assert data(desk.call("hold_slot", **AT_TEN))["minutes"] == 10
    rival = open_desk(store, customer=OTHER)
    refusal(rival.call("book_slot", **AT_TEN))
    refusal(rival.call("hold_slot", **AT_TEN))
    data(desk.call("book_slot", **AT_TEN))


def test_a_hold_ends_by_itself(store: Store, desk: ToolDesk) -> None:
    desk.call("hold_slot", **AT_TEN)
    data(open_desk(store, customer=OTHER, now=NOW + timedelta(minutes=11)).call("book_slot", **AT_TEN))


@pytest.mark.parametrize("second", [{"time": "10:15"}, {"time": "14:00"}, {"date": "2026-02-12"}, {"time": "10:00"}])
def test_a_second_hold_takes_the_place_of_the_first(store: Store, desk: ToolDesk, second: dict[str, str]) -> None:
    desk.call("hold_slot", **AT_TEN)
    data(desk.call("hold_slot", **AT_TEN | second))
    days = (datetime.fromisoformat(each).date() for each in (TOMORROW, "2026-02-12"))
    held = [row for day in days for row in desk.records.schedule.rows(day)]
    assert (len(held), {row["owner"] for row in held}) == (9, {desk.desk.hold_owner})


def test_a_hold_under_an_odd_spelling_of_the_day_is_a_hold_on_that_day(store: Store, desk: ToolDesk) -> None:
    assert data(desk.call("hold_slot", **AT_TEN | {"date": "20260211"}))["date"] == TOMORROW
    refusal(open_desk(store, customer=OTHER).call("book_slot", **AT_TEN))
