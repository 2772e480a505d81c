"""A server that all workers of a run share: whoever needs it first starts it, and it ends with the run."""

import fcntl
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from linda.testing.servers import ServerMissing, dynamodb_local

FOLDER = "LINDA_TESTS_SHARED"
"""The variable that names the folder of a run; the workers have it from the process that started them."""

STARTS = {"dynamodb": dynamodb_local}
LOOKS_EVERY_S = 0.1


@contextmanager
def a_run() -> Iterator[None]:
    """Make the folder of a run, which the servers live as long as."""
    with tempfile.TemporaryDirectory(prefix="linda-tests-") as folder:
        os.environ[FOLDER] = folder
        yield


def address(name: str) -> str:
    """Return the address of the server, started by whoever asks first; raises `ServerMissing` with its reason."""
    folder = Path(os.environ[FOLDER])
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = folder / name
        if not told.exists():
            _start(name, told)
    said = told.read_text(encoding="utf-8")
    if not said.startswith("http"):
        raise ServerMissing(said)
    return said


def keep(name: str, told: Path) -> None:
    """Run the server until the folder of the run is gone; its address, or why there is none, is in `told`."""
    try:
        with STARTS[name]() as url:
            _tell(told, url)
            while told.parent.exists():
                time.sleep(LOOKS_EVERY_S)
    except ServerMissing as missing:
        _tell(told, str(missing))


def _start(name: str, told: Path) -> None:
    command = [sys.executable, "-m", "tests.running.shared", name, str(told)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    keeper = subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603 - our own command
    while not told.exists():
        if keeper.poll() is not None:
            raise ServerMissing(f"what keeps {name} ended with {keeper.returncode}")
        time.sleep(LOOKS_EVERY_S)
    keeper.returncode = 0  # let go of, or Python complains that it still runs: it ends with the run, not with a worker


def _tell(told: Path, said: str) -> None:
    whole = told.with_suffix(".new")
    whole.write_text(said, encoding="utf-8")
    whole.replace(told)


if __name__ == "__main__":
    keep(sys.argv[1], Path(sys.argv[2]))
