"""What the scorers of public texts call: LINDA's understanding in the form their rows have."""

import datetime as dt

from linda.language.intents import main_intent
from linda.language.when import Moment, When, read_when


def when(text: str, now: dt.datetime) -> dict[str, object]:
    """Read a text's date and time as ISO strings, with its range where it has one."""
    reading = read_when(text, now)
    answer: dict[str, object] = {"date": _iso(reading.day), "time": _iso(reading.time)}
    if span := _span(reading):
        answer["range"] = {"start": _moment(span[0]), "end": _moment(span[1])}
    return answer


def _span(reading: When) -> tuple[Moment | None, Moment | None] | None:
    """Return the range of a reading; "after 3" and "before noon" are ranges open on one side."""
    if reading.start or reading.end:
        return reading.start, reading.end
    limit = Moment(reading.day, reading.time)
    return {"after": (limit, None), "before": (None, limit)}.get(reading.bound or "")


def intent(text: str) -> str:
    """Name what a text mainly wants by the label of the public intent rows."""
    return main_intent(text)


def _moment(moment: Moment | None) -> dict[str, str | None]:
    return {"date": _iso(moment.day if moment else None), "time": _iso(moment.time if moment else None)}


def _iso(value: dt.date | dt.time | None) -> str | None:
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return value.isoformat() if value else None
