"""Answers to the question LINDA asked last. Each handler tells whether the text was an answer to it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from linda.adapters.rules_brain.bookings import book_at, book_or_offer, bookings, drop_booking, move_to, start_of
from linda.adapters.rules_brain.openings import chosen, look_up, offer, present
from linda.adapters.rules_brain.picking import picked
from linda.adapters.rules_brain.prices import know_the_job
from linda.adapters.rules_brain.talk import Talk, succeeded
from linda.conversation.facts import Pending
from linda.domain.money import Cents, dollars
from linda.language.intents import Topic

LEADING = (Topic.CANCEL, Topic.RESCHEDULE, Topic.HUMAN, Topic.COMPLAINT, Topic.DISCOUNT, Topic.STATUS, Topic.MY_BOOKING)
"""Topics that are a change of subject, whatever was asked."""


def answer_pending(talk: Talk) -> bool:
    """Take the text as an answer to the last question, if it is one."""
    pending = talk.turn.pending
    if pending is None or talk.wants(*LEADING):
        return False
    handler = _HANDLERS.get(pending.asked)
    return handler is not None and handler(talk, pending.data)


def _slot(talk: Talk, data: Mapping[str, Any]) -> bool:
    offered = _moments(data)
    choice = picked(talk.heard, offered)
    if choice is not None and not talk.heard.names_job:
        talk.settle(Topic.BOOK, Topic.AVAILABILITY, Topic.PRICE)
        book_at(talk, choice)
        return True
    if talk.heard.names_job or (talk.wants(Topic.PRICE, Topic.PRICE_LIST) and talk.heard.when.is_empty):
        return False
    if not talk.heard.when.is_empty:
        _stay_on_day(talk, offered)
        talk.settle(Topic.BOOK, Topic.AVAILABILITY)
        book_or_offer(talk)
        return True
    return _slot_declined(talk, offered, "slot")


def _move_slot(talk: Talk, data: Mapping[str, Any]) -> bool:
    offered = _moments(data)
    choice = picked(talk.heard, offered)
    if choice is not None:
        talk.settle(Topic.BOOK, Topic.AVAILABILITY, Topic.RESCHEDULE)
        move_to(talk, choice, data["code"])
        return True
    if talk.heard.when.is_empty:
        return _slot_declined(talk, offered, "move_slot", code=data["code"])
    _stay_on_day(talk, offered)
    return _move_when(talk, data)


def _move_when(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.when.is_empty:
        return False
    talk.settle(Topic.BOOK, Topic.AVAILABILITY, Topic.RESCHEDULE)
    facts = talk.facts
    if facts.day is None:
        booked = next((each for each in bookings(talk) if each["code"] == data["code"]), None)
        talk.know(day=date.fromisoformat(booked["date"]) if booked else talk.today)
    if facts.time is not None and facts.bound is None:
        move_to(talk, _at(talk), data["code"])
    else:
        offer(talk, "move_slot", code=data["code"])
    return True


def _slot_declined(talk: Talk, offered: list[datetime], purpose: str, **data: object) -> bool:
    if talk.heard.says_no and _declines_for_good(talk):
        talk.say("any_time")
        return True
    if talk.heard.says_no or talk.heard.when.negated:
        talk.facts = talk.facts.without_when()
        talk.ask("ask_when", "move_when" if purpose == "move_slot" else "when", data)
        return True
    if talk.heard.says_yes or talk.wants(Topic.BOOK):
        talk.settle(Topic.BOOK, Topic.AVAILABILITY)
        offer_again(talk, Pending(purpose, {"slots": [each.isoformat() for each in offered], **data}))
        return True
    return False


def offer_again(talk: Talk, pending: Pending) -> None:
    """Offer what is still open of the openings offered before."""
    more = {key: value for key, value in pending.data.items() if key != "slots"}
    still_open = [each for each in _moments(pending.data) if look_up(talk, each.date(), each.time()).is_free]
    present(talk, still_open or chosen(look_up(talk, talk.today).starts), pending.asked, **more)


def _declines_for_good(talk: Talk) -> bool:
    return Topic.THANKS in talk.heard.intents.courtesy or Topic.GOODBYE in talk.heard.intents.courtesy


def _job(talk: Talk, data: Mapping[str, Any]) -> bool:
    if not talk.heard.names_job:
        return False
    if "then" in data:
        if know_the_job(talk):
            book_at(talk, datetime.fromisoformat(data["then"]))
        else:
            _carry(talk, data)
        return True
    if data.get("wish") == "book":
        book_or_offer(talk)
        return True
    return False


def _when(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.when.is_empty:
        return False
    book_or_offer(talk)
    return True


def _another_time(talk: Talk, data: Mapping[str, Any]) -> bool:
    if talk.heard.says_no:
        talk.say("not_added")
        return True
    if not talk.heard.when.is_empty:
        book_or_offer(talk)
        return True
    if talk.heard.says_yes:
        offer(talk)
        return True
    return False


def _which_day(talk: Talk, data: Mapping[str, Any]) -> bool:
    days = [date.fromisoformat(each) for each in data["days"]]
    heard = talk.heard
    named = set(heard.when.day_choices) | ({heard.when.day} if heard.when.day else set())
    fitting = [each for each in days if each in named] or [each for each in days if str(each.day) in heard.text.split()]
    day = fitting[0] if len(fitting) == 1 else _by_place(talk, days)
    if day is None:
        return False
    talk.know(day=day, time=talk.turn.facts.time)
    talk.heard = replace(heard, when=replace(heard.when, day=day, day_choices=(day,)))
    if "code" in data:
        return _move_when(talk, data)
    book_or_offer(talk)
    return True


def _by_place(talk: Talk, days: list[date]) -> date | None:
    moments = [datetime.combine(each, datetime.min.time(), tzinfo=talk.turn.now.tzinfo) for each in days]
    choice = picked(replace(talk.heard, when=type(talk.heard.when)()), moments)
    return choice.date() if choice else None


def _which_booking(talk: Talk, data: Mapping[str, Any]) -> bool:
    found = [each for each in bookings(talk) if each["code"] in data["codes"]]
    starts = [start_of(talk, each) for each in found]
    choice = picked(talk.heard, starts)
    if choice is None:
        return False
    code = found[starts.index(choice)]["code"]
    talk.settle(Topic.CANCEL, Topic.RESCHEDULE, Topic.BOOK, Topic.AVAILABILITY)
    if data["purpose"] == "drop":
        drop_booking(talk, code)
    else:
        talk.facts = talk.facts.without_when()
        talk.ask("ask_when", "move_when", {"code": code})
    return True


def _add_on(talk: Talk, data: Mapping[str, Any]) -> bool:
    item = talk.shop.add_on(data["item"])
    if item is None or not (talk.heard.says_yes or talk.heard.says_no):
        return False
    talk.settle(Topic.UPSELL_ITEM, Topic.BOOK, Topic.PRICE)
    run = talk.call("log_upsell", item=item.id, accepted=talk.heard.says_yes)
    if talk.heard.says_yes and succeeded(run):
        talk.say("added", item=item.name, price=dollars(Cents(run.outcome.data["price_cents"])))
    else:
        talk.say("not_added")
    see_you(talk)
    return True


def _address(talk: Talk, data: Mapping[str, Any]) -> bool:
    address = " ".join(talk.turn.text.split())[:80]
    if not any(character.isdigit() for character in address):
        return False
    talk.call("note_facts", address=address)
    talk.facts = replace(talk.turn.facts, address=address)
    book_or_offer(talk)
    return True


def see_you(talk: Talk) -> None:
    """Say when we see the customer, if he has an appointment."""
    found = bookings(talk)
    if found:
        talk.say("see_you", moment=talk.moment(start_of(talk, found[0])))


def _stay_on_day(talk: Talk, offered: list[datetime]) -> None:
    when = talk.heard.when
    days = {each.date() for each in offered}
    if when.day is None and not when.day_choices and when.start is None and len(days) == 1:
        talk.know(day=days.pop())


def _carry(talk: Talk, data: Mapping[str, Any]) -> None:
    if talk.pending is not None:
        talk.wait_for(talk.pending.asked, **{**talk.pending.data, "then": data["then"]})


def _at(talk: Talk) -> datetime:
    facts = talk.facts
    day = facts.day or talk.today
    at = facts.time or talk.turn.now.time()
    return datetime.combine(day, at, tzinfo=talk.turn.now.tzinfo)


def _moments(data: Mapping[str, Any]) -> list[datetime]:
    return [datetime.fromisoformat(each) for each in data.get("slots", ())]


_HANDLERS: Mapping[str, Callable[[Talk, Mapping[str, Any]], bool]] = {
    "slot": _slot,
    "move_slot": _move_slot,
    "move_when": _move_when,
    "job": _job,
    "device": _job,
    "repair": _job,
    "when": _when,
    "another_time": _another_time,
    "which_day": _which_day,
    "which_booking": _which_booking,
    "add_on": _add_on,
    "address": _address,
}
