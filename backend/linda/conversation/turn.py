"""One turn: accept, lease, read, think, check, commit (each step once, each in a place of its own)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from linda.conversation.acceptance import receive
from linda.conversation.answering import Answering, Covered
from linda.conversation.brain import Deadline
from linda.conversation.inbound import Inbound
from linda.conversation.session import Session, take_over
from linda.domain.clock import Clock
from linda.records import Records
from linda.records.inbox import Message

REPLY_BUDGET_S = 11.5
"""Twilio gives a webhook 15 s; a reply is on its way by 11.5 s, so that 12.5 s hold end to end."""

POLL_S = 0.05


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to the channel: the texts (none: say nothing), and whether this was a repeat."""

    texts: tuple[str, ...] = ()
    repeated: bool = False


@dataclass(slots=True)
class TurnEngine:
    """Answers messages. `checkpoint` is told each step by name (tests stop the process there)."""

    records: Records
    clock: Clock
    answering: Answering
    checkpoint: Callable[[str], None] = field(default=lambda step: None)

    def answer(self, inbound: Inbound) -> Reply:
        """Answer `inbound`, once: a repeat gets the stored reply, a burst is answered in order.

        Returns within the reply budget; when another worker holds the conversation for longer, with nothing to
        say: the text is accepted, and the sweeper sees to it. Raises `StoreUnavailable` when nothing was accepted.
        """
        deadline = Deadline.after(self.clock, REPLY_BUDGET_S)
        arrival = receive(self.records, self.clock, inbound)
        self.checkpoint("accepted")
        if arrival.session is not None:
            self._work(arrival.session, inbound.sid, deadline)
        message = self._settled(arrival.message, deadline)
        return Reply(_said_here(message), repeated=not arrival.new)

    def finish(self, message: Message) -> bool:
        """Answer an accepted message whose webhook is gone, by text of our own; False when somebody else is at it."""
        lead = self.records.leads.get_by_id(message.lead_id)
        session = take_over(self.records, self.clock, lead) if lead else None
        if session is None:
            return False
        self._work(session, None, Deadline.after(self.clock, REPLY_BUDGET_S))
        return True

    def _settled(self, message: Message, deadline: Deadline) -> Message:
        """Wait until `message` is done, taking the conversation over when its worker is gone."""
        while True:
            now = self.records.inbox.get(message.sid) or message
            if now.is_done or not deadline.remaining():
                return now
            lead = self.records.leads.get_by_id(message.lead_id)
            session = take_over(self.records, self.clock, lead) if lead else None
            if session is not None:
                self._work(session, message.sid, deadline)
            else:
                self.clock.sleep(min(POLL_S, deadline.remaining()))

    def _work(self, session: Session, own_sid: str | None, deadline: Deadline) -> None:
        self.checkpoint("leased")
        self.answering.answer(session, Covered.of(session.lead, own_sid), deadline, self.checkpoint)


def _said_here(message: Message) -> tuple[str, ...]:
    return message.reply if message.delivery == "webhook" else ()
