"""Requests that the API refuses, in the log: the first one at once, more in one line a minute."""

from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.asked import Asked
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.proofs import address_of
from linda.refusals import Refusals

_REFUSING = frozenset({400, 401, 403, 413, 415, 422, 429})
"""Not let in, a body that is none of ours, and a limit that was reached."""


class RefusedRequests:
    """Counts them; those of signing in apart, so that no flood of others hides who guesses codes."""

    def __init__(self, parts: Parts) -> None:
        """Count by the clock of `parts`."""
        self._settings = parts.settings
        self._others = Refusals(parts.clock.monotonic, of="to the API")
        self._signing_in = Refusals(parts.clock.monotonic, of="to sign in")

    def look(self, request: Asked, status: int) -> None:
        """Count `request` where `status` refuses it; tell what was counted, if its minute is over."""
        if status in _REFUSING:
            # The path as a literal, so that no line end in it begins a line of its own; no header and no query.
            why = f"{request.method[:20]!r} {request.path[:200]!r}: {status}"
            signing_in = access_to(request.path) == Access.SIGNING_IN
            counting = self._signing_in if signing_in else self._others
            counting.count(why, address_of(request, self._settings))
        self._others.look()
        self._signing_in.look()

    def close(self) -> None:
        """Tell what was counted and not told yet."""
        self._others.close()
        self._signing_in.close()
