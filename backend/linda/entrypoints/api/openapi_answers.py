"""What a route may answer, as the description says it: its success, and every refusal with its headers."""

from typing import Any

from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.admission import SAFE, needs_session
from linda.entrypoints.api.route import Route
from linda.entrypoints.http_answer import PROBLEM

Document = dict[str, Any]

PROBLEM_SCHEMA: Document = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "at": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
                    "says": {"type": "string"},
                },
                "required": ["at", "says"],
            },
        },
    },
    "required": ["type", "title", "status"],
}
_TEXT: Document = {"required": True, "schema": {"type": "string", "minLength": 1}}
_SECONDS: Document = {"required": True, "schema": {"type": "integer", "minimum": 1}}
_TAG: Document = {"etag": _TEXT}
_PROBLEM: Document = {"content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}

REFUSALS: Document = {
    "304": {"description": "What If-None-Match names is still the answer.", "headers": _TAG},
    "401": {"description": "Not signed in, or a wrong code.", "headers": {"www-authenticate": _TEXT}, **_PROBLEM},
    "403": {"description": "Not from here: another site, no CSRF token, or not at this machine.", **_PROBLEM},
    "404": {"description": "There is no such thing, or no longer.", **_PROBLEM},
    "409": {"description": "It does not fit what is there now.", **_PROBLEM},
    "413": {"description": "The body is longer than 1 MiB.", **_PROBLEM},
    "415": {"description": "The body is not said to be JSON.", **_PROBLEM},
    "422": {"description": "What was sent can't be read, or says what can't be.", **_PROBLEM},
    "429": {"description": "Too often.", "headers": {"retry-after": _SECONDS}, **_PROBLEM},
    "5XX": {"description": "LINDA's own fault, or the store or a carrier can't answer.", **_PROBLEM},
}
"""By status; under these names the description keeps each once."""


def done(route: Route, says: str, schema: Document) -> Document:
    """Return the answer of a success, whose JSON is of `schema`."""
    answer: Document = {"description": says}
    if route.status == 302:
        answer["headers"] = {"location": _TEXT}
    elif route.method == "GET":
        answer["headers"] = _TAG
    if route.status not in {204, 302}:
        answer["content"] = {
            route.media: {"schema": schema if route.media == "application/json" else {"type": "string"}}
        }
    return answer


def refusals(route: Route, sent: Document) -> Document:
    """Return the answers of everything but success to an operation that is `sent` these parameters and body."""
    statuses = {*route.problems, *_at_the_door(route), *_of_what_is_sent(route, sent)}
    statuses |= {304} if route.method == "GET" and route.status == 200 else set()
    names = [*map(str, sorted(statuses)), "5XX"]
    return {name: {"$ref": f"#/components/responses/{name}"} for name in names}


def _at_the_door(route: Route) -> set[int]:
    """Return what the door refuses: strangers, other sites, and those who ask too fast."""
    access, changes = access_to(route.path), route.method not in SAFE
    if access is Access.LOCAL:
        return {403}
    if access is Access.OWNER:
        return {401, 403} if changes else {401}
    halfway = access is Access.SIGNING_IN and changes
    needs = {401} if halfway and needs_session(route.method, route.path) else set()
    return {429} | needs | ({403} if changes else set())


def _of_what_is_sent(route: Route, sent: Document) -> set[int]:
    """Return what the check of path, query and body refuses."""
    is_named, is_asked = "<" in route.path, any(each["in"] == "query" for each in sent.get("parameters", ()))
    body = {413, 415, 422} if "requestBody" in sent else set()
    return body | ({404} if is_named else set()) | ({422} if is_asked else set())
