"""What LINDA says on a call beside the answers of a turn; written text, which is spoken at the very end."""

from datetime import datetime

from linda.conversation.finishing import assistant_name
from linda.domain.hours import is_open
from linda.domain.owner_state import OwnerState, describe
from linda.domain.pattern import Pattern
from linda.domain.phone_number import display
from linda.domain.shop import Mode, Shop

_ENDS = Pattern(r"(?<=[.!?])\s+")
MOMENT = ("One moment, please.", "Still with you.", "Just a second more.")
LINE_BROKE = "Sorry, the line broke up for a moment. What was that?"
NOT_HEARD = ("Sorry, I didn't hear you. What can I do for you?", "I still can't hear you. Could you say that again?")
GOODBYE = "Thanks for calling, goodbye."
NO_SALES = "No, thank you. Goodbye."
SAY_IT = "Please say it in your own words, or press 0 for a person."
TEXT_INSTEAD = "I still can't hear you, so please text this number and you'll get an answer. Goodbye."
TOO_MANY_CALLS = "This number has called a lot in the last hour, so please text it to us instead. Goodbye."
TOO_LONG = "We've talked for a while, so let's go on by text: just text this number. Goodbye."


def greeting(shop: Shop, state: OwnerState, now: datetime, name: str = "") -> str:
    """Return the first words to a caller, by name when he is known, and in the owner's own words where he set some."""
    hello = f"Hi {name}. " if name else ""
    first = state.greeting or shop.assistant.greeting
    who = f"This is {assistant_name(shop, state)}, {shop.owner}'s assistant at {shop.name}."
    return f"{hello}{first} {who} {_doing(shop, state, now)}What can I do for you?"


def owner_is_away(shop: Shop, state: OwnerState) -> str:
    """Return what a caller hears after the owner's phone has rung in vain."""
    name = assistant_name(shop, state)
    return f"{shop.owner} can't come to the phone, this is {name}, his assistant. What can I do for you?"


def no_answers(shop: Shop) -> str:
    """Return what a caller hears when nobody picked up and LINDA is not to answer calls."""
    return f"{shop.owner} can't come to the phone, so please text this number and he'll see it. Goodbye."


def ringing(shop: Shop) -> str:
    """Return what is said while the owner's phone is about to ring."""
    return f"Okay, I'll try {shop.owner}."


def wants_the_owner(shop: Shop) -> str:
    """Return what pressing 0 says to LINDA where the owner's phone is not to be rung."""
    return f"I want to talk to {shop.owner}"


def for_the_owner(shop: Shop, caller: str) -> str:
    """Return what the owner hears before he decides to take a call."""
    who = display(caller) if caller else "a hidden number"
    return f"A call for {shop.name} from {who}. Press 1 to take it."


def parting(reply: str) -> str:
    """Return what is left to say of `reply` to somebody who says goodbye: nothing is asked of him any more."""
    told = [sentence for sentence in _ENDS.split(reply) if not sentence.endswith("?")]
    return reply if told and "?" not in reply else " ".join([*told, GOODBYE])


def took_too_long(shop: Shop, caller: str) -> str:
    """Return what a caller hears when nothing was there to say in time; the answer comes as a text, if it can."""
    if not caller:
        return "Sorry, that takes me a while. Please call again in a few minutes."
    return f"Sorry, that takes me a while. You'll get a text from {shop.name} in a minute. Anything else?"


def missed(shop: Shop, state: OwnerState) -> str:
    """Return the text to somebody whom nobody has talked to."""
    name = assistant_name(shop, state)
    return (
        f"Hi, {name} here, {shop.owner}'s assistant at {shop.name}. Sorry we missed your call. "
        "What's up with your phone? I can quote and book by text."
    )


def _doing(shop: Shop, state: OwnerState, now: datetime) -> str:
    is_at_work = state.mode is Mode.WORK and is_open(shop, now)
    return "" if is_at_work else f"{describe(shop, state, now)} "
