"""The last touch on every reply, whoever wrote it: who is talking, plain characters, a bounded length."""

import re

from linda.domain.gsm7 import fold
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop
from linda.domain.sms_text import clip, fits
from linda.domain.xml_text import keep_xml_characters

MOST_SEGMENTS = 3

_RESERVED_PROMPT = re.compile(
    r"\b(reply|text|say|respond|answer|send|type)(\s+(with|back|me|us|just|only|the|a|word))*\s*:?\s*[\"']*"
    r"(CANCEL|YES|END|STOP|STOPALL|QUIT|UNSUBSCRIBE|REVOKE|OPTOUT|START|UNSTOP)\b",
    re.IGNORECASE,
)
"""Twilio takes these words for itself: a customer who follows such a prompt would be unsubscribed or resubscribed."""


def finished(text: str, shop: Shop, state: OwnerState, *, first_contact: bool, said_who: bool = False) -> str:
    """Return `text` ready to leave: introduced on first contact, foldable characters folded, at most three segments."""
    clean = in_plain_characters(text)
    if not any(map(str.isprintable, clean)):
        return ""
    if first_contact and not said_who and not introduces(clean, shop, state):
        clean = f"{introduction(shop, state)} {clean}"
    return clean if fits(clean, MOST_SEGMENTS) else clip(clean, MOST_SEGMENTS)


def in_plain_characters(text: str) -> str:
    """Return `text` on one line, foldable characters folded, without what XML can't hold."""
    return " ".join(fold(keep_xml_characters(text)).split())


def assistant_name(shop: Shop, state: OwnerState) -> str:
    """Return the name LINDA goes by now."""
    return state.assistant_name or shop.assistant.name


def introduction(shop: Shop, state: OwnerState) -> str:
    """Return the sentence that says an assistant is talking."""
    return f"Hi, {assistant_name(shop, state)} here, {shop.owner}'s assistant."


def introduces(text: str, shop: Shop, state: OwnerState) -> bool:
    """Tell whether `text` says that an assistant is talking."""
    lowered = text.casefold()
    return "assistant" in lowered and assistant_name(shop, state).casefold() in lowered


def prompts_reserved_word(text: str) -> bool:
    """Tell whether `text` asks the customer to send a word that the provider takes for itself."""
    return _RESERVED_PROMPT.search(text) is not None
