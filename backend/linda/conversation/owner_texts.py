"""The owner steers by text: natural words, one change a text, read back, undone with one word.

Only what harms nobody when the sender's number is forged can be done here: the mode, a look at what is next, and the
answer to a question that was texted to his phone with a code.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from linda.conversation.approvals import Approvals
from linda.conversation.owner_modes import read_mode_words
from linda.conversation.who import number_of
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, InvalidInput, Refused
from linda.domain.limits import ANSWERS_BY_TEXT
from linda.domain.owner_state import OwnerState, describe, validate
from linda.domain.pattern import Pattern
from linda.domain.price_wish import Answer
from linda.domain.shop import Shop
from linda.domain.time_words import clock_time, day_word
from linda.records import Records
from linda.records.schedule import Booking

_UNDO = Pattern(r"^\W*undo\b", re.IGNORECASE)
_NEXT = Pattern(
    r"\b(?:who'?s|whos|what'?s|whats) (?:next|up)\b|\bnext (?:customer|appointment|up)\b|^\W*today\W*$", re.I
)
_ANSWER = Pattern(r"^\W*(?P<answer>ok|okay|yes|approve|offer|half|no|keep)\W+(?P<code>\d{4})\W*$", re.IGNORECASE)
_ANSWERS = {"offer": Answer.OFFER, "half": Answer.OFFER, "no": Answer.KEEP, "keep": Answer.KEEP}
_STATE = Pattern(r"^\W*(?:state|status|mode|where am i)\W*$", re.IGNORECASE)

HELP = 'Try: "gym till 3:30", "driving 20 min", "lunch till 1", "back", "closed", "who\'s next", "undo".'
TOO_MANY_CODES = "There were too many codes today under which nothing waits. Answer on your desk, in Needs you."
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
        answer = _ANSWER.search(text)
        if answer is not None:
            return self._decided(answer["code"], _ANSWERS.get(answer["answer"].lower(), Answer.APPROVE), sid)
        return self._changed(sid, lambda state: read_mode_words(text, state.at(self.clock.now()), self._now()))

    def _changed(self, sid: str, change: Callable[[OwnerState], OwnerState | None]) -> str:
        by = f"text#{sid}"
        state = self.records.states.current(fresh=True)
        if any(each.set_by == by for each in self.records.states.history()):
            return self._read_back(self._current())
        try:
            wanted = change(state)
            if wanted is None:
                return HELP
            self.records.states.change(replace(validate(wanted, self.clock.now()), version=state.version), by=by)
        except InvalidInput as no:
            return str(no)
        except Conflict:
            return "Somebody changed the state at this moment. Please text that again."
        return self._read_back(self._current())

    def _decided(self, code: str, answer: Answer, sid: str) -> str:
        """Answer a customer's price; the code shows that this phone got the question, so no PIN is asked for."""
        rates, whose = self.records.rates, "owner"
        if not rates.left(ANSWERS_BY_TEXT, whose):
            return TOO_MANY_CODES
        try:
            decided = Approvals(self.shop, self.records, self.clock).decide_by_code(code, answer, by=f"text#{sid}")
        except Refused as no:
            return str(no)
        if decided:
            return f"Done. {decided.says}"
        rates.take({ANSWERS_BY_TEXT: whose})
        return f"Nothing is waiting under {code}: it was answered, or it lapsed."

    def _before_last(self, state: OwnerState) -> OwnerState:
        return self.records.states.before_last().at(self.clock.now())

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
        lead = self.records.leads.get_by_id(booking.lead_id)
        number = number_of(lead) if lead else booking.customer
        who = booking.name or f"...{number[-4:]}"
        job = f"{booking.device} ({', '.join(booking.services)})"
        return f"Next: {day_word(day, now.date())} at {at}, {job}, {who}, code {booking.code}."

    def _now(self) -> datetime:
        return self.clock.now().astimezone(self.shop.timezone)
