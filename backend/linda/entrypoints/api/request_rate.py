"""How fast one address may ask for what needs no sign-in: counted here, without a call of a store."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from linda.domain.clock import Clock
from linda.domain.limits import PUBLIC_REQUESTS

MOST_ADDRESSES = 10_000
"""So many addresses are remembered; the one that began longest ago is forgotten first."""
_WINDOW_S = PUBLIC_REQUESTS.window_ms / 1000


@dataclass(slots=True)
class RequestRate:
    """Counts requests by address, in windows that begin with the first one."""

    clock: Clock
    _counts: OrderedDict[str, tuple[float, int]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, address: str) -> int:
        """Count a request from `address`; return 0, or in how many seconds there is room again."""
        now = self.clock.monotonic()
        with self._lock:
            began, count = self._counts.get(address, (now, 0))
            if now - began >= _WINDOW_S:
                self._counts.pop(address, None)
                began, count = now, 0
            if count >= PUBLIC_REQUESTS.most:
                return max(1, round(began + _WINDOW_S - now))
            self._counts[address] = (began, count + 1)
            if len(self._counts) > MOST_ADDRESSES:
                self._counts.popitem(last=False)
        return 0
