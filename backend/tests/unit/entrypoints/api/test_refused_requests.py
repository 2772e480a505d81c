"""Scope: what the API refuses is in the log, in few lines, and who guesses at the sign-in is not hidden by a flood."""

import pytest

from linda.domain.limits import PUBLIC_REQUESTS
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.owner_program import OwnerProgram, open_api
from tests.shop_desk import OWNER, clock_of, open_shop


def test_a_flood_is_two_lines_and_guessing_codes_is_told_beside_it(caplog: pytest.LogCaptureFixture) -> None:
    with open_shop(store=MemoryStore()) as linda:
        program, visitor = OwnerProgram(linda, token=None), Browser(linda)
        for number in range(200):
            assert program.send("GET", f"/api/leads/{number}").status == 401
        visitor.asks_for_code()
        for _ in range(3):
            assert visitor.send("POST", "/api/session", {"phone": OWNER, "code": "12345a"}).status == 401
        clock_of(linda).sleep(61)
        program.send("GET", "/api/public")
    told = [line for line in caplog.messages if "refused" in line]
    assert [line.partition(" (")[0] for line in told] == [
        "a request to the API is refused",
        "a request to sign in is refused",
        "200 requests to the API refused in the last minute, from 1 address",
        "3 requests to sign in refused in the last minute, from 1 address",
    ]
    assert told[3].endswith("('POST' '/api/session': 401: 3)")


def test_a_limit_that_was_reached_and_a_body_that_is_none_are_told(caplog: pytest.LogCaptureFixture) -> None:
    with open_api() as program:
        assert program.send("PUT", "/api/state", {"nonsense": 1}).status == 422
        flood = Browser(program.linda)
        statuses = {flood.send("GET", "/api/public").status for _ in range(PUBLIC_REQUESTS.most + 1)}
        assert statuses == {200, 429}
    assert "a request to the API is refused ('PUT' '/api/state': 422)" in caplog.messages[0]
    assert "'GET' '/api/public': 429: 1" in caplog.messages[1]
    assert "nonsense" not in caplog.text
