"""Every route of the API, in one table."""

from linda.entrypoints.api.bookings import Bookings
from linda.entrypoints.api.openings import Openings
from linda.entrypoints.api.owner_state import StateOfOwner
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.resolving import Route


def routes(parts: Parts) -> tuple[Route, ...]:
    """Return the routes over these parts."""
    state = StateOfOwner(parts)
    openings = Openings(parts)
    bookings = Bookings(parts)
    return (
        Route("GET", "/api/state", state.show),
        Route("PUT", "/api/state", state.change),
        Route("GET", "/api/state/history", state.history),
        Route("GET", "/api/openings", openings.of_day),
        Route("GET", "/api/bookings", bookings.ahead),
        Route("POST", "/api/bookings", bookings.book, 201),
        Route("PUT", "/api/bookings/<code>", bookings.move),
        Route("DELETE", "/api/bookings/<code>", bookings.cancel),
    )
