"""Parts of the day, and what they settle: "sat morning", "evening 4", "3 in the afternoon", "after lunch"."""

import re
from dataclasses import replace
from datetime import time

from linda.language.when.clock import in_part
from linda.language.when.grammar import Build, Chart, Hit, rule

WORDS = {"morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night", "eve": "evening"}
DAY_EDGES = {
    "lunch": ("midday", time(12), time(13)),
    "work": ("evening", time(9), time(17)),
    "school": ("afternoon", time(8), time(15)),
    "dinner": ("evening", time(17), time(19)),
    "breakfast": ("morning", time(8), time(9)),
}
"""What people plan around: its part of the day, when it begins (before) and when it is over (after)."""
OPENING, CLOSING = time(9), time(17)
"""The plan's hours, for "first thing" and "end of day"; the calendar of the shop has the last word."""


def _part(match: re.Match[str], _: Chart) -> Hit:
    return Hit("P", part=WORDS[match["part"]])


def _this_part(match: re.Match[str], chart: Chart) -> Hit:
    return Hit("D", days=(chart.today,), part=chart.hit(match, "P").part)


def _around_lunch(_: re.Match[str], __: Chart) -> Hit:
    return Hit("P", part="midday")


def _edge(match: re.Match[str], _: Chart) -> Hit:
    _part, begin, over = DAY_EDGES[match["what"]]
    bound = match["bound"]
    return Hit("T", times=(over if bound == "after" else begin,), bound=bound)


def _fixed(at: time, bound: str) -> Build:
    def build(_: re.Match[str], __: Chart) -> Hit:
        return Hit("T", times=(at,), bound=bound)

    return build


def _settled(match: re.Match[str], chart: Chart) -> Hit:
    part = chart.hit(match, "P").part or ""
    said = chart.hit(match, "T")
    return replace(said, times=in_part(said.times, part), part=part)


def _greeting(_: re.Match[str], __: Chart) -> Hit:
    return Hit("X")


RULES = (
    rule("good morning", r"(?:good|gud|happy) (?:morning|afternoon|evening|night|DAY\d)", _greeting),
    rule(
        "morning!",
        r"(?P<hit>(?:morning|afternoon|evening)(?= (?:[!,.]|i|can|do|my|how|what|is|are)))",
        _greeting,
        lambda match, chart: match.start() == 0,
    ),
    rule(
        "after work",
        rf"(?P<bound>after|before) (?:i (?:get )?(?:off )?)?(?:my )?(?P<what>{'|'.join(DAY_EDGES)})",
        _edge,
    ),
    rule(
        "lunchtime",
        r"(?:(?:at|around|over|during|for) )?(?:my )?(?:lunchtime|lunch (?:time|break|hour))|(?:at|around|over|during) lunch",
        _around_lunch,
    ),
    rule("first thing", r"1TH thing(?: in the morning)?", _fixed(OPENING, "after")),
    rule(
        "end of day",
        r"(?:the )?end of (?:the )?(?:business )?day|eod|cob|close of business|closing(?: time)?",
        _fixed(CLOSING, "before"),
    ),
    rule(
        "early morning",
        rf"(?:(?:early|late|mid|very)(?: -)? )*(?:in the )?(?P<part>{'|'.join(WORDS)})(?! (?:mode|shift|vision|light|lights))",
        _part,
    ),
    rule("this morning", r"(?:this|TODAY) <P>", _this_part),
)
SEPARATOR = r"(?: (?:in|at|of|on|the|a|,|around|about|by|for|early|late))*"
SETTLING_RULES = (
    rule("3 in the afternoon", rf"<T>{SEPARATOR} <P>", _settled),
    rule("afternoon at 3", rf"<P>{SEPARATOR} <T>", _settled),
)
