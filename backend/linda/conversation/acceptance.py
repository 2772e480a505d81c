"""Step one of a turn: a message is accepted once, by a conditional write, before anything is thought."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from linda.conversation.inbound import Inbound
from linda.conversation.session import MAX_TRIES, Session, leased
from linda.domain.channel import SMS
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, StoreUnavailable
from linda.domain.ids import lead_id
from linda.domain.limits import TEXTS_OF_A_NUMBER, Allowance
from linda.records import Records, epoch_ms
from linda.records.inbox import Message, accept, fingerprint
from linda.records.leads import Lead

SWEEP_AFTER_MS = 14_000
"""A message without an answer this long after it was accepted is the sweeper's: its webhook is over."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of a delivery: the stored message, whether it is `new`, and our session if the lease was free."""

    message: Message
    new: bool
    session: Session | None


def receive(records: Records, clock: Clock, inbound: Inbound) -> Arrival:
    """Accept `inbound` once and, when nobody is answering this customer, take the lease in the same write."""
    for _ in range(MAX_TRIES):
        now = epoch_ms(clock)
        lead = records.leads.get(inbound.customer) or new_lead(inbound.customer, inbound.channel, now)
        message = _message(inbound, now)
        waiting = _waiting(inbound, now)
        free = lead.lease.is_free(now)
        queued = replace(
            lead,
            waiting=(*lead.waiting, waiting),
            last_activity=now,
            version=lead.version + 1,
            texted=_counted(lead, inbound, now),
        )
        header = leased(queued, now) if free else queued
        try:
            records.store.transact(accept(message, now + SWEEP_AFTER_MS), records.leads.put(header, lead.version))
        except Conflict as conflict:
            if conflict.write > 0:
                continue
            return Arrival(_stored(records, inbound.sid), new=False, session=None)
        return Arrival(message, new=True, session=Session(records, clock, header) if free else None)
    raise StoreUnavailable(f"lead of message {inbound.sid} changed {MAX_TRIES} times while it was being accepted")


def new_lead(customer: str, channel: str, now: int) -> Lead:
    """Return the lead of a customer of whom nothing is known yet."""
    return Lead(lead_id(customer), customer, created_at=now, last_activity=now, channel=channel)


def _counted(lead: Lead, inbound: Inbound, now: int) -> Mapping[str, int]:
    """Return the count of texts after this one; what is said in a call, or on the web page, has limits of its own."""
    if inbound.channel != SMS:
        return lead.texted
    return Allowance.from_item(lead.texted).at(now, TEXTS_OF_A_NUMBER).used().to_item()


def _waiting(inbound: Inbound, now: int) -> dict[str, Any]:
    media, channel = len(inbound.media), inbound.channel
    return {"sid": inbound.sid, "text": inbound.text, "at": now, "media": media, "channel": channel}


def _message(inbound: Inbound, now: int) -> Message:
    return Message(
        sid=inbound.sid,
        lead_id=lead_id(inbound.customer),
        channel=inbound.channel,
        customer=inbound.customer,
        sent_to=inbound.sent_to,
        text=inbound.text,
        media=len(inbound.media),
        fingerprint=fingerprint(inbound.customer, inbound.text, *(each.url for each in inbound.media)),
        accepted_at=now,
    )


def _stored(records: Records, sid: str) -> Message:
    message = records.inbox.get(sid)
    if message is None:
        raise StoreUnavailable(f"message {sid} was there and is gone")
    return message
