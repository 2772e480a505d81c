"""Which starts are really free. Counted from the calendar each time; never remembered, never guessed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from linda.domain.errors import InvalidInput
from linda.domain.hours import hours_on, wall_moment
from linda.domain.owner_state import OwnerState, free_from
from linda.domain.shop import Hours, ServiceMode, Shop

CELL_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """A start that can be booked now: aware, shop zone; `minutes` of work at `bench`; `others` are free then too."""

    start: datetime
    minutes: int
    bench: int
    others: tuple[int, ...] = ()


def cells(start_minute: int, minutes: int) -> range:
    """Return the minutes of day of the five-minute cells that work of `minutes` from `start_minute` takes."""
    return range(start_minute - start_minute % CELL_MINUTES, start_minute + minutes, CELL_MINUTES)


def claimed_cells(shop: Shop, start_minute: int, minutes: int, service_mode: ServiceMode) -> range:
    """Return the cells a booking takes from its bench: the work, and the travel around it when it is on site."""
    buffer = shop.booking.travel_buffer if service_mode is ServiceMode.ON_SITE else 0
    return cells(start_minute - buffer, minutes + 2 * buffer)


def minute_of_day(moment: datetime) -> int:
    """Return the minute of day that the clock of `moment` shows."""
    return moment.hour * 60 + moment.minute


def day_openings(
    shop: Shop,
    state: OwnerState,
    day: date,
    minutes: int,
    taken: Mapping[int, Collection[int]],
    *,
    now: datetime,
    service_mode: ServiceMode = ServiceMode.IN_SHOP,
) -> tuple[Opening, ...]:
    """Return the starts on `day` at which work of `minutes` fits, in order, one for each start.

    `taken` maps a bench (0, 1, ...) to the minute of day of every taken cell. Everything a booking claims, travel
    included, lies within one stretch of opening hours, after the lead time, and after the moment the owner is back.
    A start the clock never shows (spring), or work that a jump of the clock would cut short, is left out.

    Raises:
        InvalidInput: `minutes` is not positive, or `now` has no zone.
    """
    if minutes <= 0 or now.tzinfo is None:
        raise InvalidInput("Openings are for at least one minute of work, seen from a moment with a time zone.")
    today = now.astimezone(shop.timezone).date()
    back = free_from(shop, state, now)
    if (back is None and day == today) or not today <= day <= today + timedelta(days=shop.booking.horizon_days):
        return ()
    notice = now.astimezone(UTC) + timedelta(minutes=shop.booking.lead_minutes)
    not_before = max(notice, back.astimezone(UTC)) if back else notice
    busy = {bench: frozenset(taken.get(bench, ())) for bench in range(shop.booking.benches)}
    found = []
    for start in _starts(shop, day, minutes, service_mode):
        span = claimed_cells(shop, start, minutes, service_mode)
        free = tuple(bench for bench, gone in busy.items() if gone.isdisjoint(span))
        moment = _moment(shop, day, start, span, not_before) if free else None
        if moment is not None:
            found.append(Opening(moment, minutes, free[0], free[1:]))
    return tuple(found)


def _starts(shop: Shop, day: date, minutes: int, service_mode: ServiceMode) -> Iterator[int]:
    for stretch in hours_on(shop, day).stretches:
        yield from _grid(shop, stretch, minutes, service_mode)


def _grid(shop: Shop, stretch: Hours, minutes: int, service_mode: ServiceMode) -> Iterator[int]:
    opens, closes = (at.hour * 60 + at.minute for at in (stretch.opens, stretch.closes))
    step = shop.booking.start_every
    for start in range(-(-opens // step) * step, closes - shop.booking.last_start_before_close + 1, step):
        span = claimed_cells(shop, start, minutes, service_mode)
        if span.start >= opens and span.stop <= closes:
            yield start


def _moment(shop: Shop, day: date, start: int, span: range, not_before: datetime) -> datetime | None:
    moment = wall_moment(shop, day, start)
    begins, last_cell = wall_moment(shop, day, span[0]), wall_moment(shop, day, span[-1])
    if moment is None or begins is None or last_cell is None or begins.timestamp() < not_before.timestamp():
        return None
    is_whole = last_cell.timestamp() - begins.timestamp() >= (span[-1] - span[0]) * 60
    return moment if is_whole else None
