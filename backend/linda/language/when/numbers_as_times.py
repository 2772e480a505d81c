"""Bare numbers that are times: "at 4", "tmrw 730", "2ish", "7+", "from 9 to 12"; never "iphone 13" or "2 people"."""

import re

from linda.language.when.clock import said
from linda.language.when.context import AFTER, MARKS, ends_free
from linda.language.when.grammar import Build, Chart, Guard, Hit, any_of, rule
from linda.language.when.vocabulary import listed

NUMBER = r"(?P<h>\d{1,2}?)(?:[:. ]?(?P<mi>[0-5]\d))?"
"""4, 730, 1030, 5 50, 6.45: the hour is as short as it can be while the whole is read."""
N = rf"(?P<hit>{NUMBER})"
FAR = r"(?P<far>T\x1f*|(?:2[0-4]|[01]?\d)(?:[:. ]?[0-5]\d)?)"
TO = r"(?:-|to|until|and|through)"
DAY_OR_PART = "[DP]\x1f*"
STRONG = any_of("""
    at, by, before, after, past, until, from, since, than, as early as, as late as, now (?:and|to|until|-)
""")
WEAK = any_of(r"""
    around, about, near, like, let's say, lets say, i'd say, maybe, (?<!\d )to, starting, start, starts, make it,
    how about, what about, hows, how's, do, is, come, works, prefer
""")
BOOKED = any_of("""
    appointment, slot, spot, booking, book, booked, schedule, scheduled, reservation, in, me, it, that, be, down,
    opening, something, anything, time, meeting, set, go
""")
FIRM = any_of("works, work, is (?:good|fine|okay|great|perfect), okay, sharp, or so, sounds")
POSSESSED = listed("my a an the his her your our their #") | {"\u00a7"}
"""After these a number is a thing's ("my 13"), not a time."""
LOOSE_BEFORE = any_of("have, got, offer, take, is, be, you, there, then, me, us, for, do, :, -, and, or, &")
LOOSE_AFTER = r"(?:(?:is|are) )?(?:open|available|free|taken|booked|gone)"
PHONE = any_of("iphone, ipad, samsung, galaxy, pixel, google, motorola, moto, oneplus, android, phone, screen, battery")
"""Singular: after "at 2" they begin what is to be repaired, "2 iphones" are two of them."""
ANSWERING = MARKS | listed("yes yeah okay at please thanks")
"""All that may stand beside 730 when it is the whole answer; "around 150" may be a price."""
MONEY_ENDS = 6
"""A number like 150 after a weak word may be a price; from 600 on only a time is likely."""


def _time(latest: int) -> Build:
    """Read a number as a time where it may be; a bare hour only up to the latest."""

    def build(match: re.Match[str], _: Chart) -> Hit | None:
        hour, minute = match["h"], match["mi"]
        if match["hit"] == "100" or (not minute and not 1 <= int(hour) <= latest):
            return None
        times = said(hour, minute)
        return Hit("T", times=times) if times else None

    return build


def _unlike_money(match: re.Match[str], chart: Chart) -> bool:
    digits = match["hit"]
    return ends_free(match, chart) and not (digits.isdigit() and len(digits) > 2 and int(match["h"]) < MONEY_ENDS)


def _far_end_free(match: re.Match[str], chart: Chart) -> bool:
    return chart.after(match.end("far")) in AFTER


def _closed_by_mark(match: re.Match[str], chart: Chart) -> bool:
    return chart.after(match.end("far")) in MARKS | {"D", "P"} and _not_owned(match, chart)


def _not_owned(match: re.Match[str], chart: Chart) -> bool:
    return chart.before(match.start("hit")) not in POSSESSED


def _alone(match: re.Match[str], chart: Chart) -> bool:
    """Whether nothing but small words is said around the number."""
    rest = (chart.text[: match.start("hit")] + chart.text[match.end("hit") :]).split()
    small = AFTER if len(match["hit"]) < 3 or ":" in match["hit"] else ANSWERING
    is_choice = "or" in rest
    if len(rest) > 4 or not all(word in small or (is_choice and word.isdigit()) for word in rest):
        return False
    return _not_owned(match, chart)


def _no_year(match: re.Match[str], chart: Chart) -> bool:
    return ends_free(match, chart) and not re.fullmatch(r"(?:19|20)\d\d", match["hit"])


def _number(
    example: str, pattern: str, guard: Guard | None = None, latest: int = 12
) -> tuple[str, str, Build, Guard | None]:
    return example, pattern, _time(latest), guard


LOOSE_RULES = tuple(
    rule(*row)
    for row in (
        _number("we have 2, 3:15 and 4", rf"{N}(?=(?: ,| and| or| &)+ T)", _not_owned, latest=23),
        _number("i see that 3 is open", rf"{N}(?= {LOOSE_AFTER} )", _not_owned, latest=23),
        _number("see you 3", rf"{LOOSE_BEFORE} {N}", ends_free, latest=23),
    )
)
"""What only the reader of claims takes for a time: missing one there costs more than a false alarm."""

RULES = tuple(
    rule(*row)
    for row in (
        _number("2ish", rf"{N}(?= (?:- )?ish )"),
        _number("7+", rf"{N}(?= \+ (?:[DP.,!?]|$))"),
        _number("7 or later", rf"{N}(?= or (?:later|after|earlier|before) )"),
        _number("from 9 to 12", rf"(?:from|between) {N}(?= {TO} {FAR} )", _far_end_free, latest=23),
        _number("3 - 5pm", rf"{N}(?= {TO} (?P<far>T\x1f*) )"),
        _number("9am to 12", rf"T\x1f* {TO} {N}", ends_free, latest=23),
        _number("9-12", rf"{N}(?= - {FAR} )", _closed_by_mark),
        _number("at 4", rf"{STRONG} {N}", _no_year, latest=23),
        _number("at 4 iphone screen", rf"at {N}(?= {PHONE} )"),
        _number("around 4", rf"{WEAK} {N}(?! for [$\d])", _unlike_money),
        _number("an appointment for 4", rf"{BOOKED} for {N}(?! (?:at|of) )", _unlike_money),
        _number("tmrw 730", rf"{DAY_OR_PART}(?: ,| for)? {N}", ends_free),
        _number("8 tomorrow", rf"{N}(?= (?:(?:on|for|this) )?{DAY_OR_PART} )", _not_owned, latest=23),
        _number("12 works", rf"{N}(?= {FIRM} )", _not_owned),
        _number("3 or 4pm", rf"{N}(?= or T\x1f* )", _not_owned),
        _number("3pm / 4", rf"T\x1f* (?:or|and|/) {N}", ends_free),
        _number("2?", N, _alone),
    )
)
