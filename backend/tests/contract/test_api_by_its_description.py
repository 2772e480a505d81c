"""Whatever the API's own description allows, and much that it does not: the answers are the ones it describes."""

from contextlib import ExitStack
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from linda.entrypoints.gateway import Application, Gateway, Receive, Scope, Send
from linda.testing.memory_store import MemoryStore
from tests.owner_program import TOKEN
from tests.shop_desk import CUSTOMER, open_shop, phone_of

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    unsupported_method,
)
EXAMPLES = 25
"""For each operation; at 250 of them nothing more was found than at these."""


def a_busy_shop() -> Application:
    """Return a LINDA with a customer who haggles, served for as long as this module is there."""
    linda = _OPENED.enter_context(open_shop(store=MemoryStore(), LINDA_API_TOKEN=TOKEN))
    for text in ("how much for an iphone 13 screen", "too expensive", "still too much", "can you do $60?"):
        phone_of(linda).text(CUSTOMER, text)
    gateway = Gateway(linda.routes, linda.clock)

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":  # the client begins and ends a life for each request, which would end the workers
            others = [pair for pair in scope["headers"] if pair[0] != b"host"]
            here = {"client": ("127.0.0.1", 50_000), "headers": [*others, (b"host", b"localhost:8000")]}
            await gateway({**scope, **here}, receive, send)

    return served


_OPENED = ExitStack()
schema = schemathesis.openapi.from_asgi("/api/openapi.json", a_busy_shop())


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_each_operation_answers_as_it_is_described(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(headers={"authorization": f"Bearer {TOKEN}"}, checks=list(CHECKS))
