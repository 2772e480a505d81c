"""The owner steers by text: natural words, one change a text, read back, undone with one word.

Only what harms nobody when the sender's number is forged can be done here: the mode, and a look at what is next.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from linda.domain.clock import Clock
from linda.domain.errors import Conflict, InvalidInput
from linda.domain.owner_state import OwnerState, describe, validate
from linda.domain.shop import Mode, Shop
from linda.domain.time_words import clock_time, day_word
from linda.language.when import mentions, read_when
from linda.records import Records
from linda.records.schedule import Booking

_WORDS = (
    (Mode.WORK, r"back|work(?:ing)?|here|in the shop|at the shop|available"),
    (Mode.GYM, r"gym|work(?:ing)? ?out|lifting"),
    (Mode.DRIVING, r"driv(?:e|ing)|on the road|otw|on my way"),
    (Mode.BREAK, r"break|lunch|eating|coffee|nap"),
    (Mode.CLOSED, r"clos(?:e|ed|ing)|done for (?:today|the day)|off (?:today|for the day)"),
)
_MODES = tuple((mode, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for mode, words in _WORDS)
_WORKOUT = re.compile(r"\bwork(?:ing)? ?out\b", re.IGNORECASE)
_UNDO = re.compile(r"^\W*undo\b", re.IGNORECASE)
_NEXT = re.compile(
    r"\b(?:who'?s|whos|what'?s|whats) (?:next|up)\b|\bnext (?:customer|appointment|up)\b|^\W*today\W*$", re.I
)
_STATE = re.compile(r"^\W*(?:state|status|mode|where am i)\W*$", re.IGNORECASE)
_CUSTOM = re.compile(r"^\W*(?:custom|note)\W+(?P<note>.{1,80})", re.IGNORECASE)

HELP = 'Try: "gym till 3:30", "driving 20 min", "lunch till 1", "back", "closed", "who\'s next", "undo".'
LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True)
class OwnerTexts:
    """Answers the owner's own texts."""

    shop: Shop
    records: Records
    clock: Clock

    def answer(self, text: str, sid: str) -> str:
        """Do what `text` says and return the read-back; message `sid` changes the state once, however often it runs."""
        if _UNDO.search(text):
            return self._changed(sid, self._before_last)
        if _NEXT.search(text):
            return self._next()
        if _STATE.search(text):
            return self._read_back(self._current())
        wanted = self._wanted(text)
        return self._changed(sid, lambda state: replace(state, **wanted)) if wanted else HELP

    def _wanted(self, text: str) -> dict[str, Any]:
        custom = _CUSTOM.search(text)
        if custom is not None:
            note = re.split(r"\b(?:till|til|until|for)\b", custom["note"])[0].strip()
            return {"mode": Mode.CUSTOM, "note": note, "until": self._until(text)}
        without = _WORKOUT.sub("gym", text)
        mode = next((mode for mode, words in _MODES if words.search(without)), None)
        return {} if mode is None else {"mode": mode, "note": "", "until": self._until(text)}

    def _until(self, text: str) -> datetime | None:
        now = self._now()
        minutes = next((each.minutes for each in mentions(text, now) if each.kind == "duration"), None)
        if minutes:
            return now + timedelta(minutes=minutes)
        when = read_when(text, now)
        if when.time is None:
            return None
        choices = [
            datetime.combine(when.day or now.date(), at, tzinfo=now.tzinfo) for at in when.time_choices or (when.time,)
        ]
        return min((each for each in choices if each > now), default=None)

    def _changed(self, sid: str, change: Callable[[OwnerState], OwnerState]) -> str:
        by = f"text#{sid}"
        state = self.records.states.current(fresh=True)
        if state.set_by == by:
            return self._read_back(self._current())
        try:
            wanted = validate(change(state), self.clock.now())
            self.records.states.change(replace(wanted, version=state.version), by=by)
        except InvalidInput as no:
            return str(no)
        except Conflict:
            return "Somebody changed the state at this moment. Please text that again."
        return self._read_back(self._current())

    def _before_last(self, state: OwnerState) -> OwnerState:
        changes = self.records.states.history(limit=2)
        before = changes[1] if len(changes) > 1 else OwnerState()
        still_ahead = before.until is None or before.until > self.clock.now()
        return before if still_ahead else replace(before, mode=Mode.WORK, until=None)

    def _read_back(self, state: OwnerState) -> str:
        return (
            f"{state.mode.value}. Customers hear: {describe(self.shop, state, self.clock.now())} Text undo to go back."
        )

    def _current(self) -> OwnerState:
        return self.records.states.current(fresh=True).at(self.clock.now())

    def _next(self) -> str:
        now = self._now()
        days = (now.date() + timedelta(days=ahead) for ahead in range(LOOK_AHEAD_DAYS))
        for day in days:
            for each in self.records.schedule.bookings(day):
                if day > now.date() or each.starts + each.minutes > now.hour * 60 + now.minute:
                    return self._booking_words(each, now)
        return "Nothing is booked."

    def _booking_words(self, booking: Booking, now: datetime) -> str:
        day = datetime.fromisoformat(booking.day).date()
        at = clock_time(time(*divmod(booking.starts, 60)))
        who = booking.name or f"...{booking.customer[-4:]}"
        job = f"{booking.device} ({', '.join(booking.services)})"
        return f"Next: {day_word(day, now.date())} at {at}, {job}, {who}, code {booking.code}."

    def _now(self) -> datetime:
        return self.clock.now().astimezone(self.shop.timezone)
