"""The owner's state in one sentence to himself, as the cockpit shows it."""

from datetime import datetime, timedelta

from linda.domain.hours import is_open, next_opening_moment
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode, Shop
from linda.domain.time_words import until_words

_SAYS = {
    Mode.WORK: "You're at the bench",
    Mode.GYM: "You're at the gym",
    Mode.DRIVING: "You're driving",
    Mode.BREAK: "You're on a break",
    Mode.CLOSED: "You're closed",
}
STEP = timedelta(minutes=30)
CHOICES = 3


def headline(shop: Shop, state: OwnerState, now: datetime) -> tuple[str, str]:
    """Return the sentence at the aware moment `now`, and the part of it at its end that says until when ("": open end).

    Outside opening hours an owner who set no mode is off, whatever the calendar of modes says.
    """
    current, local = state.at(now), now.astimezone(shop.timezone)
    says, until = _SAYS.get(current.mode, f"You're {current.note or 'away'}"), current.until
    if current.mode is Mode.WORK and not is_open(shop, now):
        says, until = "You're off", next_opening_moment(shop, now)
    end = until_words(until, local) if until else ""
    return (f"{says} until {end}" if end else says), end


def until_choices(local: datetime) -> tuple[datetime, ...]:
    """Return the next full and half hours after `local` (aware), at least ten minutes away, for a tap."""
    soonest = local + timedelta(minutes=10)
    behind = timedelta(minutes=soonest.minute % 30, seconds=soonest.second, microseconds=soonest.microsecond)
    first = soonest - behind + (STEP if behind else timedelta())
    return tuple(first + STEP * n for n in range(CHOICES))
