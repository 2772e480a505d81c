"""Times of day that say so themselves: "4:30", "7p", "half past 4", "noon", "10 to 5 pm", "1530 hrs"."""

import re
from datetime import time

from linda.language.when.clock import readings, said
from linda.language.when.context import ends_free
from linda.language.when.grammar import Chart, Hit, rule
from linda.language.when.vocabulary import listed

HALF = r"(?P<x>AM|PM)"
HOUR = r"(?P<h>\d{1,2})"
NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
RANGE_CUES = listed("from between free open available work working here home busy hours anytime")


def clock(hour: str, minute: str | None = None, half: str | None = None) -> Hit | None:
    """Read the digits of a clock time."""
    times = said(hour, minute, half)
    return Hit("T", times=times) if times else None


def _clock(match: re.Match[str], _: Chart) -> Hit | None:
    digits = match.groupdict()
    return clock(digits["h"], digits.get("mi"), (digits.get("x") or "").upper() or None)


def _named(match: re.Match[str], _: Chart) -> Hit:
    return Hit("T", times=(NAMED[match["name"].replace(" - ", "")],))


def _half_past(match: re.Match[str], _: Chart) -> Hit | None:
    return _minutes_from(30, match)


def _past(match: re.Match[str], _: Chart) -> Hit | None:
    return _minutes_from(_said_minutes(match), match)


def _to(match: re.Match[str], chart: Chart) -> Hit | None:
    """Read "10 to 5"; after "from", "open" and the like it is a range of hours."""
    words = chart.text[: match.start()].split()[-3:]
    if match["q"] != "quarter" and match["h"].isdigit() and int(match["q"]) > 12 < int(match["h"]):
        return None
    if match["q"] != "quarter" and not RANGE_CUES.isdisjoint(words):
        return None
    return _minutes_from(-_said_minutes(match), match)


def _said_minutes(match: re.Match[str]) -> int:
    return 15 if match["q"] == "quarter" else int(match["q"])


def _minutes_from(minutes: int, match: re.Match[str]) -> Hit | None:
    hour = match["h"]
    hours = (NAMED[hour],) if hour in NAMED else readings(int(hour), 0, match["x"])
    times = tuple(_turned(each, minutes) for each in hours)
    return Hit("T", times=times) if times else None


def _turned(hour: time, minutes: int) -> time:
    total = (hour.hour * 60 + hour.minute + minutes) % 1440
    return time(total // 60, total % 60)


H_CLOCK = r"(?P<hit>(?P<h>[7-9]|1\d|2[0-3]) h(?: (?P<mi>[0-5]\d))?)"
"""9h30 as Europe writes it; alone, and before seven, it is rather a length of time."""
CLOCK_HOUR = rf"(?P<h>\d{{1,2}}|noon|midday|midnight)(?: oclock)?(?: {HALF})?(?! [ap] |:)"

RULES = (
    rule("quarter past 5", rf"(?:an? |1 )?(?P<q>quarter|\d{{1,2}})(?: minute)? (?:past|after) {CLOCK_HOUR}", _past),
    rule("15 minutes to 3", rf"(?P<q>\d{{1,2}}) minute (?:to|before|until) {CLOCK_HOUR}", _to),
    rule("half past 4", rf"half (?:past|after) {CLOCK_HOUR}", _half_past),
    rule(
        "quarter to 5",
        rf"(?:an? |1 )?(?P<q>quarter|5|10|1[3-9]|2\d)(?: minute)? (?:to|of|before|until) {CLOCK_HOUR}",
        _to,
        ends_free,
    ),
    rule("half 4", rf"half {CLOCK_HOUR}", _half_past, ends_free),
    rule("12 noon", r"(?:12 (?:oclock )?|12:00 )?(?:high )?(?P<name>noon|midnight|midday|mid ?- ?day)", _named),
    rule("9h30-11h", rf"{H_CLOCK}(?= (?:-|to|until) \d{{1,2}} h )", _clock),
    rule("15h30-18h", rf"T\x1f* (?:-|to|until) {H_CLOCK}", _clock),
    rule("15h30", r"(?P<h>1[3-9]|2[0-3]) h(?: (?P<mi>[0-5]\d))?", _clock),
    rule("4 in the pm", rf"{HOUR}(?::(?P<mi>[0-5]\d))? in the (?P<x>am|pm)", _clock),
    rule("4:30 pm", rf"{HOUR}:(?P<mi>[0-5]\d)(?:[:.]\d\d)?(?: {HALF}| h| hour)?", _clock),
    rule("4.30 pm", rf"{HOUR}[.](?P<mi>[0-5]\d) {HALF}", _clock),
    rule(
        "at 4.30", rf"(?:at|around|by|after|before|until|for|from) (?P<hit>{HOUR}\.(?P<mi>[0-5]\d))", _clock, ends_free
    ),
    rule("4 30 pm", rf"{HOUR} (?P<mi>[0-5]\d) {HALF}", _clock),
    rule("430 pm", rf"{HOUR}(?P<mi>[0-5]\d)(?: hour)? {HALF}", _clock),
    rule("1530 hrs", rf"{HOUR}(?P<mi>[0-5]\d) (?:hour|h)", _clock),
    rule("4 pm", rf"{HOUR}(?: oclock)? {HALF}", _clock),
    rule("4 o'clock", rf"{HOUR} oclock", _clock),
)
