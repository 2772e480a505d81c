"""The mode that the owner's own words mean, and until when: "gym till 3:30", "lunch, back at 1", "closed today"."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from linda.domain.errors import InvalidInput
from linda.domain.owner_state import OwnerState
from linda.domain.pattern import Pattern
from linda.domain.shop import Mode
from linda.domain.time_words import clock_time
from linda.language.when import mentions, read_when

_AWAY = tuple(
    (mode, Pattern(rf"\b(?:{words})\b", re.IGNORECASE))
    for mode, words in (
        (Mode.GYM, r"gym|work(?:ing)? ?out|lifting"),
        (Mode.DRIVING, r"driv(?:e|ing)|on the road|otw|on my way"),
        (Mode.BREAK, r"break|lunch|eating|coffee|nap"),
        (Mode.CLOSED, r"clos(?:e|ed|ing)|done for (?:today|the day)|off (?:today|for the day)"),
    )
)
_HERE = Pattern(r"\b(?:back|work(?:ing)?|here|in the shop|at the shop|available|open)\b", re.IGNORECASE)
_BACK = Pattern(r"\bback\b", re.IGNORECASE)
_NOT_YET_BACK = Pattern(
    r"\b(?:be|come|coming|head(?:ing)?) (?:right )?back\b|\bback (?:at|by|in|around|after|@|~)", re.I
)
_CUSTOM = Pattern(r"^\W*(?:custom|note)\W+(?P<note>.{1,80})", re.IGNORECASE)
_NOTE_END = Pattern(r"\b(?:till|til|until|for)\b", re.IGNORECASE)
_ENDS = Pattern(r"\b(?:till?|until|thru|through|to|by|for|back)\b", re.IGNORECASE)
_STARTS = Pattern(r"\b(?:at|from|starting|after)\b|@", re.IGNORECASE)
_TODAY = Pattern(r"\b(?:today|the day|tonight)\b", re.IGNORECASE)


def read_mode_words(text: str, state: OwnerState, now: datetime) -> OwnerState | None:
    """Return what `text` makes of the `state` in force at `now` (aware, shop zone), None when it names no mode.

    Raises:
        InvalidInput: it speaks of a time that is over, or of a change that begins later: only what holds from now
            on can be changed by text.
    """
    custom = _CUSTOM.search(text)
    if custom is not None:
        note = _NOTE_END.split(custom["note"])[0].strip()
        return replace(state, mode=Mode.CUSTOM, note=note, until=_until(text, now))
    away = next((mode for mode, words in _AWAY if words.search(text)), None)
    if _BACK.search(text) and not _NOT_YET_BACK.search(text):
        return replace(state, mode=Mode.WORK, note="", until=None)
    if _NOT_YET_BACK.search(text):
        return _away_until(text, away, state, now)
    if away is not None:
        return replace(state, mode=away, note="", until=_end_of(away, text, now))
    return replace(state, mode=Mode.WORK, note="", until=_until(text, now)) if _HERE.search(text) else None


def _away_until(text: str, away: Mode | None, state: OwnerState, now: datetime) -> OwnerState:
    until = _until(text, now)
    if away is not None:
        return replace(state, mode=away, note="", until=until)
    if state.mode is not Mode.WORK:
        return replace(state, until=until)
    return replace(state, mode=Mode.CUSTOM, note="", until=until)


def _end_of(mode: Mode, text: str, now: datetime) -> datetime | None:
    until = _until(text, now)
    if until is None and mode is Mode.CLOSED and _TODAY.search(text):
        return datetime.combine(now.date() + timedelta(days=1), time(), tzinfo=now.tzinfo)
    return until


def _until(text: str, now: datetime) -> datetime | None:
    minutes = next((each.minutes for each in mentions(text, now) if each.kind == "duration"), None)
    if minutes:
        return now + timedelta(minutes=minutes)
    when = read_when(text, now)
    is_later = when.day is not None and when.day > now.date()
    if (is_later or (when.time and _STARTS.search(text))) and not _ENDS.search(text):
        raise InvalidInput('I can only change what holds from now on, as in "gym till 3:30" or "closed till Monday".')
    if when.time is None:
        return datetime.combine(when.day, time(), tzinfo=now.tzinfo) if when.day and is_later else None
    day = when.day or now.date()
    choices = [datetime.combine(day, at, tzinfo=now.tzinfo) for at in when.time_choices or (when.time,)]
    ahead = [each for each in choices if each > now]
    if not ahead:
        raise InvalidInput(f"{clock_time(when.time)} is over already. Until when?")
    return min(ahead)
