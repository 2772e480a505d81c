"""Time is an argument: nothing in LINDA reads the wall clock but `SystemClock`."""

import time
from datetime import UTC, datetime, timedelta
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


class MovableClock(SystemClock):
    """The machine's clock, set forward or back by somebody who tries LINDA out; budgets run on the machine's."""

    def __init__(self) -> None:
        """Show the machine's time."""
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return this moment as it was set, aware, in UTC."""
        return super().now() + self._ahead

    @property
    def is_moved(self) -> bool:
        """Tell whether it shows another time than the machine's."""
        return self._ahead != timedelta()

    @property
    def machine(self) -> Clock:
        """Return the machine's clock, which nobody moves."""
        return SystemClock()

    def move_to(self, moment: datetime) -> None:
        """Show the aware `moment` now, and go on from there."""
        self._ahead = moment - super().now()

    def move_by(self, step: timedelta) -> None:
        """Go forward by `step`."""
        self._ahead += step

    def reset(self) -> None:
        """Show the machine's time again."""
        self._ahead = timedelta()


def machine_clock(clock: Clock) -> Clock:
    """Return the clock that `clock` was moved away from: sessions, codes and limits go by the machine's own time."""
    return clock.machine if isinstance(clock, MovableClock) else clock
