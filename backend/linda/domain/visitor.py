"""Who has no number: visitors of the web page, known by a token only they have, and callers who withhold theirs."""

import hashlib
import hmac
from ipaddress import IPv4Address, ip_address

from linda.domain.channel import WEB

LONGEST = 1000
"""So many characters has the longest text of a visitor."""

_PREFIX = f"{WEB}:"
_HIDDEN = "call:"


def is_visitor(customer: str) -> bool:
    """Tell whether `customer` is a visitor, and no number that could be called or texted."""
    return customer.startswith((_PREFIX, _HIDDEN))


def hidden_caller(call_sid: str) -> str:
    """Return the customer id of whoever makes the call `call_sid` without showing a number: another one each time."""
    return _HIDDEN + hashlib.sha256(f"caller|{call_sid}".encode("utf-8", "replace")).hexdigest()[:24]


def is_hidden_caller(customer: str) -> bool:
    """Tell whether `customer` called without showing a number."""
    return customer.startswith(_HIDDEN)


def new_token(key: str, address: str, client_id: str, text: str) -> str:
    """Return the token (256 bits) of the visitor whose first text is `text`.

    It is computed, so that a text that is sent again because its answer was lost leads to the same chat. `key` is a
    secret in no store, and `client_id` was made at random by the page: nobody else can compute it.
    """
    said = f"visitor|{address}|{client_id}|{text}".encode("utf-8", "replace")
    return hmac.new(key.encode(), said, "sha256").hexdigest()


def visitor_id(token: str) -> str:
    """Return the customer id of the visitor with this token; the token can't be computed from it."""
    return _PREFIX + hashlib.sha256(f"visitor|{token}".encode("utf-8", "replace")).hexdigest()[:24]


def message_id(visitor: str, client_id: str) -> str:
    """Return the message id of the text that this visitor's page calls `client_id`; another visitor's is another."""
    return "WC" + hashlib.sha256(f"{visitor}|{client_id}".encode()).hexdigest()[:32]


def household(address: str) -> str:
    """Return what all addresses of a household share: of IPv6 it has 2^64, so there the first half."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address  # no address at all: then everybody who has none is one household
    return address if isinstance(parsed, IPv4Address) else parsed.packed[:8].hex()


def address_digest(key: str, day: str, address: str) -> str:
    """Return what is kept for a day of the internet address that a visitor comes from.

    Every address there is can be tried against a plain hash; so it is an HMAC with `key`, which is in no store, and
    with the `day`, so that nothing connects the visitors of two days.
    """
    return hmac.new(key.encode(), f"address|{day}|{household(address)}".encode(), "sha256").hexdigest()[:32]
