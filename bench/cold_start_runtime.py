"""Lambda's Runtime API for one function process: hands out events, holds it at the snapshot, takes its answers.

After docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html; `restore/next` is what a runtime with SnapStart asks
between its hooks before the snapshot and those after the restore.
"""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from typing import Any, Self

_FOREVER_S = 60.0


class _Call(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: "_Server"

    def do_GET(self) -> None:
        """Wait with the runtime: for the restore, or for the next event."""
        api = self.server.api
        if self.path.endswith("/restore/next"):
            api.is_snapshot.set()
            api.is_restored.wait(_FOREVER_S)
            self._say(200, b"{}")
        else:
            event = json.dumps(api.events.get(timeout=_FOREVER_S)).encode()
            api.given_at = time.perf_counter()
            self._say(200, event)

    def do_POST(self) -> None:
        """Take an answer or an error, with the moment it came."""
        came = time.perf_counter()
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.api.answers.put((came, self.path.rpartition("/")[2], json.loads(body)))
        self._say(202, b"{}")

    # AWS's client reads every one of these headers, and falls over one that is absent.
    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "application/json")
        self.send_header("Lambda-Runtime-Aws-Request-Id", "1")
        self.send_header("Lambda-Runtime-Trace-Id", "Root=1-0-0")
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:linda")
        self.send_header("Lambda-Runtime-Deadline-Ms", str(int((time.time() + 14) * 1000)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


class _Server(ThreadingHTTPServer):
    api: "RuntimeApi"

    def handle_error(self, request: object, client_address: object) -> None:
        """A function that is killed hangs up; nothing is to be printed about it."""


class RuntimeApi:
    """The server as a context manager."""

    def __init__(self) -> None:
        """Listen on a free port."""
        self.events: Queue[Any] = Queue()
        self.answers: Queue[tuple[float, str, Any]] = Queue()
        self.is_snapshot = threading.Event()
        self.is_restored = threading.Event()
        self.given_at = 0.0
        self._server = _Server(("127.0.0.1", 0), _Call)
        self._server.api = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def address(self) -> str:
        """Return what AWS_LAMBDA_RUNTIME_API would be."""
        return f"127.0.0.1:{self._server.server_port}"

    def answer(self) -> tuple[float, Any]:
        """Wait for the function's answer; returns the moment it came and what it says."""
        came, kind, said = self.answers.get(timeout=_FOREVER_S)
        assert kind == "response", said
        return came, said

    def __enter__(self) -> Self:
        """Start serving."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()
