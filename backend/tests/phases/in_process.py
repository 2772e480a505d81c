"""A phase's command run in this process, with nothing of anybody's environment."""

from pathlib import Path

import boto3  # type: ignore[import-untyped]
import click
import pytest
from click.testing import CliRunner, Result

from linda.settings import variable_names
from tests.phases.plan import ROOT

AWS_NAMES = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_ENDPOINT_URL")


def run(command: click.Command, *arguments: str, **variables: str) -> Result:
    """Run `command` with `variables` alone; what it does not foresee is raised."""
    unset: dict[str, str | None] = dict.fromkeys((*variable_names(), *AWS_NAMES, "NGROK_AUTHTOKEN"))
    forget_credentials()
    given = {"LINDA_SHOP_FILE": str(ROOT / "shop.toml"), "AWS_EC2_METADATA_DISABLED": "true", **variables}
    result = CliRunner(env={**unset, **given}).invoke(command, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def problem(command: click.Command, *arguments: str, **variables: str) -> str:
    """Return the sentence of a command that must end with 1 and claim nothing."""
    result = run(command, *arguments, **variables)
    assert result.exit_code == 1, result.output
    assert "✅" not in result.stdout
    assert "Traceback" not in result.output
    return result.stderr


def forget_credentials() -> None:
    """Let boto3 look for credentials anew: one process of a command is one look."""
    boto3.DEFAULT_SESSION = None


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder that is also the home, away from anybody's `.env` and `.aws`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    forget_credentials()
    return tmp_path
