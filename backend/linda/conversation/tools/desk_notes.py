"""What is noted and handed on: facts about the customer, an add-on's answer, a call for the owner."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, ClassVar

from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Kind, Outcome, done, refused
from linda.conversation.tools.reading import read_clock, read_day, read_job, read_mode
from linda.domain.phone_number import display
from linda.domain.sms_text import clip
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.records.store import Write

QUIET_FROM, QUIET_UNTIL = 20, 8
"""Hours between which nothing we start leaves, but for danger."""


@dataclass(frozen=True, slots=True)
class LogUpsellArguments(Arguments):
    """Note that an add-on was offered and what the customer said.

    item: screen_protector or phone_case. accepted: true, false, or null when it was only offered.
    """

    item: str
    accepted: bool | None


@dataclass(frozen=True, slots=True)
class LogUpsell:
    """Notes an add-on's offer or answer on the lead."""

    desk: Desk
    name: ClassVar[str] = "log_upsell"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = LogUpsellArguments

    def run(self, arguments: LogUpsellArguments) -> Outcome:
        """Note it; the price is the price book's."""
        item = self.desk.shop.add_on(arguments.item)
        if item is None:
            return refused("There is no such add-on.", items=[each.id for each in self.desk.shop.add_ons])
        entry = {"item": item.id, "accepted": arguments.accepted, "cents": item.price, "at": self.desk.now_ms}
        kept = tuple(each for each in self.desk.lead.upsells if each["item"] != item.id)
        data = {"item": item.id, "name": item.name, "accepted": arguments.accepted, "price_cents": item.price}
        outcome = done(Evidence(prices=frozenset({item.price})), **data)
        return self.desk.record(self.name, arguments.as_given(), outcome, {"upsells": (*kept, entry)}, [])


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
        """Note it on the lead and queue the text to the owner, once per message."""
        reason = " ".join(arguments.reason.split())[:200] or "asked for you"
        outcome = done(handed_over=True, owner=self.desk.shop.owner)
        return self.desk.record(
            self.name, arguments.as_given(), outcome, {"handed_over": reason}, self._alert(reason, arguments.urgent)
        )

    def _alert(self, reason: str, urgent: bool) -> list[Write]:
        desk = self.desk
        if not desk.owner_phone:
            return []
        who = desk.facts.name or display(desk.lead.phone)
        said = desk.lead.waiting[-1]["text"] if desk.lead.waiting else ""
        body = clip(f'{"URGENT " if urgent else ""}{who} needs you: {reason}. "{said}"', 2)
        text = OutgoingText(
            key=outgoing_key(desk.sids[0]),
            to=desk.owner_phone,
            body=body,
            due_at=desk.now_ms if urgent else _after_quiet_hours(desk),
            created_at=desk.now_ms,
            about=desk.lead.lead_id,
        )
        return [enqueue(text)]


@dataclass(frozen=True, slots=True)
class NoteFactsArguments(Arguments):
    """Remember what the customer said, so that nobody asks again. Give what is new, null for the rest.

    name, device, repair_type (an id of the price book, several joined by +), service_mode (in_shop, on_site,
    remote), date (YYYY-MM-DD) and time (HH:MM) he wishes for, address for an on-site repair.
    """

    name: str | None = None
    device: str | None = None
    repair_type: str | None = None
    service_mode: str | None = None
    date: str | None = None
    time: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """Keeps what the customer told on the lead, for either brain."""

    desk: Desk
    name: ClassVar[str] = "note_facts"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = NoteFactsArguments

    def run(self, arguments: NoteFactsArguments) -> Outcome:
        """Note what is given and valid."""
        facts = replace(self.desk.facts, **self._read(arguments))
        outcome = done(noted=facts.to_item())
        return self.desk.record(self.name, arguments.as_given(), outcome, {"facts": facts.to_item()}, [])

    def _read(self, given: NoteFactsArguments) -> dict[str, Any]:
        read: dict[str, Any] = {}
        if given.device or given.repair_type:
            job = read_job(self.desk, given.repair_type or "diagnostics", given.device)
            read |= {"device": job.device, "brand": job.brand} if given.device else {}
            read |= {"services": job.services} if given.repair_type and job.services else {}
        if given.service_mode:
            read["service_mode"] = read_mode(given.service_mode).value
        if given.date:
            read["day"] = read_day(given.date)
        if given.time:
            read["time"] = read_clock(given.time)
        for key in ("name", "address"):
            text = " ".join((getattr(given, key) or "").split())[:80]
            read |= {key: text} if text else {}
        return read


def _after_quiet_hours(desk: Desk) -> int:
    now = desk.now
    if QUIET_UNTIL <= now.hour < QUIET_FROM:
        return desk.now_ms
    morning = now.replace(hour=QUIET_UNTIL, minute=0, second=0, microsecond=0)
    return round((morning if morning > now else morning + timedelta(days=1)).timestamp() * 1000)
