"""The libraries the functions need: pinned wheels for Lambda's machine, by uv."""

import importlib.util
import subprocess
import sys
from pathlib import Path

from linda.deployment.problem import NotBuilt

PLATFORMS = {"arm64": "aarch64-manylinux2014", "x86_64": "x86_64-manylinux2014"}
"""uv's platform by Lambda's name of an architecture; Amazon Linux's C library is newer than manylinux2014 asks for."""


def install(requirements: Path, target: Path, *, architecture: str, python: str) -> None:
    """Put the wheels of `requirements` into `target`, each verified by its hash.

    Raises:
        NotBuilt: uv is missing, or said no; with the end of what it said.
    """
    if importlib.util.find_spec("uv") is None:
        raise NotBuilt(f"uv fetches what the functions need, and it is missing: {sys.executable} -m pip install uv")
    wanted = ("--python-platform", PLATFORMS[architecture], "--python-version", python)
    strictly = ("--only-binary", ":all:", "--require-hashes", "--link-mode", "copy", "--no-progress")
    command = [sys.executable, "-m", "uv", "pip", "install", "--python", sys.executable, "--target", str(target)]
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, *wanted, *strictly, "-r", str(requirements)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip()[-1500:]
        raise NotBuilt(f"The libraries of {requirements.name} could not be installed for {architecture}:\n{said}")
