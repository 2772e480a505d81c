"""Who may ask for what: the one table of the door, read before anything heavy is loaded."""

from collections.abc import Sequence
from enum import StrEnum

from linda.entrypoints.lambda_call import is_under


class Access(StrEnum):
    """What somebody needs to have his request looked at."""

    PUBLIC = "public"
    """Nothing: customers, and whoever scans the code on the door."""
    SIGNING_IN = "signing in"
    """Nothing yet, or half a sign-in; the routes themselves look at how far it is."""
    LOCAL = "local"
    """To sit at this machine while LINDA plays the carrier herself."""
    OWNER = "owner"
    """A session that is signed in, or the token of a program of the owner's."""


_TABLE: Sequence[tuple[str, Access]] = (
    ("/api/public", Access.PUBLIC),
    ("/api/chat", Access.PUBLIC),
    ("/api/qr.svg", Access.PUBLIC),
    ("/api/qr.png", Access.PUBLIC),
    ("/api/qr.pdf", Access.PUBLIC),
    ("/api/openapi.json", Access.PUBLIC),
    ("/api/calendar.ics", Access.PUBLIC),  # its link carries a secret
    ("/api/session", Access.SIGNING_IN),
    ("/api/second-factor", Access.SIGNING_IN),
    ("/api/simulator", Access.LOCAL),
)


def access_to(path: str) -> Access:
    """Return what it takes to ask for `path`; whatever the table does not name is the owner's."""
    return next((access for prefix, access in _TABLE if is_under(path, prefix)), Access.OWNER)
