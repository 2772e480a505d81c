"""Two days that belong together: "drop it off friday and pick it up monday"."""

from linda.domain.pattern import Pattern
from linda.language.when.grammar import Chart, Hit, any_of
from linda.language.when.reading import Moment

HANDOVER = any_of("""
    check ?(?:- )?in, check ?(?:- )?out, checking, returns?, returning, leave, leaving, depart, departing,
    (?:come|coming|turn|turning|go|going|get|getting|head|heading|fly|flying) (?:back|out|home),
    pick, picking, pickup, drop, dropping, dropoff, collect, ending, back
""")
_HANDOVER = Pattern(rf" {HANDOVER} ")


def stay(chart: Chart, days: list[tuple[int, Hit]]) -> Hit | None:
    """Return the stretch between two days when the words between them hand something over or come back."""
    if len(days) != 2:
        return None
    (start, first), (end, second) = days
    between = chart.text[start:end]
    dates = sorted((first.days[0], second.days[0]))
    if not _HANDOVER.search(between) or dates[0] < chart.today or " or " in between:
        return None
    return Hit("R", first=Moment(dates[0]), last=Moment(dates[1]))
