"""Stretches of days that name their months: "9-10 october", "27.11.-29.11.", "from august to october"."""

import re
from datetime import date

from linda.language.when.calendar_math import coming, day_of, last_of_month, shift_months
from linda.language.when.clock import LAST_HOUR
from linda.language.when.context import ends_free
from linda.language.when.dates import MONTH, YEAR
from linda.language.when.grammar import Chart, Hit, rule
from linda.language.when.ranges import TO, UNTIL
from linda.language.when.reading import Moment


def _month_days(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read "9 - 10 October" and "november 19 to 20"."""
    first = coming(chart.today, int(match["m"]), int(match["d1"]))
    return _days(first, first and day_of(first.year, first.month, int(match["d2"])))


def _days_of_this_month(match: re.Match[str], chart: Chart) -> Hit | None:
    month = shift_months(chart.today.replace(day=1), 1 if match["which"] == "next" else 0)
    first, last = (day_of(month.year, month.month, int(match[end])) for end in ("d1", "d2"))
    return _days(first, last)


def _dotted_days(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read "27.11. - 29.11." as Europe does; "9.10 - 14.30" is left for the clock."""
    first_month, last_month = int(match["m1"] or match["m2"]), int(match["m2"])
    if not (1 <= first_month <= 12 and 1 <= last_month <= 12):
        return None
    year, day = match["y"], int(match["d1"])
    first = day_of(int(year), first_month, day) if year else coming(chart.today, first_month, day)
    return _days(first, first and day_of(first.year + (last_month < first_month), last_month, int(match["d2"])))


def _no_hours(match: re.Match[str], chart: Chart) -> bool:
    """Whether a year, a dot behind the month or a day past the 23rd tells dates from clock times and amounts."""
    if match["dot1"] or match["dot2"] or match["y"]:
        return True
    is_day = max(int(match["d1"]), int(match["d2"])) > LAST_HOUR
    return bool(match["m1"]) and is_day and ends_free(match, chart)


def _months(match: re.Match[str], chart: Chart) -> Hit:
    """Stretch from the first day of one month to the last day of another."""
    first = shift_months(chart.today.replace(day=1), (int(match["m1"]) - chart.today.month) % 12)
    last = shift_months(first, (int(match["m2"]) - first.month) % 12)
    return Hit("R", first=Moment(first), last=Moment(last_of_month(last)))


def _counts_no_days(match: re.Match[str], chart: Chart) -> bool:
    return not chart.before(match.start("hit"))[:1].isdigit()


def _days(first: date | None, last: date | None) -> Hit | None:
    return Hit("R", first=Moment(first), last=Moment(last)) if first and last and first <= last else None


FIRST, SECOND = (rf"(?:the )?(?P<{name}>\d{{1,2}})(?:TH)?" for name in ("d1", "d2"))
PAIR = rf"(?:from |between )?{FIRST}(?: {TO} |-){SECOND}(?: of)?"
DOTTED_FIRST = r"(?:the )?(?P<d1>\d{1,2})(?:\.(?P<m1>\d{1,2}))?(?P<dot1> \.)?"
DOTTED_LAST = rf"(?:the )?(?P<d2>\d{{1,2}})\.(?P<m2>\d{{1,2}})(?:\.(?P<y>{YEAR}))?(?P<dot2> \.)?"

RULES = (
    rule("27.11.-29.11.", rf"(?:from |between )?{DOTTED_FIRST} {TO} {DOTTED_LAST}", _dotted_days, _no_hours),
    rule(
        "from august to october",
        rf"(?:from |between )?MONTH(?P<m1>\d+) {TO} MONTH(?P<m2>\d+)(?! \d)",
        _months,
        _counts_no_days,
    ),
    rule("4 till 23 of this month", rf"{PAIR} (?:in |of )?(?P<which>this|next) month", _days_of_this_month),
    rule("9-10 october", rf"{PAIR} {MONTH}", _month_days),
    rule("november 19 to 20", rf"{MONTH} {FIRST}(?: {UNTIL} |-){SECOND}(?! AM| PM|:)", _month_days),
)
