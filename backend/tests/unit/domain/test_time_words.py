from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain import time_words
from linda.domain.shop import Hours
from tests.unit.domain.shops import SHOP, local

TUESDAY = date(2026, 2, 10)
MORNING = Hours(time(9), time(12))
LATE = Hours(time(13), time(17, 30))


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(0), "12 AM"),
        (time(0, 5), "12:05 AM"),
        (time(9), "9 AM"),
        (time(11, 45), "11:45 AM"),
        (time(12), "12 PM"),
        (time(14), "2 PM"),
        (time(14, 30), "2:30 PM"),
        (time(23, 59), "11:59 PM"),
    ],
)
def test_a_time_is_texted_on_a_twelve_hour_clock(at: time, words: str) -> None:
    assert time_words.clock_time(at) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 9), "Mon Feb 9"),
        (TUESDAY, "today"),
        (date(2026, 2, 11), "tomorrow"),
        (date(2026, 2, 12), "Thu Feb 12"),
        (date(2027, 12, 31), "Fri Dec 31"),
    ],
)
def test_a_day_beyond_tomorrow_always_carries_its_weekday(day: date, words: str) -> None:
    assert time_words.day_word(day, TUESDAY) == words


@pytest.mark.parametrize(
    ("moment", "words", "until"),
    [
        (local("2026-02-10T15:30"), "today at 3:30 PM", "3:30 PM"),
        (local("2026-02-11T09:00"), "tomorrow at 9 AM", "tomorrow at 9 AM"),
        (local("2026-02-14T09:00"), "Sat Feb 14 at 9 AM", "Sat Feb 14 at 9 AM"),
        (datetime(2026, 2, 11, 4, 59, tzinfo=UTC), "today at 11:59 PM", "11:59 PM"),
        (datetime(2026, 2, 11, 5, 0, tzinfo=UTC), "tomorrow at 12 AM", "tomorrow at 12 AM"),
    ],
)
def test_a_moment_is_told_on_the_clock_of_the_shop(moment: datetime, words: str, until: str) -> None:
    now = local("2026-02-10T14:46")
    assert time_words.moment_words(moment, now) == words
    assert time_words.until_words(moment, now) == until


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 min"), (45, "45 min"), (60, "1 hr"), (90, "1 hr 30 min"), (120, "2 hr")]
)
def test_a_duration_is_told_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert time_words.duration_words(minutes) == words


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["2 PM"], "2 PM"), (["2 PM", "3 PM"], "2 PM or 3 PM"), (["1", "2", "3"], "1, 2 or 3")],
)
def test_choices_are_joined_as_people_do(items: list[str], words: str) -> None:
    assert time_words.list_words(items) == words


@pytest.mark.parametrize(
    ("hours", "words"),
    [((), "closed"), ((MORNING,), "9 AM-12 PM"), ((MORNING, LATE), "9 AM-12 PM and 1 PM-5:30 PM")],
)
def test_the_hours_of_a_day_name_each_stretch(hours: tuple[Hours, ...], words: str) -> None:
    assert time_words.hours_words(hours) == words


def test_a_week_takes_equal_days_in_a_row_together() -> None:
    assert time_words.weekly_words(SHOP.hours) == "Mon-Sat 9 AM-5 PM, closed Sun"


def test_a_week_keeps_different_days_apart_and_reads_an_unnamed_day_as_closed() -> None:
    week = {0: (MORNING,), 1: (MORNING,), 3: (LATE,)}
    words = time_words.weekly_words(week)
    assert words == "Mon-Tue 9 AM-12 PM, closed Wed, Thu 1 PM-5:30 PM, closed Fri-Sun"


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001 - bounds have no zone
    st.integers(0, 1440),
)
def test_times_use_no_character_that_makes_a_text_dearer(moment: datetime, minutes: int) -> None:
    now = local("2026-02-10T14:46")
    words = time_words.moment_words(moment, now) + time_words.duration_words(minutes)
    assert set(words) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789: ")
