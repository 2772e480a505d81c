"""A whole LINDA behind her own gateway on this machine, with her pages, a movable clock and a quick sweeper."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn

from linda.adapters.simulated_phone import SimulatedPhone
from linda.bootstrap import Linda, join
from linda.domain.clock import MovableClock
from linda.entrypoints.cli.up import gateway, listen
from tests.shop_desk import OWNER, local_settings

SWEEP_EVERY_S = 0.2
NOW = "2026-02-10T09:55"
TOKEN = "t0ken-of-the-owner-0123456789abcdefghij"  # noqa: S105 - a made-up token


@dataclass(frozen=True, slots=True)
class Served:
    """LINDA at `url`, and the parts of her that a test looks into."""

    linda: Linda
    url: str

    @property
    def phone(self) -> SimulatedPhone:
        """Return the simulated phone with everybody's threads."""
        assert isinstance(self.linda.sender, SimulatedPhone)
        return self.linda.sender

    def on_the_phone(self, person: str) -> list[str]:
        """Return what the shop sent to `person`, oldest first."""
        return [each.body for each in self.phone.threads.of(person) if each.author == "shop"]

    def login_code(self) -> str:
        """Return the code that was texted to the owner last."""
        return next(word for word in self.on_the_phone(OWNER)[-1].replace(".", " ").split() if word.isdigit())


@contextmanager
def serve(at: str = NOW) -> Iterator[Served]:
    """Yield a LINDA whose clock begins at `at` (shop zone) and goes on."""
    with TemporaryDirectory() as folder, listen("127.0.0.1", 0) as listening:
        url = f"http://localhost:{listening.getsockname()[1]}"
        settings = local_settings(Path(folder), LINDA_PUBLIC_URL=url, LINDA_API_TOKEN=TOKEN)
        clock = MovableClock()
        with closing(join(settings, clock=clock)) as linda:
            clock.move_to(datetime.fromisoformat(at).replace(tzinfo=linda.shop.timezone))
            server = uvicorn.Server(uvicorn.Config(gateway(linda), log_level="warning", access_log=False))
            stop = threading.Event()
            threads = [
                threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True),
                threading.Thread(target=_sweep, args=(linda, stop), daemon=True),
            ]
            for each in threads:
                each.start()
            try:
                yield Served(linda, url)
            finally:
                stop.set()
                server.should_exit = True
                for each in threads:
                    each.join(timeout=10)


def _sweep(linda: Linda, stop: threading.Event) -> None:
    while not stop.wait(SWEEP_EVERY_S):
        linda.sweeper.sweep()
