"""Conversations: the list, one of them line by line, and what the owner does in it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel, ConfigDict, Field, StrictStr

from linda.conversation.own_messages import OwnMessages, message_key
from linda.conversation.standing import Standing
from linda.conversation.thread import Fate, Speaker, ThreadLine, read_thread
from linda.domain.time_words import date_words
from linda.domain.visitor import is_visitor
from linda.entrypoints.api.appointments import Appointment, add_ons_of, shown
from linda.entrypoints.api.heads import ConversationHead, Heads, head_of, local_time
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.why import Why, why_of
from linda.records import epoch_ms
from linda.records.leads import Lead
from linda.records.schedule import Booking

MOST = 200
View = Literal["open", "waiting", "done"]


class Line(BaseModel):
    """One line of a conversation; `channel` is the way it was said: sms, voice or web."""

    seq: int
    at: datetime
    kind: Speaker
    text: str
    channel: str
    status: Fate
    message_id: str | None = None
    held_until: datetime | None = None
    why: Why | None = None


class Context(BaseModel):
    """What is known of the customer beside the conversation."""

    name: str
    device: str
    repair: str
    quote_cents: int | None
    discount_percent: int
    handed_over: str
    opted_out: bool
    phone_confirmed: bool
    bookings: list[Appointment]
    past: list[str]
    add_ons: list[str]


class Conversation(BaseModel):
    """One conversation: its lines after the cursor that was sent along, and the new cursor."""

    head: ConversationHead
    lines: list[Line]
    cursor: int
    taken_over: bool
    taken_over_until: datetime | None
    can_text: bool
    can_text_why: str
    context: Context


class OwnText(BaseModel):
    """A text by the owner's hand; `id` is made by the page (letters and digits), and the same id is one text."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")]
    text: StrictStr


class Undone(BaseModel):
    """A text that was taken back."""

    text: str


@dataclass(frozen=True, slots=True)
class Conversations:
    """The routes under /api/conversations."""

    parts: Parts

    def overview(
        self, view: Annotated[View, Query()] = "open", limit: Annotated[int, Query(ge=1, le=MOST)] = 50
    ) -> Heads:
        """Return the conversations that are open, wait for the owner, or are done; the latest first."""
        heads = [head_of(self.parts, each) for each in self.parts.customers(MOST)]
        return Heads(conversations=[each for each in heads if _is_in(view, each)][:limit])

    def show(self, conversation: str, after: Annotated[int, Query(ge=0)] = 0) -> Conversation:
        """Return one conversation; with `after`, only what came since, and texts that are not settled."""
        lead = self._lead(conversation)
        now = epoch_ms(self.parts.clock)
        taken = lead.taken_over_until > now
        return Conversation(
            head=head_of(self.parts, lead),
            lines=[self._line(each) for each in read_thread(self.parts.records, lead.lead_id, now, after=after)],
            cursor=lead.last_event,
            taken_over=taken,
            taken_over_until=local_time(self.parts, lead.taken_over_until) if taken else None,
            can_text=not lead.opted_out_at,
            can_text_why="This customer wants no more texts." if lead.opted_out_at else "",
            context=self._context(lead),
        )

    def take_over(self, conversation: str) -> ConversationHead:
        """Silence LINDA in this conversation."""
        return head_of(self.parts, self._own.take(self._lead(conversation).lead_id))

    def give_back(self, conversation: str) -> ConversationHead:
        """Let LINDA answer again."""
        return head_of(self.parts, self._own.give_back(self._lead(conversation).lead_id))

    def close(self, conversation: str) -> ConversationHead:
        """Mark it done."""
        return head_of(self.parts, self._own.close(self._lead(conversation).lead_id))

    def send(self, conversation: str, own: OwnText) -> Line:
        """Hold a text by hand for five seconds; LINDA is silent from now on."""
        lead = self._lead(conversation)
        self._own.send(lead.lead_id, own.id, own.text)
        return self._line_of(lead.lead_id, own.id)

    def undo(self, conversation: str, message: str) -> Undone:
        """Take a held text back; 409 when it has left."""
        return Undone(text=self._own.undo(self._lead(conversation).lead_id, message))

    def release(self, conversation: str, message: str) -> Line:
        """Send a text whose time has come, or try one again that failed."""
        lead = self._lead(conversation)
        self._own.release(lead.lead_id, message)
        return self._line_of(lead.lead_id, message)

    @property
    def _own(self) -> OwnMessages:
        return OwnMessages(self.parts.records, self.parts.clock, self.parts.sender)

    def _lead(self, conversation: str) -> Lead:
        lead = self.parts.records.leads.get_by_id(conversation)
        if lead is None:
            raise Problem(404, "There is no such conversation.")
        return lead

    def _line_of(self, lead_id: str, message: str) -> Line:
        lines = read_thread(self.parts.records, lead_id, epoch_ms(self.parts.clock))
        found = next((each for each in reversed(lines) if each.key == message_key(message)), None)
        if found is None:
            raise Problem(404, "There is no such text: it was taken back.")
        return self._line(found)

    def _line(self, line: ThreadLine) -> Line:
        return Line(
            seq=line.seq,
            at=local_time(self.parts, line.at),
            kind=line.kind,
            text=line.text,
            channel=line.channel,
            status=line.status,
            message_id=line.key.split("#")[2] if line.key.startswith("out#hand#") else None,
            held_until=local_time(self.parts, line.held_until) if line.held_until else None,
            why=why_of(line.receipt) if line.receipt else None,
        )

    def _context(self, lead: Lead) -> Context:
        shop, schedule = self.parts.shop, self.parts.records.schedule
        today = self.parts.clock.now().astimezone(shop.timezone).date().isoformat()
        booked = [each for each in map(schedule.find, lead.bookings) if each is not None]
        services = filter(None, map(shop.service, lead.facts.get("services", ())))
        return Context(
            name=str(lead.facts.get("name") or ""),
            device=str(lead.facts.get("device") or ""),
            repair=", ".join(each.name for each in services),
            quote_cents=lead.quote["total_cents"] if lead.quote else None,
            discount_percent=int((lead.discount or {}).get("percent", 0)),
            handed_over=lead.handed_over,
            opted_out=bool(lead.opted_out_at),
            phone_confirmed=bool(lead.contact_phone) or not is_visitor(lead.phone),
            bookings=[shown(self.parts, each, lead) for each in booked if each.day >= today],
            past=[self._past(each) for each in booked if each.day < today],
            add_ons=add_ons_of(self.parts, lead),
        )

    def _past(self, booking: Booking) -> str:
        names = [service.name for service in map(self.parts.shop.service, booking.services) if service]
        return f"{', '.join(names)}, {date_words(date.fromisoformat(booking.day))}"


def _is_in(view: View, head: ConversationHead) -> bool:
    if view == "waiting":
        return head.status is Standing.WAITING
    return (head.status is Standing.DONE) == (view == "done")
