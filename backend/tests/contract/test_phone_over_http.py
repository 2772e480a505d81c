"""Scope: the simulated phone reaches a handler through the gateway and a real server, as Twilio reaches AWS."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
import uvicorn

from linda.adapters.simulated_phone import Line, SimulatedPhone, post_over_http
from linda.adapters.twilio_phone.inbound import read_inbound
from linda.adapters.twilio_phone.signature import read_signed_form
from linda.adapters.twilio_phone.twiml import CONTENT_TYPE, render
from linda.entrypoints.gateway import Gateway
from linda.testing.clock import FakeClock
from tests.faults.signature_vectors import AUTH_TOKEN

CLOCK = FakeClock(datetime(2026, 2, 10, tzinfo=UTC))
CUSTOMER = "+19045550142"


@contextmanager
def serving(app: Gateway) -> Iterator[str]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()  # from here on a request waits for the server instead of failing
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)


def phone_at(url: str) -> SimulatedPhone:
    return SimulatedPhone(Line("AC1", AUTH_TOKEN, "+19045550100", url, "/twilio/sms"), post_over_http(url), CLOCK)


def test_a_signed_text_is_read_and_answered_over_http() -> None:
    public_url: list[str] = []

    def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
        form = read_signed_form(event, public_url=public_url[0], auth_token=AUTH_TOKEN)
        if form is None:
            return {"statusCode": 403}
        inbound = read_inbound(form)
        body = render([f"{inbound.customer}: {inbound.text}"])
        return {"statusCode": 200, "headers": {"content-type": CONTENT_TYPE}, "body": body}

    with serving(Gateway({"/twilio": handler}, CLOCK)) as url:
        public_url.append(url)
        assert phone_at(url).text(CUSTOMER, "Hola é 📱 &").replies == (f"{CUSTOMER}: Hola é 📱 &",)


def test_a_server_that_is_not_there_is_no_connection() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{reserved.getsockname()[1]}"
        assert phone_at(url).text(CUSTOMER, "Hi").attempts == ("ct", "ct")


def test_a_server_that_hangs_up_gives_no_answer() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def hang_up() -> None:
            connection, _ = listening.accept()
            connection.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        post = post_over_http(f"http://127.0.0.1:{listening.getsockname()[1]}")
        headers: Mapping[str, str] = {}
        with pytest.raises(TimeoutError):
            post("/twilio/sms", headers, b"Body=Hi")
    thread.join()
