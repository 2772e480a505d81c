"""What holds for every opening, whatever the shop, the day, the owner's state and the calendar."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from linda.domain.hours import hours_on
from linda.domain.opening_choice import bookable_together, nearest
from linda.domain.openings import Opening, claimed_cells, day_openings, minute_of_day
from linda.domain.owner_state import OwnerState
from linda.domain.shop import BookingPolicy, Hours, Mode, ServiceMode, Shop
from tests.unit.domain.shops import NEW_YORK, SHOP, a_shop

SPRING, AUTUMN, ORDINARY = date(2026, 3, 8), date(2026, 11, 1), date(2026, 6, 9)
DAYS = st.sampled_from([SPRING, AUTUMN, ORDINARY])


def _clock(minute: int) -> time:
    return time(minute // 60, minute % 60)


@st.composite
def shops(draw: st.DrawFn) -> Shop:
    edges = sorted(draw(st.sets(st.integers(0, 287), min_size=2, max_size=4).filter(lambda found: len(found) != 3)))
    stretches = tuple(Hours(_clock(a * 5), _clock(b * 5)) for a, b in zip(edges[::2], edges[1::2], strict=True))
    policy = BookingPolicy(
        start_every=draw(st.sampled_from([5, 10, 15, 20, 30, 60])),
        lead_minutes=draw(st.integers(0, 300)),
        last_start_before_close=draw(st.integers(0, 90)),
        horizon_days=draw(st.integers(1, 60)),
        benches=draw(st.integers(1, 2)),
        on_site_surcharge=SHOP.booking.on_site_surcharge,
        travel_buffer=draw(st.integers(0, 12)) * 5,
    )
    return a_shop(hours=dict.fromkeys(range(7), stretches), booking=policy)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Shop, OwnerState, date, int, Mapping[int, frozenset[int]], datetime, ServiceMode]:
    day = draw(DAYS)
    midnight = datetime.combine(day, time(), tzinfo=NEW_YORK).astimezone(UTC)
    around = st.integers(-26 * 60, 26 * 60).map(lambda minutes: midnight + timedelta(minutes=minutes))
    state = OwnerState(mode=draw(st.sampled_from(Mode)), until=draw(st.none() | around))
    taken = {bench: frozenset(draw(st.sets(st.integers(0, 287).map(lambda cell: cell * 5)))) for bench in (0, 1)}
    minutes = draw(st.integers(1, 180))
    return draw(shops()), state, day, minutes, taken, draw(around), draw(st.sampled_from(ServiceMode))


@given(cases())
@settings(max_examples=300)
@example(
    (
        a_shop(hours={6: (Hours(time(0), time(6)),)}),
        OwnerState(),
        SPRING,
        120,
        {},
        datetime(2026, 3, 1, tzinfo=UTC),
        ServiceMode.IN_SHOP,
    )
)
def test_every_opening_keeps_every_rule(
    case: tuple[Shop, OwnerState, date, int, Mapping[int, frozenset[int]], datetime, ServiceMode],
) -> None:
    shop, state, day, minutes, taken, now, service_mode = case
    found = day_openings(shop, state, day, minutes, taken, now=now, service_mode=service_mode)
    assert list(found) == sorted(found, key=lambda each: each.start.timestamp())
    for each in found:
        _assert_on_the_clock(shop, day, each)
        _assert_free(shop, day, each, taken, service_mode)
        _assert_after_everything(shop, state, each, now, service_mode)


def _travel(shop: Shop, service_mode: ServiceMode) -> int:
    return shop.booking.travel_buffer if service_mode is ServiceMode.ON_SITE else 0


def _assert_on_the_clock(shop: Shop, day: date, each: Opening) -> None:
    assert each.start.tzinfo is NEW_YORK
    assert each.start.date() == day
    assert minute_of_day(each.start) % shop.booking.start_every == 0
    assert each.start.astimezone(UTC).astimezone(NEW_YORK).replace(tzinfo=None) == each.start.replace(tzinfo=None)


def _assert_free(
    shop: Shop, day: date, each: Opening, taken: Mapping[int, frozenset[int]], service_mode: ServiceMode
) -> None:
    start, travel = minute_of_day(each.start), _travel(shop, service_mode)
    claimed = {minute // 5 * 5 for minute in range(start - travel, start + each.minutes + travel)}
    assert each.bench in range(shop.booking.benches)
    assert not claimed & taken.get(each.bench, frozenset())
    assert any(
        _minute(stretch.opens) <= min(claimed)
        and start + each.minutes + travel <= _minute(stretch.closes)
        and start <= _minute(stretch.closes) - shop.booking.last_start_before_close
        for stretch in hours_on(shop, day).stretches
    )


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _assert_after_everything(
    shop: Shop, state: OwnerState, each: Opening, now: datetime, service_mode: ServiceMode
) -> None:
    leaves = each.start.astimezone(UTC) - timedelta(minutes=_travel(shop, service_mode))
    assert leaves >= now + timedelta(minutes=shop.booking.lead_minutes)
    in_force = state.until is None or now < state.until
    if in_force and state.mode is not Mode.WORK:
        assert leaves >= state.until if state.until else each.start.date() > now.astimezone(NEW_YORK).date()
    elapsed = (each.start + timedelta(minutes=each.minutes)).timestamp() - each.start.timestamp()
    assert elapsed >= each.minutes * 60 or each.start.astimezone(UTC) + timedelta(minutes=each.minutes) == _jump(each)


def _jump(each: Opening) -> datetime:
    """Return the moment of the spring jump, at which work may end though its wall clock never shows that time."""
    assert each.start.date() == SPRING
    return datetime(2026, 3, 8, 7, tzinfo=UTC)


@given(DAYS, st.integers(5, 180), st.sets(st.integers(0, 287).map(lambda cell: cell * 5)))
def test_no_free_start_is_kept_back_in_a_shop_that_never_closes(day: date, minutes: int, taken: set[int]) -> None:
    policy = replace(SHOP.booking, last_start_before_close=0, lead_minutes=0)
    shop = a_shop(hours=dict.fromkeys(range(7), (Hours(time(3), time(23, 55)),)), booking=policy)
    now = datetime.combine(day, time(), tzinfo=NEW_YORK) - timedelta(days=2)
    found = {minute_of_day(each.start) for each in day_openings(shop, OwnerState(), day, minutes, {0: taken}, now=now)}
    for start in range(180, 1435 - minutes + 1, 15):
        is_free = not {minute // 5 * 5 for minute in range(start, start + minutes)} & taken
        assert (start in found) is is_free


@given(cases(), st.integers(0, 1439), st.integers(0, 4))
@settings(max_examples=60)
def test_no_opening_lies_nearer_than_the_nearest(
    case: tuple[Shop, OwnerState, date, int, Mapping[int, frozenset[int]], datetime, ServiceMode],
    minute: int,
    count: int,
) -> None:
    shop, state, day, minutes, taken, now, service_mode = case
    found = day_openings(shop, state, day, minutes, taken, now=now, service_mode=service_mode)
    wanted = datetime.combine(day, _clock(minute), tzinfo=NEW_YORK)
    chosen = nearest(found, wanted, count)
    distances = sorted(abs(each.start.timestamp() - wanted.timestamp()) for each in found)
    assert sorted(abs(each.start.timestamp() - wanted.timestamp()) for each in chosen) == distances[:count]


@given(cases())
@settings(max_examples=60)
def test_booking_all_that_is_left_leaves_nothing(
    case: tuple[Shop, OwnerState, date, int, Mapping[int, frozenset[int]], datetime, ServiceMode],
) -> None:
    shop, state, day, minutes, taken, now, service_mode = case
    calendar = {bench: set(gone) for bench, gone in taken.items()}
    found = day_openings(shop, state, day, minutes, calendar, now=now, service_mode=service_mode)
    for each in bookable_together(shop, found, service_mode):
        span = set(claimed_cells(shop, minute_of_day(each.start), minutes, service_mode))
        assert not calendar[each.bench] & span
        calendar[each.bench] |= span
    assert day_openings(shop, state, day, minutes, calendar, now=now, service_mode=service_mode) == ()
