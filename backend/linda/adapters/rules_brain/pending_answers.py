"""Answers to the question LINDA asked last. Each handler tells whether the text was an answer to it."""

from collections.abc import Callable, Mapping
from typing import Any

from linda.adapters.rules_brain.answers import add_on, address, another_time, job, same_job, visit, when
from linda.adapters.rules_brain.change_answers import confirm_drop, confirm_move, which_booking
from linda.adapters.rules_brain.doubt_answers import which_day, which_half
from linda.adapters.rules_brain.slot_answers import confirmed, move_slot, move_when, slot
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.facts import Pending
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


_HANDLERS: Mapping[str, Callable[[Talk, Mapping[str, Any]], bool]] = {
    "slot": slot,
    "move_slot": move_slot,
    "move_when": move_when,
    "job": job,
    "device": job,
    "repair": job,
    "when": when,
    "another_time": another_time,
    "which_day": which_day,
    "which_half": which_half,
    "which_booking": which_booking,
    "confirm_move": confirm_move,
    "confirm_drop": confirm_drop,
    "add_on": add_on,
    "visit": visit,
    "address": address,
    "confirmed": confirmed,
    "same_job": same_job,
}
