"""The owner's answer to a customer's price: it holds at once, he is told, and for a moment it can be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from linda.conversation.amending import amend, lead_of, next_event, with_line, without_line
from linda.conversation.quiet_hours import after_quiet_hours
from linda.conversation.session import Change, take_over
from linda.conversation.who import name_of
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, Refused
from linda.domain.money import Cents, dollars
from linda.domain.price_wish import Answer
from linda.domain.quotes import quote
from linda.domain.shop import ServiceMode, Shop
from linda.records import Records, epoch_ms
from linda.records.approvals import Approval, close_question, find_question, open_question
from linda.records.leads import Lead
from linda.records.outbox import OutgoingText, enqueue, outgoing_key, withdraw
from linda.records.schedule import Booking
from linda.records.store import Equals, Item, Update, Write
from linda.records.tables import SCHEDULE

HELD_MS = 5_000
"""A text that the owner decided on leaves after five seconds, so that undo is true."""

LAPSED = "lapse"

_ANSWERED = "That was answered already."
_LEFT = "The text has left already."


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided: the price in cents, in words, and until when (epoch ms) it can be undone."""

    amount: Cents
    says: str
    undo_until: int


@dataclass(frozen=True, slots=True)
class Approvals:
    """Answers, lapses and undoes the questions that `AskOwner` put."""

    shop: Shop
    records: Records
    clock: Clock

    def decide(self, lead_id: str, approval_id: str, answer: Answer, *, by: str, held_ms: int = HELD_MS) -> Decided:
        """Give the customer the price that `answer` means and queue the text that tells him.

        Raises `Refused` when it is answered already, when there is no such answer, or while LINDA is answering him.
        """
        lead = lead_of(self.records, lead_id)
        approval = _open(lead, approval_id)
        amounts = approval.wish.amounts()
        if answer not in amounts:
            raise Refused("There are no whole dollars between the two prices.")
        session = take_over(self.records, self.clock, lead)
        if session is None:
            raise Refused(f"LINDA is answering {name_of(lead)} right now; try again in a few seconds.")
        decision = _Decision(approval, answer, amounts[answer], by, epoch_ms(self.clock))
        text = self._text(session.lead, decision, held_ms)
        try:
            session.write(self._change(decision, text), *self._writes(session.lead, decision, text))
        except Conflict:
            session.give_back(tries=session.lead.tries - 1)
            raise Refused(_ANSWERED) from None
        return Decided(decision.amount, decision.says, text.due_at)

    def decide_by_code(self, code: str, answer: Answer, *, by: str) -> Decided | None:
        """Answer the question the owner was texted with `code`; None when there is none (any more)."""
        row = find_question(self.records.store, code)
        return self.decide(row["lead_id"], row["approval_id"], answer, by=by, held_ms=0) if row else None

    def lapse(self, row: Item) -> None:
        """Keep the price of a question whose time is over, and tell the customer."""
        self.decide(row["lead_id"], row["approval_id"], Answer.KEEP, by=LAPSED, held_ms=0)

    def undo(self, lead_id: str, approval_id: str) -> Approval:
        """Take a decision back while its text is held, and return the question as it stands again.

        Raises `Refused` when the text has left.
        """
        noted = self._decision(lead_id, approval_id)
        approval = Approval.from_item(noted["before"]["approval"])
        if approval is None or noted["due_at"] <= epoch_ms(self.clock):
            raise Refused(_LEFT)
        before = noted["before"]

        def change(lead: Lead) -> Lead:
            return replace(without_line(lead, noted["key"]), approval=before["approval"], discount=before["discount"])

        def writes(lead: Lead, at: int) -> list[Write]:
            event = self.records.leads.event(lead_id, at, "undone", approval_id=approval_id, key=noted["key"])
            back = _repriced(self._booked(lead, approval), before["prices"])
            return [withdraw(noted["key"], noted["due_at"]), open_question(approval, lead_id), event, *back]

        try:
            amend(self.records, self.clock, lead_id, change, writes)
        except Conflict:
            raise Refused(_LEFT) from None
        return approval

    def _decision(self, lead_id: str, approval_id: str) -> Item:
        events = self.records.leads.events(lead_id, limit=30, newest_first=True)
        about = [each for each in events if each.get("approval_id") == approval_id]
        if not about or about[0]["event"] != "decision":
            raise Refused("There is nothing to undo.")
        return about[0]

    def _change(self, decision: "_Decision", text: OutgoingText) -> Change:
        def change(lead: Lead) -> Lead:
            now = decision.now_ms
            decided = replace(lead, approval=None, discount=_discount(self.shop, lead, decision), last_activity=now)
            decided = replace(decided, leased_until=0, tries=lead.tries - 1, last_event=next_event(lead, now))
            return decided if lead.opted_out_at else with_line(decided, "linda", text.body, now, text.key)

        return change

    def _writes(self, lead: Lead, decision: "_Decision", text: OutgoingText) -> list[Write]:
        booked, approval = self._booked(lead, decision.approval), decision.approval
        before = {
            "approval": approval.to_item(),
            "discount": dict(lead.discount) if lead.discount else None,
            "prices": {each.booking_id: each.price for each in booked},
        }
        event = self.records.leads.event(
            lead.lead_id,
            next_event(lead, decision.now_ms),
            "decision",
            text=text.body,
            key=text.key,
            due_at=text.due_at,
            approval_id=approval.approval_id,
            answer=decision.answer.value,
            cents=decision.amount,
            by=decision.by,
            before=before,
        )
        change = decision.amount - approval.current
        prices = {each.booking_id: each.price + change for each in booked} if change else {}
        queued = [] if lead.opted_out_at else [enqueue(text)]
        return [close_question(approval), event, *queued, *_repriced(booked, prices)]

    def _text(self, lead: Lead, decision: "_Decision", held_ms: int) -> OutgoingText:
        now = decision.now_ms
        local = datetime.fromtimestamp(now / 1000, UTC).astimezone(self.shop.timezone)
        asks = "" if self._booked(lead, decision.approval) else " When would you like to come in?"
        return OutgoingText(
            key=outgoing_key(f"decided#{decision.approval.approval_id}#{now}"),
            to=lead.phone,
            body=decision.words(self.shop.owner) + asks,
            due_at=after_quiet_hours(local) if decision.by == LAPSED else now + held_ms,
            created_at=now,
            about=lead.lead_id,
        )

    def _booked(self, lead: Lead, approval: Approval) -> list[Booking]:
        found = [self.records.schedule.find(each) for each in lead.bookings]
        return [each for each in found if each is not None and each.services == approval.services]


