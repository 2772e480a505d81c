"""A server that answers every request with the same refusal, as AWS and OpenAI word theirs."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def refusing(status: int, code: str) -> Iterator[str]:
    """Yield the address of a server that says `code`: to DynamoDB's clients in JSON, to the others of AWS in XML."""

    class Refusal(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            is_json = "X-Amz-Target" in self.headers
            said = json.dumps({"__type": f"com.amazon#{code}", "message": "no"}) if is_json else _xml(code)
            self.send_response(status)
            self.send_header("Content-Type", "application/x-amz-json-1.0" if is_json else "text/xml")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Refusal) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _xml(code: str) -> str:
    return f"<ErrorResponse><Error><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>"
