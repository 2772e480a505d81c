"""Calendar dates: "march 3rd", "12/3", "the 14th", "20th of next month"."""

import re
from datetime import date

from linda.language.when.calendar_math import coming, coming_day_of_month, day_of, nth_weekday, shift_months
from linda.language.when.context import ends_free, stands_free
from linda.language.when.grammar import Chart, Hit, rule

DAY = r"(?P<d>\d{1,2})(?:TH)?"
MONTH = r"MONTH(?P<m>\d{1,2})"
YEAR = r"(?:19|20)\d\d"


def _found(day: date | None) -> Hit | None:
    return Hit("D", days=(day,)) if day else None


def _year_first(match: re.Match[str], _: Chart) -> Hit | None:
    return _found(day_of(int(match["y"]), int(match["m"]), int(match["d"])))


def _month_first(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read 12/3 as Florida does; 25/12 can only be the day first."""
    month, day = int(match["m"]), int(match["d"])
    if month > 12:
        month, day = day, month
    if not 1 <= month <= 12:
        return None
    return _found(_in_year(chart, match.groupdict().get("y"), month, day))


def _day_first(match: re.Match[str], chart: Chart) -> Hit | None:
    if not 1 <= int(match["m"]) <= 12:
        return None
    return _found(_in_year(chart, match.groupdict().get("y"), int(match["m"]), int(match["d"])))


def _day_first_dotted(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read 14.3.2026 as Europe does, and 3.14.2026 the only way it can be meant."""
    return _day_first(match, chart) or _month_first(match, chart)


def _european(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read "wednesday 25.3." as a date; what can be a clock time ("wednesday 10.30") is left for one."""
    return _day_first(match, chart) if int(match["d"]) > 12 and int(match["m"]) <= 12 else None


def _in_year(chart: Chart, said: str | None, month: int, day: int) -> date | None:
    if not said:
        return coming(chart.today, month, day)
    year = int(said) + (0 if len(said) == 4 else 2000 if said < "70" else 1900)
    return day_of(year, month, day)


def _is_no_fraction(match: re.Match[str], chart: Chart) -> bool:
    return ends_free(match, chart) or chart.after(match.end("hit"))[:1].isdigit()


def _has_no_month(match: re.Match[str], chart: Chart) -> bool:
    """Whether the number is not the day of a month before it, as in "may 5 - june 3"."""
    return "-" not in match["hit"] or not chart.before(match.start("hit")).startswith("MONTH")


def _dated(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read a day and a month name with its year; a "year" far off is a clock time ("2 Nov 1815")."""
    if abs(int(match["y"]) - chart.today.year) > 10:
        return None
    return _day_first(match, chart)


def _day_of_month(match: re.Match[str], chart: Chart) -> Hit | None:
    day = coming_day_of_month(chart.today, int(match["d"]))
    return Hit("D", days=(day,), said_as="number") if day else None


def _in_month(match: re.Match[str], chart: Chart) -> Hit | None:
    first = shift_months(chart.today.replace(day=1), MONTHS_AHEAD.get(match["which"], 0))
    return _found(day_of(first.year, first.month, int(match["d"])))


def _nth_weekday(match: re.Match[str], chart: Chart) -> Hit | None:
    if match["y"] and match["m"]:
        first = date(int(match["y"]), int(match["m"]), 1)
    elif match["m"]:
        first = coming(chart.today.replace(day=1), int(match["m"]), 1) or chart.today
    else:
        first = shift_months(chart.today.replace(day=1), MONTHS_AHEAD.get(match["which"], 0))
    nth = -1 if match["n"] == "last" else int(match["n"].removesuffix("TH"))
    return _found(nth_weekday(first.year, first.month, int(match["w"]), nth))


MONTHS_AHEAD = {"next": 1, "following": 1, "coming": 1, "last": -1, "previous": -1}
WHICH = r"(?:the )?(?P<which>this|the|current|same|next|following|coming|last|previous)"
RULES = (
    rule("2026-03-14", r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", _year_first),
    rule("12/3/2026", r"(?P<m>\d{1,2})[-/](?P<d>\d{1,2})[-/](?P<y>\d{4}|\d\d)", _month_first),
    rule("14.3.2026", r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)", _day_first_dotted),
    rule(
        "3rd of march 2026",
        rf"(?:the )?{DAY}(?: of)?(?: ,| \.| -| /)? {MONTH}(?: ,| \.| of| -| /)? (?P<y>{YEAR})",
        _dated,
    ),
    rule("march 3 2026", rf"{MONTH}(?: \.)? (?:the )?{DAY}(?: ,| of)? (?P<y>{YEAR})", _dated),
    rule(
        "3rd of march",
        rf"(?:the )?{DAY}(?: day)?(?: of| -| /| \.)? {MONTH}(?: \.)?(?! \d{{1,2}}TH )",
        _day_first,
        _has_no_month,
    ),
    rule("march 3rd", rf"{MONTH}(?: \.| -| /)? (?:the )?{DAY}(?! AM | PM | oclock | : )", _day_first),
    rule("on 4.22", r"on (?P<hit>(?P<m>\d{1,2})\.(?P<d>\d{1,2}))", _month_first),
    rule("wednesday 25.3.", r"DAY\d (?P<hit>(?P<d>\d{1,2})\.(?P<m>\d{1,2})(?: \.)?)(?! (?:AM|PM) )", _european),
    rule("3-15", r"(?P<m>\d{1,2})-(?P<d>1[3-9]|2\d|3[01])", _month_first, stands_free),
    rule("3 / 15", r"(?P<m>\d{1,2}) [-/] (?P<d>1[3-9]|2\d|3[01])", _month_first, stands_free),
    rule("12/3", r"(?P<m>\d{1,2})/(?P<d>\d{1,2})", _month_first, _is_no_fraction),
    rule(
        "second monday of next month",
        rf"(?:the )?(?P<n>[1-5]TH|last) DAY(?P<w>\d) (?:of|in) (?:{WHICH} month|{MONTH})(?: (?P<y>{YEAR}))?",
        _nth_weekday,
    ),
    rule("20th of next month", rf"(?:the )?{DAY}(?: day)?(?: of| in)? {WHICH} month", _in_month),
    rule("next month on the 5th", rf"{WHICH} month (?:on )?(?:the )?{DAY}", _in_month),
)

DAY_OF_MONTH_RULES = (
    rule("by the 14", r"(?:by|until) (?P<hit>the (?P<d>\d{1,2}))", _day_of_month, ends_free),
    rule(
        "come on the 14",
        r"(?:go|come|coming|back|in|there|over|leave|arrive|meet|available|free|open|you|it|appointment|schedule|book)"
        r" on (?P<hit>(?:the )?(?P<d>\d{1,2}))",
        _day_of_month,
        ends_free,
    ),
    rule("the 17 between 2 and 4", r"(?P<hit>the (?P<d>\d{1,2}))(?= (?:between|from) (?:\d|T\x1f*))", _day_of_month),
    rule("the 14th", r"the (?P<d>\d{1,2})TH", _day_of_month, ends_free),
    rule("14th at noon", r"(?P<d>\d{1,2})TH", _day_of_month, stands_free),
)
