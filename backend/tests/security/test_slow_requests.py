"""A request that never comes to its end keeps no line: a carrier's texts and calls come over the same ones."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from itertools import chain, repeat
from time import monotonic

import pytest
import uvicorn

from linda.entrypoints import punctual
from linda.entrypoints.cli.up import listen, served
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import open_shop

PATIENCE_S = 0.3
LONG_S = 5.0
HEAD = b"POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
WHOLE = HEAD + b"Content-Length: 2\r\n\r\n{}"


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    monkeypatch.setattr(punctual, "REQUEST_S", PATIENCE_S)
    with open_shop(store=MemoryStore()) as linda, listen("127.0.0.1", 0) as listening:
        server = uvicorn.Server(served(linda))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield listening.getsockname()
        finally:
            server.should_exit = True
            thread.join()


def is_hung_up(line: socket.socket, drops: Iterator[bytes]) -> bool:
    """Tell whether the server hangs up before long while `drops` are sent, one every tenth of its patience."""
    line.settimeout(PATIENCE_S / 10)
    began = monotonic()
    while monotonic() - began < LONG_S:
        try:
            line.sendall(next(drops))
            if not line.recv(65536):
                return True
        except TimeoutError:
            continue
        except OSError:
            return True
    return False


@pytest.mark.parametrize(
    ("begun", "drop"),
    [
        (b"", b""),
        (b"POST /hea", b""),
        (HEAD, b""),
        (HEAD + b"X-A: ", b"a"),
        (HEAD + b"Content-Length: 1000\r\n\r\n", b""),
        (HEAD + b"Content-Length: 1000\r\n\r\n", b" "),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (WHOLE, b"P"),
    ],
    ids=["nothing", "line", "head", "dripping head", "body", "dripping body", "dripping chunks", "second request"],
)
def test_who_sends_no_request_or_only_a_part_of_one_is_hung_up_on_however_it_drips(
    address: tuple[str, int], begun: bytes, drop: bytes
) -> None:
    with socket.create_connection(address) as line:
        assert is_hung_up(line, chain([begun], repeat(drop)))


def test_many_silent_lines_keep_no_request_waiting_for_the_oldest_of_them_goes(
    address: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(punctual, "REQUEST_S", 60.0)
    monkeypatch.setattr(punctual, "MOST_WAITING", 5)
    with ExitStack() as open_lines:
        oldest, *_ = [open_lines.enter_context(socket.create_connection(address)) for _ in range(5)]
        line = open_lines.enter_context(socket.create_connection(address, timeout=LONG_S))
        line.sendall(WHOLE)
        assert line.recv(15) == b"HTTP/1.1 200 OK"
        assert is_hung_up(oldest, repeat(b""))


def test_a_line_is_kept_for_the_next_request_and_each_has_the_whole_time(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as line, suppress(TimeoutError):
        for _ in range(4):
            line.settimeout(PATIENCE_S * 2 / 3)
            with suppress(TimeoutError):
                while line.recv(65536):
                    pass
            line.settimeout(LONG_S)
            line.sendall(WHOLE)
            assert line.recv(15) == b"HTTP/1.1 200 OK"
