"""The four scenarios of the acceptance: what a customer meets, and what must be true of it in the store."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from linda.domain.errors import InvalidInput
from linda.domain.opening_choice import bookable_together
from linda.domain.shop import Mode
from linda.domain.time_words import clock_time, date_words
from linda.entrypoints.phases.stage import Answered, ScenarioFailed, Stage
from linda.records.schedule import Booking

REPAIR, DEVICE = "iphone_screen", "iPhone 13"
ASKER, BOOKER, CALLER, RETURNER = "+19045550181", "+19045550182", "+19045550183", "+19045550184"
CUSTOMERS = (ASKER, BOOKER, CALLER, RETURNER)
FEW, ENOUGH = 2, 4
"""Bookings that still fit: while the owner is away, and on the day the scenarios choose."""

_LEFT = re.compile(r"(\d+)(?: openings?)? left")
_MOST_TEXTS = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """The day the scenarios are about, and until when the owner is at the gym."""

    day: date
    until: datetime
    minutes: int


Scenario = Callable[[Stage, Setting], str]
"""Plays one scenario and returns what it proved; raises `ScenarioFailed`."""


def choose(stage: Stage) -> Setting:
    """Return the first day with room enough, and the moment after which few openings are left of it."""
    minutes = next((each.minutes for each in stage.shop.services if each.id == REPAIR), 0)
    if not minutes:
        raise InvalidInput(f"The shop file has no {REPAIR}, which the scenarios ask for.")
    for day in stage.days():
        openings = stage.openings(day, minutes)
        if len(bookable_together(stage.shop, openings)) < ENOUGH:
            continue
        for place in range(len(openings) - 1, -1, -1):
            if len(bookable_together(stage.shop, openings[place:])) == FEW:
                return Setting(day, openings[place].start, minutes)
    raise InvalidInput(f"No day of the next ten has room for {ENOUGH} repairs, so there is nothing to try.")


def at_the_gym(stage: Stage, setting: Setting) -> str:
    """Ask for openings while the owner is away: the count in the reply is the calendar's."""
    reply, left = _ask(stage, ASKER, setting)
    claimed = {int(found) for found in _LEFT.findall(reply.text)}
    if not claimed <= {left}:
        raise ScenarioFailed(f"{left} bookings still fit, and LINDA said {sorted(claimed)}.")
    words = f'"{left} left" is true' if claimed else f"LINDA counted {left}, which is true"
    return f"{words}: so many repairs fit on {date_words(setting.day)} after {clock_time(setting.until.timetz())}"


def book_by_text(stage: Stage, setting: Setting) -> str:
    """Book the first opening by text: it stands in the calendar, under the customer."""
    start, at = _first_opening(stage, setting)
    stage.text(BOOKER, f"Hi, please book me {at} for an {DEVICE} screen, I'm Sam")
    for _ in range(_MOST_TEXTS):
        if stage.bookings(BOOKER):
            break
        stage.text(BOOKER, f"Yes please, book {at}")
    return f"Booked in the calendar: {at}, {DEVICE} screen, code {_booked(stage, BOOKER, start).code}"


def book_by_voice(stage: Stage, setting: Setting) -> str:
    """Book the first opening in a call: it stands in the calendar, confirmed by text, with the call beside it."""
    start, at = _first_opening(stage, setting)
    call = stage.call(CALLER)
    stage.say(call, f"Hi, please book me {at} for an {DEVICE} screen, I'm Kim")
    for _ in range(_MOST_TEXTS):
        if stage.bookings(CALLER) or call.is_over:
            break
        stage.say(call, f"Yes please, book {at}")
    if not call.is_over:
        call.hang_up()
    booking = _booked(stage, CALLER, start)
    confirmation, lines = stage.confirmation(call, booking), stage.spoken_lines(CALLER)
    if date_words(start.date()) not in confirmation or clock_time(start.time()) not in confirmation:
        raise ScenarioFailed(f"The booking should be confirmed by text, and the text is {confirmation!r}.")
    if not lines or not lines[-1].startswith("Called and talked to LINDA"):
        raise ScenarioFailed(f"The call should stand in the conversation, and there stands {lines}.")
    return f"Booked on the phone: {at}, {DEVICE} screen, code {booking.code}; confirmed by text"


def change_of_state(stage: Stage, setting: Setting) -> str:
    """Ask, let the owner come back, ask again: the second reply knows it."""
    before, left_before = _ask(stage, RETURNER, setting)
    stage.tell(f"   ({stage.shop.owner} is back at work)")
    stage.set_owner(Mode.WORK)
    after, left_after = _ask(stage, RETURNER, setting)
    if left_before >= left_after or before.text == after.text:
        raise ScenarioFailed(f"LINDA counted {left_before} openings while the owner was away, and {left_after} after.")
    return f"The next reply differs: {left_before} left while he was away, {left_after} now"


SCENARIOS: Mapping[str, Scenario] = {
    "availability while the owner is at the gym": at_the_gym,
    "book a slot by text": book_by_text,
    "a voice call": book_by_voice,
    "a state change that changes the next reply": change_of_state,
}
"""In the order they are played."""


def _first_opening(stage: Stage, setting: Setting) -> tuple[datetime, str]:
    openings = stage.openings(setting.day, setting.minutes)
    if not openings:
        raise ScenarioFailed(f"Somebody took the last opening of {date_words(setting.day)} meanwhile; try again.")
    start = openings[0].start
    return start, f"{date_words(setting.day)} at {clock_time(start.timetz())}"


def _booked(stage: Stage, customer: str, start: datetime) -> Booking:
    """Return the only booking of `customer`, which must be the wanted one."""
    bookings = stage.bookings(customer)
    booked = [(each.day, each.starts, each.device, each.services) for each in bookings]
    wanted = (start.date().isoformat(), start.hour * 60 + start.minute, DEVICE, (REPAIR,))
    if booked != [wanted]:
        raise ScenarioFailed(f"The calendar should hold {wanted} for the customer, and holds {booked}.")
    return bookings[0]


def _ask(stage: Stage, customer: str, setting: Setting) -> tuple[Answered, int]:
    """Ask for openings; return the reply and what LINDA counted for it, which must be what the calendar says.

    The calendar is read before and after, for a quarter of an hour may pass into the past meanwhile.
    """
    before = stage.left(setting.day, setting.minutes)
    reply = stage.text(customer, f"Hi, any openings {date_words(setting.day)} for an {DEVICE} screen?")
    after = stage.left(setting.day, setting.minutes)
    seen = {int(look["left"]) for look in reply.looks(setting.day)}
    if len(seen) != 1 or not seen <= {before, after}:
        raise ScenarioFailed(f"{after} bookings still fit, and LINDA counted {sorted(seen) or 'nothing'}.")
    return reply, seen.pop()
