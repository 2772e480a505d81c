"""Time is an argument: nothing in LINDA reads the wall clock but `SystemClock`."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What the time is."""

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that never run backwards, for budgets."""

    def sleep(self, seconds: float) -> None:
        """Wait; a fake clock just moves on."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return the machine's monotonic seconds."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait `seconds` on the wall clock."""
        time.sleep(seconds)
