"""What a request shows of who sends it, and from where."""

import hmac
import secrets
from collections.abc import Mapping
from urllib.parse import urlsplit

from linda.entrypoints.api.asked import Asked
from linda.entrypoints.api.forwarded import client_of, hops_of
from linda.entrypoints.this_machine import is_loopback, is_named
from linda.settings import Settings

PROXY = "x-linda-proxy"
"""The header in which a proxy without a fixed address sends LINDA_PROXY_SECRET."""

_PORTS = {"http": 80, "https": 443}


def is_owner(headers: Mapping[str, str], token: str) -> bool:
    """Tell whether `headers` carry `token` as a bearer token (RFC 6750); how long it takes tells nothing."""
    scheme, _, given = headers.get("authorization", "").partition(" ")
    matches = is_same(given.strip(), token or secrets.token_hex(16))
    return matches and scheme.lower() == "bearer"


def is_same(given: str, expected: str) -> bool:
    """Compare two secrets; how long it takes tells nothing."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def address_of(request: Asked, settings: Settings) -> str:
    """Return whose address a limit by address is about: the client's, as far as proxies that the settings name say it.

    A proxy is named by its address (LINDA_TRUSTED_PROXIES), or knows LINDA_PROXY_SECRET and sends it along. Anybody can
    write X-Forwarded-For, so that without either the limit counts the address that has the connection.
    """
    knows_secret = bool(settings.proxy_secret) and is_same(request.headers.get(PROXY, ""), settings.proxy_secret)
    hops = hops_of(request.client, request.headers.get("x-forwarded-for", ""))
    return client_of(hops, settings.trusted_proxies, first_is_proxy=knows_secret)


def is_at_this_machine(request: Asked, *, local: bool) -> bool:
    """Tell whether somebody at this machine asks in `local` mode.

    The second line behind `local_only`, which stands where requests come in.
    """
    return local and is_loopback(request.client) and is_named(request.headers.get("host", ""))


def is_from_our_pages(request: Asked, settings: Settings) -> bool:
    """Tell whether no page but ours has a browser send `request`; what is no browser's says no Origin."""
    origin = request.headers.get("origin")
    ours = [settings.site_url, settings.public_url]
    host = request.headers.get("host", "")
    if settings.local and is_named(host):
        ours.append(f"http://{host}")
    return origin is None or _place(origin) in {_place(each) for each in ours}


def is_from_this_site(request: Asked, settings: Settings) -> bool:
    """Tell whether no page of another site has a visitor's browser send `request`.

    A shop's page may have more names than the settings know of; that page and API have the same one, the browser says
    itself (W3C, Fetch Metadata). Where a session begins that is not enough: a name may only point here.
    """
    return request.headers.get("sec-fetch-site") == "same-origin" or is_from_our_pages(request, settings)


def _place(url: str) -> tuple[str, str, int] | None:
    """Return scheme, host and port (RFC 6454); of what is no address a place that is nobody's."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
