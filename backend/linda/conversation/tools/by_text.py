"""What a visitor of the web page needs a number for: to hold a time for longer, to book, and to have it in a text."""

from linda.conversation.desk import Desk
from linda.conversation.toolbox import Outcome, refused
from linda.conversation.tools.booked import start_of
from linda.conversation.who import number_of
from linda.domain.ids import lead_id
from linda.domain.money import Cents, price_words
from linda.domain.time_words import clock_time, date_words
from linda.domain.visitor import is_visitor
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.records.schedule import Booking
from linda.records.store import Write

CONFIRM_FIRST = "To book here, confirm your number first: tap Confirm my number."


def is_unconfirmed(desk: Desk) -> bool:
    """Tell whether this customer is a visitor of the web page who has confirmed no number."""
    return not number_of(desk.lead)


def confirm_first() -> Outcome:
    """Return the refusal of what needs a number, with what there is to do."""
    return refused(CONFIRM_FIRST, confirm_number=True)


def text_of_booking(desk: Desk, booking: Booking, done: str) -> list[Write]:
    """Return the writes that text a visitor what was `done` ("Booked") with `booking`, at the number he confirmed.

    Who texts himself reads it in the conversation, and who wants no texts gets none.
    """
    lead, number = desk.lead, number_of(desk.lead)
    if not is_visitor(lead.phone) or not number:
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
    return (
        f"{done} at {desk.shop.name}: {when}, {job}, {price_words(Cents(booking.price))}, code {booking.code}. "
        "To change it, write in the same chat. Reply STOP for no texts."
    )
