"""The things LINDA can do for a customer: the same list for a model, the rules brain and the HTTP API."""

from linda.conversation.desk import Desk
from linda.conversation.toolbox import Tool
from linda.conversation.tools.add_ons import LogUpsell
from linda.conversation.tools.ask_owner import AskOwner
from linda.conversation.tools.availability import CheckAvailability, HoldSlot
from linda.conversation.tools.booking import BookSlot
from linda.conversation.tools.hand_over import HandToOwner
from linda.conversation.tools.note_facts import NoteFacts
from linda.conversation.tools.own_bookings import CancelBooking, MoveBooking, MyBookings
from linda.conversation.tools.pricing import AuthorizeDiscount, QuoteRepair

TOOL_TYPES = (
    CheckAvailability,
    BookSlot,
    AuthorizeDiscount,
    LogUpsell,
    QuoteRepair,
    HoldSlot,
    MoveBooking,
    CancelBooking,
    MyBookings,
    HandToOwner,
    NoteFacts,
    AskOwner,
)


def tools_for(desk: Desk) -> list[Tool]:
    """Return every tool, at this desk."""
    return [tool(desk) for tool in TOOL_TYPES]
