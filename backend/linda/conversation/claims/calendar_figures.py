"""Reading parts of days, durations, relative moments, and days in words only the grammar for customers knows."""

import re
from datetime import datetime

from linda.conversation.claims.page import Figure, Mark, Page, Span, put, read_pattern
from linda.conversation.claims.shapes import either, shape
from linda.language.when import Mention, mentions

_NEUTRAL = str.maketrans(dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "\u00a7"))
_CUES = shape(
    r"(?<= )<CUE>(?= )|[/&](?= )",
    CUE=either("""
        or | and | is | are | isn't | not | no | for | at | on | by | until | till | after | before | around | about
        instead | any | anything | have | available | open
    """),
)
"""What the grammar would take into an expression, though here it is what the claim about it says."""
_IDIOMS = shape(
    r"\b<IDIOM>\b",
    IDIOM=either(r"""
        (?:give me|gimme|just|one|hang on|hold on|wait|in) (?:a|one|1) (?:sec|second|minute|min|moment)
        (?:one|a|1) (?:sec|moment)
        (?:make|have|enjoy|made) (?:my|your|a|the)?(?: \w+)? (?:day|night|evening|weekend|afternoon|morning\
        |week)(?! [DTN])
        good (?:morning|afternoon|evening|night|day) | these days | one day | some day | day or night
    """),
)
_LENGTHS = shape(
    r"(?<![\w.:$])(?P<n><AMOUNT>)(?: |-)?(?P<half>and a half )?(?P<unit><UNIT>)\b(?P<tail> and a half)?(?!\.?m)"
    r"(?:,? (?:and )?(?P<more>\d{1,2}) ?min(?:ute)?s?\b)?",
    AMOUNT=either(r"\d+(?:\.\d+)? | \d+ 1/2 | 1/2(?: an?)? | half an? | an? | couple(?: of)? | few | several"),
    UNIT=either("""
        minutes? | mins? | hours? | hrs? | h | m | days? | weeks? | months? | mos? | years? | yrs? | seconds? | secs?
        business days?
    """),
)
_UNITS = {"mi": 1, "m": 1, "h": 60, "d": 1440, "b": 1440, "w": 10080, "mo": 43200, "y": 525600, "s": 0}
_AMOUNTS = {"a": 1.0, "an": 1.0, "couple": 2.0, "few": 3.0, "several": 4.0}


def read_idioms(page: Page) -> Page:
    """Read what only sounds like a time: "one moment", "have a great day"."""
    return read_pattern(page, _IDIOMS, lambda match: Figure(Mark.VERBATIM, match[0]))


def read_calendar(page: Page, now: datetime) -> Page:
    """Read days, parts and moments of the calendar, each for itself."""
    plain = _CUES.sub(lambda match: ";" * len(match[0]), page.text.translate(_NEUTRAL))
    return put(page, _spans(page.text, mentions(plain, now), now))


def read_durations(page: Page) -> Page:
    """Read lengths of time; the figure is in minutes, -1 for what is no whole number of minutes."""
    return read_pattern(page, _LENGTHS, _length)


def _spans(text: str, found: tuple[Mention, ...], now: datetime) -> list[Span]:
    spans = []
    for each in found:
        figure = _figure(each, text[each.start : each.end], now)
        if figure is not None:
            spans.append((each.start, each.end, figure))
    return spans


def _figure(found: Mention, said: str, now: datetime) -> Figure | None:
    if said.endswith("now"):
        return None
    if found.kind == "moment" and re.match(r"(?:with)?in\b", said) and found.days and found.times:
        at = datetime.combine(found.days[0], found.times[0], tzinfo=now.tzinfo)
        minutes = round((at - now).total_seconds() / 60)
        return Figure(Mark.RELATIVE, said, minutes, found.times, found.days)
    if found.days:
        return Figure(Mark.DAY, said, 0, found.times, found.days, found.part or "")
    if found.kind == "part":
        return Figure(Mark.PART, said, part=found.part or "")
    if found.kind == "range" or len(found.times) > 2:
        return Figure(Mark.TIME, said)
    return Figure(Mark.TIME, said, times=found.times) if found.times else None


def _length(match: re.Match[str]) -> Figure:
    amount = _amount(match["n"].strip()) + (0.5 if match["half"] or match["tail"] else 0)
    unit = match["unit"]
    factor = next(_UNITS[key] for key in (unit[:2], unit[:1]) if key in _UNITS)
    minutes = amount * factor + int(match["more"] or 0)
    return Figure(Mark.DURATION, match[0], int(minutes) if minutes and minutes.is_integer() else -1)


def _amount(said: str) -> float:
    if said.startswith(("half", "1/2")):
        return 0.5
    word = said.split(maxsplit=1)[0]
    if said.endswith("1/2"):
        return int(word[:9]) + 0.5
    return _AMOUNTS[word] if word in _AMOUNTS else float(said[:12])
