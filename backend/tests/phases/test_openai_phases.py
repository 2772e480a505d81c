"""Scope: phases 7 and 8 against the scripted Responses server: what is said when the model fails."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click
import pytest

from linda.domain.errors import InvalidInput
from linda.entrypoints.phases import openai_connection, openai_functions
from linda.testing.clock import FakeClock
from linda.testing.responses_script import calls, error, gives, out_of_credit, rate_limited, says
from linda.testing.responses_server import ResponsesServer, Step
from tests.phases.in_process import problem, run
from tests.phases.plan import ROOT

pytestmark = pytest.mark.usefixtures("away")

COMMANDS = (openai_connection.main, openai_functions.main)
FAILURES: tuple[tuple[Callable[[], Step], str], ...] = (
    (lambda: error(401, "invalid_api_key"), "does not accept OPENAI_API_KEY"),
    (lambda: error(403, "unsupported_country"), "may not do this"),
    (lambda: error(404, "model_not_found"), "There is no model gpt-9 for this key"),
    (out_of_credit, "no credit left: https://platform.openai.com"),
    (rate_limited, "asked less often"),
    (lambda: error(500, "server_error"), "The model failed: server_error"),
    (lambda: gives(200, b"<html>"), "The model failed: malformed"),
)


def at(server: ResponsesServer) -> dict[str, str]:
    return {"OPENAI_API_KEY": "sk-key", "OPENAI_BASE_URL": server.base_url, "OPENAI_MODEL": "gpt-9"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("step", "words"), FAILURES)
def test_what_the_model_refuses_is_said_with_the_way_out(
    command: click.Command, step: Callable[[], Step], words: str
) -> None:
    with ResponsesServer(step()) as server:
        said = problem(command, **at(server))
    assert words in said
    assert "sk-key" not in said


@pytest.mark.parametrize("command", COMMANDS)
def test_a_server_that_is_not_there_is_named(command: click.Command) -> None:
    said = problem(command, OPENAI_BASE_URL="http://127.0.0.1:1/v1")
    assert said.startswith("Nobody answers at 127.0.0.1:1")
    assert "OPENAI_BASE_URL" in said


def test_a_server_of_another_interface_is_named() -> None:
    with ResponsesServer(gives(200, {"choices": []})) as server:
        assert "does not speak the Responses API" in problem(openai_connection.main, **at(server))


def test_the_configured_model_is_asked_with_the_configured_key() -> None:
    with ResponsesServer(says("Hello.")) as server:
        said = run(openai_connection.main, **at(server)).stdout
        assert [request["model"] for request in server.requests] == ["gpt-9"]
    assert said.splitlines()[0] == "✅ OpenAI API connected - Model: gpt-9"


def test_the_model_is_given_the_functions_of_the_schema_file() -> None:
    kept: Any = json.loads((ROOT / "backend/schemas/functions.json").read_text(encoding="utf-8"))
    look = calls("check_availability", date="2030-01-02", time=None, repair_type=None, device=None, service_mode=None)
    with ResponsesServer(look, says("Yes.")) as server:
        assert run(openai_functions.main, **at(server)).exit_code == 0
        assert server.requests[0]["tools"] == kept


@pytest.mark.parametrize("command", COMMANDS)
def test_local_needs_no_key(command: click.Command) -> None:
    result = run(command, "--local")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_model_that_does_not_look_at_the_calendar_has_not_passed() -> None:
    with ResponsesServer(says("Sure, come at noon!")) as server:
        result = run(openai_functions.main, **at(server))
    assert result.exit_code == 1
    assert "AI Response: Sure, come at noon!" in result.stdout
    assert "gpt-9 answered without check_availability" in result.stderr


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-02-10T10:00", "2026-02-11"),
        ("2026-02-14T23:59", "2026-02-16"),  # over a Sunday
        ("2026-12-24T10:00", "2026-12-26"),
    ],
)
def test_the_question_is_about_the_next_day_that_has_openings(now: str, day: str) -> None:
    clock = FakeClock(datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("America/New_York")))
    desk = openai_functions.open_desk(ROOT / "shop.toml", clock)
    assert openai_functions.open_day(desk).isoformat() == day


def test_a_shop_without_openings_is_told_so() -> None:
    clock = FakeClock(datetime(2026, 2, 10, 15, tzinfo=ZoneInfo("UTC")))
    desk = openai_functions.open_desk(ROOT / "shop.toml", clock)
    closed = replace(desk, shop=replace(desk.shop, hours={}))
    with pytest.raises(InvalidInput, match="no opening within ten days"):
        openai_functions.open_day(closed)
