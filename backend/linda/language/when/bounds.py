"""After, before, around: "any time after 3", "by noon", "2ish", "7+", "not before 4"."""

import re
from dataclasses import replace

from linda.language.when.grammar import Build, Chart, Hit, rule


def _bounded(kind: str, bound: str) -> Build:
    def build(match: re.Match[str], chart: Chart) -> Hit:
        return replace(chart.hit(match, kind), bound=bound)

    return build


AFTER = (
    r"(?:after|past|since|starting(?: at| from| on)?|later than|no earlier than|not (?:before|until|til)|from|as early as|> =|>)"
)
BEFORE = r"(?:before|by|until|earlier than|no later than|not (?:after|past|later than)|prior to|as late as|up to|now (?:and|to|-)|< =|<)"
AROUND = r"(?:around|(?<!how )(?<!what )about|like|near|close to)(?: at)?"
LATER = r"(?:\+|or later|or after|and later|and after|onwards?|at the earliest|or so and later|afterwards)"
EARLIER = r"(?:or earlier|or before|and earlier|at the latest|latest|tops)"
ISH = r"(?:(?:- )?ish|or so|approximately|give or take)"

RULES = tuple(
    rule(example, pattern.replace("<K>", f"<{kind}>"), _bounded(kind, bound))
    for kind in "TD"
    for example, pattern, bound in (
        ("7+", rf"<K> {LATER}", "after"),
        ("3 or earlier", rf"<K> {EARLIER}", "before"),
        ("2ish", rf"<K> {ISH}", "around"),
        ("after 3", rf"{AFTER} (?:the )?(?:around )?<K>", "after"),
        ("by noon", rf"{BEFORE} (?:the )?(?:around )?<K>", "before"),
        ("around 2", rf"(?:at )?{AROUND} <K>", "around"),
    )
)
