"""Facts about the customer and his wish, kept on the lead for either brain."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.toolbox import Kind, Outcome, done
from linda.conversation.tools.reading import read_clock, read_day, read_job, read_mode
from linda.domain.quotes import quote


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
        """Note what is given and valid; raises `Refused` when the repair is not done that way."""
        facts = replace(self.desk.facts, **self._read(arguments))
        if facts.services:
            quote(self.desk.shop, facts.services, service_mode=read_mode(facts.service_mode))
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
