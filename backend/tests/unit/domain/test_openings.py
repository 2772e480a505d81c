from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from linda.domain.errors import InvalidInput
from linda.domain.opening_choice import bookable_together, in_part, nearest, part_of_day
from linda.domain.openings import Opening, cells, claimed_cells, day_openings, minute_of_day
from linda.domain.shop import Hours, Mode, ServiceMode
from linda.domain.time_words import clock_time
from tests.unit.domain.shops import SHOP, WORKING, a_shop, away, local, with_booking

TUESDAY = date(2026, 2, 10)
WEDNESDAY = date(2026, 2, 11)
AFTERNOON = local("2026-02-10T14:46")
YESTERDAY = local("2026-02-09T12:00")
NIGHT_SHOP = a_shop(hours={6: (Hours(time(0), time(6)),)})


def starts(openings: Sequence[Opening]) -> list[str]:
    return [clock_time(each.start.time()) for each in openings]


def test_a_free_day_opens_every_quarter_from_opening_to_the_last_start() -> None:
    found = starts(day_openings(SHOP, WORKING, TUESDAY, 45, {}, now=YESTERDAY))
    assert found[:3] == ["9 AM", "9:15 AM", "9:30 AM"]
    assert found[-1] == "4 PM"
    assert len(found) == 29


def test_long_work_must_end_by_closing() -> None:
    assert starts(day_openings(SHOP, WORKING, TUESDAY, 120, {}, now=YESTERDAY))[-1] == "3 PM"


def test_today_begins_after_the_lead_time() -> None:
    assert starts(day_openings(SHOP, WORKING, TUESDAY, 45, {}, now=AFTERNOON))[0] == "3:30 PM"


def test_a_start_exactly_at_the_lead_time_is_open() -> None:
    assert starts(day_openings(SHOP, WORKING, TUESDAY, 45, {}, now=local("2026-02-10T14:45")))[0] == "3:15 PM"


def test_a_taken_cell_removes_every_start_that_would_touch_it() -> None:
    found = starts(day_openings(SHOP, WORKING, TUESDAY, 45, {0: cells(600, 45)}, now=YESTERDAY))
    assert found[:3] == ["9 AM", "9:15 AM", "10:45 AM"]


def test_a_second_bench_takes_what_the_first_has_no_room_for() -> None:
    shop = with_booking(benches=2)
    found = day_openings(shop, WORKING, TUESDAY, 45, {0: cells(540, 480), 1: [540]}, now=YESTERDAY)
    assert starts(found)[0] == "9:15 AM"
    assert {each.bench for each in found} == {1}


@pytest.mark.parametrize(
    ("mode", "until", "first"),
    [
        (Mode.GYM, "2026-02-10T15:30", "3:30 PM"),
        (Mode.GYM, "2026-02-10T15:31", "3:45 PM"),
        (Mode.GYM, "2026-02-10T15:00", "3:30 PM"),
        (Mode.GYM, "2026-02-10T14:46", "3:30 PM"),
        (Mode.WORK, "2026-02-10T16:00", "3:30 PM"),
    ],
    ids=["back at a start", "back between starts", "lead time is later", "already over", "working holds nothing back"],
)
def test_the_owners_until_removes_the_openings_before_it(mode: Mode, until: str, first: str) -> None:
    assert starts(day_openings(SHOP, away(mode, until), TUESDAY, 45, {}, now=AFTERNOON))[0] == first


def test_away_without_an_end_leaves_nothing_today_and_everything_tomorrow() -> None:
    assert day_openings(SHOP, away(Mode.BREAK), TUESDAY, 45, {}, now=AFTERNOON) == ()
    assert len(day_openings(SHOP, away(Mode.BREAK), WEDNESDAY, 45, {}, now=AFTERNOON)) == 29


def test_away_for_days_removes_whole_days() -> None:
    closed = away(Mode.CLOSED, "2026-02-12T12:00")
    assert day_openings(SHOP, closed, WEDNESDAY, 45, {}, now=AFTERNOON) == ()
    assert starts(day_openings(SHOP, closed, date(2026, 2, 12), 45, {}, now=AFTERNOON))[0] == "12 PM"


def test_a_visit_claims_the_travel_before_and_after_it() -> None:
    found = day_openings(SHOP, WORKING, TUESDAY, 45, {}, now=YESTERDAY, service_mode=ServiceMode.ON_SITE)
    assert starts(found)[0] == "9:30 AM"
    assert starts(found)[-1] == "3:45 PM"
    assert claimed_cells(SHOP, 570, 45, ServiceMode.ON_SITE) == range(540, 645, 5)


def test_travel_starts_after_the_owner_is_back() -> None:
    gym = away(Mode.GYM, "2026-02-10T13:00")
    now = local("2026-02-10T11:00")
    assert starts(day_openings(SHOP, gym, TUESDAY, 45, {}, now=now, service_mode=ServiceMode.ON_SITE))[0] == "1:30 PM"


@pytest.mark.parametrize("day", [date(2026, 2, 9), date(2026, 3, 13), date(2026, 2, 15)])
def test_the_past_the_far_future_and_days_off_have_no_opening(day: date) -> None:
    assert day_openings(SHOP, WORKING, day, 45, {}, now=AFTERNOON) == ()


def test_the_last_day_of_the_horizon_is_open() -> None:
    assert day_openings(SHOP, WORKING, date(2026, 3, 12), 45, {}, now=AFTERNOON)


