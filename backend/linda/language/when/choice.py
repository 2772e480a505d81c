"""What a text asks for, among all it mentions."""

from dataclasses import replace

from linda.domain.pattern import Pattern
from linda.language.when.calendar_math import shift
from linda.language.when.clock import in_part
from linda.language.when.grammar import NOWHERE, Chart, Hit, any_of
from linda.language.when.reading import Moment, When
from linda.language.when.stays import stay

CHANGE = any_of("""
    move, moved, change, changed, reschedule, switch, push, bump, instead, actually, rather, wait, mean, meant, sorry
""")
_CHANGE = Pattern(rf" {CHANGE} ")
"""Words after which the last day or time is the one that counts."""


def choose(chart: Chart) -> When:
    """Join what the rules have read into one reading; what is rejected counts only where nothing else is said."""
    said = [(place, hit) for place, hit in sorted(chart.hits.items()) if hit.kind in "DTMPR"]
    accepted = [(place, hit) for place, hit in said if not hit.negated]
    return replace(_joined(chart, accepted or said), negated=bool(said and not accepted))


def _joined(chart: Chart, said: list[tuple[int, Hit]]) -> When:
    hits = [hit for _, hit in said]
    days = [hit for hit in hits if hit.kind in "DM"]
    ahead = [hit for hit in days if hit.days[0] >= chart.today]
    day = _pick(chart, ahead or days)
    clock = _pick(chart, [hit for hit in hits if hit.kind in "TM"])
    reading = _reading(day, clock, next((hit.part for hit in hits if hit.part), None))
    ranges = [hit for hit in hits if hit.kind == "R" or hit.first != NOWHERE]
    whole = ranges[0] if ranges else stay(chart, [(place, hit) for place, hit in said if hit.kind == "D"])
    return _with_range(reading, whole) if whole else reading


def _pick(chart: Chart, hits: list[Hit]) -> Hit:
    """Take the first that is said, after a change of mind the last; nothing said is an empty hit."""
    if not hits:
        return Hit("X")
    return hits[-1 if _CHANGE.search(chart.text) else 0]


def _reading(day: Hit, clock: Hit, part: str | None) -> When:
    times = in_part(clock.times, part) if part and not clock.is_settled else clock.times
    return When(
        day=day.days[0] if day.days else None,
        time=times[0] if times else None,
        day_choices=day.days,
        time_choices=times,
        part=part,
        bound=clock.bound or day.bound,
    )


def _with_range(reading: When, whole: Hit) -> When:
    first = Moment(whole.first.day or reading.day, whole.first.time)
    day, time = reading.day or first.day, reading.time or first.time
    return replace(
        reading,
        start=first,
        end=_end(first, Moment(whole.last.day or first.day, whole.last.time)),
        day=day,
        time=time,
        day_choices=reading.day_choices or ((day,) if day else ()),
        time_choices=reading.time_choices or ((time,) if time else ()),
    )


def _end(first: Moment, last: Moment) -> Moment:
    """Return the end of a range; an hour earlier than its beginning is the next day's."""
    over_night = first.day and first.day == last.day and first.time and last.time and last.time < first.time
    return replace(last, day=shift(first.day, 1)) if over_night and first.day else last
