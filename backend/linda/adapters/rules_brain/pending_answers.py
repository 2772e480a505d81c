"""Answers to the question LINDA asked last. Each handler tells whether the text was an answer to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from linda.adapters.rules_brain.booking import add, book_at, book_or_offer
from linda.adapters.rules_brain.changes import MOVING, drop_booking, move_as_wished, move_to
from linda.adapters.rules_brain.offering import offer
from linda.adapters.rules_brain.own_bookings import bookings, is_named, see_you, start_of
from linda.adapters.rules_brain.picking import picked
from linda.adapters.rules_brain.prices import know_the_job
from linda.adapters.rules_brain.shop_answers import wanted_add_ons
from linda.adapters.rules_brain.slot_answers import move_slot, move_when, slot
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.facts import Pending
from linda.domain.shop import ServiceMode
from linda.language.intents import Topic

LEADING = (Topic.CANCEL, Topic.RESCHEDULE, Topic.DISCOUNT, Topic.STATUS, Topic.MY_BOOKING)
"""Topics that are a change of subject, whatever was asked."""

ABOUT_CHANGES = {"move_slot", "move_when", "which_booking", "confirm_move", "confirm_drop"}
"""Questions within a change of a booking: "reschedule" and "cancel" do not leave them."""


def answer_pending(talk: Talk) -> bool:
    """Take the text as an answer to the last question, if it is one."""
    pending = talk.turn.pending
    if pending is None or _leaves(talk, pending):
        return False
    if talk.heard.when.time is not None:
        talk.settle(Topic.HOURS)  # "is the 10:45 still open" is about the opening
    handler = _HANDLERS.get(pending.asked)
    return handler is not None and handler(talk, pending.data)


def _leaves(talk: Talk, pending: Pending) -> bool:
    leading = [topic for topic in LEADING if talk.wants(topic)]
    if pending.asked in ABOUT_CHANGES:
        leading = [topic for topic in leading if topic not in {Topic.RESCHEDULE, Topic.MY_BOOKING}]
        return bool(leading) and not (leading == [Topic.CANCEL] and pending.asked.startswith(("which", "confirm")))
    return bool(leading)


def _job(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.hints("unsure") and not talk.heard.names_job:
        _take_a_look(talk)
    elif not talk.heard.names_job:
        return False
    if "then" not in data:
        return False
    book_at(talk, datetime.fromisoformat(data["then"]))
    return True


def _take_a_look(talk: Talk) -> None:
    """Take "I don't know" for an answer: an unknown fault gets the free look, an unknown phone is just a phone."""
    if not talk.facts.repairs and not talk.facts.services:
        talk.know(repairs=("diagnostics",))
    if talk.asked == "device" and not talk.facts.device:
        talk.know(device="phone", brand=talk.facts.brand or "other")
    talk.settled_for_look = True


def _when(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.names_time and not talk.heard.when.negated:
        book_or_offer(talk)
    elif talk.heard.hints("either", "first") or talk.heard.says_yes:
        offer(talk)
    elif talk.heard.says_no or talk.heard.hints("not_now"):
        talk.say("any_time")
    else:
        return False
    return True


def _another_time(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.names_time:
        book_or_offer(talk)
    elif talk.heard.says_no or talk.heard.hints("not_now"):
        talk.say("any_time")
    elif talk.heard.says_yes:
        offer(talk)
    else:
        return False
    return True


def _which_day(talk: Talk, data: Mapping[str, Any]) -> bool:
    days = [date.fromisoformat(each) for each in data["days"]]
    heard = talk.heard
    named = set(heard.when.day_choices) | ({heard.when.day} if heard.when.day else set())
    fitting = [each for each in days if each in named] or [each for each in days if str(each.day) in heard.text.split()]
    day = fitting[0] if len(fitting) == 1 else _by_place(talk, days)
    if day is None:
        return False
    said_before = talk.turn.facts
    wish = replace(heard.when, day=day, day_choices=(day,), time=heard.when.time or said_before.time)
    talk.know(day=day, time=wish.time, bound=said_before.bound)
    talk.heard = replace(heard, when=wish)
    return _goes_on(talk, data)


def _which_half(talk: Talk, data: Mapping[str, Any]) -> bool:
    times = [time.fromisoformat(each) for each in data["times"]]
    heard = talk.heard
    half = next((half for half in ("am", "pm") if half in heard.text.casefold()), None)
    part = {"am": "morning", "pm": "afternoon"}.get(half or "", heard.when.part)
    at = next((each for each in times if (each.hour < 12) == (part == "morning")), None) if part else None
    if at is None:
        return False
    talk.know(time=at, day=heard.when.day or talk.turn.facts.day, part=None, bound=None)
    talk.heard = replace(heard, when=replace(heard.when, time=at, time_choices=(at,)))
    return _goes_on(talk, data)


def _goes_on(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Go on with what a doubt interrupted: a move, or a booking."""
    if "code" in data:
        return move_when(talk, data)
    book_or_offer(talk)
    return True


