"""Handing a conversation to the owner: noted on the lead, and texted to him, in the same write."""

from dataclasses import dataclass
from typing import ClassVar

from linda.conversation.alerts import Alerts
from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.quiet_hours import after_quiet_hours
from linda.conversation.toolbox import Kind, Outcome, done
from linda.conversation.who import name_of
from linda.domain.sms_text import clip
from linda.records.outbox import outgoing_key
from linda.records.store import Write


@dataclass(frozen=True, slots=True)
class HandToOwnerArguments(Arguments):
    """Hand the conversation to the owner: he asked for a person, complains, or you can't help.

    reason: one short sentence for the owner. urgent: true only for danger (a swollen or smoking battery).
    """

    reason: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class HandToOwner:
    """Texts the owner that a customer needs him; outside danger not before eight in the morning."""

    desk: Desk
    name: ClassVar[str] = "hand_to_owner"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = HandToOwnerArguments

    def run(self, arguments: HandToOwnerArguments) -> Outcome:
        """Note it on the lead and queue the text to the owner, once per message, and once more when it is urgent."""
        reason = " ".join(arguments.reason.split())[:200] or "asked for you"
        outcome = done(handed_over=True, owner=self.desk.shop.owner)
        if self._is_told(arguments.urgent):
            return outcome
        return self.desk.record(
            self.name, arguments.as_given(), outcome, {"handed_over": reason}, self._alert(reason, arguments.urgent)
        )

    def _is_told(self, urgent: bool) -> bool:
        told = [each["arguments"]["urgent"] for each in self.desk.done_by(self.name)]
        return urgent in told or True in told

    def _alert(self, reason: str, urgent: bool) -> list[Write]:
        desk = self.desk
        said = desk.lead.waiting[-1]["text"] if desk.lead.waiting else ""
        body = clip(f'{"URGENT " if urgent else ""}{name_of(desk.lead)} needs you: {reason}. "{said}"', 2)
        key, due_at = outgoing_key(desk.sids[0], place=int(urgent)), desk.now_ms
        if not urgent:
            due_at = after_quiet_hours(desk.now)
        return Alerts(desk).to_owner(key, body, due_at, about=desk.lead.lead_id, urgent=urgent)
