"""The mode that the owner's own words mean, and until when: "gym till 3:30", "lunch, back at 1", "closed today"."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from linda.domain.errors import InvalidInput
from linda.domain.owner_state import OwnerState
from linda.domain.pattern import Pattern
from linda.domain.shop import Mode
from linda.domain.time_words import clock_time
from linda.language.when import Moment, When, mentions, read_when

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
    r"\b(?:be|come|coming|head(?:ing)?) (?:right )?back\b|\bback (?:at|by|in|around|after|@|~)(?! (?:the|my|it)\b)"
    r"|\bnot (?:back|here|in|at the shop|available|working)\b",
    re.IGNORECASE,
)
_DENIED = Pattern(r"\b(?:not|isn'?t|aren'?t|no longer|never)\b", re.IGNORECASE)
_CUSTOM = Pattern(r"^\W*(?:custom|note)\W+(?P<note>.{1,80})", re.IGNORECASE)
_NOTE_END = Pattern(r"\b(?:till|til|until|for)\b", re.IGNORECASE)
_ENDS = Pattern(r"\b(?:till?|until|thru|through|to|by|for|back)\b", re.IGNORECASE)
_STARTS = Pattern(r"\b(?:at|from|starting|after)\b|@", re.IGNORECASE)
_BARE_MINUTES = Pattern(r"\b(?:in|gym|driving|lunch|break|coffee|nap) (\d\d)\W*$", re.IGNORECASE)
_TODAY = Pattern(r"\b(?:today|the day|tonight)\b", re.IGNORECASE)

_CLOSED = Pattern(r"\bclosed?\b", re.IGNORECASE)
_EVENING = 17
_NOT_NOW = 'I can only change what holds from now on, as in "gym till 3:30" or "closed till Monday".'


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
    if _DENIED.search(text) and not _NOT_YET_BACK.search(text):
        return None
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
    bare = _BARE_MINUTES.search(text)
    named = (each.minutes for each in mentions(text, now) if each.kind == "duration")
    minutes = int(bare[1]) if bare else next(named, None)
    if minutes:
        return now + timedelta(minutes=minutes)
    when = read_when(text, now)
    if when.start and when.end and when.end.time:
        return _end_of_span(when.start, when.end, now)
    is_later = when.day is not None and when.day > now.date()
    two_times = sum(each.kind == "time" for each in mentions(text, now)) > 1
    if two_times or ((is_later or (when.time and _STARTS.search(text))) and not _ENDS.search(text)):
        raise InvalidInput(_NOT_NOW)
    if when.time is None:
        return datetime.combine(when.day, time(), tzinfo=now.tzinfo) if when.day and is_later else None
    return _ahead(when, text, now)


def _end_of_span(start: Moment, end: Moment, now: datetime) -> datetime:
    """Return the end of "12-1" while that is on."""
    begins, ends = (
        datetime.combine(each.day or now.date(), each.time or time(), tzinfo=now.tzinfo) for each in (start, end)
    )
    if not begins <= now < ends:
        raise InvalidInput(_NOT_NOW)
    return ends


def _ahead(when: When, text: str, now: datetime) -> datetime:
    """Return the next moment the clock shows the time of `when`; one that has passed today is asked about."""
    spoken = [each for each in when.time_choices or (when.time,) if each is not None]
    is_tomorrow = when.day is None and (spoken == [time()] or (now.hour >= _EVENING and _CLOSED.search(text)))
    for ahead in (0, 1) if is_tomorrow else (0,):
        day = (when.day or now.date()) + timedelta(days=ahead)
        moments = [datetime.combine(day, each, tzinfo=now.tzinfo) for each in spoken]
        found = min((each for each in moments if each > now), default=None)
        if found is not None:
            return found
    raise InvalidInput(f"{clock_time(spoken[0])} is over already. Until when?")
