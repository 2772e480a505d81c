"""Days and times that the text rejects: "not friday", "can't do 3", "monday doesn't work"."""

import re
from dataclasses import replace

from linda.language.when.grammar import Build, Chart, Hit, any_of, rule

NOT = any_of("""
    not, can't, cant, cannot, can not, couldn't, won't, wont, anything but, except, besides, no longer, isn't, isnt
""")
SMALL_WORDS = any_of("""
    do, make, come, be, work, it, in, by, on, at, there, the, free, available, possible, for, me, able, to, going,
    gonna, this, until
""")
FAILS = any_of("""
    does not, do not, will not, would not, is not, are not, doesn't, doesnt, don't, dont, won't, wont, isn't, isnt,
    wouldn't, didn't
""")
GOOD = any_of("work, good, okay, fine, great, possible, do, doable, available, an option")
BAD = any_of("no good, (?:is|was) (?:bad|no good|out|impossible|booked|full|a no|too (?:late|early|soon|far))")
FAR_NOT = r"(?:not|no|don't|dont|can't|cant|won't|wont)(?: [^ .,!?;]+){0,6}?"


def _refused(kind: str) -> Build:
    def build(match: re.Match[str], chart: Chart) -> Hit:
        return replace(chart.hit(match, kind), negated=True)

    return build


NOT_NOW_RULES = (rule("i don't need it right now", rf"{FAR_NOT} <M>", _refused("M")),)
RULES = tuple(
    each
    for kind, example in (("D", "friday"), ("T", "3 pm"), ("R", "next week"), ("M", "right now"), ("P", "mornings"))
    for each in (
        rule(f"not {example}", rf"{NOT}(?: {SMALL_WORDS})* <{kind}>", _refused(kind)),
        rule(f"{example} doesn't work", rf"<{kind}> {FAILS}(?: (?:going|gonna|to|really|be))* {GOOD}", _refused(kind)),
        rule(f"{example} is too late", rf"<{kind}> {BAD}", _refused(kind)),
    )
)
