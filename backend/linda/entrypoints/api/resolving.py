"""The resolver around the routes: finds the route, checks what was sent, and answers every error with a problem."""

import json
import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError

from linda.entrypoints.api.problems import Problem, detail_of, status_of
from linda.entrypoints.http_answer import PROBLEM, problem_document

_log = logging.getLogger(__name__)

RETRY_S = 5


@dataclass(frozen=True, slots=True)
class Route:
    """One route: `path` with its variables in angle brackets, and the typed function that answers it."""

    method: str
    path: str
    answer: Callable[..., Any]
    status: int = 200


class Resolver:
    """Answers events by the `routes`."""

    def __init__(self, routes: Sequence[Route]) -> None:
        """Register the routes, and the answer to whatever goes wrong."""
        logging.getLogger("aws_lambda_powertools").setLevel(logging.WARNING)  # below that it writes out whole requests
        self._routes = routes
        self._app = APIGatewayHttpResolver(enable_validation=True)
        for route in routes:
            register = self._app.route(route.path, route.method, status_code=route.status)
            cast("Callable[[Any], Any]", register)(route.answer)
        handlers: dict[type[Exception], Callable[[Any], Any]] = {
            Exception: self._failed,
            NotFoundError: self._not_found,
            Problem: lambda problem: _response(problem.status, str(problem), **problem.more),
            RequestValidationError: _invalid,
            UnicodeDecodeError: lambda _: _response(422, "The body is not UTF-8."),
            RecursionError: lambda _: _response(422, "The body is nested too deeply."),
        }
        for kind, answer in handlers.items():
            cast("Callable[[Any], Any]", self._app.exception_handler(kind))(answer)

    def answer(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one event that has passed the door."""
        return self._app.resolve(dict(event), cast("Any", context))

    def _not_found(self, _: NotFoundError) -> Any:
        allowed = [route.method for route in self._routes if _fits(route.path, self._app.current_event.path)]
        if not allowed:
            return _response(404)
        return _response(405, headers={"allow": ", ".join(allowed)})

    def _failed(self, error: Exception) -> Any:
        status = status_of(error)
        if status >= 500:
            request = self._app.current_event.request_context.http
            # Neither message nor values: they may hold what the request carried.
            where = "".join(traceback.format_tb(error.__traceback__))
            _log.error("%s %s failed: %s\n%s", request.method, request.path, type(error).__name__, where)
        headers = {"retry-after": str(RETRY_S)} if status == 503 else {}
        return _response(status, detail_of(error), headers=headers)


def _invalid(error: RequestValidationError) -> Any:
    errors = [{"at": [str(part) for part in each["loc"]], "says": each["msg"]} for each in error.errors()]
    return _response(422, "; ".join(f"{'.'.join(each['at'])}: {each['says']}" for each in errors), errors=errors)


def _response(status: int, detail: str = "", *, headers: Mapping[str, str] | None = None, **more: Any) -> Any:
    document = json.dumps(problem_document(status, detail, **more))
    return Response(status, PROBLEM, document, headers=dict(headers or {}))


def _fits(template: str, path: str) -> bool:
    parts, given = template.split("/"), path.split("/")
    return len(parts) == len(given) and all(
        bool(here) if part.startswith("<") else part == here for part, here in zip(parts, given, strict=True)
    )
