"""The ticket of a relay session: what only we can know of a call, for that call and no other.

The handshake of a session is the same for every call, and so is its signature; whoever has seen one could play it
again. The ticket goes out in our document and comes back in the first frame, beside the call it must be for.
"""

import hmac

TICKET, STEP = "ticket", "step"
"""The parameters of our document: the ticket, and the number of the step at which the session begins."""


def ticket(auth_token: str, call_sid: str) -> str:
    """Return the ticket of a call, signed with the account's token."""
    return hmac.digest(auth_token.encode(), f"relay {call_sid}".encode(), "sha256").hex()


def is_ticket(given: str, auth_token: str, call_sid: str) -> bool:
    """Tell whether `given` is the ticket of a call."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), ticket(auth_token, call_sid).encode())
