"""What a text says about dates and times."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a range: a day, a wall-clock time, or both."""

    day: dt.date | None = None
    time: dt.time | None = None


@dataclass(frozen=True, slots=True)
class When:
    """One reading of a text, and the other readings that it leaves open."""

    day: dt.date | None = None
    time: dt.time | None = None
    """The wall clock of the shop; with `bound`, the limit that the text names."""
    day_choices: tuple[dt.date, ...] = ()
    """More than one where the text leaves the day open ("next friday", "mon or tues"); the first is `day`."""
    time_choices: tuple[dt.time, ...] = ()
    """Both readings where am or pm is missing, or the times offered ("2 or 3"); the first is `time`."""
    part: str | None = None
    """morning, midday, afternoon, evening or night."""
    bound: str | None = None
    """after, before or around."""
    start: Moment | None = None
    end: Moment | None = None
    negated: bool = False
    """The text rejects the day or time and offers none instead ("can't do friday")."""

    @property
    def is_empty(self) -> bool:
        """Whether the text says nothing about dates and times."""
        return self == When()


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression of time and where it stands in the text."""

    kind: str
    """day, time, moment, part, duration or range."""
    start: int
    end: int
    days: tuple[dt.date, ...] = ()
    """Every day it can mean, the chosen one first; for a range its first and last day."""
    times: tuple[dt.time, ...] = ()
    """Every time it can mean, the chosen one first; for a range its two ends."""
    part: str | None = None
    minutes: int | None = None
    """The length of a duration; a month counts as 30 days."""
