from datetime import UTC, date, datetime, time

import pytest

from linda.domain import hours
from linda.domain.shop import Hours, Shop
from tests.unit.domain.shops import SHOP, a_shop, local

TUESDAY = date(2026, 2, 10)
CHRISTMAS = date(2026, 12, 25)
WHOLE_DAY = (Hours(time(9), time(17)),)
NIGHT = a_shop(hours={6: (Hours(time(0), time(1, 45)), Hours(time(2, 30), time(6)))})
LUNCH = a_shop(hours={1: (Hours(time(9), time(12)), Hours(time(13), time(17)))})


@pytest.mark.parametrize(
    ("day", "stretches", "reason"),
    [
        (TUESDAY, WHOLE_DAY, ""),
        (date(2026, 2, 15), (), ""),
        (date(2026, 12, 24), (), "Christmas Eve"),
        (CHRISTMAS, (), "Christmas Day"),
        (date(2026, 12, 31), (Hours(time(9), time(13)),), ""),
        (date(2026, 11, 11), WHOLE_DAY, ""),
        (date(2026, 7, 4), (), "Independence Day"),
        (date(2026, 7, 3), WHOLE_DAY, ""),
    ],
    ids=[
        "a weekday",
        "a day off",
        "a closure",
        "a holiday taken",
        "special hours",
        "a holiday not taken",
        "4 July",
        "3 July",
    ],
)
def test_the_hours_of_a_day_follow_the_owners_lists(day: date, stretches: tuple[Hours, ...], reason: str) -> None:
    assert hours.hours_on(SHOP, day) == hours.DayHours(stretches, reason)


def test_special_hours_win_over_a_closure_and_a_holiday() -> None:
    shop = a_shop(special_hours={CHRISTMAS: WHOLE_DAY}, closures={CHRISTMAS: "Christmas"})
    assert hours.hours_on(shop, CHRISTMAS) == hours.DayHours(WHOLE_DAY)


def test_a_shop_that_takes_no_holiday_is_open_on_all_of_them() -> None:
    assert hours.hours_on(a_shop(holidays=()), CHRISTMAS).stretches == WHOLE_DAY


@pytest.mark.parametrize(
    ("now", "closes"),
    [
        ("2026-02-10T08:59", None),
        ("2026-02-10T09:00", "2026-02-10T12:00"),
        ("2026-02-10T12:00", None),
        ("2026-02-10T13:00", "2026-02-10T17:00"),
        ("2026-02-10T16:59", "2026-02-10T17:00"),
        ("2026-02-10T17:00", None),
    ],
)
def test_the_shop_is_open_from_the_first_minute_and_closed_from_the_last(now: str, closes: str | None) -> None:
    closing = hours.closing_moment(LUNCH, local(now).astimezone(UTC))
    assert closing == (local(closes) if closes else None)
    assert hours.is_open(LUNCH, local(now)) is (closes is not None)


def test_in_the_hour_that_comes_twice_closing_lies_ahead() -> None:
    second = datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    closing = hours.closing_moment(NIGHT, second)
    assert closing is not None
    assert closing.astimezone(UTC) == datetime(2026, 11, 1, 6, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-02-10T08:00", "2026-02-10T09:00"),
        ("2026-02-10T09:00", "2026-02-10T13:00"),
        ("2026-02-10T13:00", "2026-02-17T09:00"),
    ],
)
def test_the_next_opening_is_the_next_stretch_that_begins(now: str, opens: str) -> None:
    assert hours.next_opening_moment(LUNCH, local(now)) == local(opens)


def test_a_shop_without_hours_never_opens() -> None:
    assert hours.next_opening_moment(a_shop(hours={}, special_hours={}), local("2026-02-10T08:00")) is None


@pytest.mark.parametrize(
    ("day", "minute", "utc"),
    [
        (date(2026, 3, 8), 119, datetime(2026, 3, 8, 6, 59, tzinfo=UTC)),
        (date(2026, 3, 8), 120, None),
        (date(2026, 3, 8), 179, None),
        (date(2026, 3, 8), 180, datetime(2026, 3, 8, 7, 0, tzinfo=UTC)),
        (date(2026, 11, 1), 90, datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),
        (date(2026, 11, 1), 120, datetime(2026, 11, 1, 7, 0, tzinfo=UTC)),
        (date(2026, 2, 10), 1440, datetime(2026, 2, 11, 5, 0, tzinfo=UTC)),
    ],
)
def test_a_minute_of_the_wall_clock_is_one_moment_or_none(day: date, minute: int, utc: datetime | None) -> None:
    moment = hours.wall_moment(SHOP, day, minute)
    assert (moment and moment.astimezone(UTC)) == utc


@pytest.mark.parametrize(
    ("shop", "day", "words"),
    [
        (SHOP, TUESDAY, "9 AM-5 PM"),
        (SHOP, date(2026, 2, 15), "closed"),
        (SHOP, CHRISTMAS, "closed (Christmas Day)"),
        (LUNCH, TUESDAY, "9 AM-12 PM and 1 PM-5 PM"),
    ],
)
def test_the_hours_of_a_day_are_told_with_the_reason_for_a_closure(shop: Shop, day: date, words: str) -> None:
    assert hours.day_hours_words(shop, day) == words


def test_holidays_are_proposed_when_the_shop_would_open_on_them() -> None:
    proposed = {each.name: each.day for each in hours.propose_holidays(SHOP, 2026)}
    assert proposed["Juneteenth National Independence Day"] == date(2026, 6, 19)
    assert proposed["Friday After Thanksgiving"] == date(2026, 11, 27)
    assert proposed["Independence Day (observed)"] == date(2026, 7, 3)
    assert not {"Christmas Day", "Thanksgiving Day", "Susan B. Anthony Day"} & proposed.keys()


def test_a_holiday_with_its_own_hours_is_decided_and_not_proposed() -> None:
    black_friday = date(2026, 11, 27)
    shop = a_shop(special_hours={black_friday: WHOLE_DAY})
    assert black_friday not in {each.day for each in hours.propose_holidays(shop, 2026)}
