"""After, before, around: "any time after 3", "by noon", "2ish", "7+", "not before 4"."""

import re
from dataclasses import replace

from linda.language.when.grammar import Build, Chart, Hit, any_of, rule

AFTER_ANY = """
    after, since, starting(?: at| from| on)?, (?<!no )(?<!not )later than, no earlier than, not before, not until
"""
AFTER = any_of(f"{AFTER_ANY}, past, from, as early as, > =, >")
AFTER_DAY = any_of(AFTER_ANY)
BEFORE = any_of("""
    before, (?<!stop )(?<!come )(?<!swing )(?<!drop )(?<!pass )(?<!run )by, until,
    earlier than, (?:no|not) later than, not after, not past, prior to, as late as, up to,
    now (?:and|to|-), through, thru, < =, <
""")
AROUND = r"(?:around|(?<!how )(?<!what )about|like|near|close to)(?: at)?"
AROUND_DAY = any_of("around, (?<!how )(?<!what )about, near, close to")
OR_LATER = any_of(
    r"\+, or later, or after, and later, and after, onwards?, at the earliest, or so and later, afterwards"
)
OR_EARLIER = any_of("or earlier, or before, and earlier, at the latest, latest, tops")
ISH = any_of("(?:- )?ish, or so, give or take")


def _bounded(kind: str, bound: str) -> Build:
    def build(match: re.Match[str], chart: Chart) -> Hit:
        return replace(chart.hit(match, kind), bound=bound)

    return build


NOT_UNTIL = (
    r"(?:not|can't|cant|cannot|couldn't|won't|wont|isn't|isnt|don't|dont)"
    r"(?: (?:make|come|do|be|get|in|it|there|able|to|free|off|out|available|work|home|back))* until(?: after)?"
)

TIME_RULES = (
    rule("can't make it until 3", rf"{NOT_UNTIL} <T>", _bounded("T", "after")),
    rule("7 pm or later", rf"<T> {OR_LATER}", _bounded("T", "after")),
    rule("3 pm or earlier", rf"<T> {OR_EARLIER}", _bounded("T", "before")),
    rule("4 pm or so", rf"<T> {ISH}", _bounded("T", "around")),
    rule("after 3", rf"{AFTER} (?:around )?<T>", _bounded("T", "after")),
    rule("by noon", rf"{BEFORE} (?:around )?<T>", _bounded("T", "before")),
    rule("around 2", rf"(?:at )?{AROUND} <T>", _bounded("T", "around")),
)
DAY_RULES = (
    rule("won't be back until friday", rf"{NOT_UNTIL} <D>", _bounded("D", "after")),
    rule("friday or later", rf"<D> {OR_LATER}", _bounded("D", "after")),
    rule("friday at the latest", rf"<D> {OR_EARLIER}", _bounded("D", "before")),
    rule("friday or so", rf"<D> {ISH}", _bounded("D", "around")),
    rule("after friday", rf"{AFTER_DAY} <D>", _bounded("D", "after")),
    rule("by the 14th", rf"{BEFORE} <D>", _bounded("D", "before")),
    rule("around the 14th", rf"{AROUND_DAY} <D>", _bounded("D", "around")),
)
