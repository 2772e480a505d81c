"""From a text to its reading: the cascade in its order, then the choice among what it found."""

import re
from dataclasses import replace
from datetime import datetime

from linda.language.normalise import MAX_TEXT
from linda.language.when import (
    bounds,
    dates,
    days,
    durations,
    holidays,
    models,
    numbers_as_times,
    parts,
    ranges,
    refusals,
    relative,
    times,
    weekdays,
    weeks,
)
from linda.language.when.clock import in_part
from linda.language.when.grammar import Chart, Hit, Rule, read
from linda.language.when.line import Line, read_line
from linda.language.when.reading import Mention, Moment, When
from linda.language.when.stays import stay

CASCADE: tuple[Rule, ...] = (
    *models.RULES,
    *ranges.MONTH_RULES,
    *dates.RULES,
    *holidays.RULES,
    *times.RULES,
    *durations.RULES,
    *weekdays.RULES,
    *days.RULES,
    *dates.DAY_OF_MONTH_RULES,
    *relative.RULES,
    *weeks.RULES,
    *parts.RULES,
    *numbers_as_times.RULES,
    *parts.SETTLING_RULES,
    *ranges.RULES,
    *bounds.TIME_RULES,
    *bounds.DAY_RULES,
    *parts.SETTLING_RULES,
    *ranges.CHOICE_RULES,
    *refusals.RULES,
)
MOVING = re.compile(
    r" (?:move|moved|change|changed|reschedule|switch|push|bump|instead|actually|rather|wait|mean|meant|sorry) "
)
"""Words after which the last day or time is the one that counts."""
SAID = frozenset("DTMPR")


def read_when(text: str, now: datetime) -> When:
    """Read the day and time that a text asks for.

    Args:
        text: what the customer wrote; the first 1,600 characters are read.
        now: the moment of writing, in the shop's local time.

    Returns:
        The reading, empty where the text speaks of no date or time.
    """
    chart = _read(read_line(text), now)
    said = [(place, hit) for place, hit in sorted(chart.hits.items()) if hit.kind in SAID]
    accepted = [(place, hit) for place, hit in said if not hit.negated]
    return replace(_chosen(chart, accepted or said), negated=bool(said and not accepted))


def mentions(text: str, now: datetime) -> tuple[Mention, ...]:
    """Return every date, time, part of day, duration and range of a text, in order, with all it can mean."""
    found: list[Mention] = []
    for offset in range(0, max(len(text), 1), MAX_TEXT):
        line = read_line(text[offset : offset + MAX_TEXT])
        chart = _read(line, now)
        read(chart, numbers_as_times.LOOSE_RULES)
        hits = ((place, hit) for place, hit in sorted(chart.hits.items()) if hit.kind in _KINDS)
        found.extend(_mention(line, place, hit, chart, offset) for place, hit in hits)
    return tuple(found)


def _read(line: Line, now: datetime) -> Chart:
    chart = Chart(line.text, now)
    read(chart, CASCADE)
    return chart


def _chosen(chart: Chart, said: list[tuple[int, Hit]]) -> When:
    is_moving = bool(MOVING.search(chart.text))
    hits = [hit for _, hit in said]
    whole = next((hit for hit in hits if hit.kind == "R"), None) or stay(
        chart, [row for row in said if row[1].kind == "D"]
    )
    day = _pick([hit for hit in hits if hit.kind in "DM" and hit.days[0] >= chart.today], is_moving) or _pick(
        [hit for hit in hits if hit.kind in "DM"], is_moving
    )
    clock = _pick([hit for hit in hits if hit.kind in "TM"], is_moving)
    reading = _joined(day, clock, next((hit.part for hit in hits if hit.part), None))
    return _with_range(reading, whole) if whole else reading


def _joined(day: Hit | None, clock: Hit | None, part: str | None) -> When:
    days = day.days if day else ()
    times = clock.times if clock else ()
    if clock and part and not clock.is_settled:
        times = in_part(times, part)
    return When(
        day=days[0] if days else None,
        time=times[0] if times else None,
        day_choices=days,
        time_choices=times,
        part=part,
        bound=(clock.bound if clock else None) or (day.bound if day else None),
    )


def _with_range(reading: When, whole: Hit) -> When:
    first, last = whole.first or Moment(), whole.last or Moment()
    first = Moment(first.day or reading.day, first.time)
    last = Moment(last.day or first.day, last.time)
    day, at = reading.day or first.day, reading.time or first.time
    return replace(
        reading,
        start=first,
        end=last,
        day=day,
        time=at,
        day_choices=reading.day_choices or ((day,) if day else ()),
        time_choices=reading.time_choices or ((at,) if at else ()),
    )


def _pick(hits: list[Hit], is_moving: bool) -> Hit | None:
    return hits[-1 if is_moving else 0] if hits else None


_KINDS = {"D": "day", "T": "time", "M": "moment", "P": "part", "U": "duration", "R": "range"}


def _mention(line: Line, place: int, hit: Hit, chart: Chart, offset: int) -> Mention:
    end = place + 1
    while end < len(chart.text) and chart.text[end] == "\x1f":
        end += 1
    start_of, end_of = line.origin(place, end)
    ends = [moment for moment in (hit.first, hit.last) if moment]
    return Mention(
        kind=_KINDS[hit.kind],
        start=offset + start_of,
        end=offset + end_of,
        days=hit.days or tuple(moment.day for moment in ends if moment.day),
        times=hit.times or tuple(moment.time for moment in ends if moment.time),
        part=hit.part,
        minutes=_minutes(hit),
    )


def _minutes(hit: Hit) -> int | None:
    if not hit.length:
        return None
    return hit.length.minutes + 1440 * (hit.length.days + 30 * hit.length.months)
