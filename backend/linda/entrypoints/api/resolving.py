"""The resolver around the routes: finds the route, checks what was sent, and answers every error with a problem."""

import json
import logging
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from linda.entrypoints.api.openapi import described
from linda.entrypoints.api.problems import RETRY_S, Problem, detail_of, status_of
from linda.entrypoints.api.route import Route
from linda.entrypoints.http_answer import PROBLEM, problem_document

_log = logging.getLogger(__name__)

DESCRIPTION = "/api/openapi.json"


class Resolver:
    """Answers events by the `routes`; any number of threads at once."""

    def __init__(self, routes: Sequence[Route]) -> None:
        """Register the routes, and the answer to whatever goes wrong."""
        logging.getLogger("aws_lambda_powertools").setLevel(logging.WARNING)  # below that it writes out whole requests
        self._routes = routes
        self.app = _App(enable_validation=True)
        for route in routes:
            register = self.app.route(route.path, route.method, status_code=route.status)
            cast("Callable[[Any], Any]", register)(route.answer)
        describing = self.app.route(DESCRIPTION, "GET", include_in_schema=False)
        cast("Callable[[Any], Any]", describing)(self._describe)
        handlers: dict[type[Exception], Callable[[Any], Any]] = {
            Exception: self._failed,
            NotFoundError: self._not_found,
            Problem: lambda problem: _response(problem.status, str(problem), headers=problem.headers, **problem.more),
            RequestValidationError: _invalid,
            UnicodeDecodeError: lambda _: _response(422, "The body is not UTF-8."),
            RecursionError: lambda _: _response(422, "The body is nested too deeply."),
        }
        for kind, answer in handlers.items():
            cast("Callable[[Any], Any]", self.app.exception_handler(kind))(answer)

    def answer(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one event that has passed the door: its body is JSON, in whatever letters that was said."""
        headers = {**(event.get("headers") or {}), "content-type": "application/json"}
        return self.app.answer({**event, "headers": headers}, context)

    def _describe(self) -> Response[str]:
        return Response(200, "application/json", json.dumps(described(self.app, self._routes)))

    def _not_found(self, _: NotFoundError) -> Any:
        allowed = [route.method for route in self._routes if _fits(route.path, self.app.current_event.path)]
        # A route of this method stands there, and what it is asked for has a name that nothing can have.
        if not allowed or self.app.current_event.http_method in allowed:
            return _response(404)
        return _response(405, headers={"allow": ", ".join(allowed)})

    def _failed(self, error: Exception) -> Any:
        status = status_of(error)
        if status >= 500:
            request = self.app.current_event.request_context.http
            # Neither message nor values: they may hold what the request carried.
            where = "".join(traceback.format_tb(error.__traceback__))
            _log.error("%s %s failed: %s\n%s", request.method, request.path, type(error).__name__, where)
        headers = {"retry-after": str(RETRY_S)} if status == 503 else {}
        return _response(status, detail_of(error), headers=headers)


class _App(APIGatewayHttpResolver):
    """Powertools' resolver keeps the request at hand in its class; here each thread has its own."""

    def __init__(self, **options: Any) -> None:
        self._mine = threading.local()
        super().__init__(**options)

    def answer(self, event: dict[str, Any], context: object) -> dict[str, Any]:
        self._mine.event, self._mine.context = APIGatewayProxyEventV2(event, json_deserializer=_read_json), {}
        return self.resolve(event, cast("Any", context))

    @property
    def current_event(self) -> Any:  # type: ignore[override]
        return self._mine.event

    @property
    def context(self) -> Any:
        return self._mine.context

    @context.setter
    def context(self, value: dict[str, Any]) -> None:
        self._mine.context = value


def _read_json(text: str) -> Any:
    """Read a body; a number of more digits than Python takes (CVE-2020-10735) is no JSON to us either."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:
        raise json.JSONDecodeError("a number that is too long", text, 0) from None


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
