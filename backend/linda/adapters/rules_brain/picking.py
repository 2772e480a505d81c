"""Which of the offered openings a customer means: by its time, its day, its place in the list, or a plain yes."""

import re
from collections.abc import Sequence
from datetime import datetime, time

from linda.adapters.rules_brain.heard import Heard
from linda.language.intents import Topic
from linda.language.spelling import plain

QUESTIONS = (Topic.PRICE, Topic.DISCOUNT, Topic.DURATION, Topic.AVAILABILITY)
_BARE = re.compile(
    r"^\. (?:(?:ok|yes|the|at|for|let us do|do|make it|i will take|how about|sure|then) )*"
    r"(\d{1,2})(?::?([0-5]\d))?"
    r"(?: (?:works|please|is good|is fine|is ok|one|then|thanks|ok|for me|sounds|good|fine|it is|,))*"
    r"(?: [.!?,])* ?$"
)


def picked(heard: Heard, offered: Sequence[datetime], wished: time | None = None) -> datetime | None:
    """Return the one of `offered` that the text picks, or None; `wished` is the time that was asked for before."""
    if not offered or heard.when.negated:
        return None
    by_clock = _by_bare_number(heard.text, offered, wished) or _by_when(heard, offered)
    if by_clock is not None:
        return by_clock
    if _names_other_time(heard) or heard.asks(*QUESTIONS):
        return None
    return _by_words(heard, offered)


def _names_other_time(heard: Heard) -> bool:
    """Tell whether a time of the customer's own is named; "first thing in the morning" is none."""
    if heard.when.bound == "after" and heard.hints("first"):
        return False
    return heard.when.time is not None or heard.when.bound is not None


def _by_words(heard: Heard, offered: Sequence[datetime]) -> datetime | None:
    if heard.hints("second"):
        return offered[-1]
    if heard.hints("first", "either"):
        return offered[0]
    is_plain_yes = heard.says_yes and not heard.names_time
    return offered[0] if len(offered) == 1 and is_plain_yes else None


def _by_when(heard: Heard, offered: Sequence[datetime]) -> datetime | None:
    when = heard.when
    times = set(when.time_choices) | ({when.time} if when.time else set())
    days = set(when.day_choices) | ({when.day} if when.day else set())
    if when.bound in {"after", "before"} or not (times or days):
        return None
    fitting = [each for each in offered if (not times or each.time() in times) and (not days or each.date() in days)]
    if not times and len(offered) == 1:
        return None if heard.asks(Topic.AVAILABILITY) else next(iter(fitting), None)
    return fitting[0] if len(fitting) == 1 else None


def _by_bare_number(text: str, offered: Sequence[datetime], wished: time | None) -> datetime | None:
    """Read "12" as the offered 12:45: an hour alone that only one has, unless it was just refused as an hour."""
    match = _BARE.match(plain(text))
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    of_hour = [each for each in offered if hour in {each.hour, (each.hour - 1) % 12 + 1}]
    fitting = [each for each in of_hour if not match[2] or each.minute == minute]
    if len(fitting) != 1:
        return None
    was_refused = wished is not None and not match[2] and wished.minute == 0 and wished.hour % 12 == hour % 12
    return None if was_refused and fitting[0].minute else fitting[0]
