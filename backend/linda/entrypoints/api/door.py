"""The one door of the API: who may not ask learns of no route, not even whether it exists."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from linda.domain.errors import StoreUnavailable
from linda.domain.visitor import household
from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.admission import Admission, Refusal
from linda.entrypoints.api.asked import Asked, being_asked, read_asked
from linda.entrypoints.api.caching import kept
from linda.entrypoints.api.cookies import device_key_of
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import RETRY_S, detail_of
from linda.entrypoints.api.proofs import address_of
from linda.entrypoints.api.refused import RefusedRequests
from linda.entrypoints.api.request_rate import RequestRate
from linda.entrypoints.http_answer import problem_result
from linda.records import epoch_ms

if TYPE_CHECKING:
    from linda.entrypoints.api.resolving import Resolver

PREFIX = "/api"
JSON = "application/json"
_TOO_FAST = "That was a lot at once from one address. Wait a minute."


class Api:
    """Answers whoever may ask; without a token in the settings no program may."""

    def __init__(self, parts: Parts) -> None:
        """Serve these parts."""
        self._parts = parts
        self._rate = RequestRate(parts.clock)
        self._admission = Admission(parts.settings, parts.records.sessions)
        self._refused = RefusedRequests(parts)

    def handle(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one API Gateway event (payload 2.0)."""
        request = read_asked(event)
        answer = self._answered(request, event, context)
        self._refused.look(request, answer["statusCode"])
        return answer

    def close(self) -> None:
        """Tell the log what was refused and not told yet."""
        self._refused.close()

    def _answered(self, request: Asked, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        try:
            retry_s = self._asks_too_fast(request)
            let_in = _told_to_wait(retry_s) if retry_s else self._admission.let_in(request)
        except StoreUnavailable as error:
            return problem_result(503, detail_of(error), headers={"retry-after": str(RETRY_S)})
        if isinstance(let_in, dict):
            return let_in
        media_type = request.headers.get("content-type", JSON).partition(";")[0].strip().lower()
        if event.get("body") and media_type != JSON:
            return problem_result(415, f"Send JSON, and say so: Content-Type: {JSON}")
        with being_asked(let_in) as cookies:
            answer = kept(request, self._resolver.answer(event, context))
        return {**answer, "cookies": cookies} if cookies else answer

    def _asks_too_fast(self, request: Asked) -> int:
        """Return in how many seconds a stranger may ask again, 0 for now; the owner's browsers need not wait."""
        access = access_to(request.path)
        if access not in {Access.PUBLIC, Access.SIGNING_IN}:
            return 0
        retry_s = self._rate.take(household(address_of(request, self._parts.settings)))
        # Only now is the store asked: whoever stays below the limit costs no call of it.
        return 0 if retry_s and access is Access.SIGNING_IN and self._is_known(request) else retry_s

    def _is_known(self, request: Asked) -> bool:
        """Tell whether this browser is signed in, or halfway, or is a device that showed the second factor."""
        if self._admission.session_of(request) is not None:
            return True
        device = device_key_of(request)
        factor = self._parts.records.second_factors.current() if device else None
        return factor is not None and factor.knows(device, epoch_ms(self._parts.machine))

    @cached_property
    def _resolver(self) -> "Resolver":
        from linda.entrypoints.api.resolving import Resolver
        from linda.entrypoints.api.routes import routes

        return Resolver(routes(self._parts))


def _told_to_wait(seconds: int) -> Refusal:
    return problem_result(429, _TOO_FAST, headers={"retry-after": str(seconds), "cache-control": "no-store"})
