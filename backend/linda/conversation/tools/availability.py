"""Openings: what is free, counted from the calendar at this moment, and kept for a customer who is deciding."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from linda.conversation.arguments import Arguments
from linda.conversation.desk import Desk
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Kind, Outcome, done, refused
from linda.conversation.tools.by_text import confirm_first, is_unconfirmed
from linda.conversation.tools.reading import (
    job_quote,
    opening_evidence,
    opening_words,
    read_clock,
    read_day,
    read_job,
    read_mode,
    read_moment,
)
from linda.domain.errors import Conflict
from linda.domain.hours import wall_moment
from linda.domain.opening_choice import bookable_together
from linda.domain.openings import Opening, claimed_cells, minute_of_day
from linda.domain.shop import ServiceMode
from linda.domain.time_words import moment_words
from linda.records.schedule import Claim, hold
from linda.records.store import Item

HOLD_MINUTES = 10
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class CheckAvailabilityArguments(Arguments):
    """Find real openings on a day. Always call this before naming any time; only the times it returns are free.

    date: the day, YYYY-MM-DD, in the shop's zone. time: a wanted start, HH:MM or 2:30 PM, or null for any.
    repair_type: an id of the price book (several joined by +), or null when not known yet. device: as the customer
    names it, or null. service_mode: in_shop, on_site or remote; null means in_shop.
    """

    date: str
    time: str | None = None
    repair_type: str | None = None
    device: str | None = None
    service_mode: str | None = None


@dataclass(frozen=True, slots=True)
class CheckAvailability:
    """Answers which starts are free on a day, how many bookings still fit, and the nearest ones to a wanted time."""

    desk: Desk
    name: ClassVar[str] = "check_availability"
    kind: ClassVar[Kind] = Kind.READ
    arguments: ClassVar[type[Arguments]] = CheckAvailabilityArguments

    def run(self, arguments: CheckAvailabilityArguments) -> Outcome:
        """Return `available`, `slots` and `left` of the day; for a wanted time whether it is free, else the nearest."""
        day, mode = read_day(arguments.date), read_mode(arguments.service_mode)
        minutes = job_minutes(self.desk, arguments.repair_type, arguments.device, mode)
        openings = self.desk.openings(day, minutes, mode)
        left = len(bookable_together(self.desk.shop, openings, mode))
        counted = Evidence(counts=frozenset({left}), days=frozenset({day}))
        if arguments.time is not None:
            at = read_clock(arguments.time)
            wanted = wall_moment(self.desk.shop, day, at.hour * 60 + at.minute)
            # A time that the clock skips in spring has no neighbours: the day is told as if none had been named.
            if wanted is not None and all(each.start != wanted for each in openings):
                return self._nearest(wanted, minutes, mode, left, counted)
        if not openings:
            return self._later(day, minutes, mode, counted)
        evidence = opening_evidence(openings) | counted
        return done(
            evidence, available=True, date=day.isoformat(), slots=opening_words(openings), left=left, minutes=minutes
        )

    def _nearest(self, wanted: datetime, minutes: int, mode: ServiceMode, left: int, counted: Evidence) -> Outcome:
        others = self.desk.alternatives(wanted, minutes, mode)
        return done(
            opening_evidence(others, wanted) | counted,
            available=False,
            date=wanted.date().isoformat(),
            wanted=opening_words([Opening(wanted, minutes, 0)])[0],
            slots=[],
            left=left,
            nearest=starts(others),
        )

    def _later(self, day: date, minutes: int, mode: ServiceMode, counted: Evidence) -> Outcome:
        others = self.desk.next_openings(max(day, self.desk.now.date()), minutes, mode)
        evidence = opening_evidence(others) | counted
        return done(evidence, available=False, date=day.isoformat(), slots=[], left=0, nearest=starts(others))


@dataclass(frozen=True, slots=True)
class HoldSlotArguments(Arguments):
    """Keep an opening for ten minutes while the customer answers a question. Replaces an earlier hold of his.

    date: YYYY-MM-DD. time: HH:MM or 2:30 PM, exactly an opening of check_availability. repair_type: an id of the
    price book, or null when not known yet. device: as the customer names it, or null.
    """

    date: str
    time: str
    repair_type: str | None = None
    device: str | None = None


@dataclass(frozen=True, slots=True)
class HoldSlot:
    """Keeps an opening for this customer; it becomes free again by itself."""

    desk: Desk
    name: ClassVar[str] = "hold_slot"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = HoldSlotArguments

    def run(self, arguments: HoldSlotArguments) -> Outcome:
        """Hold it, or answer the two nearest openings."""
        desk, mode = self.desk, ServiceMode.IN_SHOP
        wanted = read_moment(desk, read_day(arguments.date), read_clock(arguments.time))
        minutes = job_minutes(desk, arguments.repair_type, arguments.device, mode)
        free = desk.opening(wanted, minutes, mode)
        if free is None:
            return not_free(desk, wanted, minutes, mode)
        span = claimed_cells(desk.shop, minute_of_day(free.start), minutes, mode)
        day = wanted.date().isoformat()
        claim = Claim(day, span.start, span.stop - span.start, free.bench, desk.hold_owner)
        held = desk.own_holds()
        until = self._until(held)
        if until <= desk.now_ms:
            return confirm_first(desk)
        minutes_left = (until - desk.now_ms) // MINUTE_MS
        evidence = opening_evidence([free]) | Evidence(minutes=frozenset({minutes_left}))
        outcome = done(evidence, held=True, date=day, time=opening_words([free])[0], minutes=minutes_left)
        writes = hold(claim, desk.now_ms, until, instead_of=held)
        try:
            return desk.record(self.name, arguments.as_given(), outcome, {"held_on": day}, writes)
        except Conflict:
            if desk.opening(wanted, minutes, mode):
                raise  # it is free on another bench, or again: the tool is run once more
            return not_free(desk, wanted, minutes, mode)

    def _until(self, held: Sequence[Item]) -> int:
        """Return when the hold ends (epoch ms): nobody without a number prolongs the one he had."""
        ends = self.desk.now_ms + HOLD_MINUTES * MINUTE_MS
        return min([ends, *(row["held_until"] for row in held)]) if is_unconfirmed(self.desk) else ends


def job_minutes(desk: Desk, repair_type: str | None, device: str | None, mode: ServiceMode) -> int:
    """Return how long the job takes at the bench; the longest of the price book's lines while it is not known."""
    if repair_type is None and not desk.facts.services:
        return max(service.minutes for service in desk.shop.services)
    job = read_job(desk, repair_type or "+".join(desk.facts.services), device)
    if not job.services:
        return max(service.minutes for service in desk.shop.services)
    return job_quote(desk, job, mode).minutes


def not_free(desk: Desk, wanted: datetime, minutes: int, mode: ServiceMode, *, but_for: str = "") -> Outcome:
    """Return the refusal of a start that is not free, with the two nearest real openings."""
    others = desk.alternatives(wanted, minutes, mode, but_for=but_for)
    words = moment_words(wanted, desk.now)
    return refused(f"{words} is not available.", opening_evidence(others, wanted), nearest=starts(others))


def starts(openings: tuple[Opening, ...]) -> list[dict[str, str]]:
    """Return openings of several days as JSON: {"date": "2026-02-10", "time": "2:00 PM"}."""
    words = opening_words(openings)
    return [{"date": each.start.date().isoformat(), "time": at} for each, at in zip(openings, words, strict=True)]
