"""Parts of the day, and what they settle: "sat morning", "evening 4", "3 in the afternoon", "after lunch"."""

import re
from dataclasses import replace
from datetime import time

from linda.language.when.calendar_math import shift
from linda.language.when.clock import in_part
from linda.language.when.grammar import Build, Chart, Hit, rule

WORDS = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "eve": "evening",
    "am": "morning",
    "pm": "afternoon",
}
PART = "morning|afternoon|evening|night|eve"
DAY_EDGES = {
    "lunch": (time(12), time(13)),
    "work": (time(9), time(17)),
    "school": (time(8), time(15)),
    "dinner": (time(17), time(19)),
    "breakfast": (time(8), time(9)),
}
"""What people plan around: when it begins (before) and when it is over (after)."""
OPENING, CLOSING = time(9), time(17)
"""The plan's hours, for "first thing" and "end of day"; the calendar of the shop has the last word."""


def _part(match: re.Match[str], _: Chart) -> Hit:
    return Hit("P", part=WORDS[match["part"]])


def _around_lunch(_: re.Match[str], __: Chart) -> Hit:
    return Hit("P", part="midday")


def _day(ahead: int) -> Build:
    def build(_: re.Match[str], chart: Chart) -> Hit:
        return Hit("D", days=(shift(chart.today, ahead),))

    return build


def _edge(match: re.Match[str], _: Chart) -> Hit:
    begin, over = DAY_EDGES[match["what"]]
    return Hit("T", times=(over if match["bound"] == "after" else begin,), bound=match["bound"])


def _fixed(at: time, bound: str) -> Build:
    def build(_: re.Match[str], __: Chart) -> Hit:
        return Hit("T", times=(at,), bound=bound)

    return build


def _settled(match: re.Match[str], chart: Chart) -> Hit:
    part = chart.hit(match, "P").part or ""
    said = chart.hit(match, "T")
    return said if said.is_settled else replace(said, times=in_part(said.times, part), is_settled=True)


LUNCH = r"(?:(?:at|around|over|during|for) )?(?:my )?lunch ?(?:time|break|hour)|(?:at|around|over|during) lunch"
END_OF_DAY = r"(?:the )?end of (?:the )?(?:business )?day|eod|cob|close of business|closing time"

RULES = (
    rule(
        "after work",
        rf"(?P<bound>after|before) (?:i (?:get )?(?:off )?)?(?:my )?(?P<what>{'|'.join(DAY_EDGES)})",
        _edge,
    ),
    rule("lunchtime", LUNCH, _around_lunch),
    rule("first thing", r"1TH thing(?: in the morning)?", _fixed(OPENING, "after")),
    rule(
        "by end of day",
        rf"(?:(?:by|before|at|until) )?(?:{END_OF_DAY})|(?:by|before|until) (?:you )?clos(?:e|ing)",
        _fixed(CLOSING, "before"),
    ),
    rule("last night", rf"(?P<hit>last)(?= (?:{PART}) )", _day(-1)),
    rule("this morning", rf"(?P<hit>this)(?= (?:{PART}) )", _day(0)),
    rule("tmrw pm", r"(?:this|in the|DAY\d|D\x1f*) (?P<hit>(?P<part>am|pm))", _part),
    rule(
        "early morning",
        rf"(?:(?:early|late|mid|very)(?: -)? )*(?:in the )?(?P<part>{PART})(?! (?:mode|shift|vision|lights?) )",
        _part,
    ),
)
SMALL_WORDS = r"(?: (?:in|at|of|on|the|a|,|around|about|by|for|early|late|after|before|past|until|from))*"
DAY = "(?: D\x1f*)?"
SETTLING_RULES = (
    rule("3 in the afternoon", rf"(?P<hit><T>){SMALL_WORDS}{DAY}{SMALL_WORDS} <P>", _settled),
    rule("afternoon at 3", rf"<P>{SMALL_WORDS}{DAY}{SMALL_WORDS} (?P<hit><T>)", _settled),
)
