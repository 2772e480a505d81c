"""What a text changes about the facts kept of a customer."""

import re
from dataclasses import replace
from datetime import datetime

from linda.adapters.rules_brain.heard import Heard
from linda.conversation.facts import Facts
from linda.domain.shop import ServiceMode
from linda.language.intents import Topic
from linda.language.when import When

FIVE = 5

_ALSO = re.compile(r"\b(also|too|as well|plus|add|another|and (?:a|the|my)|both)\b", re.IGNORECASE)


def learned(facts: Facts, heard: Heard, now: datetime) -> Facts:
    """Return `facts` with what `heard` adds or changes; a wish for a day that is over is forgotten."""
    if facts.day is not None and facts.day < now.date():
        facts = facts.without_when()
    facts = _with_job(facts, heard)
    facts = _with_when(facts, heard.when, now)
    if heard.name:
        facts = replace(facts, name=heard.name)
    if heard.asks(Topic.REMOTE):
        facts = replace(facts, service_mode=ServiceMode.REMOTE.value)
    return facts


def _with_job(facts: Facts, heard: Heard) -> Facts:
    if heard.hints("another_phone"):
        facts = replace(facts, brand=None, device=None, quantity=1, repairs=(), services=())
    if heard.devices:
        device = heard.devices[0]
        label = device.label if device.is_specific or device.brand != facts.brand else facts.device or device.label
        facts = replace(facts, brand=device.brand, device=label, quantity=device.quantity, services=())
    if heard.repairs:
        named = heard.repairs[:1] if heard.are_pairs else heard.repairs
        facts = replace(facts, repairs=tuple(dict.fromkeys((*_kept_repairs(facts, heard), *named))), services=())
        if facts.service_mode == ServiceMode.REMOTE:
            facts = replace(facts, service_mode=None)
    return facts


def _kept_repairs(facts: Facts, heard: Heard) -> tuple[str, ...]:
    """Return the damages known before that stay: those of the same phone, when more is added to them."""
    adds = _ALSO.search(heard.text) is not None and not heard.devices
    return facts.repairs if adds and facts.repairs != ("diagnostics",) else ()


def _with_when(facts: Facts, when: When, now: datetime) -> Facts:
    if when.negated:
        return facts.without_when()
    if when.day is not None and when.day < now.date():
        return facts  # "I dropped it yesterday" is no wish
    from_time = when.start.time if when.start else None
    day = when.day or (when.start.day if when.start else None)
    if day is not None:
        facts = replace(facts, day=day)
    if from_time is not None:
        latest = when.end.time if when.end else None
        return replace(facts, time=from_time, bound="after", latest=latest, part=when.part)
    if _is_now(when, now):
        return replace(facts, time=None, bound=None, latest=None, part=None)
    if when.time is not None:
        bound = when.bound or ("around" if when.time.minute % FIVE else None)  # "in an hour" is no start of ours
        return replace(facts, time=when.time, bound=bound, latest=None, part=when.part)
    if when.part is not None:
        return replace(facts, part=when.part, time=None, bound=None, latest=None)
    return facts


def _is_now(when: When, now: datetime) -> bool:
    """Tell whether "now" or "asap" was said: nothing starts this very minute, so the soonest is meant."""
    return when.day == now.date() and when.time == now.time().replace(second=0, microsecond=0)
