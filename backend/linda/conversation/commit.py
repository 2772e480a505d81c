"""The last step of a turn: reply, events and lead in one transaction, under the fence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from linda.conversation.covered import Covered
from linda.conversation.receipt import Receipt
from linda.conversation.session import Change, Session
from linda.domain.channel import VOICE
from linda.domain.clock import Clock
from linda.domain.sms_text import measure
from linda.domain.visitor import is_visitor
from linda.records import Records, epoch_ms
from linda.records.calls import call_of
from linda.records.inbox import finish
from linda.records.leads import RECENT_LINES, UNKEPT, Lead
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.records.store import Write, valid_text

CONFIRM_AFTER_MS = 60_000
"""An answer to a webhook that no status callback confirmed by then may never have arrived.

A visitor's page needs no such care: it reads the conversation itself. Neither does a call: what was not heard is asked
for again.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished turn before it is written: the text (empty: say nothing), its receipt, the change to the lead.

    `keeps_words`: what was said stays in the conversation; else it is there while the call lasts.
    """

    text: str
    receipt: Receipt
    change: Change
    keeps_words: bool = True


Said = tuple[str, ...]
"""The texts a webhook answers, as they are stored."""


def commit(records: Records, clock: Clock, session: Session, covered: Covered, answer: Answer) -> Said | None:
    """Write the turn: every covered message done, the conversation in order, the lease given back.

    Returns what the webhook of `covered.own` answers, which is what a repeat will find stored; None when this turn
    did not cover that message.
    """
    now = epoch_ms(clock)
    answer = replace(answer, text=valid_text(answer.text))
    answer.receipt.segments = measure(answer.text).segments
    at = max(now, session.lead.last_event + 1)
    writes = list(_events(records, session.lead, covered, answer, at))
    last_event = at + len(writes) - 1
    confirm_by = 0 if is_visitor(session.lead.phone) or covered.channel == VOICE else now + CONFIRM_AFTER_MS
    writes += _answers(covered, answer.text, now, last_event, confirm_by)
    if answer.text and covered.own not in covered.sids and not (covered.channel == VOICE and session.lead.opted_out_at):
        writes.append(_outgoing(session.lead, covered, answer.text, now))

    def change(lead: Lead) -> Lead:
        brief = {} if answer.keeps_words else {UNKEPT: call_of(covered.own or covered.sids[-1])}
        said = [{"who": "customer", "text": each["text"], "at": each["at"], **brief} for each in covered.entries]
        said += [{"who": "linda", "text": answer.text, "at": now, **brief}] if answer.text else []
        return replace(
            answer.change(lead),
            waiting=tuple(each for each in lead.waiting if each["sid"] not in covered.sids),
            recent=(*lead.recent, *said)[-RECENT_LINES:],
            effects=(),
            last_event=last_event,
            last_activity=now,
            channel=covered.channel,
            leased_until=0,
            tries=0,
        )

    session.write(change, *writes)
    if covered.own not in covered.sids:
        return None
    return (answer.text,) if answer.text else ()


def _events(records: Records, lead: Lead, covered: Covered, answer: Answer, at: int) -> Iterator[Write]:
    entries = covered.entries if answer.keeps_words else ()
    for place, each in enumerate(entries):
        heard = {"sid": each["sid"], "text": each["text"], "received_at": each["at"]}
        channel = each.get("channel", lead.channel)
        yield records.leads.event(lead.lead_id, at + place, "text_in", **heard, channel=channel)
    receipt = answer.receipt.to_item()
    text = answer.text if answer.keeps_words else ""
    yield records.leads.event(
        lead.lead_id, at + len(entries), "reply", text=text, channel=covered.channel, receipt=receipt
    )


def _answers(covered: Covered, text: str, now: int, receipt: int, confirm_by: int) -> Iterator[Write]:
    speaker = covered.own if covered.own in covered.sids else None
    for sid in covered.sids:
        if sid == speaker and text:
            yield finish(sid, (text,), "webhook", now_ms=now, receipt=receipt, confirm_by=confirm_by)
        else:
            delivery = "rest" if text and speaker is None else "none"
            yield finish(sid, (), delivery, now_ms=now, receipt=receipt, confirm_by=0)


def _outgoing(lead: Lead, covered: Covered, text: str, now: int) -> Write:
    key = outgoing_key(f"reply#{covered.sids[0]}")
    return enqueue(OutgoingText(key, lead.phone, text, due_at=now, created_at=now, about=lead.lead_id))
