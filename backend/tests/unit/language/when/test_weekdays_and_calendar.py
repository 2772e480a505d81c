"""Weekdays from every day of the week, month ends, leap days, and nights when the clock changes."""

import datetime as dt
from itertools import product

import pytest

from linda.language.when import read_when

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
A_MONDAY = dt.date(2026, 3, 2)
EVERY_PAIR = list(product(range(7), range(7)))


def at(day: dt.date, hour: int = 9, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute))


@pytest.mark.parametrize(("today", "wanted"), EVERY_PAIR)
def test_a_weekday_is_the_coming_one(today: int, wanted: int) -> None:
    now = A_MONDAY + dt.timedelta(today)
    reading = read_when(f"are you free {WEEK[wanted]}?", at(now))
    assert reading.day is not None
    assert reading.day.weekday() == wanted
    assert 1 <= (reading.day - now).days <= 7
    assert (len(reading.day_choices) > 1) is (today == wanted), "today's own name may also mean today"


@pytest.mark.parametrize(("today", "wanted"), EVERY_PAIR)
def test_this_weekday_is_within_the_next_seven_days_today_included(today: int, wanted: int) -> None:
    now = A_MONDAY + dt.timedelta(today)
    reading = read_when(f"this {WEEK[wanted]}", at(now))
    assert reading.day_choices == (now + dt.timedelta((wanted - today) % 7),)


@pytest.mark.parametrize(("today", "wanted"), EVERY_PAIR)
def test_next_weekday_is_next_weeks_and_open_while_this_weeks_is_ahead(today: int, wanted: int) -> None:
    now = A_MONDAY + dt.timedelta(today)
    reading = read_when(f"next {WEEK[wanted]}", at(now))
    next_weeks = A_MONDAY + dt.timedelta(7 + wanted)
    assert reading.day == next_weeks
    assert (next_weeks - dt.timedelta(7) in reading.day_choices) is (wanted > today)


@pytest.mark.parametrize(("today", "wanted"), EVERY_PAIR)
def test_last_weekday_lies_one_to_seven_days_back(today: int, wanted: int) -> None:
    now = A_MONDAY + dt.timedelta(today)
    day = read_when(f"i came in last {WEEK[wanted]}", at(now)).day
    assert day is not None
    assert day.weekday() == wanted
    assert 1 <= (now - day).days <= 7


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-01-31", "in a month", "2026-02-28"),
        ("2024-01-31", "in a month", "2024-02-29"),
        ("2026-01-31", "tomorrow", "2026-02-01"),
        ("2026-12-31", "tmrw", "2027-01-01"),
        ("2026-12-31", "jan 2", "2027-01-02"),
        ("2026-02-15", "the 31st", "2026-03-31"),
        ("2026-04-30", "on the 30th", "2026-04-30"),
        ("2026-04-30", "the 29th", "2026-05-29"),
        ("2026-03-01", "feb 29", "2028-02-29"),
        ("2024-02-28", "tomorrow", "2024-02-29"),
        ("2024-02-29", "2/29", "2024-02-29"),
        ("2026-11-30", "the 1st of next month", "2026-12-01"),
        ("2026-06-01", "june 31st", "nothing"),
        ("2026-06-01", "13/13", "nothing"),
        ("2026-06-01", "the 32nd", "nothing"),
        ("2026-06-01", "april 5", "2027-04-05"),
        ("2026-06-01", "june 1", "2026-06-01"),
        ("2026-06-01", "25/12", "2026-12-25"),
        ("2026-06-01", "31/10/1974", "1974-10-31"),
        ("2026-06-01", "10-31-74", "1974-10-31"),
        ("2026-06-01", "14.7.2026", "2026-07-14"),
        ("2026-06-01", "7.14.2026", "2026-07-14"),
        ("2026-06-01", "wednesday 24.6.", "2026-06-24"),
        ("2026-06-01", "second tuesday of july", "2026-07-14"),
        ("2026-06-01", "last monday of may 2027", "2027-05-31"),
        ("2026-06-01", "the 3rd of last month", "2026-05-03"),
        ("2026-06-01", "7 business days from now", "2026-06-10"),
        ("2026-06-01", "2 days before the 14th", "2026-06-12"),
        ("2026-06-01", "monday the 15th", "2026-06-15"),
        ("2026-06-01", "3 fridays from now", "2026-06-19"),
        ("2026-06-01", "2 fridays ago", "2026-05-22"),
        ("2026-06-01", "friday after next", "2026-06-12"),
        ("2026-06-01", "i paid friday the 15th", "2026-05-15"),
        ("2026-06-01", "yesterday the 31st", "2026-05-31"),
        ("2026-06-01", "last easter", "2026-04-05"),
        ("2026-06-01", "easter 2030", "2030-04-21"),
        ("2026-06-01", "thanksgiving", "2026-11-26"),
        ("2026-06-01", "black friday", "2026-11-27"),
    ],
)
def test_the_calendar_holds_at_its_edges(today: str, text: str, day: str) -> None:
    read = read_when(text, at(dt.date.fromisoformat(today))).day
    assert (read.isoformat() if read else "nothing") == day


@pytest.mark.parametrize(
    ("now", "text", "clock"),
    [
        ("2026-03-08T01:30", "in 1 hour", "02:30"),
        ("2026-03-08T01:30", "tonight at 2am", "02:00"),
        ("2026-11-01T00:45", "in 90 minutes", "02:15"),
        ("2026-11-01T01:30", "1:30 am", "01:30"),
        ("2026-03-07T23:50", "in 20 min", "00:10"),
    ],
)
def test_the_wall_clock_is_counted_plainly_on_nights_when_it_changes(now: str, text: str, clock: str) -> None:
    time = read_when(text, dt.datetime.fromisoformat(now)).time
    assert f"{time:%H:%M}" == clock


def test_an_aware_moment_is_read_like_its_wall_clock() -> None:
    zone = dt.timezone(-dt.timedelta(hours=5))
    aware = dt.datetime(2026, 3, 4, 10, 20, 33, tzinfo=zone)
    reading = read_when("in 2 hrs", aware)
    assert reading.time == dt.time(12, 20)
    assert reading.time.tzinfo is None


@pytest.mark.parametrize("text", ["in 999999999 hours", "in 9999999 years", "in 88888888 days", "500000 weeks ago"])
def test_a_length_beyond_the_calendar_is_no_error(text: str) -> None:
    assert read_when(text, dt.datetime(2026, 3, 4, 10, 20)).day is not None  # noqa: DTZ001 (a wall clock)
