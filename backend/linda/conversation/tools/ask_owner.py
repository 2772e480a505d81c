"""Asking the owner for a price below what LINDA may give: noted on the lead, and texted to him, in the same write."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from linda.conversation.alerts import Alerts
from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.conversation.quiet_hours import after_quiet_hours
from linda.conversation.toolbox import Kind, Outcome, done, refused
from linda.conversation.tools.reading import Job, job_quote, read_mode
from linda.conversation.who import name_of
from linda.domain.discount import Reason, discount_cents, ladder
from linda.domain.money import Cents, dollars
from linda.domain.quotes import Quote
from linda.domain.sms_text import clip
from linda.records.approvals import Approval, open_question
from linda.records.outbox import outgoing_key
from linda.records.store import Write

PATIENCE_MS = round(timedelta(hours=1).total_seconds() * 1000)
"""How long the owner has; after it LINDA keeps the price and tells the customer so."""


@dataclass(frozen=True, slots=True)
class AskOwnerArguments(Arguments):
    """Ask the owner for a lower price, after authorize_discount gave all it could and the customer named his price.

    wanted_cents: the total the customer wants to pay, in whole cents (6000 is $60).
    """

    wanted_cents: int


@dataclass(frozen=True, slots=True)
class AskOwner:
    """Puts a customer's price to the owner, once at a time."""

    desk: Desk
    name: ClassVar[str] = "ask_owner"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = AskOwnerArguments

    def run(self, arguments: AskOwnerArguments) -> Outcome:
        """Ask, or say why not: nothing quoted, asked already, no serious price, or still LINDA's to give."""
        desk = self.desk
        services = desk.facts.services or tuple(desk.quoted)
        if not services:
            return refused("Quote the repair first: a price is for a repair.")
        if desk.lead.approval is not None:
            return refused(f"{desk.shop.owner} is asked already; his answer comes here.", asked=True)
        job = Job(desk.facts.device or "", desk.facts.brand, services)
        price = job_quote(desk, job, read_mode(desk.facts.service_mode))
        approval = self._approval(job, price, Cents(arguments.wanted_cents))
        if not approval.wish.is_serious:
            return refused(f"{dollars(price.total)} stands: that is too far from it to ask {desk.shop.owner}.")
        if price.total - self._still_ours(price) <= approval.wanted:
            return refused("You can give that yourself: authorize_discount.")
        outcome = done(
            Evidence(prices=frozenset({Cents(approval.wanted), price.total})),
            asked=True,
            wanted=dollars(Cents(approval.wanted)),
            owner=desk.shop.owner,
        )
        changes = {"approval": approval.to_item()}
        return desk.record(self.name, arguments.as_given(), outcome, changes, self._writes(approval))

    def _still_ours(self, price: Quote) -> Cents:
        """Return how much LINDA could still take off by herself, in cents."""
        desk = self.desk
        left = Cents(desk.given_today - desk.unspent_discount)
        steps = ladder(desk.shop, desk.state, Reason.CUSTOMER_REQUEST, price=price.discountable, given_today=left)
        most = discount_cents(price.discountable, max(steps, default=0), desk.shop.discounts.floor_percent)
        return Cents(max(0, most - price.discount))

    def _approval(self, job: Job, price: Quote, wanted: Cents) -> Approval:
        desk = self.desk
        alert_at = after_quiet_hours(desk.now)
        return Approval(
            approval_id=f"ask-{desk.sids[0]}",
            code=_drawn_code(),
            services=job.services,
            service_mode=read_mode(desk.facts.service_mode).value,
            job=" ".join(filter(None, [job.device, _kinds(desk, job)])),
            current=price.total,
            wanted=wanted,
            said=clip(desk.lead.waiting[-1]["text"], 1) if desk.lead.waiting else "",
            asked_at=desk.now_ms,
            lapses_at=alert_at + PATIENCE_MS,
        )

    def _writes(self, approval: Approval) -> list[Write]:
        desk, question = self.desk, open_question(approval, self.desk.lead.lead_id)
        wanted, current = dollars(Cents(approval.wanted)), dollars(Cents(approval.current))
        said = f'{name_of(desk.lead)} wants {approval.job} for {wanted} instead of {current}: "{approval.said}".'
        how = f"Text OK {approval.code} or NO {approval.code}."
        key = outgoing_key(f"ask#{approval.approval_id}")
        return [question, *Alerts(desk).to_owner(key, f"{clip(said, 1)} {how}", after_quiet_hours(desk.now))]


def _drawn_code() -> str:
    """Return four digits that only the owner's phone is told: nothing a customer knows leads to them.

    Never starts with 0, so that it survives being read as a number.
    """
    return str(1000 + secrets.randbelow(9000))


def _kinds(desk: Desk, job: Job) -> str:
    services = filter(None, map(desk.shop.service, job.services))
    return " and ".join(dict.fromkeys(each.repair.replace("_", " ") for each in services))
