"""The script as it is typed, against an AWS of this machine where LINDA is deployed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from linda.testing.servers.process import ROOT
from tests.deploy.deployed import OWNER, Stage

SCRIPT = ROOT / "backend" / "scripts" / "deploy_lambda.py"
Typed = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def typed(stage: Stage, tmp_path: Path) -> Typed:
    """Return what runs the script with arguments, in a folder of its own, with what was deployed in the environment."""
    twilio = stage.account.twilio
    ours = ("AWS_", "LINDA_", "OPENAI_", "TWILIO_")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(ours)},
        "AWS_ENDPOINT_URL": stage.account.server.url,
        "TWILIO_ACCOUNT_SID": twilio.account_sid,
        "TWILIO_AUTH_TOKEN": twilio.auth_token,
        "TWILIO_PHONE_NUMBER": twilio.number,
        "LINDA_TWILIO_API_URL": twilio.url,
        "LINDA_OWNER_PHONE": OWNER,
        "LINDA_SHOP_FILE": str(ROOT / "shop.toml"),
        "LINDA_API_TOKEN": "t" * 40,
    }

    def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 - our own script
            [sys.executable, str(SCRIPT), *arguments],
            env={**environment, **variables},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_same_again_would_change_nothing(typed: Typed, stage: Stage) -> None:
    ran = typed("--local", "--dry-run")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"Release {stage.deployed.release}:" in ran.stdout
    assert "Would change nothing in the stack." in ran.stdout
    assert "Would add" not in ran.stdout
    assert ran.stdout.endswith("Nothing was changed.\n")


def test_a_deletion_is_shown_before_it_is_made(typed: Typed) -> None:
    ran = typed("--local", "--delete", "--dry-run")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "The tables stay, with all they hold: Repairs_Lead_Log" in ran.stdout


def test_wrong_keys_are_one_sentence_and_status_1(typed: Typed) -> None:
    ran = typed("--dry-run", AWS_ACCESS_KEY_ID="AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY="wrong")  # noqa: S106
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("AWS does not accept these credentials (InvalidClientTokenId)")
    assert ran.stderr.count("\n") == 1


def test_a_number_that_the_account_does_not_own_stops_the_deployment(typed: Typed) -> None:
    ran = typed("--local", TWILIO_PHONE_NUMBER="+19045550111")
    assert ran.returncode == 1
    assert ran.stderr.startswith("The account does not own +19045550111")
    assert "Installing" not in ran.stdout
