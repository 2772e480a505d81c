"""From one day to another: "mon to wed", "the 9th through the 17th"."""

import re

from linda.language.when.calendar_math import coming_day_of_month, shift, shift_months
from linda.language.when.grammar import Chart, Hit, no_time, rule
from linda.language.when.reading import Moment


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


TO = r"(?:to|-|until|through|thru|and)"
UNTIL = r"(?:to|-|until|through|thru)"
MOVE = r"(?:move|moved|change|changed|reschedule|switch|push|bump)(?: [^ ]+){0,6}?"
THING = r"(?: (?:appointment|slot|booking|one|time|repair))?"

MOVE_RULES = (
    # what an appointment is moved away from is no wish
    rule("move it from friday to monday", rf"{MOVE} (?P<hit>(?:<D>|<T>){THING} (?:to|until)) [DT]\x1f*", no_time),
)
RULES = (
    rule("between monday and wednesday", rf"(?:from |between )(?:the )?<D> {TO} (?:the )?<D2>", _days),
    rule("monday through friday", rf"<D> {UNTIL} (?:the )?<D2>", _days),
)
