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
from linda.records import Records, epoch_ms
from linda.records.inbox import Message
from linda.records.leads import Lead
from linda.records.rates import Exceeded, Limit

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS

OF_A_VISITOR = Limit("chat-visitor", 20, 10 * MINUTE_MS)
OF_AN_ADDRESS = Limit("chat-address", 60, HOUR_MS)
NEW_VISITORS = Limit("chat-new", 20, DAY_MS)
OF_ALL = Limit("chat", 500, DAY_MS)


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

    def admit(self, visitor: str, address: str, *, is_new: bool) -> Exceeded | None:
        """Count a text of `visitor` from the hashed internet `address`; return the limit that is in the way, if any."""
        uses = {OF_A_VISITOR: visitor, OF_AN_ADDRESS: address, OF_ALL: "everybody"}
        return self.records.rates.take({**uses, NEW_VISITORS: address} if is_new else uses)

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