@dataclass(frozen=True, slots=True)
class _Decision:
    approval: Approval
    answer: Answer
    amount: Cents
    by: str
    now_ms: int

    @property
    def says(self) -> str:
        verb = {Answer.APPROVE: "gives", Answer.OFFER: "offers", Answer.KEEP: "keeps"}[self.answer]
        return f"LINDA {verb} {dollars(self.amount)} for {self.approval.job}."

    def words(self, owner: str) -> str:
        job, price = self.approval.job, dollars(self.amount)
        if self.by == LAPSED:
            return f"{owner} couldn't answer yet, so {job} stays at {price}."
        return {
            Answer.APPROVE: f"{owner} says yes: {job} for {price}.",
            Answer.OFFER: f"{owner} can do {job} for {price}.",
            Answer.KEEP: f"{owner} has to keep {job} at {price}.",
        }[self.answer]


def _repriced(booked: Iterable[Booking], prices: Mapping[str, int]) -> list[Write]:
    """Return the writes that give each booking its price of `prices` (cents, by booking id)."""
    return [
        Update(
            SCHEDULE,
            {"day": each.day, "slot": each.claim.slot},
            {"price": prices[each.booking_id]},
            Equals("owner", each.booking_id),
        )
        for each in booked
        if prices.get(each.booking_id, each.price) != each.price
    ]


def _open(lead: Lead, approval_id: str) -> Approval:
    approval = Approval.from_item(lead.approval)
    if approval is None or approval.approval_id != approval_id:
        raise Refused(_ANSWERED)
    return approval


def _discount(shop: Shop, lead: Lead, decision: _Decision) -> Mapping[str, Any] | None:
    approval = decision.approval
    if decision.amount == approval.current:
        return lead.discount
    mode = ServiceMode(approval.service_mode)
    off = Cents(quote(shop, approval.services, service_mode=mode).total - decision.amount)
    agreed = {"services": list(approval.services), "service_mode": approval.service_mode, "off": off}
    percent = quote(shop, approval.services, service_mode=mode, agreed_off=off).discount_percent
    # `cents` is all of it: what the owner gives himself does not come out of the day's money for LINDA's own gifts.
    return {"percent": percent, "reason": "owner", "cents": off, "at": decision.now_ms, "agreed": agreed}
