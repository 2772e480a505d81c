"""Answers about the customer's own appointments: which one, and whether it is really to be moved or cancelled."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from linda.adapters.rules_brain.booking import book_at
from linda.adapters.rules_brain.changes import MOVING, drop_booking, move_as_wished, move_to
from linda.adapters.rules_brain.own_bookings import bookings, is_named, start_of
from linda.adapters.rules_brain.picking import picked
from linda.adapters.rules_brain.slot_answers import move_when
from linda.adapters.rules_brain.talk import Talk
from linda.language.intents import Topic


def which_booking(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Change the booking out of several that is meant."""
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


def confirm_move(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Move the appointment, book another one, or leave it as it is."""
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


def confirm_drop(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Cancel the appointment, or leave it as it is."""
    if talk.heard.says_yes or talk.wants(Topic.CANCEL):
        talk.settle(*MOVING)
        drop_booking(talk, data["code"])
    elif talk.heard.says_no:
        talk.say("not_added")
    else:
        return False
    return True
