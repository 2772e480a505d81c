"""A conversation in a list: who, what about, the last words, and who has it now."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

from linda.conversation.standing import SAYS, Standing, standing
from linda.conversation.who import name_of, number_of
from linda.domain.channel import VOICE
from linda.domain.phone_number import display
from linda.domain.shop import Shop
from linda.entrypoints.api.parts import Parts
from linda.records import epoch_ms
from linda.records.leads import Lead

CALLED = "(called, and said nothing)"
"""In place of the last words of who has only called so far."""


class ConversationHead(BaseModel):
    """One conversation of the list."""

    id: str
    who: str
    phone_display: str
    channel: str
    last_text: str
    last_who: Literal["customer", "linda", "owner"]
    last_at: datetime
    topic: str
    status: Standing
    status_says: str


class Heads(BaseModel):
    """Conversations, the latest first."""

    conversations: list[ConversationHead]


def head_of(parts: Parts, lead: Lead) -> ConversationHead:
    """Return `lead` as the list shows it."""
    now = parts.clock.now()
    stands = standing(lead, epoch_ms(parts.clock), now.astimezone(parts.shop.timezone).date())
    last: Mapping[str, Any] = (lead.waiting or lead.recent or ({},))[-1]
    return ConversationHead(
        id=lead.lead_id,
        who=name_of(lead),
        phone_display=display(number_of(lead)) if number_of(lead) else "",
        channel=lead.channel,
        last_text=last.get("text") or (CALLED if lead.channel == VOICE else ""),
        last_who=last.get("who", "customer"),
        last_at=local_time(parts, last.get("at", lead.last_activity)),
        topic=topic_of(parts.shop, lead),
        status=stands,
        status_says=SAYS[stands],
    )


def local_time(parts: Parts, epoch: int) -> datetime:
    """Return an epoch-ms moment in the shop's zone."""
    return datetime.fromtimestamp(epoch / 1000, parts.shop.timezone)


def topic_of(shop: Shop, lead: Lead) -> str:
    """Name what the conversation is about: "iPhone 13 screen", "" when nothing is known."""
    found = [shop.service(each) for each in lead.facts.get("services", ())]
    kinds = [each.repair for each in found if each] or list(lead.facts.get("repairs", ()))
    named = " and ".join(dict.fromkeys(each.replace("_", " ") for each in kinds))
    return " ".join(filter(None, [str(lead.facts.get("device") or ""), named]))
