"""The description of the API (OpenAPI 3.1), made from the routes' own types and served with them."""

import json
from collections.abc import Sequence

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from linda import __version__
from linda.entrypoints.api.access import Access, access_to
from linda.entrypoints.api.admission import COOKIE, CSRF, needs_session
from linda.entrypoints.api.openapi_answers import PROBLEM_SCHEMA, REFUSALS, Document, done, refusals
from linda.entrypoints.api.route import Route

ABOUT = (
    "What LINDA's pages, the owner's programs and the simulator ask for. Times are ISO 8601 in the shop's zone, money "
    "is integer cents, telephone numbers are E.164. Every error is a problem document (RFC 9457); its detail may be "
    "shown."
)
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
            "schemas": {**dict(sorted(schemas.items())), "Problem": PROBLEM_SCHEMA},
            "responses": REFUSALS,
            "securitySchemes": _SECURITY,
        },
    }


def _operation(operation: Document, route: Route) -> Document:
    said = (route.answer.__doc__ or "").strip().splitlines()
    headers: list[Document] = [{"in": "header", "name": name, "schema": {"type": "string"}} for name in route.headers]
    parameters = [*operation.get("parameters", ()), *headers]
    kept: Document = {"parameters": parameters} if parameters else {}
    kept |= {"requestBody": operation["requestBody"]} if "requestBody" in operation else {}
    schema = operation["responses"][str(route.status)].get("content", {}).get("application/json", {}).get("schema", {})
    return {
        "summary": said[0],
        "operationId": f"{route.answer.__qualname__.replace('.', '_').lstrip('_')}",
        **kept,
        "security": _security(route),
        "responses": {str(route.status): done(route, said[0], schema), **refusals(route, kept)},
    }


def _security(route: Route) -> list[Document]:
    access = access_to(route.path)
    if access is Access.OWNER:
        return _OWNERS
    halfway = access is Access.SIGNING_IN and needs_session(route.method, route.path)
    return [{"session": []}] if halfway else []
