"""What is decided before any brain: silence, opt-outs, loops. Each decision is a rule with a name for the receipt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from linda.conversation.session import Change
from linda.domain.limits import TEXTS_OF_A_NUMBER, Allowance
from linda.domain.opt_out import OptOut, read_opt_out
from linda.domain.owner_state import OwnerState
from linda.domain.pattern import Pattern
from linda.domain.shop import Shop
from linda.domain.visitor import is_visitor
from linda.records.leads import Lead

LOOP_AFTER = 3
_TEXTING = Pattern(r"\b(?:text|message|sms|contact)", re.IGNORECASE)
CALLED = "called while you have the conversation"
LOOP_WINDOW_MS = round(timedelta(minutes=30).total_seconds() * 1000)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision that needs no brain: `reply` (empty: say nothing), the `rule`, and what changes on the lead."""

    rule: str
    reply: str
    change: Change


def screen(shop: Shop, state: OwnerState, lead: Lead, texts: Sequence[str], now_ms: int) -> Ruling | None:
    """Return the ruling on `texts` (this turn's, oldest first) for `lead`, or None when a brain should answer."""
    # On the web page nobody is texted, and "stop" is a word like any other.
    wish = None if is_visitor(lead.phone) else _last_wish(texts, is_out=bool(lead.opted_out_at))
    ruling = _opt_out(shop, lead, wish, now_ms)
    if ruling is not None:
        return ruling
    if lead.opted_out_at:
        return Ruling("customer opted out: nothing is sent", "", _unchanged)
    if lead.taken_over_until > now_ms:
        return Ruling("the owner is talking to this customer himself", "", _unchanged)
    if not state.answers_texts:
        return Ruling("the owner switched text answers off", "", _unchanged)
    if texts_too_often(lead, now_ms):
        return Ruling(f"more than {TEXTS_OF_A_NUMBER.most} texts in an hour: no person's", "", _unchanged)
    if _is_loop(lead, texts, now_ms):
        return Ruling("the same text again and again: probably an automatic reply", "", _unchanged)
    return None


def texts_too_often(lead: Lead, now_ms: int) -> bool:
    """Tell whether so many texts have come from this number that no more are answered."""
    return Allowance.from_item(lead.texted).at(now_ms, TEXTS_OF_A_NUMBER).count > TEXTS_OF_A_NUMBER.most


def screen_call(shop: Shop, state: OwnerState, lead: Lead, texts: Sequence[str], now_ms: int) -> Ruling | None:
    """Return the ruling on what was said in a call: who wants no texts may call, and "stop" is a word like others.

    That he wants no more texts, a customer may also say (47 CFR 64.1200(a)(10)).
    """
    if any(read_opt_out(text) is OptOut.PLAIN_STOP and _TEXTING.search(text) for text in texts):
        reply = f"Okay, no more texts from {shop.name}. Can I help you with anything else?"
        return Ruling("plain-language stop on the phone", reply, lambda now: replace(now, opted_out_at=now_ms))
    if lead.taken_over_until > now_ms:
        reply = f"{shop.owner} is looking after this himself. I'll tell him that you called."
        return Ruling(
            "the owner is talking to this customer himself", reply, lambda now: replace(now, handed_over=CALLED)
        )
    return None


def _last_wish(texts: Sequence[str], *, is_out: bool) -> OptOut | None:
    """Return the last wish in `texts` to get no more texts, or to get them again; other texts do not undo it.

    YES is a word of START and an everyday answer: it means START only from somebody who is out.
    """
    last = None
    for wish in map(read_opt_out, texts):
        if wish in {OptOut.STOP_KEYWORD, OptOut.PLAIN_STOP} or (wish is OptOut.START and is_out):
            last, is_out = wish, wish is not OptOut.START
    return last


def _opt_out(shop: Shop, lead: Lead, wish: OptOut | None, now_ms: int) -> Ruling | None:
    if wish is OptOut.STOP_KEYWORD:
        # The provider takes the keyword, blocks the number and confirms by itself: a second text would be refused.
        return Ruling("stop keyword: the provider confirms", "", lambda now: replace(now, opted_out_at=now_ms))
    if wish is OptOut.PLAIN_STOP:
        reply = (
            "" if lead.opted_out_at else f"Okay, no more texts from {shop.name}. Text START if you change your mind."
        )
        return Ruling("plain-language stop", reply, lambda now: replace(now, opted_out_at=now_ms))
    if wish is OptOut.START:
        back = f"You're back on with {shop.name}. What can I help you with?"
        return Ruling("opted in again", back, lambda now: replace(now, opted_out_at=0))
    return None


def _is_loop(lead: Lead, texts: Sequence[str], now_ms: int) -> bool:
    said = [line for line in lead.recent if line["who"] == "customer" and now_ms - line["at"] <= LOOP_WINDOW_MS]
    latest = [_plain(line["text"]) for line in said] + [_plain(text) for text in texts]
    return len(latest) > LOOP_AFTER and len(set(latest[-LOOP_AFTER - 1 :])) == 1


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _unchanged(lead: Lead) -> Lead:
    return lead
