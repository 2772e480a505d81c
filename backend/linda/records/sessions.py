"""Browsers that are signed in, and those on the way there: found by a cookie whose hash is kept, never itself."""

from dataclasses import dataclass

from linda.domain.clock import Clock
from linda.records.store import Store


@dataclass(frozen=True, slots=True)
class Session:
    """One browser. `csrf` must come back in a header; `is_signed_in` once every step is done."""

    session_id: str
    csrf: str
    is_signed_in: bool


class Sessions:
    """The sessions on a store."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Keep sessions in `store`."""
        self._store = store
        self._clock = clock

    def find(self, token: str) -> Session | None:
        """Return the session of the cookie `token`, or None."""
        return None
