"""Phase 6: a small Flask server that shows each text Twilio brings, and answers nothing."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from linda.adapters.twilio_phone.signature import read_signed_form
from linda.adapters.twilio_phone.twiml import CONTENT_TYPE, render
from linda.domain.clock import SystemClock
from linda.entrypoints.http_event import HttpRequest, build_event
from linda.entrypoints.phases.shared import Phase, read_settings
from linda.entrypoints.terminal import tell

if TYPE_CHECKING:
    from flask import Flask

PATH = "/sms"


class Receiver:
    """Hears texts: `heard` gets sender and text of each; `enough` is set after `limit` of them (None: never).

    `public_url` is what Twilio calls, without the path; nothing is heard before it is set.
    """

    def __init__(self, auth_token: str, heard: Callable[[str, str], None], limit: int | None = None) -> None:
        """Verify with `auth_token`."""
        self.public_url = ""
        self.enough = threading.Event()
        self.count = 0
        self._auth_token = auth_token
        self._heard = heard
        self._limit = limit
        self._lock = threading.Lock()

    def app(self) -> "Flask":
        """Return the Flask application."""
        from flask import Flask, Response, request

        app = Flask("linda-receiver")

        @app.post(PATH)
        def sms() -> Response:
            sent = HttpRequest(
                "POST",
                request.path,
                query=request.query_string.decode("latin-1"),
                headers=tuple(request.headers.items()),
                body=request.get_data(),
            )
            return Response(*self._answer(sent), content_type=CONTENT_TYPE)

        return app

    @contextmanager
    def serving(self, port: int = 0) -> Iterator[int]:
        """Serve on `port` of this machine (0: a free one) inside the `with`, and yield the port."""
        from werkzeug.serving import make_server

        logging.getLogger("werkzeug").setLevel(logging.ERROR)  # each request would be a line between the texts
        server = make_server("127.0.0.1", port, self.app(), threaded=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="receiver")
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()
            server.server_close()

    def _answer(self, sent: HttpRequest) -> tuple[str, int]:
        event = build_event(sent, now=SystemClock().now(), request_id="receiver")
        form = read_signed_form(event, public_url=self.public_url, auth_token=self._auth_token)
        if form is None:
            return "", 403
        self._heard(form.one("From"), form.one("Body"))
        with self._lock:
            self.count += 1
            if self.count == self._limit:
                self.enough.set()
        return render(()), 200


@click.command(cls=Phase)
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535))
def main(*, port: int) -> None:
    """Phase 6: show each text that Twilio brings, until Ctrl-C.

    For a tunnel of your own: the number has to call LINDA_PUBLIC_URL/sms.
    `python backend/test_twilio_sms.py receive` opens one by itself.
    """
    settings = read_settings("TWILIO_AUTH_TOKEN", "LINDA_PUBLIC_URL")
    receiver = Receiver(settings.twilio_auth_token, lambda sender, text: tell(f"{sender}: {text}"))
    receiver.public_url = settings.public_url
    with receiver.serving(port):
        tell(f"Listening on port {port} for texts that Twilio brings to {settings.public_url}{PATH}; Ctrl-C ends it.")
        with suppress(KeyboardInterrupt):  # how this is meant to be stopped
            receiver.enough.wait()
