"""One function: an HTTP event, a job of a schedule, or somebody who wants to know how it is."""

import json
import logging
import sys
from collections.abc import Mapping
from typing import Any

from linda.bootstrap import Linda
from linda.domain.errors import LindaError
from linda.entrypoints.functions.collection import resume
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.report import report
from linda.entrypoints.functions.specs import answers
from linda.entrypoints.http_answer import problem_result
from linda.entrypoints.http_event import Event, without_stage
from linda.entrypoints.http_headers import result_with_header_set
from linda.entrypoints.jobs import Job
from linda.entrypoints.lambda_call import handler_for
from linda.entrypoints.redaction import redact

REFUSALS = frozenset({401, 403})

_log = logging.getLogger(__name__)
_STRANGE = 'This is neither an event of an HTTP API (payload 2.0), nor {"job": "..."}, nor {"health": true}.'


def _is_of_a_socket(event: Mapping[str, Any]) -> bool:
    context = event.get("requestContext")
    return isinstance(context, Mapping) and "connectionId" in context and "rawPath" not in event


def _done(name: str, job: Job) -> Mapping[str, int]:
    """Do the `job`; what it raises is raised without numbers, for the runtime writes that to its log by itself."""
    try:
        return job()
    except Exception as error:  # noqa: BLE001 - an entry point: it is raised again, in other words
        _log.exception("the job %s failed", name)
        raise RuntimeError(redact(f"{type(error).__name__}: {error}")) from None


class Function:
    """Answers events in a `container`."""

    def __init__(self, container: Container) -> None:
        """Answer what the container's function is there for."""
        self.container = container

    def answer(self, event: Any, context: object) -> Any:
        """Answer one event of any kind; only a job that fails raises, so that its schedule and the alarms see it."""
        try:
            return self._answered(event, context)
        finally:
            resume()

    def _answered(self, event: Any, context: object) -> Any:
        name = getattr(context, "function_name", "") or f"linda-{self.container.spec.name}"
        if not isinstance(event, Mapping):
            return {"ok": False, "function": name, "problem": _STRANGE} if event else report(self.container, name)
        if _is_of_a_socket(event):
            return self._over_socket(dict(event))
        if "rawPath" in event or "requestContext" in event:
            return result_with_header_set(self._over_http(dict(event), context), https=True)
        if "job" in event:
            return self._job(event["job"], name)
        if not event or event.get("health") is True:
            return report(self.container, name)
        return {"ok": False, "function": name, "problem": _STRANGE}

    def _over_http(self, event: Event, context: object) -> Any:
        try:
            linda, plain = self.container.linda(), without_stage(event)
            answer = self._routed(linda, plain, context)
            # A token that was changed a minute ago makes strangers of its owners: then the new one is looked for.
            if answer["statusCode"] in REFUSALS and self.container.has_news():
                return self._routed(self.container.linda(), plain, context)
        except LindaError as bad:
            _log.error("LINDA could not be joined: %s", bad)
            return problem_result(503, "LINDA can't answer at the moment.", headers={"retry-after": "5"})
        except Exception:  # noqa: BLE001 - an entry point: whatever it is, the caller gets a 500
            _log.exception("an event could not be answered")
            return problem_result(500)
        return answer

    def _over_socket(self, event: Event) -> dict[str, int]:
        """Answer an event of the WebSocket API of calls; what is refused is tried once more where a secret is newer."""
        try:
            events = self.container.linda().relay_events if self.container.spec.has_sockets else None
            if events is None:
                return {"statusCode": 404}
            answer = events.handle(event)
            if answer["statusCode"] in REFUSALS and self.container.has_news():
                events = self.container.linda().relay_events or events
                answer = events.handle(event)
        except Exception:  # noqa: BLE001 - an entry point: whatever it is, the call goes on without its WebSocket
            _log.exception("an event of a WebSocket could not be answered")
            return {"statusCode": 500}
        return answer

    def _routed(self, linda: Linda, event: Event, context: object) -> dict[str, Any]:
        path: str = event["rawPath"]
        handler = handler_for(path, linda.routes)
        if handler is None or not answers(self.container.spec, path):
            return problem_result(404)
        answer: dict[str, Any] = handler(event, context)
        return answer

    def _job(self, job: object, name: str) -> dict[str, Any]:
        jobs = self.container.linda().jobs if self.container.spec.has_jobs else {}
        if not isinstance(job, str) or job not in jobs:
            legal = f"legal is {', '.join(jobs)}" if jobs else "this function has none"
            return {"ok": False, "function": name, "problem": f"There is no job {str(job)[:60]!r}; {legal}."}
        done = {"job": job, **_done(job, jobs[job])}
        # One line of JSON: the alarms of infra/template.yaml count what a sweep had to leave.
        sys.stdout.write(json.dumps(done) + "\n")
        return {"ok": True, "function": name, **done}
