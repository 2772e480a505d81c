"""What is owed to a phone and not surely there: answers to webhooks that may be lost, and texts of our own."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from linda.conversation.amending import amend
from linda.conversation.by_channel import ByChannel
from linda.conversation.phone_sender import PhoneSender
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, TextNotSent
from linda.records import Records, epoch_ms
from linda.records.inbox import Message, confirm
from linda.records.leads import Lead
from linda.records.outbox import (
    GIVE_UP_AFTER,
    SENDING,
    OutgoingText,
    claim,
    enqueue,
    failed,
    outgoing_key,
    put_back,
    sent,
)

SKEW = timedelta(seconds=2)
"""A carrier's clock is not ours, and it keeps whole seconds."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Sends texts once each, and asks the carrier before it repeats one."""

    records: Records
    clock: Clock
    sender: PhoneSender

    def make_sure(self, message: Message) -> str:
        """Queue the answer to `message` unless the carrier has it; return "confirmed" or "resent".

        Raises `TextNotSent` when the carrier can't be asked.
        """
        since = _moment(message.answered_at)
        missing = [
            (place, body)
            for place, body in enumerate(message.reply)
            if self._reaching.find_sent(message.customer, body, since) is None
        ]
        now = epoch_ms(self.clock)
        queued = [enqueue(_repeated(message, place, body, now)) for place, body in missing]
        self.records.store.transact(*queued, confirm(message.sid))
        return "resent" if queued else "confirmed"

    def send(self, text: OutgoingText) -> str:
        """Send `text` if it is ours to send; return what became of it: "sent", "failed" or "waiting".

        Raises `TextNotSent` when the carrier can't be asked about an earlier attempt.
        """
        now = epoch_ms(self.clock)
        taken = text.claimed(now)
        try:
            self.records.store.transact(claim(text, now))
        except Conflict:
            return "waiting"
        obstacle = self._obstacle(text)
        if obstacle:
            return self._failed(taken, obstacle)
        # Not in the `try`: while the carrier can't be asked the text stays of unknown fate, and is not sent.
        sid = self._sent_before(text)
        try:
            sid = sid or self._reaching.send(text.to, text.body, text.key)
        except TextNotSent as problem:
            return self._not_sent(taken, problem)
        self.records.store.transact(sent(taken, sid, epoch_ms(self.clock)))
        return "sent"

    @property
    def _reaching(self) -> PhoneSender:
        """Return what sends; nothing that leaves goes around it."""
        return ByChannel(self.sender)

    def _obstacle(self, text: OutgoingText) -> str:
        if text.attempts >= GIVE_UP_AFTER:
            return f"given up after {text.attempts} attempts"
        if text.secret_until and epoch_ms(self.clock) >= text.secret_until:
            return "too late to be of use"
        lead = self.records.leads.get_by_id(text.about) if text.about else None
        if lead is not None and lead.phone == text.to and lead.opted_out_at > text.created_at:
            return "the customer opted out meanwhile"
        return ""

    def _sent_before(self, text: OutgoingText) -> str | None:
        if text.status != SENDING:
            return None
        return self._reaching.find_sent(text.to, text.body, _moment(text.tried_at))

    def _not_sent(self, taken: OutgoingText, problem: TextNotSent) -> str:
        if problem.maybe_sent:
            return "waiting"
        if problem.permanent:
            return self._failed(taken, str(problem))
        self.records.store.transact(put_back(taken, str(problem), epoch_ms(self.clock)))
        return "waiting"

    def _failed(self, taken: OutgoingText, reason: str) -> str:
        """Close `taken` as never to be sent; when it was for a customer, his conversation tells the owner."""
        lead = self.records.leads.get_by_id(taken.about) if taken.about else None
        if lead is None or lead.phone != taken.to or lead.opted_out_at:
            self.records.store.transact(failed(taken, reason))
            return "failed"
        trouble = {"key": taken.key, "text": taken.body, "reason": reason, "at": epoch_ms(self.clock)}

        def change(current: Lead) -> Lead:
            return replace(current, trouble=trouble)

        amend(self.records, self.clock, lead.lead_id, change, lambda _, at: [failed(taken, reason)])
        return "failed"


def _repeated(message: Message, place: int, body: str, now_ms: int) -> OutgoingText:
    key = outgoing_key(f"reply#{message.sid}", place)
    return OutgoingText(
        key, message.customer, body, due_at=now_ms, created_at=message.answered_at, about=message.lead_id
    )


def _moment(epoch: int) -> datetime:
    return datetime.fromtimestamp(epoch / 1000, UTC) - SKEW
