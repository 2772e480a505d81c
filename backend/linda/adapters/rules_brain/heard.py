"""What a turn's text says, read once, and what it changes about the facts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from linda.conversation.brain import Turn
from linda.conversation.facts import Facts
from linda.domain.shop import ServiceMode, Shop
from linda.language.devices import Device, read_devices
from linda.language.intents import Intents, Topic, read_intents
from linda.language.names import read_name
from linda.language.repairs import read_repairs
from linda.language.when import When, read_when

_ALSO = re.compile(r"\b(also|too|as well|plus|add|another|and (?:a|the|my)|both)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """The reading of one turn's text."""

    text: str
    intents: Intents
    when: When
    devices: tuple[Device, ...]
    repairs: tuple[str, ...]
    name: str | None

    @property
    def says_yes(self) -> bool:
        """Tell whether the customer agrees."""
        return self.intents.polarity == "yes"

    @property
    def says_no(self) -> bool:
        """Tell whether the customer declines."""
        return self.intents.polarity == "no"

    @property
    def names_job(self) -> bool:
        """Tell whether a phone or a damage is named."""
        return bool(self.devices or self.repairs)

    def asks(self, *topics: Topic) -> bool:
        """Tell whether one of `topics` is asked."""
        return any(topic in self.intents.topics for topic in topics)


def hear(turn: Turn) -> Heard:
    """Read the turn's text, in the light of what was asked last."""
    asked = turn.pending.asked if turn.pending else ""
    when = read_when(turn.text, turn.now)
    brand = turn.facts.brand or "" if asked in {"device", "job"} and when.is_empty else ""
    return Heard(
        text=turn.text,
        intents=read_intents(turn.text),
        when=when,
        devices=read_devices(turn.text, asked_brand=brand) or _aliased(turn.text, turn.shop),
        repairs=read_repairs(turn.text, repair_aliases(turn.shop)),
        name=read_name(turn.text, asked=asked == "name"),
    )


def learned(facts: Facts, heard: Heard) -> Facts:
    """Return `facts` with what `heard` adds or changes."""
    facts = _with_job(facts, heard)
    facts = _with_when(facts, heard.when)
    if heard.name:
        facts = replace(facts, name=heard.name)
    if heard.asks(Topic.REMOTE):
        facts = replace(facts, service_mode=ServiceMode.REMOTE.value)
    return facts


def _with_job(facts: Facts, heard: Heard) -> Facts:
    if heard.devices:
        device = heard.devices[0]
        label = device.label if device.is_specific or device.brand != facts.brand else facts.device or device.label
        facts = replace(facts, brand=device.brand, device=label, quantity=device.quantity, services=())
    if heard.repairs:
        kept = facts.repairs if _ALSO.search(heard.text) and facts.repairs != ("diagnostics",) else ()
        facts = replace(facts, repairs=tuple(dict.fromkeys((*kept, *heard.repairs))), services=())
    return facts


def _with_when(facts: Facts, when: When) -> Facts:
    if when.negated:
        return facts.without_when()
    from_time = when.start.time if when.start else None
    day = when.day or (when.start.day if when.start else None)
    if day is not None:
        facts = replace(facts, day=day)
    if from_time is not None:
        latest = when.end.time if when.end else None
        return replace(facts, time=from_time, bound="after", latest=latest, part=when.part)
    if when.time is not None:
        return replace(facts, time=when.time, bound=when.bound, latest=None, part=when.part)
    if when.part is not None:
        return replace(facts, part=when.part, time=None, bound=None, latest=None)
    return facts


def repair_aliases(shop: Shop) -> Mapping[str, str]:
    """Return the shop's own words for its repairs: phrase to kind of damage."""
    return {alias: service.repair for service in shop.services for alias in service.aliases}


def _aliased(text: str, shop: Shop) -> tuple[Device, ...]:
    words = _WORD.findall(text.casefold())
    return tuple(Device(shop.device_aliases[word]) for word in words if word in shop.device_aliases)[:1]
