"""The command as it is typed, as far as it goes without an account."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from linda.deployment.command import main
from linda.deployment.stopped import DeploymentStopped
from linda.deployment.terminal import ClickTerminal


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in a folder without `.env`, with no variable set."""
    monkeypatch.chdir(tmp_path)
    for name in ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER", "LINDA_OWNER_PHONE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("nowhere")
def test_every_missing_variable_is_named_with_where_to_get_it() -> None:
    result = CliRunner().invoke(main, ["--yes"])
    assert result.exit_code == 1
    for name in ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER", "LINDA_OWNER_PHONE"):
        assert f"{name} is missing: it is " in result.output
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize("name", ["Linda", "1linda", "l" * 31, "linda_2", ""])
def test_a_name_that_aws_would_refuse_somewhere_is_refused_here(name: str) -> None:
    result = CliRunner().invoke(main, ["--name", name])
    assert result.exit_code == 2
    assert "small letters" in result.output


def test_nobody_there_to_answer_is_a_no() -> None:
    with pytest.raises(DeploymentStopped, match=r"Deploy\? Nobody is here to answer: add --yes"):
        ClickTerminal(yes=False).ask("Deploy?")


def test_yes_answers_every_question() -> None:
    assert ClickTerminal(yes=True).ask("Deploy?")


def test_progress_is_lines_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with ClickTerminal(yes=True).progress(2) as step:
        step("CREATE_COMPLETE Api", 1)
    assert capsys.readouterr().out == "  CREATE_COMPLETE Api\n"
