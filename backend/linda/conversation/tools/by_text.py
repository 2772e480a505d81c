"""What a visitor needs a number for: to hold a time for longer, to book, and, like a caller, to have it in a text."""

from linda.conversation.desk import Desk
from linda.conversation.toolbox import Outcome, refused
from linda.conversation.tools.booked import start_of
from linda.conversation.who import number_of
from linda.domain.channel import VOICE
from linda.domain.ids import lead_id
from linda.domain.money import Cents, price_words
from linda.domain.shop import ServiceMode
from linda.domain.time_words import clock_time, date_words
from linda.domain.visitor import is_visitor
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.records.schedule import Booking
from linda.records.store import Write

BOOKED, MOVED, CANCELLED = "Booked", "Moved", "Cancelled"

APPOINTMENT = "/api/public/appointment.ics"
"""Where a booking is a file for the customer's calendar."""

SHOW_NUMBER = "To book by phone, call again with your number shown, or text this number."
CONFIRM_FIRST = "To book here, confirm your number first: tap Confirm my number."


def is_unconfirmed(desk: Desk) -> bool:
    """Tell whether this customer has no number: a visitor who has confirmed none, a caller who withholds his."""
    return not number_of(desk.lead)


def confirm_first(desk: Desk) -> Outcome:
    """Return the refusal of what needs a number, with what there is to do."""
    if desk.channel == VOICE:
        return refused(SHOW_NUMBER)
    return refused(CONFIRM_FIRST, confirm_number=True)


def text_of_booking(desk: Desk, booking: Booking, done: str) -> list[Write]:
    """Return the writes that text a visitor or a caller what was `done` ("Booked") with `booking`.

    Who texts himself reads it in the conversation, and who wants no texts gets none.
    """
    lead, number = desk.lead, number_of(desk.lead)
    if not number or not (is_visitor(lead.phone) or desk.channel == VOICE):
        return []
    own = desk.records.leads.get(number)
    if own is not None and own.opted_out_at:
        return []
    text = OutgoingText(
        key=outgoing_key(f"{done.lower()}#{desk.sids[0]}#{booking.booking_id}"),
        to=number,
        body=_words(desk, booking, done),
        due_at=desk.now_ms,
        created_at=desk.now_ms,
        about=lead_id(number),
    )
    return [enqueue(text)]


def _words(desk: Desk, booking: Booking, done: str) -> str:
    start = start_of(desk, booking)
    kinds = [each.repair.replace("_", " ") for each in map(desk.shop.service, booking.services) if each]
    job = f"{booking.device} {' and '.join(dict.fromkeys(kinds))}".strip()
    when = f"{date_words(start.date())} at {clock_time(start.time())}"
    told = f"{done} at {desk.shop.name}: {when}, {job}, {price_words(Cents(booking.price))}, code {booking.code}. "
    if done != CANCELLED:
        where = f"Where: {desk.shop.address}. " if booking.service_mode == ServiceMode.IN_SHOP else ""
        told += f"{where}For your calendar: {desk.public_url}{APPOINTMENT}?booking={booking.link_key} "
    way = "text or call this number" if desk.channel == VOICE else "write in the same chat"
    return f"{told}To change it, {way}. Reply STOP for no texts."
