"""What a customer can do with the bookings he has: look them up, move one, cancel one."""

from dataclasses import dataclass, replace
from typing import ClassVar

from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Kind, Outcome, done
from linda.conversation.tools.availability import not_free
from linda.conversation.tools.booked import booked, booking_data, booking_evidence, booking_quote, opening_of
from linda.conversation.tools.by_text import CANCELLED, MOVED, text_of_booking
from linda.conversation.tools.pricing import spent_promise
from linda.conversation.tools.reading import opening_words, read_clock, read_day, read_moment
from linda.domain.errors import Conflict, Refused
from linda.domain.money import Cents
from linda.domain.openings import Opening, claimed_cells, minute_of_day
from linda.domain.shop import ServiceMode
from linda.records.schedule import Booking, move, release


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
        free = desk.opening(wanted, old.minutes, mode, but_for=old.booking_id)
        if free is None:
            return not_free(desk, wanted, old.minutes, mode, but_for=old.booking_id)
        new = _placed(desk, old, free, mode)
        kept = [each for each in desk.lead.bookings if each["booking_id"] != old.booking_id]
        outcome = booked(desk, new, moved_from=f"{old.day} {opening_words([opening_of(desk, old)])[0]}")
        writes = move(old, new, desk.now_ms, may_replace=desk.hold_owner)
        try:
            changes = {"bookings": (*kept, new.reference)}
            texted = text_of_booking(desk, new, MOVED)
            return desk.record(self.name, arguments.as_given(), outcome, changes, [*writes, *texted])
        except Conflict:
            if desk.opening(wanted, old.minutes, mode, but_for=old.booking_id):
                raise  # what changed is the booking, or another bench is free: the tool is run once more
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
        outcome = done(booking_evidence(desk, old), cancelled=True, **booking_data(desk, old))
        changes = {"bookings": kept, "status": "booked" if kept else "cancelled"}
        price = booking_quote(desk, old)
        promise, _ = spent_promise(desk, Cents(-price.discount if price else 0))
        writes = [*release(old.claim), *text_of_booking(desk, old, CANCELLED)]
        return desk.record(self.name, arguments.as_given(), outcome, {**changes, **promise}, writes)


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
            evidence = evidence | booking_evidence(self.desk, each)
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
