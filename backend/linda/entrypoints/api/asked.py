"""The request that is being answered, beyond what a route's arguments say: for the few routes that need it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from linda.records.sessions import Session


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. `session` is the signed-in browser's; None for a program with a token, and for strangers."""

    method: str
    path: str
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    client: str
    session: Session | None = None


_current: ContextVar[Asked] = ContextVar("asked")


def asked() -> Asked:
    """Return the request at hand."""
    return _current.get()


@contextmanager
def being_asked(request: Asked) -> Iterator[None]:
    """Make `request` the one at hand inside the `with`; each thread has its own."""
    token = _current.set(request)
    try:
        yield
    finally:
        _current.reset(token)


def read_asked(event: Mapping[str, Any]) -> Asked:
    """Read what an API Gateway event (payload 2.0) says beside its body."""
    http = event["requestContext"]["http"]
    pairs = [pair.partition("=") for pair in event.get("cookies") or ()]
    cookies = {name.strip(): value.strip() for name, _, value in pairs}
    return Asked(http["method"], event["rawPath"], event.get("headers") or {}, cookies, http["sourceIp"])
