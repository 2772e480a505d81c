"""What tools have in common: from a caller's words to the shop's own values, and back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.domain.discount import discount_cents
from linda.domain.errors import InvalidInput
from linda.domain.hours import wall_moment
from linda.domain.money import Cents
from linda.domain.openings import Opening
from linda.domain.price_book import NoPrice, find_service, named_service
from linda.domain.quotes import Quote, quote
from linda.domain.shop import ServiceMode
from linda.domain.time_words import clock_time
from linda.language.devices import Device, read_devices

DEFAULT_REPAIR = "diagnostics"

CENTURY = 20
"""Years from 2000 to 2099: at the ends of the calendar the next day does not exist."""

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>[0-5]\d))?\s*(?P<half>[ap])?\.?m?\.?", re.IGNORECASE)


def read_day(text: str) -> date:
    """Read an ISO date (YYYY-MM-DD) of this century."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidInput(f"date {text[:40]!r} is no date; write YYYY-MM-DD.") from None
    if day.year // 100 != CENTURY:
        raise InvalidInput(f"date {text[:40]!r} is too far away.")
    return day


def read_clock(text: str) -> time:
    """Read a wall-clock time: "14:30", "2:30 PM"; an hour alone is of the 24-hour clock."""
    match = _CLOCK.fullmatch(text.strip())
    if match is not None:
        hour, half = int(match["hour"]), (match["half"] or "").lower()
        if hour in (range(1, 13) if half else range(24)):
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            return time(hour, int(match["minute"] or 0))
    raise InvalidInput(f"time {text[:40]!r} is no time of day; write HH:MM or 2:30 PM.")


def read_moment(desk: Desk, day: date, at: time) -> datetime:
    """Return the aware moment of a wall-clock time; raises `InvalidInput` when the clock never shows it."""
    moment = wall_moment(desk.shop, day, at.hour * 60 + at.minute)
    if moment is None:
        raise InvalidInput(f"{clock_time(at)} does not exist on {day}: the clocks change that night.")
    return moment


def read_mode(text: str | None) -> ServiceMode:
    """Read where the repair happens; in the shop unless said otherwise."""
    if text is None:
        return ServiceMode.IN_SHOP
    if text not in set(ServiceMode):
        raise InvalidInput(f"service_mode {text[:40]!r} is none of {', '.join(ServiceMode)}.")
    return ServiceMode(text)


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done: the device as we say it, its brand, and the ids of the price book."""

    device: str
    brand: str | None
    services: tuple[str, ...]
    no_price: NoPrice | None = None


def read_job(desk: Desk, repair_type: str | None, device: str | None) -> Job:
    """Read a repair ("iphone_screen", "screen", several joined by "+") on a device as a customer names it."""
    found = read_devices(device) if device else ()
    phone: Device | None = found[0] if found else None
    label = phone.label if phone else (device or desk.facts.device or "").strip()[:60]
    brand = phone.brand if phone else desk.facts.brand
    services: list[str] = []
    for words in (repair_type or DEFAULT_REPAIR).split("+"):
        line = named_service(desk.shop, words) or find_service(
            desk.shop, words.strip().lower().replace(" ", "_"), brand
        )
        if isinstance(line, NoPrice):
            return Job(label, brand, (), line)
        if line.brand is not None and brand is not None and line.brand != brand:
            raise InvalidInput(f"{line.name} is not for a {label}.")
        services.append(line.id)
    return Job(label, brand, tuple(services))


def job_quote(desk: Desk, job: Job, service_mode: ServiceMode) -> Quote:
    """Return the price of `job` with the discount this customer was promised.

    A promise is on a repair he named; on a dearer one it holds as far as the day's budget goes. What the owner
    agreed to is for that very job.
    """
    agreed = (desk.lead.discount or {}).get("agreed")
    if agreed and (tuple(agreed["services"]), agreed["service_mode"]) == (job.services, service_mode.value):
        return quote(desk.shop, job.services, service_mode=service_mode, agreed_off=Cents(agreed["off"]))
    full = quote(desk.shop, job.services, service_mode=service_mode)
    percent = _covered_percent(desk, full.discountable)
    return quote(desk.shop, job.services, service_mode=service_mode, discount_percent=percent) if percent else full


def _covered_percent(desk: Desk, discountable: Cents) -> int:
    """Return the most of the promised percentage that is counted for already or can still be given today."""
    promised, policy = desk.discount_percent, desk.shop.discounts
    if not promised:
        return 0
    covered = desk.unspent_discount + max(0, policy.daily_budget - desk.given_today)
    steps = range(promised, 0, -1)
    return next((each for each in steps if discount_cents(discountable, each, policy.floor_percent) <= covered), 0)


def opening_words(openings: Iterable[Opening]) -> list[str]:
    """Return starts the way the plan shows them: "2:00 PM"."""
    return [
        f"{each.start.hour % 12 or 12}:{each.start:%M} {'AM' if each.start.hour < 12 else 'PM'}" for each in openings
    ]


def opening_evidence(openings: Sequence[Opening], denied: datetime | None = None) -> Evidence:
    """Return what `openings` entitle to say; `denied` is a wanted moment that is not among them."""
    return Evidence(
        moments=frozenset(each.start for each in openings),
        denied=frozenset() if denied is None else frozenset({denied}),
        days=frozenset(each.start.date() for each in openings),
    )


def quote_evidence(given: Quote) -> Evidence:
    """Return what a quote entitles to say: its prices, what is taken off, how long it takes."""
    prices = {given.total, given.price, Cents(given.price + given.surcharge), *(line.price for line in given.lines)}
    prices |= {amount for amount in (given.surcharge, given.discount) if amount}
    percents = {given.discount_percent} if given.discount_percent else set()
    return Evidence(prices=frozenset(prices), percents=frozenset(percents), minutes=frozenset({given.minutes} - {0}))
