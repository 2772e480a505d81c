"""Reading how many openings a text says there are: "2 left", "the last spot", "plenty of times"."""

import re

from linda.conversation.claims.page import Figure, Mark, Page, read_pattern
from linda.conversation.claims.shapes import either, filled, shape

MANY = 1000
"""Stands for "plenty": true from five openings on."""

_NUMBERS = {"couple": 2, "pair": 2, "few": 3, "several": 4, "handful": 4, "dozen": 12, "single": 1, "sole": 1}
_KIND = filled(
    "(?: <WORD>)*",
    WORD=either("""
        more | other | open | available | free | great | good | last | remaining | final | only | early | late | first
        real | prime | appointment | time | walk-in | of | our | the | these | those | D | A
    """),
)
_THING = either(r"""
    openings? | slots? | spots? | appointments? | spaces? | places? | chairs? | windows? | gaps?
    times?(?= (?:left|open|available|free)|[.,!?:]|$)
""")
_LOTS = "lots of|plenty(?: of)?|tons of|loads of|many|a bunch of|a ton of|a lot of|endless|unlimited|more than enough"
_END = r"(?=[.,!?]|$)"
_COUNTS = shape(
    either(r"""
        \b(?P<number>\d{1,4}|couple|pair|few|several|handful|dozen|single|sole)(?: of)?<KIND>[ -]<THING>(?: \
        (?:left|remaining|open|available))?\b
        (?<![\w.$:])(?P<left>\d{1,4}|couple|few|one)(?: (?:is|are|still|more))* (?:left|remaining|to go\
        |still open|still free|still available)\b
        \b(?P<last>last|final|only|lone)(?: (?:remaining|available|open|free|one|single|time|appointment|D\
        |A))* <LAST>\b(?!s)
        \b(?P<none><NONE>)
        \b(?P<many>(?:<LOTS>)<KIND> (?:<THING>|availability|room|space|time)|<ANY>)\b
    """),
    KIND=_KIND,
    THING=_THING,
    LOTS=_LOTS,
    LAST=either(r"opening | slot | spot | appointment | space | one(?= (?:left|for|D|today)|[.,!?]|$)"),
    ANY="wide[ -]open|any ?time|whenever|all (?:day|afternoon|morning|week)|completely (?:free|open)",
    NONE=filled(
        either(r"""
            (?:no|zero|not any|n't (?:have )?any)<KIND> <THING>
            nothing(?: else| more| open| free| available| left)*(?: (?=(?:D|A|on D|for D|left|open|free\
            |available)\b)|<END>)
            fully booked | booked (?:solid|up|out) | all booked(?: up)? | sold out | completely full | slammed
            full(?: (?=(?:D|on D|up|for D)\b)|<END>)
        """),
        KIND=_KIND,
        THING=_THING,
        END=_END,
    ),
)


def read_counts(page: Page) -> Page:
    """Read every number of openings, said or hinted at."""
    return read_pattern(page, _COUNTS, _count)


def _count(match: re.Match[str]) -> Figure:
    said = match.groupdict()
    number = said["number"] or said["left"]
    if number:
        count = 1 if number == "one" else _NUMBERS[number] if number in _NUMBERS else int(number)
    else:
        count = 1 if said["last"] else 0 if said["none"] else MANY
    return Figure(Mark.OPENINGS, match[0].strip(), count)
