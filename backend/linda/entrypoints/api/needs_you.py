"""What waits for the owner: a price to decide, a customer who wants him, a text that could not be sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from linda.conversation.approvals import Approvals
from linda.conversation.who import name_of
from linda.domain.money import dollars
from linda.domain.price_wish import Answer
from linda.domain.time_words import until_words
from linda.entrypoints.api.heads import local_time
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.records.approvals import Approval
from linda.records.leads import Lead

_LABELS = {Answer.APPROVE: "Approve", Answer.OFFER: "Offer", Answer.KEEP: "Keep"}


class Choice(BaseModel):
    """One answer to a price, with its amount in the label."""

    id: Answer
    label: str
    amount_cents: int


class NeedsYou(BaseModel):
    """One card: the fact, the reason, the answers, and what happens without one."""

    id: str
    kind: Literal["approval", "handed_over", "failed_text"]
    conversation_id: str
    who: str
    title: str
    detail: str
    asked_at: datetime
    lapses_at: datetime | None = None
    lapse_says: str = ""
    answers: list[Choice] = []


class Chosen(BaseModel):
    """The owner's answer to a price."""

    model_config = ConfigDict(extra="forbid")

    answer: Answer


class Decision(BaseModel):
    """What was decided, and until when it can be undone."""

    says: str
    undo_until: datetime


@dataclass(frozen=True, slots=True)
class ApprovalRoutes:
    """The routes under /api/approvals; an approval is named by conversation and question, as its card is."""

    parts: Parts

    def answer(self, approval: str, chosen: Chosen) -> Decision:
        """Give the customer that price; the text that tells him is held for five seconds."""
        lead_id, approval_id = _named(approval)
        decided = self._approvals.decide(lead_id, approval_id, chosen.answer, by="dashboard")
        return Decision(says=decided.says, undo_until=local_time(self.parts, decided.undo_until))

    def undo(self, approval: str) -> NeedsYou:
        """Take the answer back while its text is held; 409 when it has left."""
        lead_id, approval_id = _named(approval)
        self._approvals.undo(lead_id, approval_id)
        lead = self.parts.records.leads.get_by_id(lead_id)
        cards = [each for each in needs_you(self.parts, lead) if each.kind == "approval"] if lead else []
        if not cards:
            raise Problem(409, "That was answered already.")
        return cards[0]

    @property
    def _approvals(self) -> Approvals:
        return Approvals(self.parts.shop, self.parts.records, self.parts.clock)


def needs_you(parts: Parts, lead: Lead) -> Iterator[NeedsYou]:
    """Yield the cards of one conversation."""
    approval = Approval.from_item(lead.approval)
    if approval is not None:
        yield _price_card(parts, lead, approval)
    last = next((each for each in reversed(lead.recent) if each["who"] == "customer"), None)
    quoted = f'"{last["text"]}"' if last else ""
    if lead.handed_over:
        at = local_time(parts, last["at"] if last else lead.last_activity)
        yield _card(lead, "handed_over", f"{name_of(lead)}: {lead.handed_over}", quoted, at)
    if lead.trouble:
        title = f"A text to {name_of(lead)} could not be sent"
        detail = f'"{lead.trouble["text"]}" ({lead.trouble["reason"]})'
        yield _card(lead, "failed_text", title, detail, local_time(parts, lead.trouble["at"]))


def _card(
    lead: Lead, kind: Literal["handed_over", "failed_text"], title: str, detail: str, asked_at: datetime
) -> NeedsYou:
    return NeedsYou(
        id=f"{lead.lead_id}~{kind}",
        kind=kind,
        conversation_id=lead.lead_id,
        who=name_of(lead),
        title=title,
        detail=detail,
        asked_at=asked_at,
    )


def _price_card(parts: Parts, lead: Lead, approval: Approval) -> NeedsYou:
    wish = approval.wish
    lapses_at = local_time(parts, approval.lapses_at)
    until = until_words(lapses_at, parts.clock.now().astimezone(parts.shop.timezone))
    current, wanted = dollars(wish.current), dollars(wish.wanted)
    return NeedsYou(
        id=f"{lead.lead_id}~{approval.approval_id}",
        kind="approval",
        conversation_id=lead.lead_id,
        who=name_of(lead),
        title=f"{name_of(lead)} wants {approval.job} for {wanted} instead of {current}",
        detail=f'"{approval.said}" {current} is as low as LINDA may go.',
        asked_at=local_time(parts, approval.asked_at),
        lapses_at=lapses_at,
        lapse_says=f"Without you LINDA keeps {current} at {until}.",
        answers=[
            Choice(id=answer, label=f"{_LABELS[answer]} {dollars(amount)}", amount_cents=amount)
            for answer, amount in wish.amounts().items()
        ],
    )


def _named(approval: str) -> tuple[str, str]:
    lead_id, _, approval_id = approval.partition("~")
    return lead_id, approval_id
