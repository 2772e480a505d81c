"""What LINDA did for the shop in some days: counted from the leads and their events, never estimated."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from linda.domain.clock import Clock
from linda.domain.shop import Mode
from linda.records import Records, counters
from linda.records.leads import Lead
from linda.records.store import Item

MOST_LEADS = 500
MOST_EVENTS = 1000


@dataclass(frozen=True, slots=True)
class DayResults:
    """One day's figures."""

    date: date
    answered: int
    booked: int


@dataclass(frozen=True, slots=True)
class Results:
    """Figures of `days` shop days, today included. Cents, milliseconds, millionths of a dollar.

    `asked` are customers who wrote, `answered` replies, `while_away` those among them in a mode other than WORK,
    `booked` bookings made. `by_day` holds each day in order. `median_first_reply_ms` is None without any first text.
    """

    days: int
    asked: int
    booked: int
    answered: int
    while_away: int
    add_ons_offered: int
    add_ons_taken: int
    discounts: int
    discounts_cents: int
    median_first_reply_ms: int | None
    segments: int
    model_cost_micros: int
    by_day: tuple[DayResults, ...]


def count_results(records: Records, clock: Clock, zone: ZoneInfo, days: int, *, but_for: str = "") -> Results:
    """Count the last `days` days of the zone `zone`; `but_for` is the owner's own number, who is no customer."""
    first = clock.now().astimezone(zone).date() - timedelta(days=days - 1)
    since = round(datetime.combine(first, datetime.min.time(), tzinfo=zone).timestamp() * 1000)
    leads = [
        each for each in records.leads.by_activity(limit=MOST_LEADS, but_for=but_for) if each.last_activity >= since
    ]
    events = [records.leads.events(each.lead_id, limit=MOST_EVENTS, after=since - 1) for each in leads]
    tally: Counter[str] = Counter()
    by_day: dict[date, Counter[str]] = {first + timedelta(days=n): Counter() for n in range(days)}
    for event in (each for of_lead in events for each in of_lead):
        counted = Counter(_counted(event))
        tally += counted
        day = datetime.fromtimestamp(event["timestamp"] / 1000, zone).date()
        by_day.setdefault(day, Counter()).update(counted)
    firsts = [each for each in map(_first_reply_ms, events) if each is not None]
    offered = [each for lead in leads for each in lead.upsells if each["at"] >= since]
    return Results(
        days=days,
        asked=sum(any(each["event"] == "text_in" for each in of_lead) for of_lead in events),
        booked=tally["booked"],
        answered=tally["answered"],
        while_away=tally["while_away"],
        add_ons_offered=len(offered),
        add_ons_taken=sum(bool(each["accepted"]) for each in offered),
        discounts=sum(_has_discount(lead, since) for lead in leads),
        discounts_cents=sum(counters.Counter(records.store, "discount", day.isoformat()).value() for day in by_day)
        + tally["approved_cents"],
        median_first_reply_ms=round(median(firsts)) if firsts else None,
        segments=tally["segments"],
        model_cost_micros=tally["cost_micros"],
        by_day=tuple(DayResults(day, each["answered"], each["booked"]) for day, each in sorted(by_day.items())),
    )


def _counted(event: Item) -> dict[str, int]:
    if event["event"] == "reply":
        return dict(_of_reply(event["text"], event["receipt"]))
    if event["event"] == "by_hand":
        return {"booked": _booked([event["run"]])}
    if event["event"] == "decision":
        return {"approved_cents": int(event["before"]["approval"]["current"]) - int(event["cents"])}
    return {}


def _of_reply(text: str, receipt: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    if text:
        yield "answered", 1
        yield "while_away", int(receipt.get("mode", "") not in {"", Mode.WORK.value})
        yield "segments", int(receipt["segments"])
    yield "booked", _booked(receipt["tools"])
    yield "cost_micros", int(receipt["usage"]["cost_micros"])


def _booked(runs: list[Mapping[str, Any]]) -> int:
    return sum(run["tool"] == "book_slot" and run["status"] == "done" for run in runs)


def _first_reply_ms(events: list[Item]) -> int | None:
    """Return how long the first text of a customer waited for its answer, None without either.

    The texts of a turn are written with its answer, so that their timestamp is the moment of the answer.
    """
    asked = next((each for each in events if each["event"] == "text_in"), None)
    is_answered = any(each["event"] == "reply" and each["text"] for each in events)
    return max(0, int(asked["timestamp"]) - int(asked["received_at"])) if asked and is_answered else None


def _has_discount(lead: Lead, since: int) -> bool:
    return lead.discount is not None and lead.discount["at"] >= since
