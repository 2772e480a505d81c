"""LINDA as she runs on AWS: the real package, the real template, IAM enforced, texts that Twilio signs.

The functions run by MiniStack's own Python, which has none of LINDA's libraries: all they import is in the package.
"""

import json
import time
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from linda.adapters.simulated_phone.webhook import Webhook, read_twiml
from linda.conversation.acceptance import receive
from linda.conversation.inbound import Inbound
from linda.deployment.twilio_number import find_number
from linda.entrypoints.cli.shared import FixedClock
from linda.entrypoints.phases.twilio_account import TwilioAccount
from tests.deploy.deployed import Answer, Stage
from tests.deploy.relayed_calls import handed_over

FUNCTIONS = ("linda-dispatcher", "linda-fallback", "linda-scheduler", "linda-state-manager")
QUESTION = "how much is an iphone 13 screen?"
FIRES_WITHIN_S = 60.0
LONG = 30.0


def sid() -> str:
    return "SM" + uuid.uuid4().hex


def customer(number: int) -> str:
    return f"+190455501{number:02d}"


def said(answer: Answer) -> str:
    status, kind, body = answer
    assert (status, kind) == (200, "text/xml; charset=utf-8")
    return " ".join(each.body for each in read_twiml(kind, body))


def until(happened: Callable[[], bool]) -> bool:
    """Wait for what an emulator does by its own clock."""
    last = time.monotonic() + FIRES_WITHIN_S
    while not happened() and time.monotonic() < last:
        time.sleep(0.2)
    return happened()


def test_a_signed_text_is_answered_from_the_price_book_and_remembered(stage: Stage) -> None:
    message = sid()
    assert "$79" in said(stage.post(stage.line.webhook(message, customer(42), QUESTION)))
    kept = stage.account.records.inbox.get(message)
    assert kept is not None
    assert (kept.status, kept.text) == ("done", QUESTION)
    lead = stage.account.records.leads.get(customer(42))
    assert lead is not None
    assert [each["event"] for each in stage.account.records.leads.events(lead.lead_id)][:2] == ["text_in", "reply"]


def test_a_repeated_text_is_given_the_same_bytes(stage: Stage) -> None:
    webhook = stage.line.webhook(sid(), customer(43), QUESTION)
    assert stage.post(webhook) == stage.post(webhook)


def test_a_forged_text_is_refused_and_leaves_no_row(stage: Stage) -> None:
    message = sid()
    forged = replace(stage.line, auth_token="of-a-forger").webhook(message, customer(44), QUESTION)  # noqa: S106
    assert stage.post(forged)[0] == 403
    assert stage.account.records.inbox.get(message) is None


def test_the_fallback_gives_the_answer_that_there_is_and_answers_by_itself_where_there_is_none(stage: Stage) -> None:
    message = sid()
    answered = stage.post(stage.line.webhook(message, customer(45), QUESTION))
    assert _fell_back(stage, message) == answered
    assert "$79" in said(_fell_back(stage, sid()))


def _fell_back(stage: Stage, message: str) -> Answer:
    line = replace(stage.line, path="/twilio/fallback")
    webhook: Webhook = line.webhook(message, customer(45), QUESTION)
    return stage.post(webhook, "/twilio/fallback")


@pytest.mark.parametrize("function", FUNCTIONS)
@pytest.mark.parametrize("version", ["$LATEST", "live"])
def test_a_function_that_is_called_by_hand_tells_how_it_is(stage: Stage, function: str, version: str) -> None:
    functions = stage.account.aws.client("lambda")
    called = functions.invoke(FunctionName=function, Qualifier=version, Payload=b"{}")
    answer = json.load(called["Payload"])
    assert "FunctionError" not in called
    assert (answer["ok"], answer["function"], answer["release"]) == (True, function, stage.deployed.release)


