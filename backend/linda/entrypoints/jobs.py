"""What runs by the clock: the sweeper finishes what a dead process left, and sends what is due."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from linda.conversation.approvals import Approvals
from linda.conversation.calls import CallEnds
from linda.conversation.delivery import Delivery
from linda.conversation.phone_sender import PhoneSender
from linda.conversation.turn import TurnEngine
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, Refused, TextNotSent
from linda.records import Records, epoch_ms
from linda.records.approvals import is_approval
from linda.records.calls import is_call
from linda.records.inbox import Message, from_item, postpone
from linda.records.outbox import OutgoingText, is_outgoing
from linda.records.store import Item

AGAIN_AFTER_MS = 15_000
"""A row that could not be settled is looked at again after a lease has run out."""

MOST_ROUNDS = 20

_log = logging.getLogger(__name__)


Job = Callable[[], Mapping[str, int]]
"""Something that runs by the clock; it returns what it did, in figures."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did.

    `answered` messages whose webhook was over; `lapsed` questions the owner did not answer in time; `confirmed` answers
    that had arrived, `resent` answers queued again; `sent` and `failed` texts of our own; `lost_calls` calls whose end
    was never reported, `forgotten` ended ones looked through for words that are not to be kept; `waiting` rows left
    for later, `broken` ones among them that raised.
    """

    answered: int = 0
    lapsed: int = 0
    confirmed: int = 0
    resent: int = 0
    sent: int = 0
    failed: int = 0
    lost_calls: int = 0
    forgotten: int = 0
    waiting: int = 0
    broken: int = 0


@dataclass(frozen=True, slots=True)
class Sweeper:
    """Sees to every row that is due; any number of sweepers may run at once."""

    engine: TurnEngine
    records: Records
    clock: Clock
    sender: PhoneSender
    ends: CallEnds

    def sweep(self) -> Swept:
        """Settle what is due now, texts that come of it included; raises `StoreUnavailable`."""
        seen: set[str] = set()
        tally: Counter[str] = Counter()
        for _ in range(MOST_ROUNDS):
            rows = [row for row in self.records.inbox.due(epoch_ms(self.clock)) if row["key"] not in seen]
            if not rows:
                break
            seen.update(row["key"] for row in rows)
            tally.update(self._settled(row) for row in rows)
        return Swept(**tally)

    def _settled(self, row: Item) -> str:
        try:
            return self._settle(row)
        except (Conflict, Refused, TextNotSent) as reason:
            _log.info("%s is left for later: %s", row["key"], reason)
            return "waiting"
        except Exception:  # noqa: BLE001 - an entry point: one bad row must not stop the others
            _log.exception("%s could not be settled", row["key"])
            return "broken"

    def _settle(self, row: Item) -> str:
        delivery = Delivery(self.records, self.clock, self.sender)
        if is_outgoing(row["key"]):
            return delivery.send(OutgoingText.from_item(row))
        later = epoch_ms(self.clock) + AGAIN_AFTER_MS
        self.records.store.transact(postpone(row["key"], row["due_at"], later))
        if is_approval(row["key"]):
            Approvals(self.engine.answering.shop, self.records, self.clock).lapse(row)
            return "lapsed"
        if is_call(row["key"]):
            return "lost_calls" if self.ends.settle(row) else "forgotten"
        message = from_item(row)
        return delivery.make_sure(message) if message.is_done else self._answered(message)

    def _answered(self, message: Message) -> str:
        self.engine.finish(message)
        now = self.records.inbox.get(message.sid)
        return "answered" if now is not None and now.is_done else "waiting"


def jobs(sweeper: Sweeper) -> dict[str, Job]:
    """Return every job by the name a schedule calls it by; reminders of appointments have their place here."""
    return {"sweep": lambda: asdict(sweeper.sweep())}
