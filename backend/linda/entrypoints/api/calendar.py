"""The calendar of some days: bookings, holds, what the owner took off, and when he is away."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Literal

from pydantic import BaseModel

from linda.conversation.who import name_of
from linda.domain.hours import hours_on, wall_moment
from linda.domain.shop import Mode
from linda.entrypoints.api.appointments import add_ons_of
from linda.entrypoints.api.parts import Parts
from linda.records import epoch_ms
from linda.records.schedule import BENCH_BASE, Booking
from linda.records.store import Item

HOLDS = "hold#"


class Stretch(BaseModel):
    """Opening time of a day, on the shop's clock (HH:MM)."""

    opens: str
    closes: str


class CalendarItem(BaseModel):
    """Something that takes time."""

    id: str
    kind: Literal["booking", "hold", "block", "away"]
    starts: datetime
    ends: datetime
    title: str
    detail: str = ""
    price_cents: int | None = None
    code: str | None = None
    conversation_id: str | None = None
    add_ons: list[str] = []
    service_mode: str = ""
    note: str = ""


class Day(BaseModel):
    """One day of the shop."""

    date: date
    is_open: bool
    reason: str
    hours: list[Stretch]
    items: list[CalendarItem]


class Calendar(BaseModel):
    """Days in order."""

    days: list[Day]


def day_of(parts: Parts, day: date) -> Day:
    """Return one day of the calendar."""
    hours = hours_on(parts.shop, day)
    now = epoch_ms(parts.clock)
    rows = [each for each in parts.records.schedule.rows(day) if each.get("held_until", now) >= now]
    items = [*_claimed(parts, day, rows), *_away(parts, day)]
    return Day(
        date=day,
        is_open=bool(hours.stretches),
        reason=hours.reason,
        hours=[Stretch(opens=f"{each.opens:%H:%M}", closes=f"{each.closes:%H:%M}") for each in hours.stretches],
        items=sorted(items, key=lambda each: (each.starts, each.id)),
    )


def _claimed(parts: Parts, day: date, rows: list[Item]) -> Iterator[CalendarItem]:
    seen = set[str]()
    for row in rows:
        if row["kind"] == "booking":
            yield _booking(parts, day, Booking.from_item(row))
        elif row["kind"] != "cell" and row["owner"] not in seen:
            seen.add(row["owner"])  # a block stands on every bench
            starts, ends = _span(parts, day, row["slot"] // BENCH_BASE, row["minutes"])
            yield _block(row, starts, ends) if row["kind"] == "block" else _hold(parts, row["owner"], starts, ends)


def _booking(parts: Parts, day: date, booking: Booking) -> CalendarItem:
    starts, ends = _span(parts, day, booking.starts, booking.minutes)
    lead = parts.records.leads.get_by_id(booking.lead_id)
    services = [parts.shop.service(each) for each in booking.services]
    kinds = " and ".join(dict.fromkeys(each.repair.replace("_", " ") for each in services if each))
    return CalendarItem(
        id=booking.booking_id,
        kind="booking",
        starts=starts,
        ends=ends,
        title=booking.name or (name_of(lead) if lead else booking.customer),
        detail=" ".join(filter(None, [booking.device, kinds])),
        price_cents=booking.price,
        code=booking.code,
        conversation_id=booking.lead_id,
        add_ons=add_ons_of(parts, lead),
        service_mode=booking.service_mode,
    )


def _block(row: Item, starts: datetime, ends: datetime) -> CalendarItem:
    return CalendarItem(id=row["owner"], kind="block", starts=starts, ends=ends, title=row["note"] or "Time off")


def _hold(parts: Parts, owner: str, starts: datetime, ends: datetime) -> CalendarItem:
    lead = parts.records.leads.get_by_id(owner.removeprefix(HOLDS))
    title = f"Held for {name_of(lead)}" if lead else "Held"
    conversation = lead.lead_id if lead else None
    return CalendarItem(id=owner, kind="hold", starts=starts, ends=ends, title=title, conversation_id=conversation)


def _away(parts: Parts, day: date) -> Iterator[CalendarItem]:
    """Yield the time in which the owner's mode keeps openings back; with no end, all that is left of today."""
    now = parts.clock.now()
    state, local = parts.records.states.current().at(now), now.astimezone(parts.shop.timezone)
    if state.mode is Mode.WORK or not parts.shop.modes[state.mode].openings_after_until or day < local.date():
        return
    midnight = datetime.combine(day, time(), tzinfo=parts.shop.timezone)
    ends = midnight + timedelta(days=1)
    if state.until:
        ends = min(ends, state.until.astimezone(parts.shop.timezone))
    starts = max(midnight, local)
    if starts < ends and (state.until or day == local.date()):
        title = f"Away: {state.note or state.mode.value.lower()}"
        yield CalendarItem(id=f"away-{day}", kind="away", starts=starts, ends=ends, title=title)


def _span(parts: Parts, day: date, minute: int, minutes: int) -> tuple[datetime, datetime]:
    midnight = datetime.combine(day, time(), tzinfo=parts.shop.timezone)
    starts = wall_moment(parts.shop, day, minute) or midnight + timedelta(minutes=minute)
    return starts, starts + timedelta(minutes=minutes)
