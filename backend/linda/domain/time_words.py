"""How times are texted: short, unmistakable, in characters every phone charges once for (GSM-7)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from linda.domain.shop import Hours

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clock_time(at: time) -> str:
    """Write a wall-clock time: "2 PM", "2:30 PM"; midnight is "12 AM", noon "12 PM"."""
    half = "AM" if at.hour < 12 else "PM"
    hour = at.hour % 12 or 12
    return f"{hour}:{at.minute:02d} {half}" if at.minute else f"{hour} {half}"


def date_words(day: date) -> str:
    """Write a date with its weekday: "Tue Feb 10"."""
    return f"{WEEKDAYS[day.weekday()]} {MONTHS[day.month - 1]} {day.day}"


def day_word(day: date, today: date) -> str:
    """Write `day` as seen from `today`: "today", "tomorrow", else with weekday and date."""
    if day == today:
        return "today"
    return "tomorrow" if day == today + timedelta(days=1) else date_words(day)


def moment_words(moment: datetime, now: datetime) -> str:
    """Write the aware `moment` in the zone of `now`: "today at 2 PM", "Tue Feb 10 at 2:30 PM"."""
    local = moment.astimezone(now.tzinfo)
    return f"{day_word(local.date(), now.date())} at {clock_time(local.time())}"


def until_words(moment: datetime, now: datetime) -> str:
    """Write the aware `moment` after the word "until", in the zone of `now`: "3:30 PM", "tomorrow at 9 AM"."""
    local = moment.astimezone(now.tzinfo)
    return clock_time(local.time()) if local.date() == now.date() else moment_words(local, now)


def duration_words(minutes: int) -> str:
    """Write a duration: "45 min", "1 hr", "1 hr 30 min"."""
    hours, rest = divmod(minutes, 60)
    parts = ([f"{hours} hr"] if hours else []) + ([f"{rest} min"] if rest or not hours else [])
    return " ".join(parts)


def list_words(items: Sequence[str], joiner: str = "or") -> str:
    """Join `items` as people do: "2 PM or 3 PM", "2 PM, 3 PM or 4 PM"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"


def hours_words(hours: Iterable[Hours]) -> str:
    """Write the opening times of one day: "9 AM-5 PM", "9 AM-12 PM and 1 PM-5 PM", "closed"."""
    stretches = [f"{clock_time(each.opens)}-{clock_time(each.closes)}" for each in hours]
    return list_words(stretches, "and") or "closed"


def weekly_words(hours: Mapping[int, tuple[Hours, ...]]) -> str:
    """Write a week's opening times, equal days in a row taken together: "Mon-Sat 9 AM-5 PM, closed Sun"."""
    runs: list[tuple[int, int, tuple[Hours, ...]]] = []
    for weekday in range(7):
        today = hours.get(weekday, ())
        if runs and runs[-1][2] == today:
            runs[-1] = (runs[-1][0], weekday, today)
        else:
            runs.append((weekday, weekday, today))
    return ", ".join(_run_words(first, last, stretches) for first, last, stretches in runs)


def _run_words(first: int, last: int, stretches: tuple[Hours, ...]) -> str:
    days = WEEKDAYS[first] if first == last else f"{WEEKDAYS[first]}-{WEEKDAYS[last]}"
    return f"{days} {hours_words(stretches)}" if stretches else f"closed {days}"
