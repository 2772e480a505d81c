"""`linda up`: what it says, and LINDA really served once, in a process of her own, to a carrier over HTTP."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from linda.adapters.simulated_phone import Line, SimulatedPhone, post_over_http
from linda.adapters.twilio_phone.webhooks import SMS
from linda.domain.clock import SystemClock
from linda.domain.errors import StoreUnavailable
from linda.entrypoints.cli.up import banner
from linda.entrypoints.jobs import Sweeper, Swept
from linda.settings import LOCAL_ACCOUNT, local_token
from tests.shop_desk import CUSTOMER, ROOT, open_shop
from tests.terminal import TWILIO, Terminal, a_free_port

PATIENCE_S = 60


def test_the_banner_says_what_is_on_and_how_to_switch_on_what_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["linda", "up"])
    with open_shop() as linda:
        said = banner(linda, "http://localhost:8000").splitlines()
        assert said == [
            "LINDA is up on http://localhost:8000 for EmperorLinda Cell Phone Repairs.",
            f"  store  SQLite, {linda.settings.database}",
            "  brain  rules (offline); set OPENAI_API_KEY to add a model",
            "  phone  simulated; set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER, LINDA_PUBLIC_URL and "
            "LINDA_OWNER_PHONE for a real one",
            "Text her from another terminal:  linda chat",
            "Ctrl-C stops her; what she knows stays.",
        ]


def test_a_port_in_use_is_said_before_anything_is_up(terminal: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = terminal.fails(1, "up", "--port", str(port))
    assert said == f"Port {port} of 127.0.0.1 can't be used (Address already in use); name another with --port.\n"
    assert not (terminal.folder / "data").exists()


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_that_can_not_be_is_a_wrong_command_line(terminal: Terminal, port: str) -> None:
    assert "--port" in terminal.fails(2, "up", "--port", port)


def test_a_host_that_is_not_ours_is_said(terminal: Terminal) -> None:
    terminal.variables = TWILIO
    said = terminal.fails(1, "up", "--host", "203.0.113.7", "--port", str(a_free_port()))
    assert said.startswith("Port ")
    assert "of 203.0.113.7 can't be used" in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "example.com", "127.0.0.2"])  # noqa: S104 - refused
def test_in_local_mode_linda_listens_for_nobody_else(terminal: Terminal, host: str) -> None:
    said = terminal.fails(1, "up", "--host", host, "--port", str(a_free_port()))
    assert said.startswith(f"In local mode LINDA answers this machine alone, so that she doesn't listen on {host}; ")
    assert not (terminal.folder / "data").exists()


@pytest.mark.parametrize("name", ["LINDA_PUBLIC_URL", "LINDA_SITE_URL"])
@pytest.mark.parametrize(
    "url", ["https://a1b2.ngrok-free.app", "http://192.168.1.20:8000", "http://localhost.example.com"]
)
def test_in_local_mode_an_address_elsewhere_is_refused_at_the_start(terminal: Terminal, name: str, url: str) -> None:
    terminal.variables = {name: url}
    said = terminal.fails(1, "up", "--port", str(a_free_port()))
    assert said.startswith(f"{name} is {url!r}, which is not this machine, and LINDA is in local mode")
    assert "set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER and LINDA_OWNER_PHONE" in said
    assert not (terminal.folder / "data").exists()


@pytest.mark.parametrize("url", ["http://localhost:3000", "http://127.0.0.1:8000", "http://[::1]:8000"])
def test_in_local_mode_another_port_of_this_machine_may_have_the_pages(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    Server(monkeypatch)
    terminal.variables = {"LINDA_SITE_URL": url}
    assert terminal.does("up", "--port", str(a_free_port())).startswith("LINDA is up on ")


def test_with_a_real_phone_linda_listens_where_she_is_told_to(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, port = Server(monkeypatch), a_free_port()
    terminal.variables = TWILIO
    terminal.does("up", "--host", "0.0.0.0", "--port", str(port))  # noqa: S104 - for a moment, and nobody serves
    assert server.ports == [port]


class Server:
    """Plays uvicorn's server: remembers where it would listen, runs `meanwhile`, and is stopped by Ctrl-C."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.ports: list[int] = []
        self.launched: list[str] = []

        def run(_: object, sockets: list[socket.socket]) -> None:
            self.ports += [each.getsockname()[1] for each in sockets]
            meanwhile()
            raise KeyboardInterrupt

        monkeypatch.setattr("uvicorn.Server.run", run)
        monkeypatch.setattr("click.launch", self.launched.append)


