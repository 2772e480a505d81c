"""The built package is run as Lambda runs it: AWS's Runtime Interface Emulator, Amazon's DynamoDB Local."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from linda.adapters.simulated_phone.webhook import read_twiml
from linda.testing.servers import LambdaFunction, lambda_emulator
from tests.deploy.zipped import LINE, RELEASE, Tables, as_event, some_tables, texted

CUSTOMER, CURIOUS, FORGER = "+19045550142", "+19045550143", "+19045550144"
PROBE = """
import sys

def found(name):
    try:
        return __import__(name, fromlist=["x"]).__file__
    except ImportError:
        return None

def handler(event, context):
    return {"path": sys.path, "found": {name: found(name) for name in event}}
"""


@pytest.fixture(scope="module")
def tables() -> Iterator[Tables]:
    with some_tables() as made:
        yield made


@pytest.fixture(scope="module")
def dispatcher(task: Path, tables: Tables) -> Iterator[LambdaFunction]:
    with lambda_emulator(task, "dispatcher.handler", tables.environment) as function:
        yield function


def said(answer: object) -> list[str]:
    assert isinstance(answer, dict)
    assert answer["statusCode"] == 200
    return [each.body for each in read_twiml(answer["headers"]["content-type"], answer["body"].encode())]


def test_nothing_but_the_package_and_lambdas_runtime_can_be_imported(task: Path) -> None:
    (task / "probe.py").write_text(PROBE, encoding="utf-8")
    theirs, ours, neither = ["boto3", "botocore"], ["linda", "openai", "twilio"], ["pytest", "linda.testing", "uv"]
    with lambda_emulator(task, "probe.handler", {}) as function:
        answer = function.invoke([*theirs, *ours, *neither])
    assert [name for name in ours if not answer["found"][name].startswith(f"{task}/")] == []
    assert [name for name in theirs if "/runtime/" not in answer["found"][name]] == []
    assert [name for name in neither if answer["found"][name]] == []
    assert [path for path in answer["path"] if "site-packages" in path or "/backend" in path] == []


def test_a_signed_text_is_answered_with_twiml_and_the_same_text_with_the_same_bytes(
    dispatcher: LambdaFunction, tables: Tables
) -> None:
    first = texted(dispatcher, "SM" + "a" * 32, CURIOUS, "how much for an iphone 13 screen?")
    again = texted(dispatcher, "SM" + "a" * 32, CURIOUS, "how much for an iphone 13 screen?")
    assert "$79" in said(first)[0]
    assert again == first
    lead = tables.records.leads.get(CURIOUS)
    assert lead is not None
    assert [each["event"] for each in tables.records.leads.events(lead.lead_id)].count("reply") == 1


def test_a_text_that_nobody_signed_is_forbidden_and_leaves_no_trace(dispatcher: LambdaFunction, tables: Tables) -> None:
    forged = replace(LINE, auth_token="a guess").webhook("SM" + "b" * 32, FORGER, "cancel everything")  # noqa: S106
    assert dispatcher.invoke(as_event(forged))["statusCode"] == 403
    assert tables.records.leads.get(FORGER) is None
    assert tables.records.inbox.get("SM" + "b" * 32) is None


def test_a_conversation_ends_in_one_booking_in_the_tables(dispatcher: LambdaFunction, tables: Tables) -> None:
    replies = [
        said(texted(dispatcher, f"SM{number:032x}", CUSTOMER, text))[0]
        for number, text in enumerate(["hi, how much for an iphone 13 screen", "the first one", "yes", "thanks bye"])
    ]
    assert "$79" in replies[0]
    assert "booked" in replies[1].lower()
    assert "screen protector" in replies[2]
    lead = tables.records.leads.get(CUSTOMER)
    assert lead is not None
    (reference,) = lead.bookings
    booking = tables.records.schedule.find(reference)
    assert booking is not None
    assert (lead.status, lead.waiting) == ("booked", ())
    assert (booking.customer, booking.services, booking.device) == (CUSTOMER, ("iphone_screen",), "iPhone 13")
    assert tables.records.schedule.bookings(date.fromisoformat(booking.day)) == [booking]
    assert [(each["item"], each["accepted"]) for each in lead.upsells] == [("screen_protector", True)]


@pytest.mark.parametrize("function", ["dispatcher", "state_manager", "scheduler", "fallback"])
@pytest.mark.parametrize("event", [{}, None, {"health": True}])
def test_every_function_answers_a_direct_invoke(task: Path, tables: Tables, function: str, event: object) -> None:
    with lambda_emulator(task, f"{function}.handler", tables.environment) as running:
        answer = running.invoke(event)
    assert (answer["ok"], answer["function"], answer["release"]) == (
        True,
        f"linda-{function.replace('_', '-')}",
        RELEASE,
    )


def test_a_function_that_can_not_be_imported_is_reported_as_lambda_reports_it(task: Path) -> None:
    (task / "broken.py").write_text("import linda.testing\n", encoding="utf-8")
    with lambda_emulator(task, "broken.handler", {}) as function:
        answer = function.invoke({})
    assert answer["errorType"] == "Runtime.ImportModuleError"
    assert "No module named 'linda.testing'" in answer["errorMessage"]


def test_a_function_without_its_settings_tells_its_log_which_are_missing_and_the_world_nothing(
    task: Path, tables: Tables
) -> None:
    incomplete = {name: value for name, value in tables.environment.items() if name != "TWILIO_AUTH_TOKEN"}
    with lambda_emulator(task, "dispatcher.handler", incomplete) as function:
        answer = function.invoke(as_event(LINE.webhook("SM" + "c" * 32, CURIOUS, "hi")))
        log = function.log.read_text(encoding="utf-8")
    assert "TWILIO_AUTH_TOKEN is missing" in log
    assert answer["statusCode"] == 503
    assert "TWILIO" not in answer["body"]


def test_a_call_that_takes_too_long_is_ended(task: Path) -> None:
    (task / "slow.py").write_text(
        "import threading\n\ndef handler(event, context):\n    threading.Event().wait(60)\n", encoding="utf-8"
    )
    with lambda_emulator(task, "slow.handler", {}, seconds=1) as function:
        assert function.invoke({}) == "Task timed out after 1.00 seconds"
