"""A caller who breaks in: what he did not hear was not said, neither to the model nor on the desk."""

from dataclasses import replace
from typing import Any

from linda.conversation.amending import amend
from linda.domain.clock import Clock
from linda.records import Records
from linda.records.leads import Lead
from linda.records.store import Put, Write
from linda.records.tables import LEADS

RULE = "the caller broke in: the rest of the reply was not said"


def keep_what_was_heard(records: Records, clock: Clock, sid: str, heard: str) -> None:
    """Leave of the reply to the message `sid` only what was `heard`; of what was no reply nothing is to be left."""
    message = records.inbox.get(sid)
    if message is None or not message.reply or message.reply[0] == heard:
        return
    whole, event = message.reply[0], records.leads.event_at(message.lead_id, message.receipt)

    def change(lead: Lead) -> Lead:
        return replace(lead, recent=tuple(_shortened(lead.recent, whole, heard)))

    def writes(_lead: Lead, _at: int) -> list[Write]:
        return [Put(LEADS, _with_text(event, heard))] if event else []

    amend(records, clock, message.lead_id, change, writes)


def _shortened(lines: tuple[Any, ...], whole: str, heard: str) -> list[Any]:
    """Return `lines` with the last one of LINDA's that says `whole` cut short, or without it."""
    kept = list(lines)
    for place in range(len(kept) - 1, -1, -1):
        if kept[place]["who"] == "linda" and kept[place]["text"] == whole:
            kept[place : place + 1] = [{**kept[place], "text": heard}] if heard else []
            break
    return kept


def _with_text(event: dict[str, Any], heard: str) -> dict[str, Any]:
    """Return the event of a reply as it was heard; words that are not kept stay so."""
    receipt = {**event["receipt"], "rules": [*event["receipt"]["rules"], RULE]}
    return {**event, "text": heard if event["text"] else "", "receipt": receipt}
