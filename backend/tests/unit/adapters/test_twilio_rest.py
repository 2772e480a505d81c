import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

import linda
from linda.adapters.twilio_phone.rest import TwilioSender
from linda.domain.errors import TextNotSent

SINCE = datetime(2026, 2, 10, 14, 46, 30, 500_000, tzinfo=UTC)
ACCOUNT = "AC" + "0b" * 16


class FakeTwilio:
    """Answers the Messages API with what the test prepared and remembers what it was asked."""

    def __init__(self) -> None:
        self.status = 201
        self.answer: str | None = json.dumps({"sid": "SM1"})
        self.requests: list[tuple[str, str, dict[str, list[str]]]] = []


def _handler(twilio: FakeTwilio) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            url = urlsplit(self.path)
            sent = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
            twilio.requests.append((self.command, url.path, parse_qs(sent or url.query)))
            if twilio.answer is None:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            body = twilio.answer.encode()
            self.send_response(twilio.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = _serve

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


@contextmanager
def serving(twilio: FakeTwilio) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(twilio))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def sender(api_url: str) -> TwilioSender:
    return TwilioSender(account_sid=ACCOUNT, auth_token="token", number="+19045550100", api_url=api_url)  # noqa: S106


def failure(twilio: FakeTwilio) -> TextNotSent:
    with serving(twilio) as url, pytest.raises(TextNotSent) as caught:
        sender(url).send("+19045550142", "Hi", "turn-1")
    return caught.value


def test_a_text_goes_out_once_from_the_shops_number() -> None:
    twilio = FakeTwilio()
    with serving(twilio) as url:
        assert sender(url).send("+19045550142", "Hi é & <you>", "turn-1") == "SM1"
    assert twilio.requests == [
        (
            "POST",
            f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json",
            {"To": ["+19045550142"], "From": ["+19045550100"], "Body": ["Hi é & <you>"]},
        )
    ]


@pytest.mark.parametrize(
    ("status", "code", "permanent", "maybe_sent"),
    [
        (400, 21610, True, False),
        (400, 21211, True, False),
        (401, 20003, False, False),
        (429, 20429, False, False),
        (400, 21611, False, False),
        (500, 20500, False, True),
        (503, 20503, False, True),
    ],
)
def test_a_refusal_says_whether_trying_again_can_help_and_whether_the_text_may_be_out(
    status: int, code: int, permanent: bool, maybe_sent: bool
) -> None:
    twilio = FakeTwilio()
    twilio.status, twilio.answer = status, json.dumps({"code": code, "message": "No", "status": status})
    error = failure(twilio)
    assert (error.permanent, error.maybe_sent) == (permanent, maybe_sent)
    assert str(code) in str(error)


@pytest.mark.parametrize("answer", [None, "", "<html>gateway</html>"])
def test_a_lost_or_garbled_answer_leaves_open_whether_the_text_is_out(answer: str | None) -> None:
    twilio = FakeTwilio()
    twilio.answer = answer
    error = failure(twilio)
    assert (error.permanent, error.maybe_sent) == (False, True)
    assert len(twilio.requests) == 1


def test_nobody_listening_means_that_nothing_was_sent() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        unused = sender(f"http://127.0.0.1:{reserved.getsockname()[1]}")
        with pytest.raises(TextNotSent) as caught:
            unused.send("+19045550142", "Hi", "turn-1")
    assert (caught.value.permanent, caught.value.maybe_sent) == (False, False)


def listed(*messages: tuple[str, str, timedelta, str]) -> FakeTwilio:
    twilio = FakeTwilio()
    twilio.status = 200
    rows = [
        {
            "sid": sid,
            "body": body,
            "status": status,
            "date_created": (SINCE + age).strftime("%a, %d %b %Y %H:%M:%S +0000"),
            "date_sent": None,
        }
        for sid, body, age, status in messages
    ]
    twilio.answer = json.dumps({"messages": rows, "page_size": 100, "next_page_uri": None})
    return twilio


def found(twilio: FakeTwilio) -> str | None:
    with serving(twilio) as url:
        return sender(url).find_sent("+19045550142", "Hi", SINCE)


def test_a_text_that_is_out_is_found_even_while_it_is_queued() -> None:
    twilio = listed(("SM9", "Other", timedelta(0), "queued"), ("SM1", "Hi", timedelta(0), "queued"))
    assert found(twilio) == "SM1"
    assert twilio.requests[0][2]["To"] == ["+19045550142"]
    assert twilio.requests[0][2]["From"] == ["+19045550100"]


@pytest.mark.parametrize(
    "message",
    [
        ("SM1", "Hi there", timedelta(0), "sent"),
        ("SM1", "Hi", timedelta(seconds=-2), "sent"),
        ("SM1", "Hi", timedelta(0), "failed"),
        ("SM1", "Hi", timedelta(0), "canceled"),
    ],
)
def test_another_an_older_or_a_failed_text_is_not_taken_for_it(message: tuple[str, str, timedelta, str]) -> None:
    assert found(listed(message)) is None


def test_the_sdk_is_not_loaded_before_the_first_text() -> None:
    program = (
        "import sys; from linda.adapters.twilio_phone import inbound, rest, signature, twiml;"
        "rest.TwilioSender(account_sid='AC1', auth_token='t', number='+19045550100');"
        "print('twilio.rest' in sys.modules, 'requests' in sys.modules)"
    )
    package_root = Path(linda.__file__).parents[1]
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], cwd=package_root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
