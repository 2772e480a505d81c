"""One call of a handler as Lambda makes it, in this process."""

import logging
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from linda.domain.clock import Clock
from linda.entrypoints.http_answer import HttpAnswer, problem, read_result
from linda.entrypoints.http_event import Event, HttpRequest, build_event

Handler = Callable[[Event, Any], Any]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LocalContext:
    """What a handler may ask of Lambda's context; `deadline` is on the clock's monotonic seconds."""

    aws_request_id: str
    clock: Clock
    deadline: float
    function_name: str = "linda-local"
    function_version: str = "$LATEST"
    invoked_function_arn: str = "arn:aws:lambda:us-east-1:000000000000:function:linda-local"
    memory_limit_in_mb: int = 1024
    log_group_name: str = "/aws/lambda/linda-local"
    log_stream_name: str = "local"

    def get_remaining_time_in_millis(self) -> int:
        """Return the milliseconds until Lambda would end the call, never below zero."""
        return max(0, int((self.deadline - self.clock.monotonic()) * 1000))


def handler_for(path: str, routes: Mapping[str, Handler]) -> Handler | None:
    """Return the handler of `path`: the longest prefix in `routes` that ends at a slash wins."""
    fitting = [prefix for prefix in routes if is_under(path, prefix)]
    return routes[max(fitting, key=len)] if fitting else None


def is_under(path: str, prefix: str) -> bool:
    """Tell whether `path` is `prefix` or lies below it."""
    return path == prefix or path.startswith(prefix.rstrip("/") + "/")


def call(handler: Handler, request: HttpRequest, clock: Clock, *, seconds: float) -> HttpAnswer:
    """Return the answer of `handler` to `request`.

    What the handler raises, and a result that no HTTP API can read, is logged and answered with 500; nothing of
    it is in the answer.
    """
    request_id = str(uuid.uuid4())
    event = build_event(request, now=clock.now(), request_id=request_id)
    try:
        return read_result(handler(event, LocalContext(request_id, clock, clock.monotonic() + seconds)))
    except Exception:  # noqa: BLE001 - an entry point: whatever it is, the caller gets a 500
        _log.exception("%s %s failed", request.method, request.path)
        return problem(500)


def post_in_process(
    handler: Handler, clock: Clock, *, host: str, seconds: float = 30.0
) -> Callable[[str, Mapping[str, str], bytes], tuple[int, str, bytes]]:
    """Return what posts to `handler` without a server between: path, headers, body to status, type, body."""

    def post(path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, str, bytes]:
        sent = (("host", host), ("content-length", str(len(body))), *headers.items())
        route, _, query = path.partition("?")
        request = HttpRequest("POST", route, query=query, headers=sent, body=body)
        answer = call(handler, request, clock, seconds=seconds)
        return answer.status, dict(answer.headers).get("content-type", ""), answer.body

    return post
