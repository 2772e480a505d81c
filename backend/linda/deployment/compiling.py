"""Byte code in the package: without it every cold start compiles every module anew, which takes twice as long."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from linda.deployment.problem import NotBuilt

LAMBDA_FOLDER = "/var/task"
"""Where Lambda unpacks the package: the file names in tracebacks."""

_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


def compile_all(folder: Path, python: str) -> Path | None:
    """Byte-compile `folder` for Python `python` (as in "3.13"); returns the interpreter, or None when there is none.

    Byte code holds good for one minor version alone. It is never checked against its source (unchecked-hash), so that
    the date of a file means nothing, here and in Lambda.

    Raises:
        NotBuilt: a module is no Python `python`.
    """
    interpreter = find_interpreter(python)
    if interpreter is None:
        return None
    paths = ("-s", str(folder), "-p", LAMBDA_FOLDER, str(folder))
    command = [str(interpreter), "-I", "-S", "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", *paths]
    done = subprocess.run(  # noqa: S603 - our own command
        command, env={"PYTHONHASHSEED": "0"}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotBuilt(f"Python {python} could not compile the package:\n{(done.stdout + done.stderr).strip()[-1500:]}")
    return interpreter


def find_interpreter(python: str) -> Path | None:
    """Return an interpreter of the minor version `python`: this one, one on the PATH, or one that uv knows."""
    return next((path for path in _candidates(python) if _version(path) == python), None)


def _candidates(python: str) -> Iterator[Path]:
    yield Path(sys.executable)
    on_path = shutil.which(f"python{python}")
    if on_path:
        yield Path(on_path)
    command = [sys.executable, "-m", "uv", "python", "find", "--no-python-downloads", "--no-project", python]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if found.returncode == 0:
        yield Path(found.stdout.strip())


def _version(interpreter: Path) -> str:
    command = [str(interpreter), "-I", "-S", "-c", _VERSION]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - our own
