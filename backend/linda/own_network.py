"""Addresses that need no https: those of this machine, and of a network that is the owner's own."""

from ipaddress import ip_address
from urllib.parse import urlsplit

_OF_THIS_MACHINE = ".localhost"
"""What stands below localhost is never anywhere else (RFC 6761, section 6.3)."""
_OF_A_NETWORK = (".local", ".internal", ".home.arpa")
"""Names that no public server can have: RFC 6762, ICANN's .internal, RFC 8375."""


def is_of_this_machine(url: str) -> bool:
    """Tell whether `url` leads nowhere but to this machine."""
    host = _host_of(url)
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return f".{host}".endswith(_OF_THIS_MACHINE)


def is_of_own_network(url: str) -> bool:
    """Tell whether `url` leads to this machine or to another one of the same network."""
    host = _host_of(url)
    try:
        return ip_address(host).is_private
    except ValueError:
        # A name without dots that begins with a figure may be any address, written as one number.
        is_bare = "." not in host and host[:1].isalpha()
        return is_bare or is_of_this_machine(url) or host.endswith(_OF_A_NETWORK)


def _host_of(url: str) -> str:
    return urlsplit(url).hostname or ""
