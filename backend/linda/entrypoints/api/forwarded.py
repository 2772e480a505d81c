"""The way that a request came by X-Forwarded-For, and how far back along it somebody is to be believed.

Each proxy writes the address that it was called from to the right of what it got. So the way is walked from its right
end, where the connection itself says who calls, and from there on only past proxies that are trusted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

MOST_HOPS = 32
"""Nobody stands behind more proxies; what is longer was made up."""

_PORT = re.compile(r"\[(?P<v6>[^\]]+)\](:[0-9]+)?|(?P<v4>[0-9.]+)(:[0-9]+)?")


def hops_of(peer: str, passed_on: str) -> list[str]:
    """Return who called whom, the nearest first: `peer`, who has the connection, then X-Forwarded-For backwards.

    API Gateway, and ours, write the peer into the header too; that entry is not a hop of its own.
    """
    written = [each.strip() for each in passed_on.split(",") if each.strip()][-MOST_HOPS:][::-1]
    is_repeated = bool(written) and read_address(written[0]) == read_address(peer)
    return [peer, *written[is_repeated:]]


def client_of(hops: Sequence[str], trusted: Iterable[Network], *, first_is_proxy: bool) -> str:
    """Return the first of `hops` that is none of the `trusted` proxies: the client.

    `first_is_proxy`: the nearest has proven to be one, whatever its address. Where a proxy wrote what is no address,
    the proxy itself counts: else whoever has garbage passed on would be somebody new each time.
    """
    networks, client = tuple(trusted), hops[0]
    for position, address in enumerate(_readable(hops)):
        client = str(address)
        is_proven = first_is_proxy and position == 0
        if not is_proven and not any(address in network for network in networks):
            return client
    return client


def read_address(written: str) -> Address | None:
    """Read an address as proxies write it, IPv6 in brackets or without, with a port or a zone; None for no address."""
    found = _PORT.fullmatch(written)
    bare = (found["v6"] or found["v4"]) if found else written
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _readable(hops: Sequence[str]) -> Iterator[Address]:
    for hop in hops:
        address = read_address(hop)
        if address is None:
            return
        yield address
