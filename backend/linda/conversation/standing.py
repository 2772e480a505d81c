"""Where a conversation stands, for the owner who looks at the list."""

from datetime import date
from enum import StrEnum

from linda.records.leads import Lead


class Standing(StrEnum):
    """Who has the conversation now."""

    WAITING = "waiting"
    LINDA = "linda"
    OWNER = "owner"
    BOOKED = "booked"
    DONE = "done"
    OPTED_OUT = "opted_out"


SAYS = {
    Standing.WAITING: "Waiting for you",
    Standing.LINDA: "LINDA is on it",
    Standing.OWNER: "You have it",
    Standing.BOOKED: "Booked",
    Standing.DONE: "Done",
    Standing.OPTED_OUT: "Opted out",
}


def standing(lead: Lead, now_ms: int, today: date) -> Standing:
    """Return where the conversation with `lead` stands at `now_ms` (epoch ms) on the shop's day `today`."""
    if lead.approval or lead.handed_over or lead.trouble:
        return Standing.WAITING
    if lead.opted_out_at:
        return Standing.OPTED_OUT
    if lead.taken_over_until > now_ms:
        return Standing.OWNER
    if is_done(lead):
        return Standing.DONE
    return Standing.BOOKED if comes(lead, today) else Standing.LINDA


def is_done(lead: Lead) -> bool:
    """Tell whether the owner has closed it and nothing came since."""
    return 0 < lead.last_activity <= lead.done_at


def comes(lead: Lead, today: date) -> bool:
    """Tell whether something is booked from the shop's day `today` on."""
    return any(each["day"] >= today.isoformat() for each in lead.bookings)
