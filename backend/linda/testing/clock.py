"""A clock that moves only when told."""

import threading
from datetime import UTC, datetime, timedelta


class FakeClock:
    """A `Clock` under the test's control; `sleep` moves it on."""

    def __init__(self, start: datetime) -> None:
        """Start at the aware moment `start`."""
        self._now = start.astimezone(UTC)
        self._elapsed = 0.0
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the moment it was set to, in UTC."""
        return self._now

    def monotonic(self) -> float:
        """Return the seconds it was moved by."""
        return self._elapsed

    def sleep(self, seconds: float) -> None:
        """Move on by `seconds`."""
        self.advance(timedelta(seconds=seconds))

    def advance(self, by: timedelta) -> None:
        """Move on by `by`."""
        with self._lock:
            self._now += by
            self._elapsed += by.total_seconds()

    def set(self, moment: datetime) -> None:
        """Jump to the aware `moment`, forwards or backwards; budgets do not notice."""
        self._now = moment.astimezone(UTC)
