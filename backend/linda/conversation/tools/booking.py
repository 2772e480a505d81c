"""Bookings: make, move, cancel, look up. Slots and booking are one transaction; the customer is the channel's."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Kind, Outcome, done, refused
from linda.conversation.tools.availability import not_free
from linda.conversation.tools.reading import (
    Job,
    job_quote,
    opening_words,
    quote_evidence,
    read_clock,
    read_day,
    read_job,
    read_mode,
    read_moment,
)
from linda.domain.errors import Conflict, Refused
from linda.domain.ids import booking_code, booking_id
from linda.domain.money import Cents
from linda.domain.openings import Opening, claimed_cells, minute_of_day
from linda.domain.quotes import Quote
from linda.domain.shop import ServiceMode
from linda.records.schedule import Booking, book, move, release

MOST_BOOKINGS = 3
"""One customer's bookings ahead, so that nobody empties the calendar from one phone."""


@dataclass(frozen=True, slots=True)
class BookSlotArguments(Arguments):
    """Book an opening for this customer. Only after he agreed to this day and time.

    date: YYYY-MM-DD. time: HH:MM or 2:30 PM, exactly an opening of check_availability. repair_type: an id of the
    price book (several joined by +). device: as the customer names it. name: his name if he said it, else null.
    service_mode: in_shop, on_site or remote; null means in_shop.
    """

    date: str
    time: str
    repair_type: str
    device: str
    name: str | None = None
    service_mode: str | None = None


@dataclass(frozen=True, slots=True)
class BookSlot:
    """Books an opening, or answers the two nearest ones."""

    desk: Desk
    name: ClassVar[str] = "book_slot"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = BookSlotArguments

    def run(self, arguments: BookSlotArguments) -> Outcome:
        """Book it: the price is the price book's with the discount this customer was promised."""
        desk, mode = self.desk, read_mode(arguments.service_mode)
        wanted = read_moment(desk, read_day(arguments.date), read_clock(arguments.time))
        job = read_job(desk, arguments.repair_type, arguments.device)
        if not job.services:
            return refused("That repair has no fixed price: book diagnostics (free) instead.", instead="diagnostics")
        self._check_limits()
        price = job_quote(desk, job, mode)
        free = next((each for each in desk.openings(wanted.date(), price.minutes, mode) if each.start == wanted), None)
        if free is None:
            return not_free(desk, wanted, price.minutes, mode)
        name = (arguments.name or desk.facts.name or "").strip()[:60]
        booking = _booking(desk, free, job, price, mode, name=name)
        changes = {"bookings": (*desk.lead.bookings, booking.reference), "status": "booked"}
        writes = book(booking, desk.now_ms, may_replace=desk.hold_owner)
        try:
            return desk.record(self.name, arguments.as_given(), booked(desk, booking), changes, writes)
        except Conflict:
            return not_free(desk, wanted, price.minutes, mode)

    def _check_limits(self) -> None:
        if any(entry["tool"] == self.name for entry in self.desk.lead.effects):
            raise Refused("One booking a message: the first one stands.")
        if len(self.desk.bookings()) >= MOST_BOOKINGS:
            raise Refused(f"There are {MOST_BOOKINGS} bookings for this number already; move or drop one first.")


@dataclass(frozen=True, slots=True)
class MoveBookingArguments(Arguments):
    """Move this customer's booking to another opening. Only after he agreed to the new day and time.

    date: YYYY-MM-DD. time: HH:MM or 2:30 PM, exactly an opening of check_availability. booking_code: which booking,
    when he has several (see my_bookings), else null.
    """

    date: str
    time: str
    booking_code: str | None = None


@dataclass(frozen=True, slots=True)
class MoveBooking:
    """Moves the customer's own booking; the old place is freed in the same write."""

    desk: Desk
    name: ClassVar[str] = "move_booking"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = MoveBookingArguments

    def run(self, arguments: MoveBookingArguments) -> Outcome:
        """Move it, or answer the two nearest openings."""
        desk = self.desk
        old = own_booking(desk, arguments.booking_code)
        mode = ServiceMode(old.service_mode)
        wanted = read_moment(desk, read_day(arguments.date), read_clock(arguments.time))
        openings = desk.openings(wanted.date(), old.minutes, mode, but_for=old.booking_id)
        free = next((each for each in openings if each.start == wanted), None)
        if free is None:
            return not_free(desk, wanted, old.minutes, mode, but_for=old.booking_id)
        new = _placed(desk, old, free, mode)
        kept = [each for each in desk.lead.bookings if each["booking_id"] != old.booking_id]
        outcome = booked(desk, new, moved_from=f"{old.day} {opening_words([_opening(desk, old)])[0]}")
        writes = move(old, new, desk.now_ms, may_replace=desk.hold_owner)
        try:
            changes = {"bookings": (*kept, new.reference)}
            return desk.record(self.name, arguments.as_given(), outcome, changes, writes)
        except Conflict:
            return not_free(desk, wanted, old.minutes, mode, but_for=old.booking_id)


