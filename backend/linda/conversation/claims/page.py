"""The text under examination: small plain letters, with a capital letter standing for each figure that was read."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from linda.domain.pattern import Pattern


class Mark(StrEnum):
    """What a figure is; its capital stands for it in the page's text, where every other letter is small."""

    CODE = "K"
    CONTACT = "L"
    DAY = "D"
    DEVICE = "V"
    DURATION = "U"
    OPENINGS = "N"
    PART = "A"
    PERCENT = "C"
    PRICE = "P"
    QUANTITY = "Q"
    RELATIVE = "R"
    TIME = "T"
    VERBATIM = "X"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as said. `number` is cents, percent, minutes or a count; `times` and `days` hold every reading."""

    mark: Mark
    said: str
    number: int = 0
    times: tuple[time, ...] = ()
    days: tuple[date, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its figures in the order of their marks."""

    text: str
    figures: tuple[Figure, ...] = field(default=())


Span = tuple[int, int, Figure]
Read = Callable[[re.Match[str]], Figure | None]

_MARKS = Pattern(r"[A-Z]")


def marks_in(text: str) -> int:
    """Return how many figures stand in `text`."""
    return len(_MARKS.findall(text))


def read_pattern(page: Page, pattern: Pattern, read: Read) -> Page:
    """Return `page` with every match that `read` makes a figure of replaced by its mark.

    A group named `hit` limits what is replaced.
    """
    group = "hit" if "(?P<hit>" in pattern.pattern else 0
    found = ((match, read(match)) for match in pattern.finditer(page.text))
    return put(page, ((*match.span(group), figure) for match, figure in found if figure is not None))


def put(page: Page, spans: Iterable[Span]) -> Page:
    """Return `page` with the figures of `spans` (start, end, figure; in order) in their places."""
    pieces: list[str] = []
    figures: list[Figure] = []
    at = taken = 0
    for start, end, figure in spans:
        if start < at or marks_in(page.text[start:end]):
            continue
        before = page.text[at:start]
        kept = marks_in(before)
        figures += [*page.figures[taken : taken + kept], figure]
        taken += kept
        pieces += [before, figure.mark]
        at = end
    return Page("".join(pieces) + page.text[at:], (*figures, *page.figures[taken:]))
