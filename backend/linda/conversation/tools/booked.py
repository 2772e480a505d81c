"""How a booking is told: as JSON for a model, and as evidence for the claim checker."""

from datetime import datetime, time, timedelta
from typing import Any

from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Outcome, done
from linda.conversation.tools.reading import opening_words, quote_evidence, read_day, read_moment
from linda.domain.errors import InvalidInput, Refused
from linda.domain.money import Cents
from linda.domain.openings import Opening
from linda.domain.quotes import Quote, quote
from linda.domain.shop import ServiceMode
from linda.records.schedule import Booking


def booked(desk: Desk, booking: Booking, **more: Any) -> Outcome:
    """Return the outcome that tells of `booking`."""
    return done(booking_evidence(desk, booking), booked=True, **booking_data(desk, booking), **more)


def booking_data(desk: Desk, booking: Booking) -> dict[str, Any]:
    """Return a booking as JSON for a model: day, time, code, what, how long, cents."""
    return {
        "date": booking.day,
        "time": opening_words([opening_of(desk, booking)])[0],
        "code": booking.code,
        "services": list(booking.services),
        "device": booking.device,
        "service_mode": booking.service_mode,
        "minutes": booking.minutes,
        "price_cents": booking.price,
        "discount_percent": booking.discount_percent,
    }


def start_of(desk: Desk, booking: Booking) -> datetime:
    """Return the aware moment at which `booking` starts."""
    return read_moment(desk, read_day(booking.day), time(*divmod(booking.starts, 60)))


def opening_of(desk: Desk, booking: Booking) -> Opening:
    """Return the place of `booking` in the calendar."""
    return Opening(start_of(desk, booking), booking.minutes, booking.bench)


def booking_evidence(desk: Desk, booking: Booking) -> Evidence:
    """Return what `booking` entitles to say: when, how long, how much."""
    start = start_of(desk, booking)
    price = booking_quote(desk, booking)
    return (quote_evidence(price) if price else Evidence()) | Evidence(
        prices=frozenset({Cents(booking.price)}),
        moments=frozenset({start, start + timedelta(minutes=booking.minutes)}),
        days=frozenset({start.date()}),
        minutes=frozenset({booking.minutes}),
    )


def booking_quote(desk: Desk, booking: Booking) -> Quote | None:
    """Return how the price of `booking` is made up, or None when the price book has changed too much since."""
    try:
        return quote(
            desk.shop,
            booking.services,
            service_mode=ServiceMode(booking.service_mode),
            discount_percent=booking.discount_percent,
        )
    except (InvalidInput, Refused):
        return None
