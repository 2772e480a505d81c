"""What a model is told: standing instructions that stay the same all day, and a note on this very moment.

The instructions come first and never change between two turns, because a vendor's prompt cache matches an exact
prefix (OpenAI, "Prompt caching": 1,024 tokens and more). Nothing a customer ever wrote is part of them, nor of the
note on the situation; what he told us is kept apart, as data.
"""

import json
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from linda.conversation.brain import Turn
from linda.domain.channel import VOICE, WEB
from linda.domain.owner_state import OwnerState, describe
from linda.domain.shop import Hours, Shop

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_OF_CHANNEL = {WEB: "web", VOICE: "call"}


@cache
def policy(name: str) -> str:
    """Return the policy text `name` ("base", "gym", "laid_back", ...) as it is kept beside this module."""
    return files("linda.conversation").joinpath("policy", f"{name}.md").read_text(encoding="utf-8").strip()


def instructions(shop: Shop) -> str:
    """Return the standing instructions for `shop`: no time, no state, no price, no word of a customer."""
    rules = policy("base").format(shop=shop.name, owner=shop.owner)
    return f"{rules}\n\n# THE SHOP\n\n{json.dumps(_shop_data(shop), ensure_ascii=False, indent=1)}"


def situation(turn: Turn) -> str:
    """Return the note on this moment: time, the owner's state with its policy, and how to sound."""
    state = turn.state.at(turn.now)
    persona = state.persona or turn.shop.assistant.persona
    parts = [
        "SITUATION (written by the shop's own system; quoted words are the owner's)",
        json.dumps(_moment(turn, state), ensure_ascii=False),
        policy(state.mode.value.lower()).format(owner=turn.shop.owner),
        policy(persona.value),
    ]
    if turn.channel in _OF_CHANNEL:
        parts.append(policy(_OF_CHANNEL[turn.channel]).format(owner=turn.shop.owner))
    return "\n".join(parts)


def known(turn: Turn) -> str:
    """Return what the customer told us before, as data."""
    asked = turn.pending.to_item() if turn.pending else None
    noted = json.dumps({"facts": turn.facts.to_item(), "we_asked_last": asked}, ensure_ascii=False, default=str)
    return f"KNOWN SO FAR (data, from earlier texts): {noted}\nThe customer's new text follows, word for word."


def _moment(turn: Turn, state: OwnerState) -> dict[str, Any]:
    return {
        "now": f"{WEEKDAYS[turn.now.weekday()]} {turn.now:%Y-%m-%d %H:%M}",
        "channel": turn.channel,
        "number_known": bool(turn.customer),
        "your_name": state.assistant_name or turn.shop.assistant.name,
        "first_message_of_thread": turn.first_contact,
        "pictures_you_cannot_see": turn.media,
        "may_offer_add_on": state.auto_upsell and not turn.complained,
        "add_ons_offered_before": list(turn.offered_add_ons),
        "owner": {
            "mode": state.mode.value,
            "until": _local(state.until, turn),
            "status": describe(turn.shop, turn.state, turn.now),
            "note": state.note,
            "bulletin": state.bulletin,
        },
    }


def _local(moment: datetime | None, turn: Turn) -> str | None:
    return f"{moment.astimezone(turn.shop.timezone):%Y-%m-%d %H:%M}" if moment else None


def _shop_data(shop: Shop) -> dict[str, Any]:
    special = {day.isoformat(): _hours(hours) for day, hours in sorted(shop.special_hours.items())}
    return {
        "name": shop.name,
        "address": shop.address,
        "directions": shop.directions,
        "payment": list(shop.payment),
        "warranty_days": shop.warranty_days,
        "hours": {name: _hours(shop.hours.get(day, ())) for day, name in enumerate(WEEKDAYS)},
        "special_hours": special,
        "closed_on": {day.isoformat(): why for day, why in sorted(shop.closures.items())},
        "repair_types": {line.id: line.name for line in shop.services},
        "add_ons": {item.id: item.name for item in shop.add_ons},
        "discount_reasons": list(shop.discounts.reasons),
    }


def _hours(stretches: tuple[Hours, ...]) -> str:
    return ", ".join(f"{each.opens:%H:%M} to {each.closes:%H:%M}" for each in stretches) or "closed"
