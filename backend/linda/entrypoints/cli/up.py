"""Serving LINDA on this machine: the handlers of Lambda behind a local gateway, and the sweeper."""

import logging
import socket
import sys
import threading
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linda.adapters.simulated_phone import SimulatedPhone
from linda.adapters.simulated_phone.refilling import refill
from linda.adapters.twilio_phone.relay.frames import LONGEST_FRAME
from linda.bootstrap import Linda, join
from linda.domain.clock import MovableClock, SystemClock
from linda.domain.errors import InvalidInput, InvalidSettings
from linda.entrypoints.cli.browser import opens_by_itself
from linda.entrypoints.cli.shared import data_folder, read_settings
from linda.entrypoints.cli.switches import brain_words, phone_words, store_words
from linda.entrypoints.env_files import read_environment
from linda.entrypoints.logs import hide
from linda.entrypoints.terminal import tell
from linda.settings import THIS_MACHINE, Settings, reachable_in_local_mode, signing_token

if TYPE_CHECKING:
    import uvicorn

    from linda.entrypoints.gateway import Application

SWEEP_EVERY_S = 30.0
LOOK_EVERY_S = 1.0
"""On a file of this machine what is due is looked for so often: a text held for five seconds leaves on time."""

_log = logging.getLogger(__name__)


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--browser/--no-browser",
    default=None,
    help="Open the browser when LINDA is up; the default at a terminal with a screen.",
)
@data_folder
def up(*, port: int, host: str, browser: bool | None, data: Path | None) -> None:
    """Serve LINDA until Ctrl-C."""
    import uvicorn

    settings = read_settings(data)
    address = f"http://localhost:{port}"
    if settings.local:
        _keep_here(settings, host)
        site_url = settings.site_url if settings.site_url != settings.public_url else address
        settings = replace(settings, public_url=address, site_url=site_url)
    clock = MovableClock() if settings.local else SystemClock()
    with listen(host, port) as listening, closing(join(settings, clock=clock)) as linda:
        hide(signing_token(settings))
        if isinstance(linda.sender, SimulatedPhone):
            refill(linda.sender.threads, linda.records)
        stop = threading.Event()
        every = LOOK_EVERY_S if settings.store == "sqlite" else SWEEP_EVERY_S
        threading.Thread(target=_sweep, args=(linda, stop, every), daemon=True, name="sweeper").start()
        tell(banner(linda, address))
        if browser if browser is not None else _has_somebody_to_look():
            click.launch(f"{address}/")
        with suppress(KeyboardInterrupt):  # Ctrl-C is how she is meant to be stopped
            uvicorn.Server(served(linda)).run(sockets=[listening])
        stop.set()


def _keep_here(settings: Settings, host: str) -> None:
    """Raise `InvalidSettings`, `InvalidInput` where a LINDA in local mode is to be reached from elsewhere."""
    problems = reachable_in_local_mode(settings)
    if problems:
        raise InvalidSettings(problems)
    if host not in THIS_MACHINE:
        raise InvalidInput(
            f"In local mode LINDA answers this machine alone, so that she doesn't listen on {host}; leave --host out, "
            "or connect a real phone first (docs/tunnels.md)."
        )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises `InvalidInput` when nobody can, before anything is said to be up."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as bad:
        why = str(bad.strerror).partition(" (")[0]
        raise InvalidInput(f"Port {port} of {host} can't be used ({why}); name another with --port.") from None


def banner(linda: Linda, address: str) -> str:
    """Return what is on and what is off, and how to switch it on."""
    settings = linda.settings
    return "\n".join(
        [
            f"LINDA is up on {address} for {linda.shop.name}.",
            f"  store  {store_words(settings)}",
            f"  brain  {brain_words(settings)}",
            f"  phone  {phone_words(settings)}",
            f"Text her from another terminal:  {sys.argv[0]} chat",
            "Ctrl-C stops her; what she knows stays.",
        ]
    )


def served(linda: Linda) -> "uvicorn.Config":
    """Return how her gateway is served; a WebSocket's frame that is too long, and a request too slow, end their line.

    The log is LINDA's own, and of what strangers send that is no HTTP it says nothing: they could fill it.
    """
    import uvicorn

    from linda.entrypoints.punctual import MOST_WAITING, Punctual

    return uvicorn.Config(
        gateway(linda),
        http=Punctual,
        backlog=MOST_WAITING,  # so many lines are taken at once, before any of them can be seen to be slow
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        ws_max_size=LONGEST_FRAME,
        # By default uvicorn takes the address from X-Forwarded-For when a proxy of this machine brings it. Here the
        # client is who has the connection; whose word beyond that counts is `proofs.address_of`'s to say.
        proxy_headers=False,
    )


def gateway(linda: Linda) -> "Application":
    """Return what serves the handlers, and beside them the pages, or how to build them; in local mode here alone."""
    from linda.entrypoints.gateway import Gateway
    from linda.entrypoints.health import HEALTH, HOME
    from linda.entrypoints.local_only import LocalOnly
    from linda.entrypoints.pages import Pages, not_built, pages_folder
    from linda.entrypoints.relay_socket import RelaySocket

    folder, routes = pages_folder(), linda.routes
    routes[HEALTH] = routes.pop(HOME)
    https = linda.settings.public_url.startswith("https")
    pages = Pages(folder, lambda: linda.parts.shop, https=https) if folder else not_built
    sockets = RelaySocket(linda.relay) if linda.relay else None
    whole = Gateway(routes, linda.clock, pages=pages, sockets=sockets, https=https)
    return LocalOnly(whole, linda.clock) if linda.settings.local else whole


def _has_somebody_to_look() -> bool:
    return opens_by_itself(read_environment(), platform=sys.platform, is_terminal=sys.stdout.isatty())


def _sweep(linda: Linda, stop: threading.Event, every: float) -> None:
    while not stop.wait(every):
        try:
            linda.sweeper.sweep()
        except Exception:  # noqa: BLE001 - the next round may do better, and nothing is lost meanwhile
            _log.exception("the sweep failed")
