"""Scope: phase 6: texts come in, and the number calls its old address again, however it ends."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from linda.domain.errors import VendorFailed
from linda.entrypoints.phases import twilio_sms
from linda.entrypoints.phases.shared import ended_by_signals
from linda.entrypoints.phases.twilio_account import TwilioAccount
from linda.testing.servers import TwilioEmulator
from tests.phases.emulated_twilio import account, calls, variables
from tests.phases.fake_twilio_sdk import OLD, FakeSdk, Record
from tests.phases.in_process import problem, run

pytestmark = pytest.mark.usefixtures("away")


@pytest.fixture
def number(twilio: TwilioEmulator) -> Iterator[Any]:
    """Yield the number, which calls an address of its owner's."""
    found = account(twilio).number(twilio.number)
    account(twilio).client.incoming_phone_numbers(found.sid).update(sms_url=OLD, sms_method="GET")
    yield account(twilio).number(twilio.number)
    assert calls(twilio) == (OLD, "GET")


def test_an_application_that_would_be_asked_first_is_taken_off_and_put_back() -> None:
    sdk = FakeSdk()
    with TwilioAccount("AC1", sdk).texts_go_to(Record(sms_application_sid="AP1"), "https://x/sms", tell=lambda _: None):
        assert sdk.changes == [{"sms_url": "https://x/sms", "sms_method": "POST", "sms_application_sid": ""}]
    assert sdk.changes[1:] == [{"sms_url": OLD, "sms_method": "POST", "sms_application_sid": "AP1"}]


def test_a_webhook_that_cannot_be_put_back_is_told_with_its_old_value() -> None:
    wanted = rf"by hand: sms_url = {OLD}, sms_method = POST"
    with (
        pytest.raises(VendorFailed, match=wanted),
        TwilioAccount("AC1", FakeSdk(breaks=True)).texts_go_to(Record(), "https://x/sms", tell=lambda _: None),
    ):
        pass


class FakeTunnel:
    """An `ngrok` that leads to the very machine it runs on."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.opened: list[tuple[int, str]] = []
        self.closed: list[str] = []
        self._refuses = refuses

    def forward(self, port: int, *, authtoken: str) -> Any:
        if self._refuses:
            raise ValueError("failed to connect session", "ERR_NGROK_107")
        self.opened.append((port, authtoken))
        return SimpleNamespace(url=lambda: f"http://127.0.0.1:{port}")

    def disconnect(self, url: str) -> None:
        self.closed.append(url)


def test_texts_come_in_through_the_tunnel_and_the_number_calls_its_old_address_afterwards(
    twilio: TwilioEmulator, number: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tunnel, over = FakeTunnel(), threading.Event()
    monkeypatch.setitem(sys.modules, "ngrok", tunnel)

    def customer() -> None:
        while not over.is_set():  # texts from before the number calls the tunnel reach nobody
            twilio.text_in("+19045550142", "Is it ready?")

    phone = threading.Thread(target=customer)
    phone.start()
    try:
        result = run(twilio_sms.main, "receive", "--count", "1", **variables(twilio), NGROK_AUTHTOKEN="ngrok-token")
    finally:
        over.set()
        phone.join()
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == f"{twilio.number} called {OLD} until now."
    assert {"Text (904) 555-0100 now. Ctrl-C ends it.", "+19045550142: Is it ready?"} <= set(lines)
    assert f"{twilio.number} calls {OLD} again." in lines
    assert [token for _, token in tunnel.opened] == ["ngrok-token"]
    assert tunnel.closed == [f"http://127.0.0.1:{port}" for port, _ in tunnel.opened]


def test_a_tunnel_that_does_not_open_changes_nothing(
    twilio: TwilioEmulator, number: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ngrok", FakeTunnel(refuses=True))
    said = problem(twilio_sms.main, "receive", **variables(twilio), NGROK_AUTHTOKEN="ngrok-token")
    assert "ngrok opened no tunnel (failed to connect session, ERR_NGROK_107)" in said
    assert "https://dashboard.ngrok.com" in said


@pytest.mark.parametrize("end", [KeyboardInterrupt(), VendorFailed("gone", permanent=True)])
def test_the_number_calls_its_old_address_however_it_ends(
    twilio: TwilioEmulator, number: Any, end: BaseException
) -> None:
    seen: list[tuple[str, str]] = []

    def broken_off() -> None:
        with account(twilio).texts_go_to(number, "https://new.example.com/sms", tell=lambda _: None):
            seen.append(calls(twilio))
            raise end

    with pytest.raises(type(end)):
        broken_off()
    assert seen == [("https://new.example.com/sms", "POST")]


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_terminal_ends_a_command_as_ctrl_c_does(sign: signal.Signals) -> None:
    before = signal.getsignal(sign)
    with pytest.raises(KeyboardInterrupt), ended_by_signals():
        os.kill(os.getpid(), sign)
    assert signal.getsignal(sign) is before


def test_local_texts_send_themselves() -> None:
    lines = run(twilio_sms.main, "receive", "--local", "--count", "3").stdout.splitlines()
    heard = [f"+19045550142: Hello from a local phone, text {place}" for place in (1, 2, 3)]
    assert [line for line in lines if line.startswith("+19045550142")] == heard
    assert lines[-1] == "✅ Received 3 text(s)"
