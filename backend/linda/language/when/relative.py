"""Days and moments counted from now: "in 2 hrs", "a week from friday", "three days ago", "right now"."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from linda.language.when.calendar_math import shift, shift_months
from linda.language.when.grammar import Chart, Hit, Length, rule


def moved(start: date, length: Length, sign: int = 1) -> date:
    """Move a day by a length."""
    return shift(shift_months(start, sign * length.months), sign * length.days)


def _from_now(match: re.Match[str], chart: Chart) -> Hit | None:
    return _counted(chart, chart.hit(match, "U"), 1)


def _ago(match: re.Match[str], chart: Chart) -> Hit | None:
    return _counted(chart, chart.hit(match, "U"), -1)


def _counted(chart: Chart, duration: Hit, sign: int) -> Hit | None:
    length = duration.length or Length()
    if not length.minutes:
        return Hit("D", days=(moved(chart.today, length, sign),))
    try:
        moment = chart.now + sign * timedelta(minutes=length.minutes)
    except OverflowError:
        return None
    return Hit("M", days=(moment.date(),), times=(_minute(moment),))


def _after_day(match: re.Match[str], chart: Chart) -> Hit | None:
    return _from_day(match, chart, 1)


def _before_day(match: re.Match[str], chart: Chart) -> Hit | None:
    return _from_day(match, chart, -1)


def _from_day(match: re.Match[str], chart: Chart, sign: int) -> Hit | None:
    length, day = chart.hit(match, "U").length or Length(), chart.hit(match, "D")
    if length.minutes:
        return None
    return replace(day, days=tuple(moved(each, length, sign) for each in day.days))


def _now(_: re.Match[str], chart: Chart) -> Hit:
    return Hit("M", days=(chart.today,), times=(_minute(chart.now),))


def _soonest(match: re.Match[str], chart: Chart) -> Hit:
    return replace(_now(match, chart), bound="after")


def _minute(moment: datetime):  # type: ignore[no-untyped-def]
    return moment.time().replace(second=0, microsecond=0, tzinfo=None)


HEDGE = r"(?:(?:about|around|like|maybe|the|next|another|just|exactly|less|than|probably) )*"

RULES = (
    rule("2 days after tomorrow", r"(?:exactly )?<U> (?:from|after|past) <D>", _after_day),
    rule("2 days before the 14th", r"<U> (?:before|prior to) <D>", _before_day),
    rule("in 2 hrs", rf"(?:in|within|after) {HEDGE}<U>(?: 's?)?(?: time)?(?: from now)?", _from_now),
    rule("half an hour from now", r"<U> (?:from now|hence|from TODAY)", _from_now),
    rule("three days ago", r"<U> (?:ago|back|earlier)", _ago),
    rule(
        "as soon as possible",
        r"asap|as soon as (?:possible|you can|u can)|soonest|immediately|right away|straight away",
        _soonest,
    ),
    rule(
        "right now",
        r"right (?:about )?now|rn|(?:in )?a (?:sec|second|2TH|bit|moment)(?= \S?)|this (?:minute|moment)",
        _now,
    ),
    rule("are you open now", r"(?:come|coming|in|by|over|open|free|available|there|there's|here) (?P<hit>now)", _now),
)
