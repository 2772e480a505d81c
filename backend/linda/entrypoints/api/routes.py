"""Every route of the owner's API, in one table."""

from linda.domain.clock import Clock
from linda.domain.shop import Shop
from linda.entrypoints.api.bookings import Bookings
from linda.entrypoints.api.openings import Openings
from linda.entrypoints.api.owner_state import StateOfOwner
from linda.entrypoints.api.resolving import Route
from linda.records import Records


def routes(shop: Shop, records: Records, clock: Clock) -> tuple[Route, ...]:
    """Return the routes over this shop's records."""
    state = StateOfOwner(shop, records, clock)
    openings = Openings(shop, records, clock)
    bookings = Bookings(shop, records, clock)
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
