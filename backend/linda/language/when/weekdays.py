"""Weekdays: "next tues", "friday the 14th", "monday next week", "sat after next"."""

import re
from collections.abc import Iterator
from datetime import date

from linda.domain.pattern import Pattern
from linda.language.when.calendar_math import coming_day_of_month, monday_of, past_day_of_month, shift
from linda.language.when.context import ends_free
from linda.language.when.grammar import Chart, Hit, rule

WEEKDAY = r"DAY(?P<w>\d)"
WEEKS_AHEAD = {"next": 1, "following": 1, "coming": 1, "upcoming": 1, "last": -1, "previous": -1, "past": -1}
WHICH = r"(?P<which>this|next|following|coming|upcoming|last|previous|past|current|same)"

TOLD = Pattern(
    r" (?:dropped|brought|left|came|went|bought|picked|met|called|texted|paid|saw|spoke|talked|cracked|broke|fell|drank"
    r"|stopped|died|took|was (?:in|there))"
    r"(?: (?!can|could|would|will|want|need|come|if|for|and|but|so|by|until|to|next|or|please)[^ .,!?;:]+)* $"
)
"""Something that happened, and no wish between it and the day."""


def _day(*days: date) -> Hit:
    return Hit("D", days=days)


def _coming(match: re.Match[str], chart: Chart) -> Hit:
    """Read a plain weekday as the coming one; said on that very weekday it may be today or a week ahead."""
    if _is_told(match, chart):
        return _last(match, chart)
    ahead = (int(match["w"]) - chart.today.weekday()) % 7
    days = [shift(chart.today, ahead)] if ahead else [shift(chart.today, 7), chart.today]
    return Hit("D", days=tuple(days), said_as="weekday")


def _is_told(match: re.Match[str], chart: Chart) -> bool:
    """Whether the day belongs to what already happened: "i dropped it off friday"."""
    return bool(TOLD.search(chart.text, max(match.start() - 80, 0), match.start() + 1))


def _this(match: re.Match[str], chart: Chart) -> Hit:
    return _day(shift(chart.today, (int(match["w"]) - chart.today.weekday()) % 7))


def _next(match: re.Match[str], chart: Chart) -> Hit:
    """Read "next friday" as next week's; while this week's is still ahead, both are open."""
    weekday = int(match["w"])
    in_next_week = shift(monday_of(chart.today), 7 + weekday)
    nearer = shift(in_next_week, -7)
    return _day(in_next_week, nearer) if nearer > chart.today else _day(in_next_week)


def _last(match: re.Match[str], chart: Chart) -> Hit:
    return _day(shift(chart.today, -((chart.today.weekday() - int(match["w"]) - 1) % 7 + 1)))


def _in_week(match: re.Match[str], chart: Chart) -> Hit:
    weeks = WEEKS_AHEAD.get(match["which"], 0)
    return _day(shift(monday_of(chart.today), 7 * weeks + int(match["w"])))


def _after_next(match: re.Match[str], chart: Chart) -> Hit:
    return _day(shift(_coming(match, chart).days[0], 7))


def _counted_ahead(match: re.Match[str], chart: Chart) -> Hit:
    return _day(shift(_coming(match, chart).days[0], 7 * (int(match["n"]) - 1)))


def _counted_back(match: re.Match[str], chart: Chart) -> Hit:
    return _day(shift(_last(match, chart).days[0], -7 * (int(match["n"]) - 1)))


def _with_number(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read "friday the 14th"; where no near 14th is a friday, the number wins."""
    number = int(match["d"])
    if _is_told(match, chart) and (past := past_day_of_month(chart.today, number, int(match["w"]))):
        return _day(past)
    near = coming_day_of_month(chart.today, number)
    agreeing = coming_day_of_month(chart.today, number, int(match["w"]))
    days = tuple(_distinct(agreeing, near))
    return Hit("D", days=days) if days else None


def _day_named(match: re.Match[str], chart: Chart) -> Hit:
    """Read "yesterday the 2nd" as yesterday, whatever its number."""
    return _day(shift(chart.today, {"TODAY": 0, "TOMORROW": 1, "YESTERDAY": -1}[match["day"]]))


def _distinct(*days: date | None) -> Iterator[date]:
    yield from dict.fromkeys(day for day in days if day)


def _calendar_date(match: re.Match[str], chart: Chart) -> Hit:
    return chart.hit(match, "D")


RULES = (
    rule("friday, march 3rd", rf"{WEEKDAY}(?: (?:,|\.|\(|the|on))* <D>(?: \))?", _calendar_date),
    rule("march 3rd (friday)", rf"<D>(?: ,)?(?: \()? {WEEKDAY}(?: \))?", _calendar_date),
    rule("friday the 14th", rf"{WEEKDAY}(?: ,| \()? (?:the )?(?P<d>\d{{1,2}})TH(?: \))?", _with_number, ends_free),
    rule("friday the 14", rf"{WEEKDAY} the (?P<d>\d{{1,2}})", _with_number),
    rule("3 fridays from now", rf"(?P<n>\d{{1,2}}) {WEEKDAY} from (?:now|TODAY)", _counted_ahead),
    rule("2 thursdays ago", rf"(?P<n>\d{{1,2}}) {WEEKDAY} ago", _counted_back),
    rule("today the 5th", r"(?P<hit>(?P<day>TODAY|TOMORROW|YESTERDAY)(?: ,)? (?:the )?\d{1,2}TH)", _day_named),
    rule("wednesday week", rf"{WEEKDAY} week", _after_next),
    rule("monday next week", rf"{WEEKDAY} (?:of |in )?(?:the )?{WHICH} week", _in_week),
    rule("next week tuesday", rf"(?:the )?{WHICH} week(?: 's)?(?: on| -| ,)? {WEEKDAY}", _in_week),
    rule("friday after next", rf"(?:the )?{WEEKDAY} after next", _after_next),
    rule("this past friday", rf"(?:this |the )?(?:last|past|previous) {WEEKDAY}", _last),
    rule("next tues", rf"(?:the )?(?:next|following) {WEEKDAY}", _next),
    rule("this friday", rf"(?:the )?(?:this (?:coming )?|coming |upcoming ){WEEKDAY}", _this),
    rule("friday", WEEKDAY, _coming),
)
