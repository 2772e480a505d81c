"""Sending on the connections that API Gateway holds: what is asked of it, and what its refusals mean."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.adapters.api_gateway import ApiGatewaySockets

URL = "wss://abc123.execute-api.us-east-1.amazonaws.com/live"


class Management(HTTPServer):
    """The management API of a stage: answers with `status`, and remembers what it was asked."""

    status = 200

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.asked: list[tuple[str, str, bytes]] = []


class Asked(BaseHTTPRequestHandler):
    """One request."""

    server: Management

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.asked.append((self.command, self.path, body))
        self.send_response(self.server.status)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_DELETE = do_POST

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def management(monkeypatch: pytest.MonkeyPatch) -> Iterator[Management]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    with Management() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def sockets(management: Management) -> Iterator[ApiGatewaySockets]:
    here = ApiGatewaySockets(URL, region="us-east-1", aws_endpoint=f"http://127.0.0.1:{management.server_port}/")
    yield here
    here.let_go()


def test_a_frame_and_an_end_go_to_the_connection(management: Management, sockets: ApiGatewaySockets) -> None:
    sockets.send("L0SM9c=", '{"type": "text"}')
    sockets.close("L0SM9c=")
    at = "/live/%40connections/L0SM9c%3D"
    found = [(verb, path.replace("@", "%40").replace("c=", "c%3D"), body) for verb, path, body in management.asked]
    assert found == [("POST", at, b'{"type": "text"}'), ("DELETE", at, b"")]


def test_what_is_for_a_connection_that_is_gone_is_lost_with_it(
    management: Management, sockets: ApiGatewaySockets
) -> None:
    management.status = 410
    sockets.send("gone", "{}")
    sockets.close("gone")
    assert len(management.asked) == 2


def test_a_refusal_is_told(management: Management, sockets: ApiGatewaySockets) -> None:
    management.status = 403
    with pytest.raises(ClientError):
        sockets.send("here", "{}")


def test_nothing_is_asked_before_something_is_to_be_sent(management: Management, sockets: ApiGatewaySockets) -> None:
    sockets.let_go()
    assert management.asked == []
