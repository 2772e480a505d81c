"""Stretches of days: "this weekend", "next week", "early next week", "the week of the 5th", "this month"."""

import re
from datetime import date, time

from linda.language.when.calendar_math import last_of_month, monday_of, shift, shift_months
from linda.language.when.grammar import Chart, Hit, rule
from linda.language.when.reading import Moment
from linda.language.when.relative import counted, minute_of
from linda.language.when.weekdays import WEEKS_AHEAD

WHICH = r"(?P<which>this|next|the next|following|coming|upcoming|last|previous|past|current)"
STAGES = {
    "early": (0, 2),
    "beginning": (0, 2),
    "start": (0, 2),
    "mid": (1, 3),
    "middle": (1, 3),
    "late": (3, 4),
    "end": (3, 4),
}


def days(first: date, last: date) -> Hit:
    """Return the stretch from one day to another, both included."""
    return Hit("R", first=Moment(first), last=Moment(last))


def _weeks(which: str | None) -> int:
    return WEEKS_AHEAD.get((which or "this").removeprefix("the "), 0)


def _rest(stretch: Hit, chart: Chart) -> Hit:
    """Leave out the days of a running stretch that are over."""
    first, last = stretch.first, stretch.last
    if first.day and last.day and first.day < chart.today <= last.day:
        return days(chart.today, last.day)
    return stretch


def _weekend(match: re.Match[str], chart: Chart) -> Hit:
    saturday = shift(monday_of(chart.today), 5 + 7 * _weeks(match["which"]))
    return _rest(days(saturday, shift(saturday, 1)), chart)


def _week(match: re.Match[str], chart: Chart) -> Hit:
    monday = shift(monday_of(chart.today), 7 * _weeks(match["which"]))
    return _rest(days(monday, shift(monday, 6)), chart)


def _week_after_next(_: re.Match[str], chart: Chart) -> Hit:
    monday = shift(monday_of(chart.today), 14)
    return days(monday, shift(monday, 6))


def _part_of_week(match: re.Match[str], chart: Chart) -> Hit:
    monday = shift(monday_of(chart.today), 7 * _weeks(match["which"]))
    first, last = STAGES[match["stage"]]
    return _rest(days(shift(monday, first), shift(monday, last)), chart)


def _rest_of_week(_: re.Match[str], chart: Chart) -> Hit:
    return days(chart.today, shift(monday_of(chart.today), 6))


def _week_of(match: re.Match[str], chart: Chart) -> Hit:
    monday = monday_of(chart.hit(match, "D").days[0])
    return days(monday, shift(monday, 6))


def _rest_of_day(_: re.Match[str], chart: Chart) -> Hit:
    return Hit("R", first=Moment(chart.today, minute_of(chart.now)), last=Moment(chart.today, time(23, 59)))


def _month(match: re.Match[str], chart: Chart) -> Hit:
    first = shift_months(chart.today.replace(day=1), _weeks(match["which"]))
    return _rest(days(first, last_of_month(first)), chart)


def _named_month(match: re.Match[str], chart: Chart) -> Hit:
    ahead = (int(match["m"]) - chart.today.month) % 12
    first = shift_months(chart.today.replace(day=1), ahead)
    return days(first, last_of_month(first))


def _coming_days(match: re.Match[str], chart: Chart) -> Hit:
    """Read "the next 3 days" and "the next 3 hours", or the last ones."""
    length = chart.hit(match, "U").length
    now = Moment(chart.today, minute_of(chart.now) if length.minutes else None)
    other = counted(length, chart.now, _SIGN.get(match["way"], 1))
    far = Moment(other.days[0], other.times[0] if other.times else None)
    first, last = (now, far) if _SIGN.get(match["way"], 1) > 0 else (far, now)
    return Hit("R", first=first, last=last)


_SIGN = {"last": -1, "past": -1, "previous": -1}

RULES = (
    rule("the week of the 5th", r"(?:the )?week (?:of|commencing|starting) (?:the )?<D>", _week_of),
    rule(
        "early next week",
        rf"(?:at )?(?:the )?(?P<stage>{'|'.join(STAGES)}) (?:- )?(?:of )?(?:around )?(?:the )?(?:{WHICH} )?week",
        _part_of_week,
    ),
    rule("rest of the week", r"(?:later|(?:the )?(?:rest|remainder) of)(?: (?:the|this|current))? week", _rest_of_week),
    rule("rest of the day", r"(?:later|(?:the )?(?:rest|remainder) of)(?: the)? (?:day|TODAY)", _rest_of_day),
    rule("the week after next", r"(?:the )?week after next(?: week)?", _week_after_next),
    rule("this weekend", rf"(?:(?:all|the|my) )*(?:{WHICH} )?weekend", _weekend),
    rule("next week", rf"(?:all |the |later )?{WHICH} week", _week),
    rule("this month", rf"{WHICH} month", _month),
    rule(
        "in march",
        r"(?:in|for|during|until|through|early|mid|late)(?: -)? (?P<hit>MONTH(?P<m>\d+))(?! \d)",
        _named_month,
    ),
    rule("the next 3 days", r"(?:the )?(?P<way>next|coming|upcoming|last|past|previous) <U>", _coming_days),
)
