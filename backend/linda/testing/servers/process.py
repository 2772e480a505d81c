"""A server as a child process: started on a free port, waited for, stopped with everything it started."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from linda.domain.errors import LindaError

ROOT = Path(__file__).resolve().parents[4]
"""The checkout: the servers are installed beside it, never in the wheel."""

INSTALLED = ROOT / "infra" / "local"
STARTS_WITHIN_S = 60.0
STOPS_WITHIN_S = 10.0


class ServerMissing(LindaError):
    """A server for tests is not installed, or did not start; the message says what to do."""


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def two_free_ports() -> tuple[int, int]:
    """Return two such ports; they are open at once, or the system might name the same one twice."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return int(one.getsockname()[1]), int(other.getsockname()[1])


def installed(path: Path, what: str) -> Path:
    """Return `path`; raises `ServerMissing` when `what` is not there."""
    if not path.exists():
        raise ServerMissing(f"{what} is not installed: run `make servers`.")
    return path


@contextmanager
def running(
    command: Sequence[str],
    *,
    log: Path,
    is_up: Callable[[], bool],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Iterator[None]:
    """Keep `command` running inside the `with`, in a process group of its own that is ended afterwards.

    Args:
        command: what to run.
        log: a file for all that it prints.
        is_up: asked until it answers True.
        environment: the whole environment of the process; that of this process when left out.
        folder: where it runs.

    Raises:
        ServerMissing: it ended, or was not up within a minute; with the end of its log.
    """
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - the commands are ours
            command, stdout=output, stderr=output, env=environment, cwd=folder, start_new_session=True
        )
    try:
        _wait(process, is_up, log)
        yield
    finally:
        _stop(process)


def listens(port: int) -> bool:
    """Tell whether somebody accepts connections on `port` of 127.0.0.1."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


def _wait(process: subprocess.Popen[bytes], is_up: Callable[[], bool], log: Path) -> None:
    last = time.monotonic() + STARTS_WITHIN_S
    while not is_up():
        if process.poll() is not None or time.monotonic() > last:
            raise ServerMissing(f"{process.args!r} did not start: {log.read_text(errors='replace')[-500:]}")
        time.sleep(0.05)


def _stop(process: subprocess.Popen[bytes]) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(STOPS_WITHIN_S)
        except ProcessLookupError:
            process.wait(STOPS_WITHIN_S)
            return
        except subprocess.TimeoutExpired:
            continue
        else:
            return
