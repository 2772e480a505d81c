"""Every route of the API, in one table."""

from linda.entrypoints.api.bookings import Bookings
from linda.entrypoints.api.openings import Openings
from linda.entrypoints.api.owner_state import StateOfOwner
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.resolving import Route
from linda.entrypoints.api.settings import SettingsOfShop


def routes(parts: Parts) -> tuple[Route, ...]:
    """Return the routes over these parts."""
    state = StateOfOwner(parts)
    openings = Openings(parts)
    bookings = Bookings(parts)
    settings = SettingsOfShop(parts)
    return (
        Route("GET", "/api/state", state.show),
        Route("PUT", "/api/state", state.change),
        Route("GET", "/api/state/history", state.history),
        Route("GET", "/api/openings", openings.of_day),
        Route("GET", "/api/bookings", bookings.ahead),
        Route("POST", "/api/bookings", bookings.book, 201),
        Route("PUT", "/api/bookings/<code>", bookings.move),
        Route("DELETE", "/api/bookings/<code>", bookings.cancel),
        Route("GET", "/api/settings", settings.show),
        Route("PUT", "/api/settings", settings.change),
        Route("DELETE", "/api/settings", settings.reset),
        Route("GET", "/api/settings/export", settings.export),
    )
