"""Bare numbers that are times: "at 4", "tmrw 730", "2ish", "7+", "from 9 to 12"; never "iphone 13" or "2 people"."""

import re

from linda.language.when.clock import readings
from linda.language.when.context import AFTER, ends_free
from linda.language.when.grammar import Chart, Hit, rule

N = r"(?P<hit>(?P<h>\d{1,2}?)(?:[:. ]?(?P<mi>[0-5]\d))?)"
"""4, 730, 1030, 5 50, 6.45: the hour is as short as it can be while the whole is read."""
PREPOSITION = (
    r"(?:at|around|by|before|after|past|until|till|from|since|between|like|say|for|to|maybe|about|near|about|starting)"
)
VERB = r"(?:make it|how about|what about|do|say|is|come|works|need|start|starts|prefer|want|it|hows)"
RANGE_WORD = r"(?:-|to|until|and|through)"


def _time(match: re.Match[str], _: Chart) -> Hit | None:
    hour = int(match["h"])
    if not match["mi"] and not 1 <= hour <= 23:
        return None
    times = readings(hour, int(match["mi"] or 0))
    return Hit("T", times=times) if times else None


def _alone(match: re.Match[str], chart: Chart) -> bool:
    """Whether nothing else is said but small words around the number."""
    rest = (chart.text[: match.start()] + chart.text[match.end() :]).split()
    return len(rest) <= 4 and all(word in AFTER or word in {"make", "just"} for word in rest) and int(match["h"]) <= 12


RULES = (
    rule("2ish", rf"{N}(?= (?:- )?ish )", _time),
    rule("7+", rf"{N}(?= \+ )", _time, lambda match, chart: chart.after(match.end("hit") + 2) in AFTER),
    rule("from 9 to 12", rf"(?:from|between) {N}(?= {RANGE_WORD} (?:T|\d))", _time),
    rule("3 - 5pm", rf"{N}(?= {RANGE_WORD} T)", _time),
    rule("9am to 12", rf"T\x1f* {RANGE_WORD} {N}", _time, ends_free),
    rule("at 4", rf"{PREPOSITION} {N}", _time, ends_free),
    rule("tmrw 730", rf"[DP]\x1f*(?: ,)? {N}", _time, ends_free),
    rule("8 tomorrow", rf"{N}(?= (?:on )?[DP]\x1f* )", _time),
    rule("9-12", rf"{N}(?= - \d{{1,2}} (?:[DP.?!,]|$))", _time),
    rule(
        "12 works",
        rf"{N}(?= (?:works|is (?:good|fine|okay|great|perfect)|okay|sharp|please|instead|or so|would|sounds))",
        _time,
    ),
    rule("how about 3", rf"{VERB} {N}", _time, ends_free),
    rule("3 or 4", rf"T\x1f* (?:or|and|/) {N}", _time, ends_free),
    rule("2?", N, _time, _alone),
)
