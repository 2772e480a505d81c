"""From one point to another, and choices: "between 2 and 4", "mon to wed", "the 9th through 17th", "mon or tues"."""

import re
from dataclasses import replace
from datetime import date, time

from linda.language.when.calendar_math import coming, coming_day_of_month, day_of, shift, shift_months
from linda.language.when.clock import nearest
from linda.language.when.dates import MONTH
from linda.language.when.grammar import Chart, Hit, no_time, rule
from linda.language.when.reading import Moment


def _month_days(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read "9 - 10 October" and "november 19 to 20"."""
    first = coming(chart.today, int(match["m"]), int(match["d1"]))
    last = first and day_of(first.year, first.month, int(match["d2"]))
    if not first or not last or last < first:
        return None
    return Hit("R", first=Moment(first), last=Moment(last))


def _days_of_this_month(match: re.Match[str], chart: Chart) -> Hit | None:
    month = shift_months(chart.today.replace(day=1), 1 if match["which"] == "next" else 0)
    first, last = (day_of(month.year, month.month, int(match[end])) for end in ("d1", "d2"))
    return Hit("R", first=Moment(first), last=Moment(last)) if first and last and first <= last else None


def _days(match: re.Match[str], chart: Chart) -> Hit:
    begin, last = chart.hit(match, "D").days[0], chart.hit(match, "D2")
    end = last.days[0]
    if last.said_as == "weekday":
        end = shift(begin, (end.weekday() - begin.weekday()) % 7)
    elif last.said_as == "number":
        end = coming_day_of_month(begin, end.day) or end
    elif end < begin:
        begin = shift_months(begin, -12)
    return Hit("R", first=Moment(begin), last=Moment(end))


def _hours(match: re.Match[str], chart: Chart) -> Hit:
    begin, end = fit(chart.hit(match, "T").times, chart.hit(match, "T2").times)
    first_day, last_day = _said_day(match, chart, "D"), _said_day(match, chart, "D2")
    return Hit("R", first=Moment(first_day or last_day, begin), last=Moment(last_day or first_day, end))


def _said_day(match: re.Match[str], chart: Chart, group: str) -> date | None:
    found = match.groupdict().get(group)
    return chart.hit(match, group).days[0] if found else None


def fit(begins: tuple[time, ...], ends: tuple[time, ...]) -> tuple[time, time]:
    """Choose the readings of a range's ends: what am or pm one end says, the other follows."""
    if len(begins) > 1 and len(ends) == 1:
        earlier = [begin for begin in begins if begin < ends[0]]
        return max(earlier, default=begins[0]), ends[0]
    later = [end for end in ends if end > begins[0]]
    return begins[0], min(later, default=ends[0])


def _choice_of_days(match: re.Match[str], chart: Chart) -> Hit:
    first, second = chart.hit(match, "D"), chart.hit(match, "D2")
    offered = first.days if first.is_settled else first.days[:1]
    return replace(first, days=(*offered, *second.days[:1]), is_settled=True)


def _choice_of_times(match: re.Match[str], chart: Chart) -> Hit:
    first, second = chart.hit(match, "T"), chart.hit(match, "T2")
    return replace(first, times=(nearest(first.times, second.times[0]), second.times[0]), is_settled=True)


TO = r"(?:to|-|until|through|thru|and)"
UNTIL = r"(?:to|-|until|through|thru)"
FIRST, SECOND = (rf"(?:the )?(?P<{name}>\d{{1,2}})(?:TH)?" for name in ("d1", "d2"))
PAIR = rf"(?:from |between )?{FIRST}(?: {TO} |-){SECOND}(?: of)?"
MOVE = r"(?:move|moved|change|changed|reschedule|switch|push|bump)(?: [^ ]+){0,6}?"
THING = r"(?: (?:appointment|slot|booking|one|time|repair))?"

MONTH_RULES = (
    rule("4 till 23 of this month", rf"{PAIR} (?:in |of )?(?P<which>this|next) month", _days_of_this_month),
    rule("9-10 october", rf"{PAIR} {MONTH}", _month_days),
    rule("november 19 to 20", rf"{MONTH} {FIRST}(?: {UNTIL} |-){SECOND}(?! AM| PM|:)", _month_days),
)
RULES = (
    # what an appointment is moved away from is no wish
    rule("move it from friday to monday", rf"{MOVE} (?P<hit>(?:<D>|<T>){THING} (?:to|until)) [DT]\x1f*", no_time),
    rule("between 2 and 4", rf"(?:from |between )<T>(?: (?:on )?<D>)? {TO} <T2>(?: (?:on )?<D2>)?", _hours),
    rule("2 to 4 pm", rf"<T> {UNTIL} <T2>", _hours),
    rule("between monday and wednesday", rf"(?:from |between )(?:the )?<D> {TO} (?:the )?<D2>", _days),
    rule("monday through friday", rf"<D> {UNTIL} (?:the )?<D2>", _days),
)
CHOICE_RULES = (
    rule("monday, tuesday or wednesday", r"<D> , <D2>(?= (?:, )?or (?:[^ ]+ )?D\x1f* )", _choice_of_days),
    rule("mon or tues", r"<D>(?: ,)? (?:or|/) <D2>", _choice_of_days),
    rule("2 or 3 pm", r"<T>(?: ,)? (?:or|/) <T2>", _choice_of_times),
)
