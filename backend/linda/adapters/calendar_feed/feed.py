"""Bookings and blocked time as one iCalendar, for the calendar program on the owner's own phone; one for a customer's.

Whoever has the link reads it, so it says what the owner needs at the bench and no customer's number.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from linda.domain.hours import wall_moment
from linda.domain.money import Cents, price_words
from linda.domain.shop import ServiceMode, Shop
from linda.records.schedule import BENCH_BASE, Booking
from linda.records.store import Item

ASK_AGAIN = timedelta(minutes=15)

_WHERE = {ServiceMode.ON_SITE: "at the customer's place", ServiceMode.REMOTE: "over the phone"}


def calendar_feed(shop: Shop, rows: Iterable[Item], first: date, last: date) -> str:
    """Return the calendar of the `rows` of the schedule from day `first` to day `last`."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//LINDA//Bookings//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(shop.name))
    calendar.add("x-wr-timezone", shop.timezone.key)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"value": "DURATION"})
    for event in _events(shop, rows):
        calendar.add_component(event)
    calendar.add_missing_timezones(first_date=first, last_date=last + timedelta(days=366))
    return str(calendar.to_ical().decode())


def appointment(shop: Shop, booking: Booking) -> str:
    """Return `booking` as a calendar file of the customer's."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//LINDA//Appointment//EN")
    calendar.add("method", "PUBLISH")
    event = _event(shop, booking.booking_id, booking.day, booking.starts, booking.minutes)
    event.add("summary", _line(f"{shop.name}: {_repair(shop, booking)}"))
    event.add("description", _line(f"Code {booking.code}, {price_words(Cents(booking.price))}"))
    if booking.service_mode == ServiceMode.IN_SHOP:
        event.add("location", _line(shop.address))
    calendar.add_component(event)
    day = date.fromisoformat(booking.day)
    calendar.add_missing_timezones(first_date=day, last_date=day + timedelta(days=1))
    return str(calendar.to_ical().decode())


def _events(shop: Shop, rows: Iterable[Item]) -> Iterator[Event]:
    blocks = set[str]()
    for row in rows:
        if row["kind"] == "booking":
            yield _booking(shop, Booking.from_item(row))
        elif row["kind"] == "block" and row["owner"] not in blocks:
            blocks.add(row["owner"])  # a block stands on every bench
            yield _block(shop, row)


def _booking(shop: Shop, booking: Booking) -> Event:
    event = _event(shop, booking.booking_id, booking.day, booking.starts, booking.minutes)
    event.add("summary", _line(f"{booking.name or 'Customer'}: {_repair(shop, booking)}"))
    where = _WHERE.get(ServiceMode(booking.service_mode), "in the shop")
    said = f"Code {booking.code}, {price_words(Cents(booking.price))}, {where}"
    event.add("description", _line(said))
    return event


def _repair(shop: Shop, booking: Booking) -> str:
    services = [shop.service(each) for each in booking.services]
    names = (found.name if found else each for found, each in zip(services, booking.services, strict=True))
    return f"{booking.device}, {' and '.join(names)}"


def _block(shop: Shop, row: Item) -> Event:
    event = _event(shop, row["owner"], row["day"], row["slot"] // BENCH_BASE, row["minutes"])
    event.add("summary", _line(row.get("note") or "Time off"))
    return event


def _event(shop: Shop, uid: str, on: str, minute: int, minutes: int) -> Event:
    day = date.fromisoformat(on)
    midnight = datetime.combine(day, time(), tzinfo=shop.timezone)
    starts = wall_moment(shop, day, minute) or midnight + timedelta(minutes=minute)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", starts.astimezone(UTC))  # stays the same as long as the event does
    event.add("dtstart", starts)
    event.add("dtend", (starts.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(shop.timezone))
    return event


def _line(text: str) -> str:
    """Return `text` without letters that would break a line of the file."""
    return "".join(each for each in text if each.isprintable())
