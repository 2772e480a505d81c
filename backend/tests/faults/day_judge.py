"""A judge of LINDA's days that shares no rule with her: figures copied by hand, arithmetic of its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise

from linda.bootstrap import Linda
from linda.records.counters import Counter
from linda.records.leads import Lead
from linda.records.schedule import Booking

PRICES = {
    "iphone_screen": 7900,
    "samsung_screen": 8900,
    "battery": 4900,
    "charging_port": 5900,
    "back_glass": 6900,
    "water_damage": 3900,
    "diagnostics": 0,
    "remote_diagnostic": 0,
}
MINUTES = {
    "iphone_screen": 45,
    "samsung_screen": 45,
    "battery": 30,
    "charging_port": 40,
    "back_glass": 45,
    "water_damage": 30,
    "diagnostics": 15,
    "remote_diagnostic": 15,
}
ADD_ONS = {1500, 2500}
ON_SITE, TRAVEL = 2000, 30
OPENS, LAST_START, CLOSES, GRID, LEAD_MINUTES, HORIZON = 540, 960, 1020, 15, 30, 30
CAP, FLOOR, BUDGET, MOST_AHEAD = 15, 70, 6000, 3
SUNDAY = 6

_DOLLARS = re.compile(r"\$ ?([0-9][0-9,]*(?:\.[0-9]+)?)")
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d\d))? ?([AP])\.?M\b", re.IGNORECASE)
_PERCENT = re.compile(r"(\d+) ?(?:%|percent)")
_LEFT = re.compile(r"\b(\d+) (?:more )?(?:openings?|spots?|slots?|times?) (?:left|open|free)")


def every_booking(linda: Linda, today: date) -> dict[str, Booking]:
    """Return all bookings from yesterday to far beyond the horizon, by id."""
    days = (today + timedelta(days=ahead) for ahead in range(-1, HORIZON + 10))
    return {each.booking_id: each for day in days for each in linda.records.schedule.bookings(day)}


def judge_place(booking: Booking, now: datetime, back: datetime | None = None) -> None:
    """Fail unless `booking` starts where the shop lets a booking made at `now` start; `back`: when the owner is."""
    day = date.fromisoformat(booking.day)
    travel = TRAVEL if booking.service_mode == "on_site" else 0
    begins = datetime.combine(day, datetime.min.time(), tzinfo=now.tzinfo) + timedelta(minutes=booking.starts - travel)
    assert day.weekday() != SUNDAY, booking
    assert booking.starts % GRID == 0, booking
    assert OPENS + travel <= booking.starts <= LAST_START, booking
    assert booking.starts + booking.minutes + travel <= CLOSES, booking
    assert begins >= now + timedelta(minutes=LEAD_MINUTES), booking
    assert day <= now.date() + timedelta(days=HORIZON), booking
    assert back is None or begins >= back, booking
    assert booking.minutes == sum(MINUTES[each] for each in booking.services), booking


def judge_price(booking: Booking) -> None:
    """Fail unless the price is the price book's, less at most the cap and never under the floor."""
    full = sum(PRICES[each] for each in booking.services)
    fees = sum(PRICES[each] for each in booking.services if each == "water_damage")
    surcharge = ON_SITE if booking.service_mode == "on_site" else 0
    percent = booking.discount_percent
    assert type(percent) is int, booking
    assert 0 <= percent <= CAP, booking
    off = ((full - fees) * percent + 50) // 100
    assert booking.price == full + surcharge - off, booking
    assert (full - fees - off) * 100 >= (full - fees) * FLOOR, booking
    assert "remote_diagnostic" not in booking.services or booking.service_mode != "on_site", booking
    assert booking.service_mode != "remote" or set(booking.services) == {"remote_diagnostic"}, booking


def judge_calendar(bookings: Iterable[Booking]) -> None:
    """Fail when two bookings share a minute of the one bench, travel included."""
    spans = sorted((each.day, *_span(each), each.code) for each in bookings)
    for one, other in pairwise(spans):
        assert one[0] != other[0] or one[2] <= other[1], (one, other)


def judge_money(linda: Linda, bookings: Iterable[Booking], today: date) -> None:
    """Fail when more than the day's budget was given away, in promises or in bookings."""
    promised = Counter(linda.records.store, "discount", today.isoformat()).value()
    given = sum(_given(each) for each in bookings)
    assert 0 <= promised <= BUDGET, promised
    assert given <= promised, (given, promised)


def free_starts(bookings: Iterable[Booking], now: datetime) -> dict[date, set[int]]:
    """Return the minutes of day at which a quarter of an hour is free, for every day up to the horizon."""
    taken = [(each.day, *_span(each)) for each in bookings]
    found: dict[date, set[int]] = {}
    for ahead in range(HORIZON + 1):
        day = now.date() + timedelta(days=ahead)
        soonest = now.hour * 60 + now.minute + LEAD_MINUTES if not ahead else 0
        busy = [(begins, ends) for on, begins, ends in taken if on == day.isoformat()]
        grid = range(OPENS, LAST_START + 1, GRID) if day.weekday() != SUNDAY else ()
        free = {each for each in grid if all(each + GRID <= begins or ends <= each for begins, ends in busy)}
        found[day] = {each for each in free if each >= soonest}
    return found


def judge_reply(reply: str, lead: Lead, bookings: Iterable[Booking], free: Mapping[date, set[int]]) -> None:
    """Fail when `reply` holds an amount, a percentage, a count or a time of day that is not so.

    `free` is what `free_starts` found: at no other time can there be an opening, whatever the work.
    """
    own = [each for each in bookings if each.customer == lead.phone]
    assert int((lead.discount or {}).get("percent", 0)) <= CAP, lead.discount
    percents = {int((lead.discount or {}).get("percent", 0)), CAP, *(each.discount_percent for each in own)}
    quoted = lead.quote or {}
    amounts = {*PRICES.values(), *ADD_ONS, ON_SITE, *(each.price for each in own), *(map(_given, own))}
    amounts |= {quoted[key] for key in ("total_cents", "full_price_cents", "discount_cents") if key in quoted}
    amounts |= {price + ON_SITE for price in PRICES.values()}
    amounts |= {price - (price * percent + 50) // 100 for price in list(amounts) for percent in percents}
    amounts |= {lead.approval["wanted"]} if lead.approval and "I've asked" in reply else set()
    assert set(_amounts(reply)) <= amounts, reply
    assert {int(each) for each in _PERCENT.findall(reply)} <= percents - {0}, reply
    starts = set[int]().union(*free.values()) | {OPENS, CLOSES} | {each.starts for each in own}
    denied = any(word in reply for word in ("not available", "not open", "booked", "past"))
    assert denied or set(_clocks(reply)) <= starts, reply
    assert all(int(each) <= max(map(len, free.values())) for each in _LEFT.findall(reply)), reply


def _span(booking: Booking) -> tuple[int, int]:
    travel = TRAVEL if booking.service_mode == "on_site" else 0
    return booking.starts - travel, booking.starts + booking.minutes + travel


def _given(booking: Booking) -> int:
    full = sum(PRICES[each] for each in booking.services)
    return full + (ON_SITE if booking.service_mode == "on_site" else 0) - booking.price


def _amounts(text: str) -> Iterator[int]:
    for said in _DOLLARS.findall(text):
        yield round(float(said.replace(",", "")) * 100)


def _clocks(text: str) -> Iterator[int]:
    for hour, minute, half in _CLOCK.findall(text):
        yield int(hour) % 12 * 60 + int(minute or 0) + (720 if half in "Pp" else 0)