def test_a_lunch_break_is_not_worked_through() -> None:
    shop = a_shop(hours={1: (Hours(time(9, 10), time(12)), Hours(time(13), time(17)))})
    found = starts(day_openings(shop, WORKING, TUESDAY, 45, {}, now=YESTERDAY))
    assert found[0] == "9:15 AM"
    assert found[found.index("1 PM") - 1] == "11 AM"


def test_in_the_spring_night_no_start_falls_into_the_missing_hour_or_runs_across_it() -> None:
    found = day_openings(NIGHT_SHOP, WORKING, date(2026, 3, 8), 45, {}, now=local("2026-03-01T12:00"))
    assert starts(found)[4:7] == ["1 AM", "1:15 AM", "3 AM"]


def test_in_the_autumn_night_the_hour_that_comes_twice_is_offered_once() -> None:
    found = day_openings(NIGHT_SHOP, WORKING, date(2026, 11, 1), 45, {}, now=local("2026-10-20T12:00"))
    assert starts(found)[4:9] == ["1 AM", "1:15 AM", "1:30 AM", "1:45 AM", "2 AM"]
    assert found[4].start.astimezone(UTC) == datetime(2026, 11, 1, 5, tzinfo=UTC)


def test_in_the_second_of_the_two_hours_the_first_is_past() -> None:
    second = datetime(2026, 11, 1, 6, 5, tzinfo=UTC)
    assert starts(day_openings(NIGHT_SHOP, WORKING, date(2026, 11, 1), 45, {}, now=second))[0] == "2 AM"


@pytest.mark.parametrize(("minutes", "now"), [(0, AFTERNOON), (-45, AFTERNOON), (45, AFTERNOON.replace(tzinfo=None))])
def test_openings_for_no_work_or_from_no_moment_are_an_error(minutes: int, now: datetime) -> None:
    with pytest.raises(InvalidInput, match="time zone"):
        day_openings(SHOP, WORKING, TUESDAY, minutes, {}, now=now)


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [
        (540, 45, range(540, 585, 5)),
        (540, 1, range(540, 545, 5)),
        (542, 5, range(540, 550, 5)),
        (540, 42, range(540, 585, 5)),
    ],
)
def test_work_claims_every_cell_it_touches(start: int, minutes: int, expected: range) -> None:
    assert list(cells(start, minutes)) == list(expected)


DAY = day_openings(SHOP, WORKING, TUESDAY, 45, {0: cells(660, 180)}, now=YESTERDAY)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("2026-02-10T12:05", ["10:15 AM", "2 PM"]),
        ("2026-02-10T12:00", ["10 AM", "10:15 AM"]),
        ("2026-02-10T08:00", ["9 AM", "9:15 AM"]),
        ("2026-02-10T22:00", ["3:45 PM", "4 PM"]),
        ("2026-02-10T09:15", ["9 AM", "9:15 AM"]),
    ],
)
def test_the_two_nearest_openings_are_told_in_order(wanted: str, found: list[str]) -> None:
    assert starts(nearest(DAY, local(wanted))) == found


def test_nearest_gives_what_there_is() -> None:
    assert nearest((), local("2026-02-10T12:00")) == ()
    assert starts(nearest(DAY, local("2026-02-10T14:00"), count=1)) == ["2 PM"]


@pytest.mark.parametrize(
    ("part", "first", "last"), [("morning", "9 AM", "10:15 AM"), ("afternoon", "2 PM", "4 PM"), ("evening", "", "")]
)
def test_a_part_of_the_day_keeps_its_own_starts(part: str, first: str, last: str) -> None:
    found = starts(in_part(DAY, part)) or [""]
    assert (found[0], found[-1]) == (first, last)


def test_a_part_no_day_has_is_an_error() -> None:
    with pytest.raises(InvalidInput, match="morning, afternoon, evening"):
        in_part(DAY, "fortnight")


@pytest.mark.parametrize(
    ("at", "part"),
    [
        (time(0), "morning"),
        (time(11, 59), "morning"),
        (time(12), "afternoon"),
        (time(16, 59), "afternoon"),
        (time(17), "evening"),
        (time.max, "evening"),
    ],
)
def test_each_time_has_its_part_of_the_day(at: time, part: str) -> None:
    assert part_of_day(at) == part


@pytest.mark.parametrize(
    ("benches", "taken", "left"),
    [
        (1, {}, 10),
        (1, {0: cells(660, 180)}, 5),
        (2, {}, 20),
        (2, {0: cells(660, 180)}, 15),
        (2, {0: cells(540, 480), 1: cells(540, 420)}, 1),
    ],
)
def test_openings_left_are_the_ones_that_can_all_be_booked(benches: int, taken: dict[int, range], left: int) -> None:
    shop = with_booking(benches=benches)
    together = bookable_together(shop, day_openings(shop, WORKING, TUESDAY, 45, taken, now=YESTERDAY))
    assert len(together) == left
    for bench in range(benches):
        spans = [cells(minute_of_day(each.start), each.minutes) for each in together if each.bench == bench]
        assert all(one.stop <= later.start for one, later in pairwise(spans))


def test_visits_that_can_all_be_made_keep_the_travel_between_them() -> None:
    found = day_openings(SHOP, WORKING, TUESDAY, 45, {}, now=YESTERDAY, service_mode=ServiceMode.ON_SITE)
    together = bookable_together(SHOP, found, ServiceMode.ON_SITE)
    assert starts(together) == ["9:30 AM", "11:15 AM", "1 PM", "2:45 PM"]
    assert together[1].start - together[0].start >= timedelta(minutes=45 + 60)
