"""Days and moments counted from now: "in 2 hrs", "a week from friday", "three days ago", "right now"."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from linda.language.when.calendar_math import shift, shift_months
from linda.language.when.context import MARKS
from linda.language.when.grammar import Build, Chart, Hit, Length, rule
from linda.language.when.reading import Moment
from linda.language.when.vocabulary import listed


def moved(start: date, length: Length, sign: int = 1) -> date:
    """Move a day by a length."""
    return shift(shift_months(start, sign * length.months), sign * length.days)


def minute_of(moment: datetime) -> time:
    """Return the wall clock of a moment, to the minute."""
    return moment.time().replace(second=0, microsecond=0)


def counted(length: Length, now: datetime, sign: int = 1) -> Hit:
    """Return the day, or for hours and minutes the moment, so far from now."""
    if length.days or length.months:
        return Hit("D", days=(moved(now.date(), length, sign),))
    moment = now + sign * timedelta(minutes=length.minutes)
    return Hit("M", days=(moment.date(),), times=(minute_of(moment),))


def _from_now(sign: int) -> Build:
    def build(match: re.Match[str], chart: Chart) -> Hit:
        return counted(chart.hit(match, "U").length, chart.now, sign)

    return build


def _within(match: re.Match[str], chart: Chart) -> Hit:
    return _beginning_now(chart.hit(match, "U").length, chart.now)


def _from_day(sign: int) -> Build:
    def build(match: re.Match[str], chart: Chart) -> Hit | None:
        length, day = chart.hit(match, "U").length, chart.hit(match, "D")
        if length.minutes:
            return None
        return replace(day, days=tuple(moved(each, length, sign) for each in day.days))

    return build


def _now(bound: str | None = None) -> Build:
    def build(_: re.Match[str], chart: Chart) -> Hit:
        return Hit("M", days=(chart.today,), times=(minute_of(chart.now),), bound=bound)

    return build


def _next_to(days: int) -> Build:
    def build(match: re.Match[str], chart: Chart) -> Hit:
        return Hit("D", days=tuple(shift(day, days) for day in chart.hit(match, "D").days))

    return build


def _business_days(match: re.Match[str], chart: Chart) -> Hit:
    """Count Mondays to Fridays; a holiday is for the shop's calendar to know."""
    weeks, rest = divmod(int(match["n"] or 1), 5)
    day = shift(chart.today, 7 * weeks)
    while rest:
        day = shift(day, 1)
        rest -= day.weekday() < 5
    return Hit("D", days=(day,))


def _within_the_hour(_: re.Match[str], chart: Chart) -> Hit:
    return _beginning_now(Length(minutes=60), chart.now)


def _beginning_now(length: Length, now: datetime) -> Hit:
    """Return the latest day or moment, and the stretch that leads to it."""
    latest = counted(length, now)
    first = Moment(now.date(), minute_of(now) if latest.times else None)
    last = Moment(latest.days[0], latest.times[0] if latest.times else None)
    return replace(latest, bound="before", first=first, last=last)


def _is_the_question(match: re.Match[str], chart: Chart) -> bool:
    """Whether "now" is meant, and not a filler: at the end of a text of two or three words."""
    said_before = chart.text[: match.start()].split()
    return chart.after(match.end("hit")) in MARKS - {","} and set(said_before) <= NOW_OPENERS


NOW_OPENERS = listed("yes yeah okay how about what like maybe and , ? is")
HEDGE = r"(?:(?:about|around|like|maybe|the|next|another|just|exactly|less|than|probably) )*"
SOONEST = r"asap|as soon as (?:possible|you can)|soonest|immediately|right away|straight away"

RULES = (
    rule("the day after christmas", r"(?:the )?day after <D>", _next_to(1)),
    rule("the day before christmas", r"(?:the )?day before <D>", _next_to(-1)),
    rule(
        "in 4 business days",
        r"(?:(?:in )?(?P<n>\d{1,2})|(?:the )?next) (?:business|working) day(?: from now)?",
        _business_days,
    ),
    rule("within the hour", r"(?:within|in) the (?:next )?hour", _within_the_hour),
    rule("2 days after tomorrow", r"(?:exactly )?<U> (?:from|after|past) <D>", _from_day(1)),
    rule("2 days before the 14th", r"<U> (?:before|prior to) <D>", _from_day(-1)),
    rule("within 2 hours", r"(?:within|(?:with)?in the next) <U>", _within),
    rule("in 2 hrs", rf"(?:in|after) {HEDGE}<U>(?: ')?(?: time)?(?: from (?:now|TODAY))?", _from_now(1)),
    rule("half an hour from now", r"<U>(?: away)? (?:from (?:now|TODAY)|hence)", _from_now(1)),
    rule("three days ago", r"<U> (?:ago|back)", _from_now(-1)),
    rule("as soon as possible", SOONEST, _now("after")),
    rule("right now", r"(?:right (?:about )?|just )now|rn|this (?:minute|moment)", _now()),
    rule("are you open now", r"(?:come|coming|in|by|over|open|free|available) (?P<hit>now)", _now()),
    rule("now?", r"now", _now(), _is_the_question),
)
