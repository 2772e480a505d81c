"""Answers to what a text left open about the time: which of two days, which half of the day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from linda.adapters.rules_brain.booking import book_or_offer
from linda.adapters.rules_brain.picking import picked
from linda.adapters.rules_brain.slot_answers import move_when
from linda.adapters.rules_brain.talk import Talk


def which_day(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Take the day out of those it could have been."""
    days = [date.fromisoformat(each) for each in data["days"]]
    heard = talk.heard
    named = set(heard.when.day_choices) | ({heard.when.day} if heard.when.day else set())
    fitting = [each for each in days if each in named] or [each for each in days if str(each.day) in heard.text.split()]
    day = fitting[0] if len(fitting) == 1 else _by_place(talk, days)
    if day is None:
        return False
    said_before = talk.turn.facts
    wish = replace(heard.when, day=day, day_choices=(day,), time=heard.when.time or said_before.time)
    talk.know(day=day, time=wish.time, bound=said_before.bound)
    talk.heard = replace(heard, when=wish)
    return _goes_on(talk, data)


def which_half(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Take the half of the day that was meant."""
    times = [time.fromisoformat(each) for each in data["times"]]
    heard = talk.heard
    half = next((half for half in ("am", "pm") if half in heard.text.casefold()), None)
    part = {"am": "morning", "pm": "afternoon"}.get(half or "", heard.when.part)
    at = next((each for each in times if (each.hour < 12) == (part == "morning")), None) if part else None
    if at is None:
        return False
    talk.know(time=at, day=heard.when.day or talk.turn.facts.day, part=None, bound=None)
    talk.heard = replace(heard, when=replace(heard.when, time=at, time_choices=(at,)))
    return _goes_on(talk, data)


def _goes_on(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Go on with what a doubt interrupted: a move, or a booking."""
    if "code" in data:
        return move_when(talk, data)
    book_or_offer(talk)
    return True


def _by_place(talk: Talk, days: list[date]) -> date | None:
    moments = [datetime.combine(each, datetime.min.time(), tzinfo=talk.turn.now.tzinfo) for each in days]
    choice = picked(replace(talk.heard, when=type(talk.heard.when)()), moments)
    return choice.date() if choice else None
