"""Scope: what each phase's command says when a variable is missing, or the command line can't be."""

from pathlib import Path

import click
import pytest

from linda.entrypoints.phases import (
    aws_connection,
    create_tables,
    dynamodb_operations,
    end_to_end,
    openai_connection,
    openai_functions,
    twilio_connection,
    twilio_sms,
    webhook_receiver,
)
from tests.phases.in_process import problem, run
from tests.phases.plan import ROOT, typed

TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC" + "0b" * 16,
    "TWILIO_AUTH_TOKEN": "secret-token",
    "TWILIO_PHONE_NUMBER": "+19045550100",
}
SEND = ("send", "--to=+19045550142", "--message=hi")
CONSOLE = "https://console.twilio.com"
SCRIPTS = {
    "test_aws_connection.py": aws_connection.main,
    "scripts/create_tables.py": create_tables.main,
    "test_dynamodb_operations.py": dynamodb_operations.main,
    "test_twilio_connection.py": twilio_connection.main,
    "test_twilio_sms.py": twilio_sms.main,
    "test_twilio_webhook_server.py": webhook_receiver.main,
    "test_openai_connection.py": openai_connection.main,
    "test_openai_functions.py": openai_functions.main,
    "test_e2e.py": end_to_end.main,
}
NEEDS = (
    (twilio_connection.main, (), tuple(TWILIO), CONSOLE),
    (twilio_sms.main, SEND, tuple(TWILIO), CONSOLE),
    (twilio_sms.main, ("receive",), tuple(TWILIO), CONSOLE),
    (twilio_sms.main, ("receive",), ("NGROK_AUTHTOKEN",), "https://dashboard.ngrok.com"),
    (webhook_receiver.main, (), ("TWILIO_AUTH_TOKEN",), CONSOLE),
    (webhook_receiver.main, (), ("LINDA_PUBLIC_URL",), "deploy_lambda.py"),
    (openai_connection.main, (), ("OPENAI_API_KEY",), "https://platform.openai.com/api-keys"),
    (openai_functions.main, (), ("OPENAI_API_KEY",), "https://platform.openai.com/api-keys"),
    (end_to_end.main, (), tuple(TWILIO), CONSOLE),
    (end_to_end.main, (), ("LINDA_PUBLIC_URL",), "deploy_lambda.py"),
)


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize(("command", "arguments", "names", "where"), NEEDS)
def test_a_missing_variable_is_named_with_where_to_get_it(
    command: click.Command, arguments: tuple[str, ...], names: tuple[str, ...], where: str
) -> None:
    said = problem(command, *arguments)
    lines = [next(line for line in said.splitlines() if line.startswith(f"{name} is missing")) for name in names]
    assert all(where in line for line in lines)
    assert "--local" in said


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize("name", TWILIO)
def test_only_what_is_missing_is_named(name: str) -> None:
    said = problem(twilio_connection.main, **{each: value for each, value in TWILIO.items() if each != name})
    assert said.count("is missing") == 1
    assert said.startswith(f"{name} is missing")


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize("command", [aws_connection.main, create_tables.main, dynamodb_operations.main])
def test_without_aws_credentials_the_way_to_get_them_is_named(command: click.Command) -> None:
    said = problem(command)
    assert "There are no AWS credentials" in said
    assert "`aws configure`" in said


@pytest.mark.usefixtures("away")
def test_a_phone_number_that_is_none_is_refused_before_anything_is_sent() -> None:
    assert "+1904" in problem(twilio_sms.main, "send", "--to=+1904", "--message=hi", "--local")


@pytest.mark.usefixtures("away")
def test_an_empty_message_is_refused() -> None:
    assert "--message is empty" in problem(twilio_sms.main, "send", "--to=+19045550142", "--message= ", "--local")


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize("arguments", [("send",), ("send", "--to=+19045550142"), ("receive", "--count", "0"), ("go",)])
def test_a_command_line_that_cannot_be_ends_with_two(arguments: tuple[str, ...]) -> None:
    assert run(twilio_sms.main, *arguments).exit_code == 2


@pytest.mark.usefixtures("away")
def test_an_api_keys_sid_is_no_account() -> None:
    said = problem(twilio_connection.main, **{**TWILIO, "TWILIO_ACCOUNT_SID": "SK" + "0b" * 16})
    assert "TWILIO_ACCOUNT_SID begins with 'SK0b'" in said


@pytest.mark.usefixtures("away")
def test_a_variable_that_cannot_be_is_named_with_what_can() -> None:
    assert "TWILIO_PHONE_NUMBER" in problem(twilio_connection.main, **{**TWILIO, "TWILIO_PHONE_NUMBER": "904"})


@pytest.mark.usefixtures("away")
def test_an_account_alone_is_enough_for_the_phases_before_linda_runs() -> None:
    said = problem(twilio_connection.main, **TWILIO, LINDA_TWILIO_API_URL="http://127.0.0.1:1")
    assert said == "Twilio can't be reached (ConnectionError).\n"


def test_the_file_of_variables_is_read_and_must_be_text(away: Path) -> None:
    (away / "backend").mkdir()
    (away / "backend/.env").write_text("TWILIO_ACCOUNT_SID=AC1\nTWILIO_AUTH_TOKEN=x\n", encoding="utf-8")
    assert problem(twilio_connection.main).startswith("TWILIO_PHONE_NUMBER is missing")
    (away / ".env").write_bytes(b"TWILIO_PHONE_NUMBER=\xff\xfe")
    assert problem(twilio_connection.main) == ".env must be saved as UTF-8 text.\n"


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_has_help_and_is_the_command_of_its_phase(script: str, tmp_path: Path) -> None:
    ran = typed(f"python {ROOT / 'backend' / script} --help", {}, tmp_path, folder=tmp_path)
    said = SCRIPTS[script].help
    assert said is not None
    assert (ran.status, ran.problem) == (0, "")
    assert said.splitlines()[0] in ran.printed


def test_the_table_script_runs_before_linda_is_installed(tmp_path: Path) -> None:
    # -S leaves out the .pth file that makes an installed LINDA importable; the libraries come by their path.
    import click as any_library

    libraries = str(Path(any_library.__file__).parents[1])
    script = ROOT / "backend/scripts/create_tables.py"
    ran = typed(f"python -S {script} --help", {"PYTHONPATH": libraries}, tmp_path, folder=tmp_path)
    assert (ran.status, ran.problem) == (0, "")
