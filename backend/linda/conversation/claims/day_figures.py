"""Reading days: "today", "Tue Feb 10", "next Friday", "2/12", "the 12th", "this weekend", "in 2 days"."""

import re
from datetime import date, timedelta

from linda.conversation.claims.page import Figure, Mark, Page, read_pattern
from linda.domain.pattern import LongPattern, Pattern

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_W = (
    r"(?:mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?\b"
    r"(?:\.(?= ?(?:\d|,|at\b|the \d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z.]* \d)))?"
)
_M = (
    r"(?P<month>jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:\.(?= \d))?"
)
_N = r"(?P<number>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,? (?P<year>20\d\d|'\d\d)\b)?"
_LEAD = rf"(?:(?P<weekday>{_W}),? ?\(?(?:the )?)?"
_TAIL = rf"\)?(?:,? \(?(?P<weekday2>{_W})\)?(?!\w))?"
_DATES = (
    Pattern(rf"\b{_LEAD}{_M} (?:the )?{_N}(?![:.]\d| ?(?:[ap]\.?m|%|dollars|bucks)){_YEAR}{_TAIL}"),
    Pattern(rf"(?<![\w.:/$-]){_LEAD}{_N} (?:of )?{_M}{_YEAR}{_TAIL}"),
    Pattern(
        rf"(?<![\w.:/$-]){_LEAD}(?P<month>1[0-2]|0?[1-9])[/.](?P<number>3[01]|[12]\d"
        rf"|0?[1-9])(?:[/.](?P<year>20\d\d|\d\d))?(?![\w/%]|[.:]\d){_TAIL}"
    ),
    Pattern(r"(?<![\w.:/$-])(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<number>[0-3]\d)\b"),
)
_NTH = Pattern(rf"(?<![\w$]){_LEAD}(?<![\d$])(?P<number>[0-3]?\d)(?:st|nd|rd|th)\b")
_RELATIVE = LongPattern(
    r"\b(?:the )?(?:(?P<after>day after (?:tomorrow|tmrw|tmr))|(?P<tomorrow>tomorrow|tomorow|tommorow"
    r"|tommorrow|tomorro|tmrw|tmr|tmw|2moro|2morrow|2mrw|tmro|manana)"
    r"|(?P<today>today|tonight|tonite|2day|2nite|hoy)|(?P<yesterday>yesterday))(?:'s)?\b"
    r"|\b(?:in )?(?P<days>\d{1,3}) (?:days? (?:from (?:now|today)|later)|(?<=in \d )days?|(?<=in \d\d )days?)\b"
    r"|\b(?P<which>this|next|following|coming) (?P<span>weekend|week|month)\b|\b(?P<end>the weekend"
    r"|end of the week|later this week)\b"
)
_WEEKDAY = LongPattern(
    rf"\b(?P<which>(?:this |the )?(?:next|following|coming|upcoming)|this|last) (?P<weekday>{_W})"
    rf"|\b(?P<plain>{_W})(?!\w)(?: (?P<week>next|this) week\b)?"
)


def read_days(page: Page, today: date) -> Page:
    """Read days as seen from `today`; a weekday that does not go with its date is kept in what was said."""
    for pattern in _DATES:
        page = read_pattern(page, pattern, lambda match: _dated(match, today))
    page = read_pattern(page, _RELATIVE, lambda match: _relative(match, today))
    page = read_pattern(page, _NTH, lambda match: _nth(match, today))
    return read_pattern(page, _WEEKDAY, lambda match: _weekday(match, today))


def weekday_of(name: str) -> int:
    """Return the number of a weekday's name, Monday 0."""
    return WEEKDAYS.index(name[:3])


def _dated(match: re.Match[str], today: date) -> Figure | None:
    said = match.groupdict()
    month = int(said["month"]) if said["month"].isdigit() else _MONTHS.index(said["month"][:3]) + 1
    years = [int(said["year"].strip("'")[-2:]) + 2000] if said.get("year") else [today.year, today.year + 1]
    days = [day for year in years if (day := _date(year, month, int(said["number"])))]
    near = [day for day in days if day >= today] or days
    return _figure(match, near[:1])


def _nth(match: re.Match[str], today: date) -> Figure | None:
    number = int(match["number"])
    months = ((today.year + (today.month - 1 + ahead) // 12, (today.month - 1 + ahead) % 12 + 1) for ahead in range(12))
    days = [day for year, month in months if (day := _date(year, month, number)) and day >= today]
    return _figure(match, days[:1])


def _figure(match: re.Match[str], days: list[date]) -> Figure | None:
    """Return the figure of a date; none of its days where the weekday said beside it is another."""
    said = match.groupdict()
    named = [weekday_of(name) for key in ("weekday", "weekday2") if (name := said.get(key))]
    agreeing = tuple(day for day in days if all(day.weekday() == each for each in named))
    return Figure(Mark.DAY, match[0], days=agreeing)


def _relative(match: re.Match[str], today: date) -> Figure:
    said = match.groupdict()
    if said["span"] or said["end"]:
        return _span(match, today)
    ahead = 2 if said["after"] else 1 if said["tomorrow"] else -1 if said["yesterday"] else int(said["days"] or 0)
    part = "evening" if match[0].startswith(("tonight", "tonite", "2nite")) else ""
    return Figure(Mark.DAY, match[0], days=(today + timedelta(days=ahead),), part=part)


def _span(match: re.Match[str], today: date) -> Figure:
    ahead = 7 if match["which"] in {"next", "following"} else 0
    monday = today - timedelta(days=today.weekday()) + timedelta(days=ahead)
    first, length = (monday, 7) if match["span"] == "week" or not match["span"] else (monday + timedelta(days=5), 2)
    if match["span"] == "month":
        first, length = (today.replace(day=1) + timedelta(days=32 if ahead else 0)).replace(day=1), 31
    return Figure(Mark.DAY, match[0], days=tuple(first + timedelta(days=each) for each in range(length)))


def _weekday(match: re.Match[str], today: date) -> Figure:
    number = weekday_of(match["weekday"] or match["plain"])
    ahead = (number - today.weekday()) % 7
    if (match["which"] or "").endswith(("next", "following")) or match["week"] == "next":
        in_next_week = 7 - today.weekday() + number
        options = [in_next_week, ahead or 7] if not match["week"] else [in_next_week]
    elif match["which"] == "last":
        options = [ahead - 7]
    else:
        options = [ahead] if ahead else [0, 7]
    return Figure(Mark.DAY, match[0], days=tuple(dict.fromkeys(today + timedelta(days=each) for each in options)))


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
