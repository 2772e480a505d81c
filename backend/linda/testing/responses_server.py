"""A local server that speaks `POST /v1/responses` from a script, and misbehaves on demand.

It listens on 127.0.0.1 on a free port, remembers every request, answers an unexpected one with 500 and complains about
it, and about steps nobody asked for, in `assert_done`. The steps are made in `linda.testing.responses_script`.
"""

import json
import select
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

_STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"


class Exchange(BaseHTTPRequestHandler):
    """One request at the server, and the ways a step may answer it. `body` is the decoded request."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # headers and body in one packet, else delayed acknowledgements add 40 ms a call
    disable_nagle_algorithm = True
    server: "_Server"
    body: dict[str, Any]

    def setup(self) -> None:
        """Remember the connection, so that stopping the server ends it."""
        super().setup()
        self.server.owner.connections.append(self.connection)

    def do_POST(self) -> None:
        """Play the next step of the script."""
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        step = self.server.owner.next_step(self.path, self.body)
        if step is None:
            self.answer(500, {"error": {"message": "unexpected call", "code": "unexpected"}})
        else:
            step(self)

    def answer(self, status: int, payload: object, headers: Mapping[str, str] | None = None) -> None:
        """Send a whole response; a `payload` of bytes goes out as it is."""
        body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, start: bytes, piece: bytes) -> None:
        """Send `start`, then `piece` over and over (nothing when empty) until the client hangs up."""
        owner = self.server.owner
        self.close_connection = True
        try:
            self.connection.sendall(start)
            owner.waiting.set()
            while not owner.stopping.wait(0.01) and not _hung_up(self.connection):
                self.connection.sendall(piece)
        except OSError:
            pass
        if not owner.stopping.is_set():
            owner.hang_ups.release()

    def stream(self, events: Iterable[bytes]) -> None:
        """Send server-sent events one by one as they come; the connection stays open."""
        try:
            self.connection.sendall(_STREAM)
            for event in filter(None, events):
                self.connection.sendall(b"%x\r\n%s\r\n" % (len(event), event))
            self.connection.sendall(b"0\r\n\r\n")
        except OSError:
            self.close_connection = True
            self.server.owner.hang_ups.release()

    def send_raw(self, wire: bytes) -> None:
        """Send `wire` as it is, nothing included, and close the connection."""
        self.close_connection = True
        self.wfile.write(wire)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


Step = Callable[[Exchange], None]


class _Server(ThreadingHTTPServer):
    owner: "ResponsesServer"
    daemon_threads = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients hang up in these tests; nothing is to be printed about it."""


class ResponsesServer:
    """The server as a context manager; leaving it stops it and checks the script.

    `otherwise`, when given, answers every request after the last step. `requests` holds the decoded bodies,
    `hang_ups` counts clients that left a response that never ended, `waiting` is set as soon as one of those began.
    """

    def __init__(self, *steps: Step, otherwise: Step | None = None) -> None:
        """Prepare to play `steps`, one for each request."""
        self.requests: list[dict[str, Any]] = []
        self.connections: list[socket.socket] = []
        self.hang_ups = threading.Semaphore(0)
        self.waiting = threading.Event()
        self.stopping = threading.Event()
        self._steps = deque(steps)
        self._otherwise = otherwise
        self._unexpected: list[str] = []
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), Exchange)
        self._server.owner = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="responses-server")

    @property
    def base_url(self) -> str:
        """Return what `OPENAI_BASE_URL` would be."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def expect(self, *steps: Step) -> None:
        """Add `steps` to the script."""
        with self._lock:
            self._steps.extend(steps)

    def next_step(self, path: str, body: dict[str, Any]) -> Step | None:
        """Remember a request and return the step for it, or None when it was not expected."""
        with self._lock:
            self.requests.append(body)
            if path == "/v1/responses" and (self._steps or self._otherwise):
                return self._steps.popleft() if self._steps else self._otherwise
            self._unexpected.append(path)
            return None

    def assert_done(self) -> None:
        """Fail when a call came that no step was for, or a step is left over."""
        if self._unexpected or self._steps:
            raise AssertionError(f"unexpected calls: {self._unexpected}; steps left over: {len(self._steps)}")

    def __enter__(self) -> Self:
        """Start listening."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, end every connection, and check the script unless something else went wrong."""
        self.stopping.set()
        self._server.shutdown()
        self._thread.join()
        for connection in self.connections:
            _end(connection)
        self._server.server_close()
        if error is None:
            self.assert_done()


def _hung_up(connection: socket.socket) -> bool:
    readable = select.select([connection], [], [], 0)[0]
    return bool(readable) and connection.recv(1, socket.MSG_PEEK) == b""


def _end(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
