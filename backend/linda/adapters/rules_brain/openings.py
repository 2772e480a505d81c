"""What the calendar has for a wish: the starts of a day, or a wished time and its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from linda.adapters.rules_brain.talk import Talk
from linda.conversation.facts import Facts
from linda.domain.shop import ServiceMode

WINDOWS = {
    "morning": (time(0), time(11, 59)),
    "midday": (time(11), time(14)),
    "afternoon": (time(12), time(23, 59)),
    "evening": (time(16), time(23, 59)),
    "night": (time(17), time(23, 59)),
}
SPREADS = (timedelta(hours=2), timedelta(minutes=45), timedelta(minutes=30), timedelta(minutes=5))
"""How far apart two offered starts should be, best first."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the calendar answered for one day: the starts asked about, and how many bookings still fit.

    `is_free`: the day has openings, or the very time that was wished for is one; else `starts` are the nearest.
    """

    day: date
    starts: tuple[datetime, ...]
    left: int
    is_free: bool


def look_up(talk: Talk, day: date, at: time | None = None) -> Found:
    """Ask the calendar for `day`, or for one wished time of it."""
    run = talk.call(
        "check_availability",
        date=day.isoformat(),
        time=None if at is None else f"{at:%H:%M}",
        repair_type="+".join(talk.facts.services) or None,
        device=talk.facts.device if talk.facts.services else None,
        service_mode=None if talk.mode is ServiceMode.IN_SHOP else talk.mode.value,
    )
    data = run.outcome.data
    starts = tuple(sorted(run.outcome.evidence.moments))
    is_free = bool(data.get("available")) and (at is None or any(each.time() == at for each in starts))
    return Found(day, starts, int(data.get("left", 0)), is_free)


def look_ahead(talk: Talk, day: date) -> Found:
    """Return `day` when it has openings, else the next day that has."""
    found = look_up(talk, day)
    return found if found.is_free or not found.starts else look_up(talk, found.starts[0].date())


def wished(facts: Facts, starts: Sequence[datetime]) -> tuple[datetime, ...]:
    """Return those of `starts` that fit the wished part of the day and the wished limits."""
    low, high = WINDOWS.get(facts.part or "", (time(0), time(23, 59)))
    if facts.time is not None and facts.bound == "after":
        low, high = max(low, facts.time), facts.latest or time(23, 59)
    if facts.time is not None and facts.bound == "before":
        high = facts.time
    within = tuple(each for each in starts if low <= each.time() <= high)
    return _around(within, facts.time) if facts.time is not None and facts.bound == "around" else within


def chosen(starts: Sequence[datetime]) -> list[datetime]:
    """Return two of `starts` worth offering: the first, and one well after it when there is one."""
    for apart in SPREADS:
        later = [each for each in starts if each - starts[0] >= apart]
        if later:
            return [starts[0], later[0]]
    return list(starts[:1])


def _around(starts: Sequence[datetime], at: time) -> tuple[datetime, ...]:
    """Return the start at `at` when it is free, else its neighbours on either side."""
    exact = [each for each in starts if each.time() == at]
    before = [each for each in starts if each.time() < at]
    after = [each for each in starts if each.time() > at]
    return tuple(exact or (*before[-1:], *after[:1]))