@pytest.mark.parametrize(("flags", "launches"), [((), 0), (("--browser",), 1), (("--no-browser",), 0)])
def test_the_browser_opens_only_when_asked(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, flags: tuple[str, ...], launches: int
) -> None:
    server, port = Server(monkeypatch), a_free_port()
    assert terminal.does("up", "--port", str(port), *flags).startswith(f"LINDA is up on http://localhost:{port} for ")
    assert (server.ports, server.launched) == ([port], [f"http://localhost:{port}/"] * launches)


def test_while_linda_is_up_she_sweeps_and_one_failed_sweep_does_not_end_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept = threading.Semaphore(0)

    def sweep(_: Sweeper) -> Swept:
        swept.release()
        raise StoreUnavailable("not now")

    monkeypatch.setattr(Sweeper, "sweep", sweep)
    monkeypatch.setattr(sys.modules[banner.__module__], "SWEEP_EVERY_S", 0.001)
    rounds: list[bool] = []
    Server(monkeypatch, lambda: rounds.extend(swept.acquire(timeout=PATIENCE_S) for _ in range(3)))
    terminal.does("up", "--port", str(a_free_port()))
    assert rounds == [True] * 3


def test_with_a_real_phone_the_address_is_the_settings(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    Server(monkeypatch)
    terminal.variables = TWILIO
    said = terminal.does("up", "--port", str(a_free_port()))
    assert "  phone  Twilio, +19045550100, called at https://linda.example.com" in said


@contextmanager
def served(folder: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    program = "from linda.entrypoints.cli import main; main()"
    command = [sys.executable, "-c", program, "up", "--port", str(port), "--data", str(folder)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LINDA", "OPENAI", "TWILIO"))}
    environment = {**kept, "PYTHONPATH": str(ROOT / "backend"), "LINDA_SHOP_FILE": str(ROOT / "shop.toml")}
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline().startswith(f"LINDA is up on http://localhost:{port}")
            yield child
        finally:
            child.send_signal(signal.SIGINT)
            child.communicate(timeout=PATIENCE_S)


def carrier(folder: Path, port: int) -> SimulatedPhone:
    url = f"http://localhost:{port}"
    line = Line(LOCAL_ACCOUNT, local_token(folder), "+19045550100", url, SMS)
    return SimulatedPhone(line, post_over_http(f"http://127.0.0.1:{port}"), SystemClock())


def health(port: int) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    connection.request("GET", "/health")
    status = connection.getresponse().status
    connection.close()
    return status


def test_linda_is_served_to_a_carrier_and_remembers_after_ctrl_c(tmp_path: Path) -> None:
    port = a_free_port()
    with served(tmp_path, port) as child:
        assert health(port) == 200, "the socket listened before she said so: the first request waits, none fails"
        phone = carrier(tmp_path, port)
        first = phone.text(CUSTOMER, "how much for an iphone 13 screen?")
        assert first.attempts == ("ok",)
        assert "iPhone 13 screen starts at $79" in first.replies[0], "whatever the hour of this machine is"
        assert phone.text(CUSTOMER, "how much for an iphone 13 screen?", sid=first.sid).replies == first.replies
        forged = carrier(tmp_path / "other", port).text(CUSTOMER, "cancel everything")
        assert (forged.attempts, forged.replies) == (("4xx",), ())
    assert child.returncode == 0
    again = Terminal(tmp_path, {"LINDA_DATA_DIR": str(tmp_path)})
    (lead,) = again.json("leads")
    assert (lead["phone"], lead["status"]) == (CUSTOMER, "quoted")
