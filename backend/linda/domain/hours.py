"""When the shop is open: its week, its special days, its holidays. Days are local days, moments are aware."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from linda.domain.public_holidays import public_holidays
from linda.domain.shop import Hours, Shop
from linda.domain.time_words import hours_words

LOOK_AHEAD_DAYS = 370


@dataclass(frozen=True, slots=True)
class DayHours:
    """The opening times of one day; `reason` names the closure or holiday when the week's hours don't hold."""

    stretches: tuple[Hours, ...]
    reason: str = ""


def hours_on(shop: Shop, day: date) -> DayHours:
    """Return the hours of `day`: special hours first, then closures, then holidays, then the week's."""
    if day in shop.special_hours:
        return DayHours(shop.special_hours[day])
    if day in shop.closures:
        return DayHours((), shop.closures[day])
    holiday = _holiday_on(shop, day)
    return DayHours((), holiday) if holiday else DayHours(shop.hours.get(day.weekday(), ()))


def wall_moment(shop: Shop, day: date, minute: int) -> datetime | None:
    """Return the aware moment when the shop's clock shows `minute` of `day`, or None when it never does.

    In the night the clocks go back the first of the two moments counts. `minute` may be 1440, the day's end.
    """
    midnight = datetime.combine(day, time(), tzinfo=shop.timezone)
    local = midnight + timedelta(minutes=minute)
    if not _clock_jumps(shop.timezone, day):
        return local
    seen = local.astimezone(UTC).astimezone(shop.timezone)
    return local if seen.replace(tzinfo=None) == local.replace(tzinfo=None) else None


def closing_moment(shop: Shop, now: datetime) -> datetime | None:
    """Return when the stretch the shop is open in at the aware `now` ends, or None when it is closed."""
    local = now.astimezone(shop.timezone)
    for stretch in hours_on(shop, local.date()).stretches:
        if stretch.opens <= local.time() < stretch.closes:
            return datetime.combine(local.date(), stretch.closes.replace(fold=local.fold), tzinfo=shop.timezone)
    return None


def is_open(shop: Shop, now: datetime) -> bool:
    """Say whether the hours of the shop cover the aware moment `now`; the owner's state is another matter."""
    return closing_moment(shop, now) is not None


def next_opening_moment(shop: Shop, now: datetime) -> datetime | None:
    """Return the next moment after `now` at which a stretch begins, or None when none does within a year."""
    local = now.astimezone(shop.timezone)
    for ahead in range(LOOK_AHEAD_DAYS):
        day = local.date() + timedelta(days=ahead)
        for stretch in hours_on(shop, day).stretches:
            opens = datetime.combine(day, stretch.opens, tzinfo=shop.timezone)
            if opens.astimezone(UTC) > now:
                return opens
    return None


def day_hours_words(shop: Shop, day: date) -> str:
    """Say the hours of `day`: "9 AM-5 PM", "closed", "closed (Christmas Day)"."""
    hours = hours_on(shop, day)
    words = hours_words(hours.stretches)
    return f"{words} ({hours.reason})" if hours.reason else words


@dataclass(frozen=True, slots=True)
class ProposedHoliday:
    """A public holiday the owner has not decided on; `name` is what goes into `holidays` of the shop file."""

    day: date
    name: str


def propose_holidays(shop: Shop, year: int) -> tuple[ProposedHoliday, ...]:
    """Return the public holidays of `year` on which the shop would open, for the owner to say yes or no to."""
    found = (
        ProposedHoliday(day, name) for day, name in sorted(public_holidays(shop.country, shop.state, year).items())
    )
    return tuple(each for each in found if each.day not in shop.special_hours and hours_on(shop, each.day).stretches)


@lru_cache(maxsize=512)
def _clock_jumps(zone: ZoneInfo, day: date) -> bool:
    midnight = datetime.combine(day, time(), tzinfo=zone)
    return midnight.utcoffset() != (midnight + timedelta(days=1)).utcoffset()


def _holiday_on(shop: Shop, day: date) -> str:
    if not shop.holidays:
        return ""
    names = public_holidays(shop.country, shop.state, day.year).get(day, "").split("; ")
    return next((name for name in names if name in shop.holidays), "")
