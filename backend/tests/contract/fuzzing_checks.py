"""What must hold of every answer, whoever asked for whatever."""

from typing import Any

import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from tests.contract.fuzzing_callers import Caller

AS_DESCRIBED = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)
INSIDE = (unsupported_method, allow_header_conformance)
"""Outsiders learn of no method that is another's, either."""


def check_answer(caller: Caller, case: schemathesis.Case[Any], answer: schemathesis.Response) -> None:
    """Raise for an answer that is not described, and for one that tells outsiders of customers or the owner."""
    case.validate_response(answer, checks=[*AS_DESCRIBED, *(() if caller.is_outside else INSIDE)])
    if caller.is_outside:
        check_secrets(caller, answer)


def check_secrets(caller: Caller, answer: schemathesis.Response) -> None:
    """Raise for an answer whose body or headers hold a marker."""
    said = [answer.content.decode("utf-8", "replace"), *(f"{name}: {each}" for name, each in answer.headers.items())]
    told = caller.shop.told("\n".join(said))
    assert not told, f"{answer.request.method} {answer.request.path_url} tells a {caller.kind} {told}"
