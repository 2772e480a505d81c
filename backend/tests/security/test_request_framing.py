"""Where a request ends: a second one hidden in the first is never taken for one of its own."""

import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn

from linda.entrypoints.cli.up import listen, served
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import open_shop

HIDDEN = "GET /api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture
def address() -> Iterator[tuple[str, int]]:
    with open_shop(store=MemoryStore()) as linda, listen("127.0.0.1", 0) as listening:
        server = uvicorn.Server(served(linda))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield listening.getsockname()
        finally:
            server.should_exit = True
            thread.join()


def answers(address: tuple[str, int], *headers: str, body: str) -> list[str]:
    """Send one request as it is written, and return the first line of every answer."""
    head = "\r\n".join(["POST /health HTTP/1.1", "Host: localhost", "Content-Type: application/json", *headers])
    with socket.create_connection(address, timeout=10) as line:
        line.sendall(f"{head}\r\nConnection: close\r\n\r\n{body}".encode())
        said = b""
        while part := line.recv(65536):
            said += part
    return [each.decode() for each in said.split(b"\r\n") if each.startswith(b"HTTP/1.1 ")]


def test_an_ordinary_request_is_answered(address: tuple[str, int]) -> None:
    assert answers(address, "Content-Length: 2", body="{}") == ["HTTP/1.1 200 OK"]


@pytest.mark.parametrize(
    "lengths",
    [("Content-Length: 2", f"Content-Length: {2 + len(HIDDEN)}"), ("Content-Length: 2, 9",), ("Content-Length: +2",)],
)
def test_a_request_with_two_lengths_is_refused(address: tuple[str, int], lengths: tuple[str, ...]) -> None:
    assert answers(address, *lengths, body=f"{{}}{HIDDEN}") == ["HTTP/1.1 400 Bad Request"]


def test_chunks_win_over_a_length_and_nothing_is_left_over(address: tuple[str, int]) -> None:
    chunks = f"2\r\n{{}}\r\n0\r\n\r\n{HIDDEN}"
    (said,) = answers(address, "Content-Length: 200", "Transfer-Encoding: chunked", body=chunks)
    assert said.split()[1] in {"200", "400"}


@pytest.mark.parametrize("coding", ["xchunked", "chunked, identity", "identity", "\x0bchunked"])
def test_a_coding_nobody_knows_is_refused(address: tuple[str, int], coding: str) -> None:
    (said,) = answers(address, f"Transfer-Encoding: {coding}", body=f"0\r\n\r\n{HIDDEN}")
    assert said.split()[1] in {"400", "501"}
