"""The one door of the API: who may not ask learns of no route, not even whether it exists."""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.asked import Asked, being_asked, read_asked
from linda.entrypoints.api.caching import kept
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.http_answer import problem_result
from linda.records.sessions import Session

if TYPE_CHECKING:
    from linda.entrypoints.api.resolving import Resolver

PREFIX = "/api"
JSON = "application/json"
COOKIE = "__Host-linda"
CSRF = "x-csrf-token"

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_HERE = frozenset({"localhost", "127.0.0.1", "[::1]"})
_NOT_THE_OWNER = "Sign in, or send the token of LINDA_API_TOKEN: Authorization: Bearer ..."
_NOT_FROM_HERE = f"Send {CSRF} with the value that GET /api/session names, so that no other site can ask in your name."
_NOT_LOCAL = "The phone simulator answers only on the machine LINDA runs on, and only while no real number is set."


class Api:
    """Answers whoever may ask; without a token in the settings no program may."""

    def __init__(self, parts: Parts) -> None:
        """Serve these parts."""
        self._parts = parts

    def handle(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one API Gateway event (payload 2.0)."""
        request = read_asked(event)
        let_in = self._let_in(request)
        if isinstance(let_in, dict):
            return let_in
        media_type = request.headers.get("content-type", JSON).partition(";")[0].strip().lower()
        if event.get("body") and media_type != JSON:
            return problem_result(415, f"Send JSON, and say so: Content-Type: {JSON}")
        with being_asked(let_in):
            return kept(request, self._resolver.answer(event, context))

    def _let_in(self, request: Asked) -> Asked | dict[str, Any]:
        """Return the request with its session, or the refusal."""
        access = access_to(request.path)
        if access is Access.LOCAL and not is_at_this_machine(request, local=self._parts.settings.local):
            return problem_result(403, _NOT_LOCAL)
        if access is not Access.OWNER or is_owner(request.headers, self._parts.settings.api_token):
            return request
        session = self._session(request)
        if session is None:
            return problem_result(401, _NOT_THE_OWNER, headers={"www-authenticate": 'Bearer realm="LINDA"'})
        if request.method not in _SAFE and not is_same(request.headers.get(CSRF, ""), session.csrf):
            return problem_result(403, _NOT_FROM_HERE)
        return replace(request, session=session)

    def _session(self, request: Asked) -> Session | None:
        if "authorization" in request.headers or COOKIE not in request.cookies:
            return None
        found = self._parts.records.sessions.find(request.cookies[COOKIE])
        return found if found is not None and found.is_signed_in else None

    @cached_property
    def _resolver(self) -> "Resolver":
        from linda.entrypoints.api.resolving import Resolver
        from linda.entrypoints.api.routes import routes

        return Resolver(routes(self._parts))


def is_owner(headers: Mapping[str, str], token: str) -> bool:
    """Tell whether `headers` carry `token` as a bearer token (RFC 6750); how long it takes tells nothing."""
    scheme, _, given = headers.get("authorization", "").partition(" ")
    matches = is_same(given.strip(), token or secrets.token_hex(16))
    return matches and scheme.lower() == "bearer"


def is_same(given: str, expected: str) -> bool:
    """Compare two secrets; how long it takes tells nothing."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def is_at_this_machine(request: Asked, *, local: bool) -> bool:
    """Tell whether somebody at this machine asks in `local` mode.

    The name in Host counts too: a page elsewhere could have its own name point here (DNS rebinding).
    """
    host = request.headers.get("host", "").rpartition(":")
    name = host[0] if host[0] and host[2].isdigit() else request.headers.get("host", "")
    return local and ip_address(request.client).is_loopback and name in _HERE