@dataclass(frozen=True, slots=True)
class CancelBookingArguments(Arguments):
    """Cancel this customer's booking. Only when he clearly asked for it.

    booking_code: which booking, when he has several (see my_bookings), else null.
    """

    booking_code: str | None = None


@dataclass(frozen=True, slots=True)
class CancelBooking:
    """Cancels the customer's own booking and frees its place."""

    desk: Desk
    name: ClassVar[str] = "cancel_booking"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = CancelBookingArguments

    def run(self, arguments: CancelBookingArguments) -> Outcome:
        """Cancel it."""
        desk = self.desk
        old = own_booking(desk, arguments.booking_code)
        kept = tuple(each for each in desk.lead.bookings if each["booking_id"] != old.booking_id)
        outcome = done(_booking_evidence(desk, old), cancelled=True, **booking_data(desk, old))
        changes = {"bookings": kept, "status": "booked" if kept else "cancelled"}
        return desk.record(self.name, arguments.as_given(), outcome, changes, release(old.claim))


@dataclass(frozen=True, slots=True)
class MyBookingsArguments(Arguments):
    """Look up the bookings of the customer who is writing, with their codes."""


@dataclass(frozen=True, slots=True)
class MyBookings:
    """Answers the customer's own bookings that are still ahead."""

    desk: Desk
    name: ClassVar[str] = "my_bookings"
    kind: ClassVar[Kind] = Kind.READ
    arguments: ClassVar[type[Arguments]] = MyBookingsArguments

    def run(self, arguments: MyBookingsArguments) -> Outcome:
        """Return them by time."""
        found = self.desk.bookings()
        evidence = Evidence()
        for each in found:
            evidence = evidence | _booking_evidence(self.desk, each)
        return done(evidence, bookings=[booking_data(self.desk, each) for each in found])


def own_booking(desk: Desk, code: str | None) -> Booking:
    """Return the customer's booking with this code, or his only one; raises `Refused` when it is not clear."""
    found = desk.bookings()
    if not found:
        raise Refused("There is no booking under this number.")
    if code is None and len(found) > 1:
        raise Refused("There are several bookings: say which one, by its code.")
    chosen = next((each for each in found if code in {None, each.code}), None)
    if chosen is None:
        raise Refused("There is no booking with that code under this number.")
    return chosen


def booked(desk: Desk, booking: Booking, **more: Any) -> Outcome:
    """Return the outcome that tells of `booking`."""
    return done(_booking_evidence(desk, booking), booked=True, **booking_data(desk, booking), **more)


def booking_data(desk: Desk, booking: Booking) -> dict[str, Any]:
    """Return a booking as JSON for a model: day, time, code, what, how long, cents."""
    return {
        "date": booking.day,
        "time": opening_words([_opening(desk, booking)])[0],
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


def _opening(desk: Desk, booking: Booking) -> Opening:
    return Opening(start_of(desk, booking), booking.minutes, booking.bench)


def _booking_evidence(desk: Desk, booking: Booking) -> Evidence:
    start = start_of(desk, booking)
    price = quote_evidence(_booking_quote(desk, booking))
    return price | Evidence(
        prices=frozenset({Cents(booking.price)}),
        moments=frozenset({start, start + timedelta(minutes=booking.minutes)}),
        days=frozenset({start.date()}),
        minutes=frozenset({booking.minutes}),
    )


def _booking_quote(desk: Desk, booking: Booking) -> Quote:
    job = Job(booking.device, None, booking.services)
    return job_quote(desk, job, ServiceMode(booking.service_mode))


def _booking(desk: Desk, free: Opening, job: Job, price: Quote, mode: ServiceMode, *, name: str) -> Booking:
    day, starts = free.start.date(), minute_of_day(free.start)
    span = claimed_cells(desk.shop, starts, price.minutes, mode)
    key = booking_id(desk.sids[0], day, starts)
    return Booking(
        booking_id=key,
        code=booking_code(key),
        lead_id=desk.lead.lead_id,
        customer=desk.lead.phone,
        day=day.isoformat(),
        starts=starts,
        minutes=price.minutes,
        bench=free.bench,
        claim_from=span.start,
        claim_minutes=span.stop - span.start,
        services=job.services,
        device=job.device,
        price=price.total,
        service_mode=mode.value,
        name=name,
        discount_percent=price.discount_percent,
        created_at=desk.now_ms,
        source=desk.lead.channel,
    )


def _placed(desk: Desk, old: Booking, free: Opening, mode: ServiceMode) -> Booking:
    starts = minute_of_day(free.start)
    span = claimed_cells(desk.shop, starts, old.minutes, mode)
    return replace(
        old,
        day=free.start.date().isoformat(),
        starts=starts,
        bench=free.bench,
        claim_from=span.start,
        claim_minutes=span.stop - span.start,
    )
