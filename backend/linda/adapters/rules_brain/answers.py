"""Answers about the job, the time, the visit and the add-on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from linda.adapters.rules_brain.booked import add
from linda.adapters.rules_brain.booking import book_at, book_or_offer
from linda.adapters.rules_brain.offering import offer
from linda.adapters.rules_brain.own_bookings import bookings, see_you
from linda.adapters.rules_brain.prices import know_the_job
from linda.adapters.rules_brain.shop_answers import wanted_add_ons
from linda.adapters.rules_brain.talk import Talk
from linda.domain.shop import ServiceMode
from linda.language.intents import Topic


def job(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Go on with the phone or the damage that was asked for, or with the free look for who knows neither."""
    if talk.heard.hints("unsure") and not talk.heard.names_job:
        _take_a_look(talk)
    elif not talk.heard.names_job:
        return False
    agreed = _agreed(talk, data)
    if agreed is None:
        return False
    book_at(talk, agreed)
    return True


def _take_a_look(talk: Talk) -> None:
    """Take "I don't know" for an answer: an unknown fault gets the free look, an unknown phone is just a phone."""
    if not talk.facts.repairs and not talk.facts.services:
        talk.know(repairs=("diagnostics",))
    if talk.asked == "device" and not talk.facts.device:
        talk.know(device="phone", brand=talk.facts.brand or "other")
    talk.settled_for_look = True


def when(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Book or offer the day and time that were asked for."""
    if talk.heard.names_job:
        return False
    if talk.heard.names_time and not talk.heard.when.negated:
        book_or_offer(talk)
    elif talk.heard.when.negated and talk.heard.when.day is not None:
        talk.know(day=max(talk.heard.when.day, talk.today) + timedelta(days=1))
        offer(talk)
    elif talk.heard.hints("either", "first") or talk.heard.says_yes:
        offer(talk)
    elif talk.heard.says_no or talk.heard.hints("not_now"):
        talk.say("any_time")
    else:
        return False
    return True


def another_time(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Go on after a cancellation."""
    if talk.heard.names_job:
        return False
    if talk.heard.names_time:
        book_or_offer(talk)
    elif talk.heard.says_no or talk.heard.hints("not_now"):
        talk.say("any_time")
    elif talk.heard.says_yes:
        offer(talk)
    else:
        return False
    return True


def same_job(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Go on with the job of an earlier conversation, or with another one."""
    if talk.heard.says_yes:
        talk.settle(*Topic)
        offer(talk)
        return True
    if talk.heard.says_no and not talk.heard.names_job:
        talk.know(brand=None, device=None, quantity=1, repairs=(), services=())
        talk.ask("ask_help", "job")
        return True
    return False


def visit(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Note whether the owner is to come."""
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


def address(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Note where to, and go on."""
    address = " ".join(talk.turn.text.split())[:80]
    if not any(character.isdigit() for character in address):
        return False
    talk.facts = replace(talk.turn.facts, address=address)
    talk.settle(*Topic)
    agreed = _agreed(talk, data)
    if agreed is not None:
        book_at(talk, agreed)
    else:
        offer(talk)
    return True


def _agreed(talk: Talk, data: Mapping[str, Any]) -> datetime | None:
    """Return the time that only waited for this answer, unless it has passed meanwhile."""
    agreed = datetime.fromisoformat(data["then"]) if "then" in data else None
    return agreed if agreed is not None and agreed > talk.turn.now else None


def add_on(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Note whether the add-on is wanted."""
    offered = talk.shop.add_on(data["item"])
    if offered is None or not (talk.heard.says_yes or talk.heard.says_no) or not bookings(talk):
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
