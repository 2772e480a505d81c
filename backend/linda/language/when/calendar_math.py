"""Calendar arithmetic: pure functions of dates, weeks beginning on Monday."""

from calendar import monthrange
from datetime import date, timedelta


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date:
    """Move a day, staying inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shift_months(day: date, months: int) -> date:
    """Move a day by months; the 31st becomes the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, 1), 9999), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def coming(today: date, month: int, day: int) -> date | None:
    """Return the next such day of the year, today included (29 February waits for a leap year)."""
    years = (day_of(today.year + ahead, month, day) for ahead in range(9))
    return next((found for found in years if found and found >= today), None)


def coming_day_of_month(today: date, day: int, weekday: int | None = None) -> date | None:
    """Return the next such day of a month, today included, where given on that weekday."""
    months = (shift_months(today.replace(day=1), ahead) for ahead in range(15))
    days = (day_of(first.year, first.month, day) for first in months)
    return next((found for found in days if found and found >= today and weekday in {None, found.weekday()}), None)


def past_day_of_month(today: date, day: int, weekday: int) -> date | None:
    """Return the last such day of a month on that weekday, today included, within a year."""
    months = (shift_months(today.replace(day=1), -back) for back in range(12))
    days = (day_of(first.year, first.month, day) for first in months)
    return next((found for found in days if found and found <= today and found.weekday() == weekday), None)


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return shift(day, -day.weekday())


def last_of_month(day: date) -> date:
    """Return the last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the nth such weekday of a month; -1 is the last one."""
    first = date(year, month, 1)
    if nth < 0:
        last = last_of_month(first)
        return last - timedelta((last.weekday() - weekday) % 7)
    return day_of(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1))
