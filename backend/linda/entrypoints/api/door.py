"""The one door of the API: who may not ask learns of no route, not even whether it exists."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from linda.domain.errors import StoreUnavailable
from linda.entrypoints.api.admission import Admission
from linda.entrypoints.api.asked import being_asked, read_asked
from linda.entrypoints.api.caching import kept
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import RETRY_S, detail_of
from linda.entrypoints.http_answer import problem_result

if TYPE_CHECKING:
    from linda.entrypoints.api.resolving import Resolver

PREFIX = "/api"
JSON = "application/json"


class Api:
    """Answers whoever may ask; without a token in the settings no program may."""

    def __init__(self, parts: Parts) -> None:
        """Serve these parts."""
        self._parts = parts

    def handle(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one API Gateway event (payload 2.0)."""
        request = read_asked(event)
        try:
            let_in = Admission(self._parts.settings, self._parts.records.sessions).let_in(request)
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

    @cached_property
    def _resolver(self) -> "Resolver":
        from linda.entrypoints.api.resolving import Resolver
        from linda.entrypoints.api.routes import routes

        return Resolver(routes(self._parts))
