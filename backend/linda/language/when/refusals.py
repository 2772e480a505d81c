"""Days and times that the text rejects: "not friday", "can't do 3", "monday doesn't work"."""

import re
from dataclasses import replace

from linda.language.when.grammar import Build, Chart, Hit, rule

CANNOT = (
    r"(?:not|can't|cant|cannot|can not|couldn't|won't|wont|anything but|except|besides|no longer|isn't|isnt)"
    r"(?: (?:do|make|come|be|work|it|in|by|on|at|there|the|free|available|possible|for|me|able|to|going|gonna|this|until))*"
)
FAILS = (
    r"(?:(?:does|do|will|would|is|are|did)(?: not|n't)|doesn't|doesnt|don't|dont|won't|wont|isn't|isnt|wouldn't|didn't)"
    r"(?: (?:going|gonna|to|really|be|actually))* (?:work|good|okay|fine|great|possible|do|doable|available|an option)"
    r"|(?:is|was) (?:bad|no good|out|impossible|booked|full|too (?:late|early|soon|far))|is a no"
)


def _refused(kind: str) -> Build:
    def build(match: re.Match[str], chart: Chart) -> Hit:
        return replace(chart.hit(match, kind), negated=True)

    return build


RULES = tuple(
    rule(example, pattern.replace("<K>", f"<{kind}>"), _refused(kind))
    for kind in "DTRMP"
    for example, pattern in (("not friday", rf"{CANNOT} <K>"), ("friday doesn't work", rf"<K> (?:{FAILS})"))
)
