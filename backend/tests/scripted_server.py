"""An HTTP server that plays a script, good and bad manners alike, and remembers connections and requests."""

import json
import socket
import ssl
import threading
from collections.abc import Callable
from typing import Self

Manner = Callable[[socket.socket, bytes], bool]
"""Deals with the body of one request on a connection; returns whether the connection stays open."""


def answers(status: int = 200, body: bytes = b"{}", **headers: str) -> Manner:
    """Return an answer, after which the connection stays open; `_` in names of headers is `-`."""
    named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    whole = f"HTTP/1.1 {status} X\r\ncontent-length: {len(body)}\r\n{named}\r\n".encode() + body

    def answer(line: socket.socket, asked: bytes) -> bool:
        line.sendall(whole)
        return True

    return answer


def echoes(line: socket.socket, body: bytes) -> bool:
    """Answer with what was asked."""
    return answers(body=body)(line, body)


def refuses(status: int, **told: object) -> Manner:
    """Return AWS's refusal with the members `told`."""
    return answers(status, json.dumps(told).encode(), x_amzn_requestid="R1")


def says_goodbye(line: socket.socket, body: bytes) -> bool:
    """Answer, and close the connection without having said that it would be."""
    answers()(line, body)
    return False


def says_nothing(line: socket.socket, body: bytes) -> bool:
    """Let the client wait until it gives up."""
    line.recv(1)
    return False


def hangs_up(line: socket.socket, body: bytes) -> bool:
    """Close the connection without an answer."""
    return False


def breaks_off(line: socket.socket, body: bytes) -> bool:
    """Close the connection in the middle of the answer."""
    line.sendall(b'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"Item":')
    return False


def babbles(line: socket.socket, body: bytes) -> bool:
    """Answer in another language than HTTP."""
    line.sendall(b"220 mail.example ESMTP\r\n\r\n")
    return False


class ScriptedServer:
    """Plays one manner of `script` per request, on whatever connection it comes; the last one again and again."""

    def __init__(self, *script: Manner, tls: ssl.SSLContext | None = None) -> None:
        """Listen on a free port."""
        self._script, self._tls = list(script), tls
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"{'https' if tls else 'http'}://127.0.0.1:{self._listening.getsockname()[1]}"
        self.connections = 0
        self.requests: list[tuple[dict[str, str], bytes]] = []
        self.has_closed = threading.Event()

    def __enter__(self) -> Self:
        """Start."""
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop; the clients have closed their connections."""
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for each in self._threads:
            each.join(10)

    def _start(self, run: Callable[..., None], *given: socket.socket) -> None:
        thread = threading.Thread(target=run, args=given)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._start(self._serve, line)

    def _serve(self, plain: socket.socket) -> None:
        try:
            with self._tls.wrap_socket(plain, server_side=True) if self._tls else plain as line:
                while (body := self._read(line)) is not None and self._next()(line, body):
                    pass
        except OSError:
            plain.close()  # the client went away
        self.has_closed.set()

    def _read(self, line: socket.socket) -> bytes | None:
        with line.makefile("rb") as file:
            if not file.readline():
                return None
            headers = dict[str, str]()
            while (row := file.readline().decode().strip()) != "":
                name, _, value = row.partition(": ")
                headers[name.lower()] = value
            body = file.read(int(headers["content-length"]))
        with self._lock:
            self.requests.append((headers, body))
        return body

    def _next(self) -> Manner:
        with self._lock:
            return self._script.pop(0) if len(self._script) > 1 else self._script[0]
