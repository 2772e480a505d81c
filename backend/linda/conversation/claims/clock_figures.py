"""Reading clock times as anybody could write them, each for itself: "2 or 3:30 PM" are two."""

import re
from datetime import time

from linda.conversation.claims.page import Figure, Mark, Page, marks_in, put, read_pattern
from linda.conversation.claims.shapes import either, shape
from linda.domain.pattern import Pattern

_HALF = either(r"""
    a\. ?m\b\.? | p\. ?m\b\.? | am\b | pm\b | [ap] m\b | (?<=\d)[ap]\b | (?<=\d )[ap](?= ?[.,!?;)]|$)
    in the (?:morning|afternoon|evening) | at night
""")
_PARTS = {
    "HALF": f"(?P<half>{_HALF})",
    "HOUR": r"(?P<hour>2[0-4]|1\d|0?\d)",
    "ISH": r"(?: ?-?ish\b)?",
    "OCLOCK": r" ?o'? ?clock",
}
_NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0), "noontime": time(12), "lunchtime": time(12)}
_PAST = shape(
    r"\b(?P<minutes>half|a? ?quarter|\d{1,2})(?: min\w*)? ?(?P<way>past|after|to|til|till|before|of)?"
    r" (?P<base>noon|midday|midnight|<HOUR>)(?:<OCLOCK>)?(?: ?<HALF>)?<ISH>(?![\w:%]|[.,]\d)",
    **_PARTS,
)
_CLOCKS = shape(
    r"(?<![\w.:$/])(?<!\d{4}-)(?<!-\d\d-)<HOUR>(?: ?[:h.] ?(?P<minute>[0-5]\d)"
    r"|(?P<glued>[0-5]\d)(?= ?(?:a\.?m|p\.?m|h\b|hrs|hours|o'?clock)))?"
    r"(?: ?(?:h|hrs|hours)\b|<OCLOCK>\b)?(?: ?<HALF>)?<ISH>(?![\w%]|[.,:]\d)",
    **_PARTS,
)
_SURE = Pattern(r"[:h]|o'? ?clock|[ap]\.? ?m\b|ish|\d[ap]\b|morning|afternoon|evening|night|hrs|hours")
_NAMES = shape(r"\b(?:12 )?(?:high )?(?P<name><NAMED>)<ISH>\b", NAMED="|".join(_NAMED), **_PARTS)
_BARE = shape(
    r"<BEFORE> ?(?P<hit><HOUR>(?:[.](?P<minute>[0-5]\d))?)(?= ?<AFTER>)",
    BEFORE=either(r"""
        \b(?:at|by|around|about|until|till|til|before|after|from|to|between|or|and|than|for|opens?|closes?|say|maybe)
        T ?(?:-|,|/|or|and) | D,? | [@~]
    """),
    AFTER=either(r"""
        [,!?;)/-] | [.](?!\d) | $
        (?:or|and|to|on|at|works?|is|are|was|for|if|then|ok|okay|good|still|D|T|A)\b
    """),
    **_PARTS,
)
_BEFORE_T = shape(
    r"(?<![\w.:$])(?P<hit><HOUR>(?:[:.](?P<minute>[0-5]\d))?)(?= ?(?:-|,|/|or|and|to) ?T)",
    **_PARTS,
)


def read_clocks(page: Page) -> Page:
    """Read the times that say so themselves, and the bare hours beside them."""
    page = read_pattern(page, _NAMES, lambda match: Figure(Mark.TIME, match[0], times=(_NAMED[match["name"]],)))
    page = read_pattern(page, _PAST, _past)
    page = read_pattern(page, _CLOCKS, _clock)
    return _read_beside(_read_beside(page))


def read_bare_hours(page: Page) -> Page:
    """Read bare numbers where a time would stand: "at 2", "come by around 3"."""
    for _ in range(2):
        page = read_pattern(page, _BARE, _clock_of_group)
    return page


def _clock(match: re.Match[str]) -> Figure | None:
    if not _SURE.search(match[0]):
        return None
    said = match.groupdict()
    is_length = re.fullmatch(r"\d{1,2} ?(?:h|hrs|hours)", match[0]) is not None
    if is_length and not (match[0].endswith("h") and int(match["hour"]) > 12):
        return None
    return _figure(match[0], int(match["hour"]), int(said["minute"] or said["glued"] or 0), said["half"])


def _clock_of_group(match: re.Match[str]) -> Figure | None:
    return _figure(match["hit"], int(match["hour"]), int(match["minute"] or 0), None)


def _past(match: re.Match[str]) -> Figure | None:
    said, way = match["minutes"].strip(), match["way"] or ""
    minutes = 30 if said == "half" else 15 if said.endswith("quarter") else int(said)
    if minutes > 59 or (not way and said != "half"):
        return None
    base = (
        (_NAMED[match["base"]],) if match["base"] in _NAMED else _readings(int(match["hour"]), 0, _half(match["half"]))
    )
    sign = -1 if way in {"to", "til", "till", "before", "of"} else 1
    return Figure(Mark.TIME, match[0], times=tuple(_turned(each, sign * minutes) for each in base)) if base else None


def _read_beside(page: Page) -> Page:
    """Read "2" in "2 or 3:30 PM": it shares the half of the day with the time after it, as far as that goes."""
    spans = []
    at = counted = 0
    for match in _BEFORE_T.finditer(page.text):
        counted += marks_in(page.text[at : match.end()])
        at = match.end()
        shared = page.figures[counted].times
        figure = _figure(match["hit"], int(match["hour"]), int(match["minute"] or 0), None)
        near = [each for each in figure.times if each <= max(shared)] if figure and shared else []
        if figure and near:
            spans.append((*match.span("hit"), Figure(Mark.TIME, match["hit"], times=(max(near),))))
    return put(page, spans)


def _figure(said: str, hour: int, minute: int, half: str | None) -> Figure | None:
    times = _readings(hour, minute, _half(half))
    return Figure(Mark.TIME, said, times=times) if times else None


def _readings(hour: int, minute: int, half: str | None) -> tuple[time, ...]:
    """Return every time an hour and minute can mean: two where am or pm is missing."""
    hour = 0 if hour == 24 else hour
    if minute > 59:
        return ()
    if half and hour <= 12:
        return (time(hour % 12 + (12 if half == "PM" else 0), minute),)
    return (time(hour, minute), time(hour % 12 + 12, minute)) if 1 <= hour <= 12 else (time(hour, minute),)


def _half(said: str | None) -> str | None:
    if said is None:
        return None
    return "AM" if "morning" in said or (said.startswith("a") and "night" not in said) else "PM"


def _turned(base: time, minutes: int) -> time:
    total = (base.hour * 60 + base.minute + minutes) % 1440
    return time(total // 60, total % 60)
