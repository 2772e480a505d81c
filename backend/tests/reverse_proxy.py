"""Small reverse proxies, real ones on sockets: what Caddy, ngrok and nginx do to a request on its way, and no more."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Passing = Callable[[dict[str, str], str, int], dict[str, str]]
"""From the headers that came in (lower case), who sent them, and the port behind, to those that go on."""

PATIENCE_S = 20
_HOP_BY_HOP = frozenset({"connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"})


def like_caddy(headers: dict[str, str], client: str, _port: int) -> dict[str, str]:
    """Keep Host, and replace what the client said of itself (Caddy 2, without `trusted_proxies`)."""
    host = headers["host"]
    return {**headers, "x-forwarded-for": client, "x-forwarded-proto": "http", "x-forwarded-host": host}


def like_ngrok(headers: dict[str, str], client: str, port: int) -> dict[str, str]:
    """Name the machine behind in Host (`--host-header=rewrite`), and tell of the client."""
    said = {"x-forwarded-for": client, "x-forwarded-proto": "https", "x-forwarded-host": headers["host"]}
    return {**headers, **said, "host": f"localhost:{port}"}


def like_nginx(headers: dict[str, str], _client: str, port: int) -> dict[str, str]:
    """Name the machine behind in Host, and say nothing else (a bare `proxy_pass`)."""
    return {**headers, "host": f"127.0.0.1:{port}"}


def like_appending(headers: dict[str, str], client: str, _port: int) -> dict[str, str]:
    """Add the client behind what it said of itself (nginx with `$proxy_add_x_forwarded_for`)."""
    before = headers.get("x-forwarded-for", "")
    return {**headers, "x-forwarded-for": f"{before}, {client}" if before else client}


@contextmanager
def reverse_proxy(port: int, passing: Passing) -> Iterator[int]:
    """Yield the port of a proxy in front of `port` of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            """Pass the request on, and the answer back."""
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            came = {name.lower(): value for name, value in self.headers.items() if name.lower() not in _HOP_BY_HOP}
            behind = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
            behind.request(self.command, self.path, body, passing(came, self.client_address[0], port))
            answered = behind.getresponse()
            content = answered.read()
            behind.close()
            self.send_response_only(answered.status)
            for name, value in answered.getheaders():
                if name.lower() not in {*_HOP_BY_HOP, "content-length"}:
                    self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = answer

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def tcp_tunnel(port: int) -> Iterator[int]:
    """Yield the port of a tunnel to `port` for one connection: it passes bytes on, and knows nothing of HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            near, _ = listening.accept()
            with near, socket.create_connection(("127.0.0.1", port)) as far:
                back = threading.Thread(target=_pump, args=(far, near))
                back.start()
                _pump(near, far)
                back.join()

        thread = threading.Thread(target=serve)
        thread.start()
        yield listening.getsockname()[1]
        thread.join()


def _pump(source: socket.socket, target: socket.socket) -> None:
    while content := source.recv(65536):
        target.sendall(content)
    target.shutdown(socket.SHUT_WR)