def _by_place(talk: Talk, days: list[date]) -> date | None:
    moments = [datetime.combine(each, datetime.min.time(), tzinfo=talk.turn.now.tzinfo) for each in days]
    choice = picked(replace(talk.heard, when=type(talk.heard.when)()), moments)
    return choice.date() if choice else None


def _which_booking(talk: Talk, data: Mapping[str, Any]) -> bool:
    found = [each for each in bookings(talk) if each["code"] in data["codes"]]
    named = [each for each in found if is_named(talk, each)]
    if len(named) != 1:
        starts = [start_of(talk, each) for each in found]
        choice = picked(talk.heard, starts)
        named = [found[starts.index(choice)]] if choice else []
    if not named:
        return False
    talk.settle(*MOVING)
    if data["purpose"] == "drop":
        drop_booking(talk, named[0]["code"])
        return True
    talk.facts = replace(talk.facts.without_when(), **_kept_wish(data))
    if talk.facts.day or talk.facts.time:
        move_as_wished(talk, named[0])
    else:
        talk.ask("ask_when", "move_when", {"code": named[0]["code"]})
    return True


def _kept_wish(data: Mapping[str, Any]) -> dict[str, Any]:
    readers: Mapping[str, Callable[[str], Any]] = {"day": date.fromisoformat, "time": time.fromisoformat}
    return {key: read(data[key]) for key, read in readers.items() if key in data}


def _confirm_move(talk: Talk, data: Mapping[str, Any]) -> bool:
    start = datetime.fromisoformat(data["start"])
    if talk.heard.hints("extra"):
        book_at(talk, start, extra=True)
    elif talk.heard.says_yes and not talk.heard.names_time:
        talk.settle(*MOVING)
        move_to(talk, start, data["code"])
    elif talk.heard.says_no:
        talk.facts = talk.facts.without_when()
        booked = next((each for each in bookings(talk) if each["code"] == data["code"]), None)
        if booked is None:
            talk.say("any_time")
        else:
            talk.say("kept", moment=talk.moment(start_of(talk, booked)))
    else:
        return move_when(talk, data)
    return True


def _confirm_drop(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.says_yes or talk.wants(Topic.CANCEL):
        talk.settle(*MOVING)
        drop_booking(talk, data["code"])
    elif talk.heard.says_no:
        talk.say("not_added")
    else:
        return False
    return True


def _add_on(talk: Talk, data: Mapping[str, Any]) -> bool:
    offered = talk.shop.add_on(data["item"])
    if offered is None or not (talk.heard.says_yes or talk.heard.says_no):
        return False
    talk.settle(Topic.UPSELL_ITEM, Topic.BOOK, Topic.PRICE)
    if talk.heard.says_no:
        talk.call("log_upsell", item=offered.id, accepted=False)
        talk.say("not_added")
    else:
        for item in dict.fromkeys((offered, *wanted_add_ons(talk))):
            add(talk, item)
    see_you(talk)
    return True


def _visit(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.says_no:
        talk.know(service_mode=None)
        talk.say("not_added")
        if talk.facts.services:
            offer(talk)
        return True
    if not talk.heard.says_yes:
        return False
    talk.know(service_mode=ServiceMode.ON_SITE.value)
    if know_the_job(talk):
        talk.ask("ask_address", "address")
    return True


def _address(talk: Talk, data: Mapping[str, Any]) -> bool:
    address = " ".join(talk.turn.text.split())[:80]
    if not any(character.isdigit() for character in address):
        return False
    talk.facts = replace(talk.turn.facts, address=address)
    talk.settle(*Topic)
    if "then" in data:
        book_at(talk, datetime.fromisoformat(data["then"]))
    else:
        offer(talk)
    return True


def _same_job(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.says_yes:
        talk.settle(*Topic)
        offer(talk)
        return True
    if talk.heard.says_no and not talk.heard.names_job:
        talk.know(brand=None, device=None, quantity=1, repairs=(), services=())
        talk.ask("ask_help", "job")
        return True
    return False


_HANDLERS: Mapping[str, Callable[[Talk, Mapping[str, Any]], bool]] = {
    "slot": slot,
    "move_slot": move_slot,
    "move_when": move_when,
    "job": _job,
    "device": _job,
    "repair": _job,
    "when": _when,
    "another_time": _another_time,
    "which_day": _which_day,
    "which_half": _which_half,
    "which_booking": _which_booking,
    "confirm_move": _confirm_move,
    "confirm_drop": _confirm_drop,
    "add_on": _add_on,
    "visit": _visit,
    "address": _address,
    "same_job": _same_job,
}
