"""What the numbers of a clock time can mean."""

from datetime import time

LAST_HOUR = 23
SHOP_DAY = range(8, 20)
"""A bare hour is read inside these hours: nobody asks a repair shop for two at night."""


def readings(hour: int, minute: int = 0, half: str | None = None) -> tuple[time, ...]:
    """Return every time that an hour and minute can mean, the likelier first.

    Args:
        hour: as said, 0 to 24.
        minute: as said.
        half: AM, PM, or None where the text does not say.

    Returns:
        No time when there is no such hour or minute, two times where am or pm is missing.
    """
    if hour > 24 or minute > 59:
        return ()
    if half and hour <= 12:
        return (time(hour % 12 + (12 if half == "PM" else 0), minute),)
    if not 1 <= hour <= 12:
        return (time(hour % 24, minute),)
    early, late = time(hour % 12, minute), time(hour % 12 + 12, minute)
    return (early, late) if early.hour in SHOP_DAY else (late, early)


def said(hour: str, minute: str | None = None, half: str | None = None) -> tuple[time, ...]:
    """Return what the digits of a clock time can mean; a leading zero is the 24-hour clock, never an afternoon."""
    if hour[0] == "0" and not half:
        half = "AM"
    return readings(int(hour), int(minute or 0), half)


def in_part(times: tuple[time, ...], part: str) -> tuple[time, ...]:
    """Choose among two readings by the part of the day that the text names."""
    if len(times) < 2:
        return times
    early, late = sorted(times)
    if part == "night":
        return (late,) if early.hour >= 5 else (early,)
    if part == "morning":
        return (early,) if early.hour else (late,)
    if part == "midday":
        return (early,) if early.hour >= 10 else (late,)
    return (late,)


def nearest(times: tuple[time, ...], other: time) -> time:
    """Return the reading closest to another time."""
    return min(times, key=lambda each: abs(minutes(each) - minutes(other)))


def minutes(at: time) -> int:
    """Return the minute of the day."""
    return at.hour * 60 + at.minute
