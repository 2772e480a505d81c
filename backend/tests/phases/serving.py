"""LINDA behind a real server on a free port, with a real phone's settings."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from linda.bootstrap import Linda, join
from linda.domain.clock import Clock
from linda.entrypoints.gateway import Gateway
from linda.entrypoints.http_event import Event
from linda.settings import Settings
from tests.phases.plan import ROOT
from tests.shop_desk import OWNER

Answers = list[dict[str, Any]]


@contextmanager
def serving(
    clock: Clock,
    folder: Path,
    *,
    account: str,
    token: str,
    number: str,
    api_url: str = "",
    answers: Answers | None = None,
) -> Iterator[Linda]:
    """Yield a LINDA that answers at the `public_url` of her settings, her data in `folder`.

    What she answers to Twilio is added to `answers`.
    """
    kept: Answers = [] if answers is None else answers
    with socket.create_server(("127.0.0.1", 0)) as listening:
        environment = {
            "LINDA_DATA_DIR": str(folder),
            "LINDA_SHOP_FILE": str(ROOT / "shop.toml"),
            "LINDA_OWNER_PHONE": OWNER,
            "LINDA_PUBLIC_URL": f"http://127.0.0.1:{listening.getsockname()[1]}",
            "LINDA_TWILIO_API_URL": api_url,
            "TWILIO_ACCOUNT_SID": account,
            "TWILIO_AUTH_TOKEN": token,
            "TWILIO_PHONE_NUMBER": number,
        }
        with closing(join(Settings.from_environment(environment), clock=clock)) as linda:

            def twilio_route(event: Event, context: object) -> dict[str, Any]:
                kept.append(linda.webhooks.handle(event, context))
                return kept[-1]

            gateway = Gateway({**linda.routes, "/twilio": twilio_route}, clock)
            server = uvicorn.Server(uvicorn.Config(gateway, log_level="critical", ws="none"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
            thread.start()
            try:
                yield linda
            finally:
                server.should_exit = True
                thread.join(timeout=10)
