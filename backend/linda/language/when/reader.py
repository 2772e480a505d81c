"""The two questions asked of a text: what does it ask for, and what does it mention."""

from collections.abc import Iterator
from datetime import datetime

from linda.language.normalise import MAX_TEXT
from linda.language.when.cascade import CASCADE
from linda.language.when.choice import choose
from linda.language.when.grammar import Chart, Hit, read
from linda.language.when.line import read_line
from linda.language.when.numbers_as_times import LOOSE_RULES
from linda.language.when.reading import Mention, When

KINDS = {"D": "day", "T": "time", "M": "moment", "P": "part", "U": "duration", "R": "range"}
WINDOW = MAX_TEXT - 100
"""How far a long text is stepped through; the rest overlaps, so that no mention is cut in two."""


def read_when(text: str, now: datetime) -> When:
    """Read the day and time that a text asks for.

    Args:
        text: what the customer wrote; the first 1,600 characters are read.
        now: the moment of writing, in the shop's local time.

    Returns:
        The reading, empty where the text speaks of no date or time.
    """
    chart = Chart(read_line(text).text, now)
    read(chart, CASCADE)
    return choose(chart)


def mentions(text: str, now: datetime) -> tuple[Mention, ...]:
    """Find every expression of time in a text, in order; rather one too many than one missed.

    Args:
        text: what is about to be sent, of any length.
        now: the moment of writing, in the shop's local time.

    Returns:
        Each mention with its place in the text and everything that it can mean.
    """
    return tuple(
        mention
        for offset in range(0, len(text), WINDOW)
        for mention in _in_window(text, offset, now)
        if mention.start < offset + WINDOW
    )


def _in_window(text: str, offset: int, now: datetime) -> Iterator[Mention]:
    line = read_line(text[offset : offset + MAX_TEXT])
    chart = Chart(line.text, now)
    read(chart, CASCADE)
    read(chart, LOOSE_RULES)
    for place, hit in sorted(chart.hits.items()):
        if hit.kind in KINDS:
            yield _mention(hit, *line.origin(place, chart.end(place)), offset)


def _mention(hit: Hit, start: int, end: int, offset: int) -> Mention:
    ends = (hit.first, hit.last)
    return Mention(
        kind=KINDS[hit.kind],
        start=offset + start,
        end=offset + end,
        days=hit.days or tuple(moment.day for moment in ends if moment.day),
        times=hit.times or tuple(moment.time for moment in ends if moment.time),
        part=hit.part,
        minutes=hit.length.in_minutes if hit.kind == "U" else None,
    )
