"""Tests' own programs in processes of their own, to be killed or to race."""

import subprocess
import sys
from pathlib import Path

BACKEND = Path(__file__).parent.parent


def start(module: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start the test module `module` with `arguments`; its standard output is a pipe of text."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.Popen(command, cwd=BACKEND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own program


def run(module: str, *arguments: object, seconds: float = 60) -> tuple[int, str]:
    """Run the test module `module` and return its exit status (negative: the signal that killed it) and output."""
    with start(module, *arguments) as child:
        said, _ = child.communicate(timeout=seconds)
        return child.returncode, said
