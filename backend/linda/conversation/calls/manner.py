"""How a call sounds: the voice it is spoken with, and the words that a speech recogniser is to expect."""

from dataclasses import dataclass

from linda.domain.owner_state import OwnerState
from linda.domain.shop import AddOn, Service, Shop

_PHONES = """
iPhone 11, iPhone 12, iPhone 13, iPhone 14, iPhone 15, iPhone 16, iPhone 17, iPhone SE, iPhone XR, Pro, Pro Max, mini
Samsung Galaxy, Galaxy S21, Galaxy S22, Galaxy S23, Galaxy S24, Galaxy S25, Galaxy Note, Galaxy Z Flip, Galaxy Z Fold
Galaxy A15, Galaxy A54, Ultra, Google Pixel, Motorola, OnePlus, iPad
"""
_REPAIRS = "cracked screen, battery, charging port, back glass, water damage, appointment, diagnostic, warranty"
MOST, LONGEST = 100, 100
"""Well within what Twilio takes: 500 phrases of 100 characters each ("<Gather>", hints)."""


@dataclass(frozen=True, slots=True)
class Manner:
    """The voice (a name of Twilio's <Say>) and the phrases that are hints to the recogniser."""

    voice: str
    hints: tuple[str, ...]


def manner(shop: Shop, state: OwnerState) -> Manner:
    """Return how calls sound while this state is in force."""
    return Manner(state.voice or shop.assistant.voice, _hints(shop))


def _hints(shop: Shop) -> tuple[str, ...]:
    """Return the names of phones and repairs, those of the shop's price book first, each once."""
    lines: tuple[Service | AddOn, ...] = (*shop.services, *shop.add_ons)
    named = [name for line in lines for name in (line.name, *line.aliases)]
    common = f"{_PHONES.strip()}, {_REPAIRS}".replace("\n", ", ").split(", ")
    phrases = (phrase.replace(",", " ").strip() for phrase in (*named, *shop.device_aliases, shop.owner, *common))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase and len(phrase) <= LONGEST))[:MOST]
