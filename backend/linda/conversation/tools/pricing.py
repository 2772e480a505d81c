"""Money: quotes from the price book, discounts within the owner's law."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Kind, Outcome, done, refused
from linda.conversation.tools.reading import Job, job_quote, quote_evidence, read_job, read_mode
from linda.domain.discount import authorize
from linda.domain.errors import DiscountRefused, Refused
from linda.domain.money import Cents, dollars
from linda.domain.price_book import NoPrice
from linda.domain.quotes import Quote, quote
from linda.domain.shop import ServiceMode
from linda.records.store import Write


@dataclass(frozen=True, slots=True)
class QuoteRepairArguments(Arguments):
    """Get the price of a repair. Always call this before naming any price; prices are never negotiable by you.

    repair_type: an id of the price book or a kind of damage (screen, battery, ...), several joined by +.
    device: as the customer names it, or null. service_mode: in_shop, on_site or remote; null means in_shop.
    """

    repair_type: str
    device: str | None = None
    service_mode: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteRepair:
    """Answers what a repair costs, with the discount this customer was promised."""

    desk: Desk
    name: ClassVar[str] = "quote_repair"
    kind: ClassVar[Kind] = Kind.READ
    arguments: ClassVar[type[Arguments]] = QuoteRepairArguments

    def run(self, arguments: QuoteRepairArguments) -> Outcome:
        """Return the quote, or why there is no fixed price."""
        job = read_job(self.desk, arguments.repair_type, arguments.device)
        if job.no_price is not None:
            return _no_price(job.no_price)
        given = job_quote(self.desk, job, read_mode(arguments.service_mode))
        self.desk.quoted[:] = given.service_ids
        return done(quote_evidence(given), **quote_data(given), device=job.device)


@dataclass(frozen=True, slots=True)
class AuthorizeDiscountArguments(Arguments):
    """Ask the shop's rules for a discount on the customer's repair. Never promise one without this.

    discount_percent: a whole number. reason: repeat_customer, referral, bulk_repair, service_recovery or
    customer_request.
    """

    discount_percent: int
    reason: str


@dataclass(frozen=True, slots=True)
class AuthorizeDiscount:
    """Grants a discount within the owner's law and remembers it for this customer."""

    desk: Desk
    name: ClassVar[str] = "authorize_discount"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = AuthorizeDiscountArguments

    def run(self, arguments: AuthorizeDiscountArguments) -> Outcome:
        """Grant it, or answer the most that is allowed."""
        desk = self.desk
        services = desk.facts.services or tuple(desk.quoted)
        if not services:
            return refused("Quote the repair first: a discount is on a price.")
        if any((each.services, each.device) == (services, desk.facts.device) for each in desk.bookings()):
            return refused(f"That is booked at its price already: only {desk.shop.owner} can change it.")
        job = Job(desk.facts.device or "", desk.facts.brand, services)
        mode = read_mode(desk.facts.service_mode)
        before = desk.unspent_discount
        full = quote(desk.shop, job.services, service_mode=mode)
        try:
            self._check_promise(arguments.discount_percent)
            given = authorize(
                desk.shop,
                desk.state,
                arguments.discount_percent,
                arguments.reason,
                price=full.discountable,
                given_today=Cents(desk.given_today - before),
            )
        except DiscountRefused as no:
            return _refused(desk, job, mode, no)
        promised = {"percent": given.percent, "reason": given.reason.value, "cents": given.cents, "at": desk.now_ms}
        reduced = quote(desk.shop, job.services, service_mode=mode, discount_percent=given.percent)
        outcome = done(quote_evidence(reduced), authorized=True, **quote_data(reduced))
        counted = desk.discount_counter.add(given.cents - before)
        return desk.record(self.name, arguments.as_given(), outcome, {"discount": promised}, [counted])

    def _check_promise(self, percent: int) -> None:
        """Refuse a second grant in a turn, and one below what was promised before: a promise is not taken back."""
        if self.desk.done_by(self.name):
            raise Refused("One discount a message: the first one stands.")
        promised = self.desk.discount_percent
        if 0 <= percent < promised:
            raise DiscountRefused(f"You have {promised}% off already.", best_percent=promised)


def spent_promise(desk: Desk, cents: Cents) -> tuple[Mapping[str, Any], list[Write]]:
    """Return what a booking with `cents` off makes of the promise, and the write that counts what goes beyond it.

    Negative `cents` give the promise back: the booking was cancelled.
    """
    if desk.lead.discount is None or not cents:
        return {}, []
    left = desk.unspent_discount - cents
    promise = {"discount": {**desk.lead.discount, "cents": max(0, left)}}
    return promise, [desk.discount_counter.add(-left)] if left < 0 else []


def quote_data(given: Quote) -> dict[str, Any]:
    """Return a quote as JSON for a model; prices both in cents and as they are said."""
    return {
        "name": given.name,
        "services": list(given.service_ids),
        "price": dollars(given.total),
        "total_cents": given.total,
        "full_price_cents": Cents(given.price + given.surcharge),
        "surcharge_cents": given.surcharge,
        "discount_percent": given.discount_percent,
        "discount_cents": given.discount,
        "minutes": given.minutes,
        "starting_at": given.starting_at,
    }


def _no_price(missing: NoPrice) -> Outcome:
    evidence = Evidence(prices=frozenset(line.price for line in missing.choices))
    choices = {line.id: dollars(line.price) for line in missing.choices}
    instead = missing.instead.id if missing.instead else None
    sentence = "That repair has no fixed price."
    return refused(sentence, evidence, reason=missing.reason.value, choices=choices, instead=instead)


def _refused(desk: Desk, job: Job, mode: ServiceMode, no: DiscountRefused) -> Outcome:
    best = quote(desk.shop, job.services, service_mode=mode, discount_percent=no.best_percent)
    return refused(str(no), quote_evidence(best), best_percent=no.best_percent, **quote_data(best))
