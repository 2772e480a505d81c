"""The plan's commands as an installer types them, run as processes of their own."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from linda.settings import variable_names

ROOT = Path(__file__).resolve().parents[3]
AWS = ROOT / "infra/local/.venv/bin/aws"
_PROGRAMS = {"python": sys.executable, "aws": str(AWS)}
_REAL = ("AWS_", "TWILIO_", "OPENAI_", "NGROK_", "LINDA_")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended: its status, what it printed, and what it said was wrong."""

    status: int
    printed: str
    problem: str

    @property
    def lines(self) -> list[str]:
        """Return the printed lines."""
        return self.printed.splitlines()


def typed(command: str, variables: Mapping[str, str], home: Path, *, folder: Path = ROOT) -> Ran:
    """Run `command` in `folder` with no credential at hand but those in `variables`; `home` is an empty folder."""
    words = shlex.split(command)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_REAL)}
    environment |= dict.fromkeys(variable_names(), "")  # over whatever a `.env` says
    environment |= {
        "AWS_CONFIG_FILE": str(home / "config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(home / "credentials"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "PYTHONUTF8": "1",
        **variables,
    }
    ran = subprocess.run(  # noqa: S603 - our own commands
        [_PROGRAMS[words[0]], *words[1:]],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)