def test_a_text_that_twilio_signs_and_posts_to_the_number_is_answered(stage: Stage) -> None:
    number = find_number(stage.account.order.settings)
    assert number.calls == f"{stage.deployed.url}/twilio/sms"
    assert any(question.endswith(f"Let it call {number.calls}?") for question in stage.terminal.questions)
    kept = stage.account.records.inbox.get(stage.account.twilio.text_in(customer(46), QUESTION)["sid"])
    assert kept is not None
    assert (kept.status, kept.delivery) == ("done", "webhook")
    assert "$79" in " ".join(kept.reply)


def test_a_call_is_answered_over_the_websocket_api(stage: Stage) -> None:
    call = handed_over(stage.line, customer(48), lambda webhook: stage.post(webhook, webhook.path)[2])
    signature = RequestValidator(stage.line.auth_token).compute_signature(call.url, {})
    with relay(call.url, signature) as socket:
        socket.send(json.dumps(call.setup))
        socket.send(json.dumps({"type": "prompt", "voicePrompt": "how much for an iphone 13 screen", "last": True}))
        said = ""
        while "seventy-nine" not in said:
            frame = json.loads(socket.recv(LONG))
            said += frame["token"]
    kept = stage.account.records.inbox.get(f"{call.call_sid}#1")
    assert kept is not None
    assert (kept.status, kept.channel) == ("done", "voice")


def test_a_websocket_that_twilio_did_not_sign_is_refused(stage: Stage) -> None:
    call = handed_over(stage.line, customer(49), lambda webhook: stage.post(webhook, webhook.path)[2])
    with pytest.raises(InvalidStatus, match="403"), relay(call.url, "forged"):
        pass


def relay(url: str, signature: str) -> AbstractContextManager[ClientConnection]:
    """Open the relay as Twilio does; the emulator has no certificate."""
    headers = {"X-Twilio-Signature": signature}
    return connect(url.replace("wss://", "ws://", 1), additional_headers=headers, open_timeout=LONG)


def test_the_schedule_finishes_what_a_dead_process_left(stage: Stage) -> None:
    a_minute_ago = FixedClock(datetime.now(UTC) - timedelta(minutes=1))
    message = sid()
    records = stage.account.records
    receive(records, a_minute_ago, Inbound(message, "sms", customer(47), QUESTION, stage.line.number))
    left = records.inbox.get(message)
    assert left is not None
    assert left.status == "accepted"
    _fire_now(stage)
    assert until(lambda: any("$79" in text for text in _texts_to(stage, customer(47))))
    kept = records.inbox.get(message)
    assert kept is not None
    assert (kept.status, kept.delivery) == ("done", "rest")


def _texts_to(stage: Stage, phone: str) -> list[str]:
    """Return what Twilio's API was asked to send to `phone`."""
    client = TwilioAccount.connect(stage.account.order.settings).client
    return [str(each.body) for each in client.messages.list(to=phone)]


def _fire_now(stage: Stage) -> None:
    """Fire the deployed schedule, by its own target and role, at the emulator's next look at its clock."""
    scheduler = stage.account.aws.client("scheduler")
    deployed = scheduler.get_schedule(Name="linda-sweep")
    assert (deployed["State"], deployed["ScheduleExpression"]) == ("ENABLED", "rate(1 minute)")
    scheduler.create_schedule(
        Name=f"now-{uuid.uuid4().hex[:8]}",
        ScheduleExpression=f"at({datetime.now(UTC) - timedelta(minutes=1):%Y-%m-%dT%H:%M:%S})",
        FlexibleTimeWindow={"Mode": "OFF"},
        ActionAfterCompletion="DELETE",
        Target=deployed["Target"],
    )


def test_the_address_of_the_api_and_the_functions_are_printed(stage: Stage) -> None:
    assert stage.deployed.functions == FUNCTIONS
    for name in (stage.deployed.url, stage.deployed.release, *FUNCTIONS):
        assert name in stage.terminal.text
    assert stage.account.order.settings.twilio_auth_token not in stage.terminal.text
