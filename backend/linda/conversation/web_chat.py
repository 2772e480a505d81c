"""The chat on the shop's web page: texts answered in the same turns as everybody's, and the visitor's view of it all.

A visitor's page reads the conversation itself, so nothing is sent to it: what the owner writes, and what LINDA says
late, is there once it counts as sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from linda.conversation.inbound import Inbound
from linda.conversation.thread import Fate, Speaker, ThreadLine, read_thread
from linda.conversation.turn import TurnEngine
from linda.domain.channel import WEB
from linda.domain.clock import Clock
from linda.domain.errors import StoreUnavailable
from linda.domain.limits import (
    CHAT_OF_A_VISITOR,
    CHAT_OF_ALL,
    CHAT_OF_AN_ADDRESS,
    CHAT_OF_AN_ADDRESS_A_DAY,
    NEW_CHATS_OF_AN_ADDRESS,
)
from linda.records import Records, epoch_ms
from linda.records.inbox import Message
from linda.records.leads import Lead
from linda.records.rates import Exceeded


@dataclass(frozen=True, slots=True)
class Transcript:
    """What a visitor reads. `settled` is False while a text of ours is still to become visible among these lines."""

    lines: Sequence[ThreadLine]
    settled: bool


@dataclass(frozen=True, slots=True)
class WebChat:
    """One visitor's side of the shop; `visitor` is his customer id throughout."""

    records: Records
    clock: Clock
    engine: TurnEngine

    def admit(self, lead: Lead | None, visitor: str, address: str) -> Exceeded | None:
        """Count a text of `visitor` from the hashed internet `address`; return the limit that is in the way, if any.

        A visitor whose number is confirmed goes on when strangers have used up what belongs to all.
        """
        uses = {CHAT_OF_A_VISITOR: visitor, CHAT_OF_AN_ADDRESS: address, CHAT_OF_AN_ADDRESS_A_DAY: address}
        if lead is None or not lead.contact_phone:
            uses[CHAT_OF_ALL] = "everybody"
        if lead is None:
            uses[NEW_CHATS_OF_AN_ADDRESS] = address
        return self.records.rates.take(uses)

    def say(self, visitor: str, sid: str, text: str, shop_phone: str) -> Message:
        """Have the visitor's text answered, once for each message id `sid`, and return it as it is kept.

        Raises `StoreUnavailable` when it was not accepted.
        """
        self.engine.answer(Inbound(sid, WEB, visitor, text, shop_phone))
        message = self.records.inbox.get(sid)
        if message is None:
            raise StoreUnavailable(f"message {sid} was accepted and is gone")
        return message

    def read(self, lead: Lead, after: int) -> Transcript:
        """Return what was said after the event `after` (its timestamp), by whomever, and what waits for an answer."""
        thread = read_thread(self.records, lead.lead_id, epoch_ms(self.clock), after=after)
        ours = [each for each in thread if each.kind is not Speaker.NOTE and each.seq > after]
        waiting = [
            ThreadLine(lead.last_event + place, each["at"], Speaker.CUSTOMER, each["text"])
            for place, each in enumerate(lead.waiting, 1)
        ]
        said = [each for each in ours if each.status is Fate.SENT]
        is_open = any(each.status in {Fate.HELD, Fate.QUEUED} for each in ours)
        return Transcript([*said, *waiting], settled=not is_open and not waiting)
