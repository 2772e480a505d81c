"""Who is let in to have his request looked at, and what the others are told."""

from dataclasses import dataclass, replace
from typing import Any

from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.asked import Asked
from linda.entrypoints.api.problems import CHALLENGE
from linda.entrypoints.api.proofs import (
    is_at_this_machine,
    is_from_our_pages,
    is_from_this_site,
    is_owner,
    is_same,
)
from linda.entrypoints.http_answer import problem_result
from linda.records.sessions import Session, Sessions
from linda.settings import Settings

COOKIE = "__Host-linda"
CSRF = "x-csrf-token"

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})  # RFC 9110, section 9.2.1
_BEGINNINGS = frozenset({("POST", "/api/session/code"), ("POST", "/api/session")})
"""Asked for before there is any session; so the browser says which page asks."""

_NOT_THE_OWNER = "Sign in, or send the token of LINDA_API_TOKEN: Authorization: Bearer ..."
_NOT_FROM_HERE = f"Send {CSRF} with the value that GET /api/session names, so that no other site can ask in your name."
_ANOTHER_SITE = "This request comes from the page of another site; use LINDA's own."
_NOT_LOCAL = "The phone simulator answers only on the machine LINDA runs on, and only while no real number is set."

Refusal = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Admission:
    """Decides by the table of access, before anything heavy is loaded."""

    settings: Settings
    sessions: Sessions

    def let_in(self, request: Asked) -> Asked | Refusal:
        """Return the request with its session, or the refusal."""
        match access_to(request.path):
            case Access.PUBLIC:
                ours = request.method in SAFE or is_from_this_site(request, self.settings)
                return request if ours else problem_result(403, _ANOTHER_SITE)
            case Access.LOCAL:
                here = is_at_this_machine(request, local=self.settings.local)
                ours = request.method in SAFE or is_from_our_pages(request, self.settings)
                return request if here and ours else problem_result(403, _NOT_LOCAL if ours else _ANOTHER_SITE)
            case Access.SIGNING_IN:
                return self._signing_in(request)
            case Access.OWNER if is_owner(request.headers, self.settings.api_token):
                return request
        session = self.session_of(request)
        if session is None or session.needs(local=self.settings.local):
            return _stranger()
        return _with_csrf(request, session)

    def _signing_in(self, request: Asked) -> Asked | Refusal:
        session = self.session_of(request)
        if (request.method, request.path) in _BEGINNINGS:
            ours = is_from_our_pages(request, self.settings)
            return replace(request, session=session) if ours else problem_result(403, _ANOTHER_SITE)
        if session is None:
            return _stranger() if needs_session(request.method, request.path) else request
        return _with_csrf(request, session)

    def session_of(self, request: Asked) -> Session | None:
        """Return the session of the browser, if only half of one; None for a program and for a stranger."""
        if "authorization" in request.headers or COOKIE not in request.cookies:
            return None
        return self.sessions.find(request.cookies[COOKIE])


def needs_session(method: str, path: str) -> bool:
    """Tell whether it takes a session, if only half of one, to do this under /api/session or /api/second-factor.

    What no route there does, with whatever method, may be told so.
    """
    if path == "/api/session/code":
        return False
    return method == "DELETE" or (method == "POST" and path != "/api/session")


def _with_csrf(request: Asked, session: Session) -> Asked | Refusal:
    if request.method not in SAFE and not is_same(request.headers.get(CSRF, ""), session.csrf):
        return problem_result(403, _NOT_FROM_HERE)
    return replace(request, session=session)


def _stranger() -> Refusal:
    return problem_result(401, _NOT_THE_OWNER, headers=CHALLENGE)
