"""The request that is being answered, beyond what a route's arguments say: for the few routes that need it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, cast

from linda.entrypoints.http_event import BLANKS
from linda.records.sessions import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """One request.

    `session` is the browser's: signed in, or under /api/session and /api/second-factor perhaps only on the way there.
    It is None for a program with a token, and for strangers.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    client: str
    session: Session | None = None


_current: ContextVar[Asked] = ContextVar("asked")
_cookies: ContextVar[list[str]] = ContextVar("cookies")


def asked() -> Asked:
    """Return the request at hand."""
    return _current.get()


def own_session() -> Session:
    """Return the browser's session, for routes that the door opens to nobody without one."""
    return cast("Session", _current.get().session)


def give_cookie(cookie: str) -> None:
    """Send `cookie`, as in Set-Cookie, with the answer to the request at hand."""
    _cookies.get().append(cookie)


@contextmanager
def being_asked(request: Asked) -> Iterator[list[str]]:
    """Make `request` the one at hand inside the `with`, each thread has its own; yield the cookies of the answer."""
    cookies: list[str] = []
    token, given = _current.set(request), _cookies.set(cookies)
    try:
        yield cookies
    finally:
        _current.reset(token)
        _cookies.reset(given)


def read_asked(event: Mapping[str, Any]) -> Asked:
    """Read what an API Gateway event (payload 2.0) says beside its body."""
    http = event["requestContext"]["http"]
    pairs = [pair.partition("=") for pair in event.get("cookies") or ()]
    cookies = {name.strip(BLANKS): value.strip(BLANKS) for name, _, value in pairs}
    return Asked(http["method"], event["rawPath"], event.get("headers") or {}, cookies, http["sourceIp"])
