"""What a turn's text says, read once, in the light of what was asked last."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from linda.adapters.rules_brain.cues import read_cues
from linda.conversation.brain import Turn
from linda.domain.shop import Shop
from linda.language.devices import BRAND_NAMES, Device, read_devices
from linda.language.intents import Intents, Topic, read_intents
from linda.language.names import read_name
from linda.language.repairs import read_repairs
from linda.language.when import When, read_when

LINDA = "linda"
OFFERED = {"slot", "move_slot", "which_booking"}
"""Questions after which "the other one" is a time, not a phone."""
LETTERS = {"y": "yes", "n": "no"}

_WORD = re.compile(r"[a-z]+")
_DISCOUNT_TOLD = re.compile(r"% off|anything off")


@dataclass(frozen=True, slots=True)
class Heard:
    """The reading of one turn's text."""

    text: str
    intents: Intents
    when: When
    devices: tuple[Device, ...]
    repairs: tuple[str, ...]
    name: str | None
    cues: frozenset[str]

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

    @property
    def names_time(self) -> bool:
        """Tell whether a day or a time is named."""
        return not self.when.is_empty

    @property
    def are_pairs(self) -> bool:
        """Tell whether each of several phones comes with its own damage ("iPhone screen and Samsung battery")."""
        return len(self.devices) > 1 and len(self.devices) == len(self.repairs)

    @property
    def takes_leave(self) -> bool:
        """Tell whether the customer thanks or says goodbye."""
        return Topic.THANKS in self.intents.courtesy or Topic.GOODBYE in self.intents.courtesy

    def asks(self, *topics: Topic) -> bool:
        """Tell whether one of `topics` is asked."""
        return any(topic in self.intents.topics for topic in topics)

    def hints(self, *cues: str) -> bool:
        """Tell whether one of `cues` is in the text."""
        return not self.cues.isdisjoint(cues)


def hear(turn: Turn) -> Heard:
    """Read the turn's text: after "which phone?" a bare "12" is a model, after an offer it is a time."""
    asked = turn.pending.asked if turn.pending else ""
    when = read_when(turn.text, turn.now)
    devices = read_devices(turn.text) or _aliased(turn.text, turn.shop)
    awaits_model = asked in {"device", "job"} and when.day is None
    if not devices and (awaits_model or (when.is_empty and _model_is_missing(turn))):
        devices = read_devices(turn.text, asked_brand=turn.facts.brand or "")
        when = When() if devices else when
    cues = read_cues(turn.text) - ({"another_phone"} if asked in OFFERED and not devices else set())
    when = When() if "you_too" in cues else when
    return Heard(
        text=turn.text,
        intents=_intents(turn, when, cues),
        when=when,
        devices=devices,
        repairs=read_repairs(turn.text, repair_aliases(turn.shop)),
        name=read_name(turn.text, asked=False),
        cues=cues,
    )


def last_words(turn: Turn) -> str:
    """Return what LINDA wrote last, "" when nothing is remembered."""
    return next((line.text for line in reversed(turn.recent) if line.who == LINDA), "")


def repair_aliases(shop: Shop) -> Mapping[str, str]:
    """Return the shop's own words for its repairs: phrase to kind of damage."""
    return {alias: service.repair for service in shop.services for alias in service.aliases}


def _intents(turn: Turn, when: When, cues: frozenset[str]) -> Intents:
    """Read what the text wants; "y" and "n" are answers where a question was asked."""
    intents = read_intents(turn.text)
    letter = turn.text.strip(" .!").casefold()
    if turn.pending is not None and letter in LETTERS:
        return replace(intents, polarity=LETTERS[letter])
    return _with_haggling(turn, intents, cues) if when.is_empty else intents


def _with_haggling(turn: Turn, intents: Intents, cues: frozenset[str]) -> Intents:
    """Add the wish for a discount where only a figure is named ("15%?"), or one refusal is pushed on ("come on")."""
    said = last_words(turn)
    pushes = not intents.topics and (
        ("pushes" in cues and _DISCOUNT_TOLD.search(said) is not None)
        or (not cues.isdisjoint({"referred", "outraged"}) and "$" in said)
    )
    if Topic.DISCOUNT in intents.topics or not (pushes or intents.asked_percent):
        return intents
    return replace(intents, topics=(Topic.DISCOUNT, *intents.topics))


def _model_is_missing(turn: Turn) -> bool:
    return turn.facts.brand is not None and turn.facts.device == BRAND_NAMES.get(turn.facts.brand)


def _aliased(text: str, shop: Shop) -> tuple[Device, ...]:
    words = _WORD.findall(text.casefold())
    return tuple(Device(shop.device_aliases[word]) for word in words if word in shop.device_aliases)[:1]
