"""Posting a webhook over HTTP, with Twilio's patience."""

from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from linda.adapters.simulated_phone.webhook import Post

_CONNECT_SECONDS = 5.0
_ANSWER_SECONDS = 15.0  # Twilio, "Webhook connection overrides": the defaults of ct and rt


def post_over_http(base_url: str) -> Post:
    """Return what posts to the server at `base_url`, as in "http://127.0.0.1:8000"."""
    host = urlsplit(base_url).netloc

    def post(path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, str, bytes]:
        connection = HTTPConnection(host, timeout=_CONNECT_SECONDS)
        try:
            _connect(connection)
            connection.sock.settimeout(_ANSWER_SECONDS)
            try:
                connection.request("POST", path, body, dict(headers))
                response = connection.getresponse()
                return response.status, response.getheader("content-type", ""), response.read()
            except (OSError, HTTPException) as error:
                raise TimeoutError("no answer") from error
        finally:
            connection.close()

    return post


def _connect(connection: HTTPConnection) -> None:
    try:
        connection.connect()
    except OSError as error:
        raise ConnectionError(f"nobody listens at {connection.host}:{connection.port}") from error
