"""The description of the API (OpenAPI 3.1), made from the routes' own types and served with them."""

import json
from collections.abc import Sequence
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from linda import __version__
from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.admission import COOKIE, CSRF, needs_session
from linda.entrypoints.api.route import Route
from linda.entrypoints.http_answer import PROBLEM

Document = dict[str, Any]

ABOUT = (
    "What LINDA's pages, the owner's programs and the simulator ask for. Times are ISO 8601 in the shop's zone, money "
    "is integer cents, telephone numbers are E.164. Every error is a problem document (RFC 9457); its detail may be "
    "shown."
)
_PROBLEM: Document = {
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
_SECURITY: Document = {
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": COOKIE,
        "description": f"A signed-in browser. What changes something needs {CSRF} too, as GET /api/session names it.",
    },
    "token": {"type": "http", "scheme": "bearer", "description": "LINDA_API_TOKEN, for programs of the owner's."},
}
_OWNERS: list[Document] = [{"session": []}, {"token": []}]
_NOT_OURS = ("HTTPValidationError", "ValidationError", "ResponseValidationError")
"""What the library would describe and we never answer."""


def described(app: APIGatewayHttpResolver, routes: Sequence[Route]) -> Document:
    """Return the description of `routes` as `app` serves them."""
    written: Document = json.loads(app.get_openapi_json_schema(title="LINDA", version=__version__))
    schemas = {name: each for name, each in written["components"]["schemas"].items() if name not in _NOT_OURS}
    paths: Document = {}
    for route in sorted(routes, key=lambda each: each.path):
        path = route.path.replace("<", "{").replace(">", "}")
        operation = written["paths"][path][route.method.lower()]
        paths.setdefault(path, {})[route.method.lower()] = _operation(operation, route)
    return {
        "openapi": written["openapi"],
        "info": {"title": "LINDA", "version": __version__, "description": ABOUT},
        "paths": paths,
        "components": {
            "schemas": {**dict(sorted(schemas.items())), "Problem": _PROBLEM},
            "securitySchemes": _SECURITY,
        },
    }


def _operation(operation: Document, route: Route) -> Document:
    said = (route.answer.__doc__ or "").strip().splitlines()
    answer = operation["responses"][str(route.status)]
    schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
    done: Document = {"description": said[0]}
    if route.status not in {204, 302}:
        done["content"] = {route.media: {"schema": schema if route.media == "application/json" else {"type": "string"}}}
    problem = {"description": "A problem", "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    kept: Document = {name: operation[name] for name in ("parameters", "requestBody") if name in operation}
    return {
        "summary": said[0],
        "operationId": f"{route.answer.__qualname__.replace('.', '_').lstrip('_')}",
        **kept,
        "security": _security(route),
        "responses": {str(route.status): done, "default": problem},
    }


def _security(route: Route) -> list[Document]:
    access = access_to(route.path)
    if access is Access.OWNER:
        return _OWNERS
    halfway = access is Access.SIGNING_IN and needs_session(route.method, route.path)
    return [{"session": []}] if halfway else []
