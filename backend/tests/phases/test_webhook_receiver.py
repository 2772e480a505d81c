"""Scope: the Flask receiver: it shows what Twilio signed, nothing else, and ends with Ctrl-C."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from linda.adapters.simulated_phone import Line, post_over_http
from linda.entrypoints.phases.webhook_receiver import Receiver
from linda.testing.servers.process import free_port
from tests.phases.plan import ROOT

TOKEN = "f" * 32


def test_what_twilio_did_not_sign_is_not_heard() -> None:
    heard: list[str] = []
    receiver = Receiver(TOKEN, lambda sender, text: heard.append(text))
    form = urlencode({"MessageSid": "SM1", "From": "+19045550142", "Body": "hi"}).encode()
    headers = {"content-type": "application/x-www-form-urlencoded", "x-twilio-signature": "forged"}
    with receiver.serving() as port:
        receiver.public_url = f"http://127.0.0.1:{port}"
        status, _, _ = post_over_http(receiver.public_url)("/sms", headers, form)
    assert (status, heard, receiver.count) == (403, [], 0)


def test_a_signed_text_is_heard_and_answered_with_nothing_to_send() -> None:
    heard: list[tuple[str, str]] = []
    receiver = Receiver(TOKEN, lambda sender, text: heard.append((sender, text)), limit=2)
    with receiver.serving() as port:
        receiver.public_url = f"http://127.0.0.1:{port}"
        webhook = Line("AC1", TOKEN, "+19045550100", receiver.public_url, "/sms").webhook(
            "SM1", "+19045550142", "é 📱 &"
        )
        status, kind, document = post_over_http(receiver.public_url)(webhook.path, webhook.headers, webhook.body)
    assert (status, kind.split(";")[0]) == (200, "text/xml")
    assert document.endswith(b"<Response></Response>")
    assert (heard, receiver.enough.is_set()) == ([("+19045550142", "é 📱 &")], False)


def test_it_leads_nobody_to_another_host() -> None:
    asking = Receiver(TOKEN, lambda sender, text: None).app().test_client()
    for path in ("//sms", "/sms/", "//other.example/../sms", "/"):
        answer = asking.post(path, headers={"Host": "other.example", "X-Forwarded-Host": "other.example"})
        assert answer.status_code == 404
        assert "location" not in answer.headers
        assert b"other.example" not in answer.data


@contextmanager
def _with_ctrl_c() -> Iterator[None]:
    """Let children hear Ctrl-C also where the suite runs in the background, whose shell has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def test_the_script_shows_each_text_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {"TWILIO_AUTH_TOKEN": TOKEN, "LINDA_PUBLIC_URL": url, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, str(ROOT / "backend/test_twilio_webhook_server.py"), "--port", str(port)]
    with (
        _with_ctrl_c(),
        subprocess.Popen(  # noqa: S603 - our own
            command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, text=True
        ) as script,
    ):
        assert script.stdout is not None
        try:
            assert script.stdout.readline().startswith(f"Listening on port {port}")
            webhook = Line("AC1", TOKEN, "+19045550100", url, "/sms").webhook("SM1", "+19045550142", "hello")
            post_over_http(url)(webhook.path, webhook.headers, webhook.body)
            assert script.stdout.readline() == "+19045550142: hello\n"
        finally:
            script.send_signal(signal.SIGINT)
    assert script.returncode == 0
