"""Making a booking: slots, booking and journal are one transaction; the customer is the channel's."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.toolbox import Kind, Outcome, refused
from linda.conversation.tools.availability import not_free
from linda.conversation.tools.booked import booked
from linda.conversation.tools.by_text import BOOKED, confirm_first, is_unconfirmed, text_of_booking
from linda.conversation.tools.pricing import spent_promise
from linda.conversation.tools.reading import Job, job_quote, read_clock, read_day, read_job, read_mode, read_moment
from linda.domain.errors import Conflict, Refused
from linda.domain.ids import booking_code, booking_id, link_secret
from linda.domain.openings import Opening, claimed_cells, minute_of_day
from linda.domain.quotes import Quote
from linda.domain.shop import ServiceMode
from linda.records.schedule import Booking, book

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
        free = desk.opening(wanted, price.minutes, mode)
        if free is None:
            return not_free(desk, wanted, price.minutes, mode)
        if is_unconfirmed(desk):
            return confirm_first(desk)
        name = (arguments.name or desk.facts.name or "").strip()[:60]
        booking = _booking(desk, free, job, price, mode, name=name)
        changes = {"bookings": (*desk.lead.bookings, booking.reference), "status": "booked", **_named(desk, name)}
        writes = book(booking, desk.now_ms, may_replace=desk.hold_owner)
        promise, beyond = spent_promise(desk, price.discount)
        beside = [*beyond, *text_of_booking(desk, booking, BOOKED)]
        try:
            return desk.record(
                self.name, arguments.as_given(), booked(desk, booking), {**changes, **promise}, [*writes, *beside]
            )
        except Conflict as conflict:
            if conflict.write >= len(writes) or desk.opening(wanted, price.minutes, mode):
                raise  # the day's budget changed meanwhile, so the price may have too; or another bench is free
            return not_free(desk, wanted, price.minutes, mode)

    def _check_limits(self) -> None:
        if self.desk.done_by(self.name):
            raise Refused("One booking a message: the first one stands.")
        if len(self.desk.lead.bookings) >= MOST_BOOKINGS and len(self.desk.bookings()) >= MOST_BOOKINGS:
            raise Refused(f"There are {MOST_BOOKINGS} bookings for this number already; move or drop one first.")


def _named(desk: Desk, name: str) -> Mapping[str, Any]:
    """Return what makes `name` known of a customer who has given none; whoever books by hand knows it."""
    return {"facts": replace(desk.facts, name=name).to_item()} if name and not desk.facts.name else {}


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
        source=desk.channel,
        link_secret=link_secret(),
    )
