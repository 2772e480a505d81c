"""One Wednesday morning in Florida, and a reading written out in a line, as the tables of these tests want it."""

import datetime as dt

from linda.language.when import Moment, When

NOW = dt.datetime(2026, 3, 4, 10, 20)  # noqa: DTZ001 (the shop's wall clock)


def line(reading: When) -> str:
    """Write a reading out: "Fri 03-06 15:00? afternoon after"; a question mark where am or pm is open."""
    parts = [
        "/".join(f"{day:%a %m-%d}" for day in reading.day_choices),
        _clock(reading.time_choices),
        reading.part or "",
        reading.bound or "",
        f"[{_moment(reading.start)} - {_moment(reading.end)}]" if reading.start or reading.end else "",
        "refused" if reading.negated else "",
    ]
    return " ".join(part for part in parts if part) or "nothing"


def _clock(times: tuple[dt.time, ...]) -> str:
    hours = {time.hour % 12 for time in times}
    if len(times) == 2 and len(hours) == 1:
        return f"{times[0]:%H:%M}?"
    return "/".join(f"{time:%H:%M}" for time in times)


def _moment(moment: Moment | None) -> str:
    if moment is None:
        return "open"
    day = f"{moment.day:%m-%d}" if moment.day else ""
    time = f"{moment.time:%H:%M}" if moment.time else ""
    return " ".join(part for part in (day, time) if part)
