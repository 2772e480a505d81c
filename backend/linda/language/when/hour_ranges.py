"""Stretches of hours: "between 2 and 4", "june 8th 2205-0455", "from 2pm till tomorrow 4:30pm", "4pm for 30 mins"."""

import re
from datetime import date, datetime, time, timedelta

from linda.domain.pattern import Pattern
from linda.language.when.grammar import Chart, Hit, rule
from linda.language.when.ranges import TO, UNTIL
from linda.language.when.reading import Moment


def _four_digits(match: re.Match[str], _: Chart) -> Hit:
    begin, end = (time(int(match[f"h{end}"]), int(match[f"mi{end}"])) for end in (1, 2))
    return Hit("R", first=Moment(time=begin), last=Moment(time=end))


def _beside_a_date(match: re.Match[str], chart: Chart) -> bool:
    """Whether a date stands beside: four digits alone may be years, parts of a number or a price."""
    before, after = chart.text[: match.start("hit")], chart.text[match.end("hit") :]
    return bool(_DATE_BEFORE.search(before) or _DATE_AFTER.match(after))


def _hours(match: re.Match[str], chart: Chart) -> Hit:
    begin, end = fit(chart.hit(match, "T").times, chart.hit(match, "T2").times)
    first_day, last_day = _said_day(match, chart, "D"), _said_day(match, chart, "D2")
    return Hit("R", first=Moment(first_day or last_day, begin), last=Moment(last_day or first_day, end))


def _over_days(match: re.Match[str], chart: Chart) -> Hit:
    """Give each end its own day; what begins without one begins today."""
    first_day = _said_day(match, chart, "D") or chart.today
    begin, end = (chart.hit(match, group).times[0] for group in ("T", "T2"))
    return Hit("R", first=Moment(first_day, begin), last=Moment(_said_day(match, chart, "D2"), end))


def _lasting(match: re.Match[str], chart: Chart) -> Hit | None:
    """Add a length to the beginning; a time whose am or pm is open stays open."""
    times, length = chart.hit(match, "T").times, chart.hit(match, "U").length
    if len(times) > 1 or not 0 < length.in_minutes <= LONGEST:
        return None
    day = _said_day(match, chart, "D")
    end = datetime.combine(chart.today, times[0]) + timedelta(minutes=length.minutes)
    return Hit("R", first=Moment(day, times[0]), last=Moment(day, end.time()))


def _said_day(match: re.Match[str], chart: Chart, group: str) -> date | None:
    found = match.groupdict().get(group)
    return chart.hit(match, group).days[0] if found else None


def fit(begins: tuple[time, ...], ends: tuple[time, ...]) -> tuple[time, time]:
    """Choose the readings of a range's ends: what am or pm one end says, the other follows."""
    if len(begins) > 1 and len(ends) == 1:
        earlier = [begin for begin in begins if begin < ends[0]]
        return max(earlier, default=begins[0]), ends[0]
    later = [end for end in ends if end > begins[0]]
    over_night = min(ends) if len(begins) == 1 else ends[0]
    return begins[0], min(later, default=over_night)


LONGEST = 12 * 60
"""How many minutes something can last that is told by its beginning and its length."""
_DATE = r"(?:(?:DAY|MONTH)\d+|TODAY|TOMORROW|\d{1,2}TH|\d+[/.]\d+(?:[/.]\d+)?(?: \.)?|\d{4}-\d+-\d+)"
_DATE_BEFORE = Pattern(rf" (?:{_DATE}|MONTH\d+ \d{{1,2}}|at)(?: ,)?(?: at| from| between)? $")
_DATE_AFTER = Pattern(rf" (?:on )?(?:the )?{_DATE} ")
FOUR1, FOUR2 = (rf"(?P<h{end}>[01]\d|2[0-3])(?P<mi{end}>[0-5]\d)" for end in (1, 2))

CLOCK_RULES = (rule("june 8th 2205-0455", rf"{FOUR1} (?:-|to|until) {FOUR2}(?: hour)?", _four_digits, _beside_a_date),)
RULES = (
    rule(
        "from 2pm till tomorrow 4:30pm",
        rf"from (?:<D>(?: at)? )?<T> {UNTIL} <D2>(?: ,)?(?: at)? <T2>",
        _over_days,
    ),
    rule("4pm for 30 mins", r"<T>(?: (?:on )?<D>)? for <U>", _lasting),
    rule("for 2 hours from 9:30am", r"for <U> (?:from|starting(?: at| from)?) <T>", _lasting),
    rule(
        "between 2 and 4",
        rf"(?:from |between )<T>(?: P\x1f*)?(?: (?:on )?<D>)? {TO} <T2>(?: (?:on )?<D2>)?",
        _hours,
    ),
    rule("2 to 4 pm", rf"<T> {UNTIL} <T2>", _hours),
)
