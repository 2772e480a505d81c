"""One turn: accept, lease, read, think, check, commit (each step once, each in a place of its own)."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from linda.conversation.acceptance import receive
from linda.conversation.answering import Answering
from linda.conversation.brain import Deadline
from linda.conversation.commit import Said
from linda.conversation.covered import Covered
from linda.conversation.giving_up import give_up
from linda.conversation.inbound import Inbound
from linda.conversation.session import Session, take_over
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, LeaseLost, StoreUnavailable
from linda.records import Records
from linda.records.inbox import Message

if TYPE_CHECKING:
    from linda.conversation.sentence_gate import SentenceGate

REPLY_BUDGET_S = 11.5
"""Twilio gives a webhook 15 s; a reply is on its way by 11.5 s, so that 12.5 s hold end to end."""

POLL_S = 0.05

MOST_TRIES = 3
"""A turn that was begun so often and never ended is closed with an apology, and the owner is told."""

MOST_COVERED = 40
"""One reply answers at most as many texts: with their events they fit one transaction."""

_log = logging.getLogger(__name__)


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

    def answer(self, inbound: Inbound, *, seize: bool = False, gate: "SentenceGate | None" = None) -> Reply:
        """Answer `inbound`, once: a repeat gets the stored reply, a burst is answered in order.

        Returns within the reply budget; when another worker holds the conversation for longer, with nothing to
        say: the text is accepted, and the sweeper sees to it. With `seize` that worker is not waited for: his answer
        would reach nobody, so the conversation is taken from him, and what he writes from then on fails. Through
        `gate` the reply is heard while it is being written.
        Raises `StoreUnavailable` when nothing was accepted.
        """
        deadline = Deadline.after(self.clock, REPLY_BUDGET_S)
        arrival = receive(self.records, self.clock, inbound)
        self.checkpoint("accepted")
        try:
            said = self._work(arrival.session, inbound.sid, deadline, gate) if arrival.session else None
            if said is None:
                said = self._settled(arrival.message, deadline, gate, seize=seize)
        except StoreUnavailable:
            _log.exception("message %s is accepted and waits for the sweeper", inbound.sid)
            return Reply(repeated=not arrival.new)
        return Reply(said, repeated=not arrival.new)

    def finish(self, message: Message) -> bool:
        """Answer an accepted message whose webhook is gone, by text of our own; False when somebody else is at it."""
        lead = self.records.leads.get_by_id(message.lead_id)
        session = take_over(self.records, self.clock, lead) if lead else None
        if session is None:
            return False
        self._work(session, None, Deadline.after(self.clock, REPLY_BUDGET_S))
        return True

    def _settled(self, message: Message, deadline: Deadline, gate: "SentenceGate | None", *, seize: bool) -> Said:
        """Wait until `message` is done, taking the conversation over when its worker is gone (or to be gone)."""
        while not message.is_done and deadline.remaining():
            lead = self.records.leads.get_by_id(message.lead_id)
            is_open = lead is not None and any(each["sid"] == message.sid for each in lead.waiting)
            session = take_over(self.records, self.clock, lead, seize=seize) if lead and is_open else None
            said = self._work(session, message.sid, deadline, gate) if session else None
            if said is not None:
                return said
            if session is None:
                self.clock.sleep(POLL_S)
            message = self.records.inbox.get(message.sid) or message
        return message.reply if message.delivery == "webhook" else ()

    def _work(
        self, session: Session, own_sid: str | None, deadline: Deadline, gate: "SentenceGate | None" = None
    ) -> Said | None:
        """Carry out one turn and return what the webhook of `own_sid` answers; None while it has no answer yet."""
        self.checkpoint("leased")
        everything = Covered.of(session.lead, own_sid)
        covered = replace(everything, entries=everything.entries[:MOST_COVERED])
        try:
            if not covered.entries:
                session.give_back(tries=0)
            elif session.lead.tries > MOST_TRIES:
                return give_up(self.answering, session, covered)
            else:
                return self.answering.answer(session, covered, deadline, self.checkpoint, gate)
        except StoreUnavailable:
            raise
        except LeaseLost as lost:
            _log.warning("a turn was not written: %s", lost)
        except Conflict as conflict:
            # A tool met a state that had changed since it looked: the turn is begun again, with what it has done.
            _log.warning("a turn is begun again: %s", conflict)
            _let_go(session)
        except Exception:  # noqa: BLE001 - the bulkhead of a turn: whatever broke, the customer is answered in time
            _log.exception("a turn broke; the customer gets the apology")
            return give_up(self.answering, session, covered, gate.said if gate else "")
        return None


def _let_go(session: Session) -> None:
    with suppress(LeaseLost):
        session.give_back(tries=session.lead.tries)
