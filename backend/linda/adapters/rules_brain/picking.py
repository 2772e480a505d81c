"""Which of the offered openings a customer means: by its time, its day, its place in the list, or a plain yes."""

import re
from collections.abc import Sequence
from datetime import datetime

from linda.adapters.rules_brain.heard import Heard

_FIRST = re.compile(r"\b(first|1st|earlier|earliest|former|sooner|soonest)\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(second|2nd|later|latter|last)\b", re.IGNORECASE)
_ANY = re.compile(
    r"\b(either|any|both|whichever|whatever|dont care|don't care|doesn't matter|you pick|ur call)\b", re.I
)
MOST_WORDS = 6
_BARE = re.compile(r"^\W*(\d{1,2})(?::?([0-5]\d))?\W*$")


def picked(heard: Heard, offered: Sequence[datetime]) -> datetime | None:
    """Return the one of `offered` that the text picks, or None."""
    if not offered:
        return None
    by_clock = _by_when(heard, offered)
    if by_clock is not None:
        return by_clock
    by_place = _by_place(heard.text, offered)
    if by_place is not None or not heard.when.is_empty:
        return by_place
    if len(offered) == 1 and (heard.says_yes or _ANY.search(heard.text)):
        return offered[0]
    return _by_bare_number(heard.text, offered)


def _by_when(heard: Heard, offered: Sequence[datetime]) -> datetime | None:
    when = heard.when
    times = set(when.time_choices) | ({when.time} if when.time else set())
    days = set(when.day_choices) | ({when.day} if when.day else set())
    if when.bound in {"after", "before"} or not (times or days):
        return None
    fitting = [each for each in offered if (not times or each.time() in times) and (not days or each.date() in days)]
    return fitting[0] if len(fitting) == 1 else None


def _by_place(text: str, offered: Sequence[datetime]) -> datetime | None:
    """Read "the first", "later one": short, or it may be a date ("the 1st of June")."""
    if len(text.split()) > MOST_WORDS:
        return None
    if _FIRST.search(text) or _ANY.search(text):
        return offered[0]
    return offered[-1] if _SECOND.search(text) else None


def _by_bare_number(text: str, offered: Sequence[datetime]) -> datetime | None:
    match = _BARE.match(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    fitting = [each for each in offered if each.hour % 12 == hour % 12 and (not match[2] or each.minute == minute)]
    return fitting[0] if len(fitting) == 1 else None
