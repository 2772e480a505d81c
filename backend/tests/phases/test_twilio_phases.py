"""Scope: phases 5 and 6 against the third-party Twilio: what is sent, what comes in, what is put back."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import click
import pytest
from twilio.base.exceptions import TwilioRestException  # type: ignore[import-untyped]

from linda.adapters.simulated_phone import post_over_http
from linda.domain.errors import VendorFailed
from linda.entrypoints.phases import twilio_connection, twilio_sms
from linda.entrypoints.phases.shared import ended_by_signals
from linda.entrypoints.phases.twilio_account import TwilioAccount, sentence
from linda.entrypoints.phases.webhook_receiver import Receiver
from linda.testing.servers import TwilioEmulator
from tests.phases.in_process import problem, run

pytestmark = [pytest.mark.xdist_group("twilio"), pytest.mark.usefixtures("away")]

SEND = ("send", "--to=+19045550142", "--message=Your phone is ready")
OLD = "https://old.example.com/sms"


def variables(twilio: TwilioEmulator) -> dict[str, str]:
    return {
        "TWILIO_ACCOUNT_SID": twilio.account_sid,
        "TWILIO_AUTH_TOKEN": twilio.auth_token,
        "TWILIO_PHONE_NUMBER": twilio.number,
        "LINDA_TWILIO_API_URL": twilio.url,
    }


def account(twilio: TwilioEmulator) -> TwilioAccount:
    from twilio.rest import Client  # type: ignore[import-untyped]

    client = Client(twilio.account_sid, twilio.auth_token)
    client.api.base_url = twilio.url
    return TwilioAccount(twilio.account_sid, client)


@pytest.fixture
def number(twilio: TwilioEmulator) -> Iterator[Any]:
    """Yield the number, which calls an address of its owner's."""
    found = account(twilio).number(twilio.number)
    account(twilio).client.incoming_phone_numbers(found.sid).update(sms_url=OLD, sms_method="GET")
    yield account(twilio).number(twilio.number)
    assert calls(twilio) == (OLD, "GET")


def calls(twilio: TwilioEmulator) -> tuple[str, str]:
    """Return what the number calls now, and how."""
    found = account(twilio).number(twilio.number)
    return found.sms_url, found.sms_method


def test_the_account_and_its_number_are_verified(twilio: TwilioEmulator) -> None:
    said = run(twilio_connection.main, **variables(twilio)).stdout.splitlines()
    assert said == [
        f"✅ Twilio account verified - SID: {twilio.account_sid}",
        f"   Number {twilio.number} is yours and can text.",
    ]


@pytest.mark.parametrize(("command", "arguments"), [(twilio_connection.main, ()), (twilio_sms.main, SEND)])
def test_a_wrong_token_is_named(twilio: TwilioEmulator, command: click.Command, arguments: tuple[str, ...]) -> None:
    said = problem(command, *arguments, **{**variables(twilio), "TWILIO_AUTH_TOKEN": "wrong"})
    assert "does not accept TWILIO_AUTH_TOKEN" in said
    assert "https://console.twilio.com" in said


def test_a_number_of_somebody_else_is_named(twilio: TwilioEmulator) -> None:
    foreign = {**variables(twilio), "TWILIO_PHONE_NUMBER": "+19045550177"}
    result = run(twilio_connection.main, **foreign)
    assert result.exit_code == 1
    assert "The account does not own +19045550177" in result.stderr
    assert "not a number of this account" in problem(twilio_sms.main, *SEND, **foreign)


def test_a_text_goes_out_under_the_sid_that_is_printed(twilio: TwilioEmulator) -> None:
    said = run(twilio_sms.main, *SEND, **variables(twilio)).stdout
    sent = account(twilio).client.messages(said.split("SID: ")[1].strip()).fetch()
    assert (sent.to, sent.from_, sent.body) == ("+19045550142", twilio.number, "Your phone is ready")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (21211, "no phone number"),
        (21608, "trial account"),
        (21610, "STOP"),
        (21614, "no mobile number"),
        (20404, "no such"),
    ],
)
def test_what_twilio_refuses_is_said_with_the_way_out(code: int, words: str) -> None:
    assert words in sentence(TwilioRestException(400, "/", code=code))


def test_what_nobody_has_words_for_is_said_with_twilios_page() -> None:
    said = sentence(TwilioRestException(400, "/", code=12345))
    assert said == "Twilio answered 400, error 12345: https://www.twilio.com/docs/errors/12345"


@dataclass
class Record:
    """What the SDK gives for an account or a number."""

    status: str = "active"
    type: str = "Full"
    phone_number: str = "+19045550100"
    sid: str = "PN1"
    sms_url: str = OLD
    sms_method: str = "POST"
    sms_application_sid: str | None = None
    capabilities: Any = None


class FakeSdk:
    """A Twilio SDK that has one account and one number, and remembers every change of the number."""

    def __init__(self, account: Record | None = None, number: Record | None = None, *, breaks: bool = False) -> None:
        self.changes: list[dict[str, str]] = []
        self.api = SimpleNamespace(accounts=lambda sid: SimpleNamespace(fetch=lambda: account))
        self._number = number
        self._breaks = breaks

    def incoming_phone_numbers(self, sid: str) -> Any:
        assert sid == "PN1"
        return self

    def update(self, **fields: str) -> None:
        if self._breaks and self.changes:
            raise TwilioRestException(500, "/", code=20500)
        self.changes.append(fields)


def test_a_suspended_account_is_named() -> None:
    with pytest.raises(VendorFailed, match="account is suspended"):
        TwilioAccount("AC1", FakeSdk(Record(status="suspended"))).verify()


def test_a_number_that_only_rings_is_named() -> None:
    sdk = SimpleNamespace(
        incoming_phone_numbers=SimpleNamespace(list=lambda **_: [Record(capabilities={"sms": False, "voice": True})])
    )
    with pytest.raises(VendorFailed, match="can't send and receive texts"):
        TwilioAccount("AC1", sdk).number("+19045550100")


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
    assert lines[:3] == [
        f"{twilio.number} called {OLD} until now.",
        "Text (904) 555-0100 now. Ctrl-C ends it.",
        "+19045550142: Is it ready?",
    ]
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


def test_what_twilio_did_not_sign_is_not_heard() -> None:
    heard: list[str] = []
    receiver = Receiver("token", lambda sender, text: heard.append(text))
    form = urlencode({"MessageSid": "SM1", "From": "+19045550142", "Body": "hi"}).encode()
    headers = {"content-type": "application/x-www-form-urlencoded", "x-twilio-signature": "forged"}
    with receiver.serving() as port:
        receiver.public_url = f"http://127.0.0.1:{port}"
        status, _, _ = post_over_http(receiver.public_url)("/sms", headers, form)
    assert (status, heard, receiver.count) == (403, [], 0)
