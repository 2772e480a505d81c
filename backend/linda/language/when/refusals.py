"""Days and times that the text rejects: "not friday", "can't do 3", "monday doesn't work"."""

import re
from dataclasses import replace

from linda.language.when.grammar import Chart, Hit, any_of, rule

NOT = any_of("""
    not, can't, cant, cannot, can not, couldn't, won't, wont, anything but, except, besides, no longer, isn't, isnt
""")
SMALL_WORDS = any_of("""
    do, make, come, be, work, it, in, by, on, at, there, the, free, available, possible, for, me, able, to, going,
    gonna, this
""")
FAILS = any_of("""
    does not, do not, will not, would not, is not, are not, doesn't, doesnt, don't, dont, won't, wont, isn't, isnt,
    wouldn't, didn't, ain't, aint
""")
GOOD = any_of("work, good, okay, fine, great, possible, do, doable, available, an option")
BAD = any_of("no good, (?:is|was) (?:bad|no good|out|impossible|booked|full|a no|too (?:late|early|soon|far))")
FAR_NOT = r"(?:not|no|don't|dont|can't|cant|won't|wont)(?: [^ .,!?;]+){0,6}?"


def _refused(match: re.Match[str], chart: Chart) -> Hit:
    return replace(chart.hit(match, "what"), negated=True)


ANY = r"(?P<what>[DTPMR]\x1f*)"

RULES = (
    rule("can't do friday", rf"{NOT}(?: {SMALL_WORDS})* {ANY}", _refused),
    rule("3 pm doesn't work", rf"{ANY} {FAILS}(?: (?:going|gonna|to|really|be))* {GOOD}", _refused),
    rule("next week is too late", rf"{ANY} {BAD}", _refused),
    rule("i don't need it right now", rf"{FAR_NOT} (?P<what>M\x1f*)", _refused),
)
