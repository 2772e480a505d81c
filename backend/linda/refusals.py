"""Requests that are refused, told in one line a minute: whoever floods LINDA does not fill the log.

The first one is told at once, for it may be a setting that is wrong. No thread waits for the minute to be over: the
next request tells, or the end of the process. Of the requests only reasons and addresses are kept, until they are told.
"""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable

MINUTE_S = 60.0
MOST_ADDRESSES = 1000
"""More are not told apart, so that a flood from everywhere takes no memory."""
MOST_REASONS = 100
OTHER_REASONS = "others"

_log = logging.getLogger(__name__)


class Refusals:
    """Counts what is refused; any number of threads at once."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic, *, of: str = "with a wrong signature") -> None:
        """Count by the seconds of `monotonic`; `of` says which requests, as in "3 requests to sign in"."""
        self._monotonic = monotonic
        self._of = of
        self._lock = threading.Lock()
        self._began: float | None = None
        self._told = 0
        self._reasons: Counter[str] = Counter()
        self._addresses: set[str] = set()

    def count(self, reason: str, address: str) -> None:
        """Count a request that is refused for `reason`, from the internet `address`."""
        with self._lock:
            now = self._monotonic()
            line = self._due(now)
            if self._began is None:
                self._begin(now, told=1)
                line = f"a request {self._of} is refused ({reason}); more are told once a minute"
            known = reason in self._reasons or len(self._reasons) < MOST_REASONS
            self._reasons[reason if known else OTHER_REASONS] += 1
            if len(self._addresses) < MOST_ADDRESSES:
                self._addresses.add(address)
        _tell(line)

    def look(self) -> None:
        """Tell what was counted, if its minute is over."""
        if self._began is None:
            return
        with self._lock:
            line = self._due(self._monotonic())
        _tell(line)

    def close(self) -> None:
        """Tell what was counted and not told yet."""
        with self._lock:
            line = self._words(self._monotonic())
            self._began = None
        _tell(line)

    def _due(self, now: float) -> str:
        """Return the line of a minute that is over, and begin the next one; "" where there is nothing to tell."""
        if self._began is None or now - self._began < MINUTE_S:
            return ""
        line = self._words(now)
        self._begin(now)
        if not line:
            self._began = None
        return line

    def _begin(self, now: float, *, told: int = 0) -> None:
        self._began, self._told = now, told
        self._reasons, self._addresses = Counter(), set()

    def _words(self, now: float) -> str:
        count, places = self._reasons.total(), len(self._addresses)
        if self._began is None or count <= self._told:
            return ""
        requests = "1 request" if count == 1 else f"{count} requests"
        addresses = "1 address" if places == 1 else f"{places} addresses"
        more = " or more" if places == MOST_ADDRESSES else ""
        why = "; ".join(f"{reason}: {times}" for reason, times in self._reasons.most_common(3))
        return f"{requests} {self._of} refused {_when(now - self._began)}, from {addresses}{more} ({why})"


def _when(seconds: float) -> str:
    if seconds < MINUTE_S:
        return f"in the last {max(1, round(seconds))} s"
    minutes = int(seconds // MINUTE_S)
    return "in the last minute" if minutes == 1 else f"in one minute, {minutes} minutes ago"


def _tell(line: str) -> None:
    if line:
        _log.warning("%s", line)
