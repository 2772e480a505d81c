"""A circuit breaker: a service that keeps failing is left alone for a while."""

import threading
from collections import deque

from linda.domain.clock import Clock


class Breaker:
    """Opens after `failures` within `window` seconds, stays open for `open_for` seconds, then lets one call try.

    Any thread may use it. A trial whose verdict never comes is forgotten after another `open_for` seconds.
    """

    def __init__(self, clock: Clock, *, failures: int = 5, window: float = 60.0, open_for: float = 60.0) -> None:
        """Start closed; the figures are the design's: 5 failures in 60 s open it for 60 s."""
        self._clock = clock
        self._limit = failures
        self._window = window
        self._open_for = open_for
        self._failed_at: deque[float] = deque(maxlen=failures)
        self._open_until: float | None = None
        self._trial = False
        self._lock = threading.Lock()

    def allows(self) -> bool:
        """Return whether a call may be made now; when the time is up the first one to ask is the trial."""
        with self._lock:
            now = self._clock.monotonic()
            if self._open_until is None:
                return True
            if now < self._open_until:
                return False
            self._open_until = now + self._open_for
            self._trial = True
            return True

    def succeeded(self) -> None:
        """Close after a good trial; a late success of an older call does not count."""
        with self._lock:
            if self._trial:
                self._open_until, self._trial = None, False
                self._failed_at.clear()

    def failed(self, leave_alone: float | None = None) -> None:
        """Count a failure; with `leave_alone` open at once for that many seconds."""
        with self._lock:
            now = self._clock.monotonic()
            self._failed_at.append(now)
            many = len(self._failed_at) == self._limit and now - self._failed_at[0] <= self._window
            if leave_alone is not None:
                self._open(now + leave_alone)
            elif many or self._trial:
                self._open(now + self._open_for)

    def _open(self, until: float) -> None:
        already = 0.0 if self._trial or self._open_until is None else self._open_until
        self._open_until, self._trial = max(until, already), False
