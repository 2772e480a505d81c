"""The `linda` command as somebody types it, in a folder of its own."""

import json
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from linda.entrypoints.cli import main
from linda.settings import variable_names

SHOP_FILE = Path(__file__).resolve().parents[2] / "shop.toml"
AT = "2026-02-10T14:46"
TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC" + "0b" * 16,
    "TWILIO_AUTH_TOKEN": "secret",
    "TWILIO_PHONE_NUMBER": "+19045550100",
    "LINDA_PUBLIC_URL": "https://linda.example.com",
    "LINDA_OWNER_PHONE": "+19045550199",
}


@dataclass
class Terminal:
    """A terminal with an environment: nothing of LINDA's is set but the shop file and the data folder."""

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, typed: str = "") -> Result:
        """Run `linda` with `arguments`, with `typed` on the keyboard; what LINDA does not foresee is raised."""
        unset: dict[str, str | None] = dict.fromkeys(variable_names())
        given = {"LINDA_SHOP_FILE": str(SHOP_FILE), "LINDA_DATA_DIR": str(self.folder / "data"), **self.variables}
        result = CliRunner(env={**unset, **given}).invoke(main, list(arguments), input=typed, prog_name="linda")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def does(self, *arguments: str, typed: str = "") -> str:
        """Return what a command prints that must succeed."""
        result = self.run(*arguments, typed=typed)
        assert result.exit_code == 0, result.output
        return result.stdout

    def json(self, *arguments: str) -> Any:
        """Return what a command prints as JSON."""
        return json.loads(self.does(*arguments, "--json"))

    def fails(self, status: int, *arguments: str) -> str:
        """Return the message of a command that must end with `status`."""
        result = self.run(*arguments)
        assert (result.exit_code, result.stdout) == (status, ""), result.output
        return result.stderr


def a_free_port() -> int:
    """Return a port of this machine that nobody listens at now."""
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        port: int = reserved.getsockname()[1]
        return port
