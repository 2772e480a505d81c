"""`linda doctor` before a deployed LINDA: all well, and one line for each thing that has drifted since."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.deploy.deployed import OWNER, Stage
from tests.shop_desk import ROOT
from tests.terminal import Terminal

DEPLOY = " -> python backend/scripts/deploy_lambda.py"


@pytest.fixture
def terminal(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.chdir(ROOT)
    settings = stage.account.order.settings
    for name, value in stage.account.server.environment.items():
        monkeypatch.setenv(name, value)
    variables = {
        "AWS_REGION": "us-east-1",
        "LINDA_STORE": "dynamodb",
        "TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "TWILIO_AUTH_TOKEN": settings.twilio_auth_token,
        "TWILIO_PHONE_NUMBER": settings.twilio_phone_number,
        "LINDA_TWILIO_API_URL": settings.twilio_api_url,
        "LINDA_PUBLIC_URL": stage.deployed.url,
        "LINDA_OWNER_PHONE": OWNER,
        "LINDA_API_TOKEN": settings.api_token,
    }
    return Terminal(tmp_path, variables)


def bad(terminal: Terminal) -> list[str]:
    """Return the lines that are not well, but for those of the number: the emulator keeps no fallback address."""
    result = terminal.run("doctor")
    assert result.exit_code == 1
    return [line for line in result.stdout.splitlines() if line.startswith("BAD") and "6 webhook" not in line]


def test_what_was_just_deployed_is_all_well_but_for_what_the_emulator_does_not_keep(terminal: Terminal) -> None:
    lines = terminal.run("doctor").stdout.splitlines()
    assert [line for line in lines if line.startswith("BAD")] == [line for line in lines if "6 webhook" in line]
    assert [line.split(":")[0][4:] for line in lines] == [
        "1 imports",
        "1 settings",
        "1 shop file",
        "2 AWS",
        "3 tables",
        "4 store",
        "4 settings",
        "4 limits",
        "5 phone",
        "5 proxies",
        "6 webhook",
        "7 schemas",
        "7 brain",
        "9 stack",
        "9 template",
        "9 parameters",
        "9 secrets",
        "9 functions",
    ]


def test_a_parameter_that_is_set_otherwise_here_is_named_with_both_values(terminal: Terminal) -> None:
    terminal.variables["LINDA_OWNER_PHONE"] = "+19045550198"
    assert bad(terminal) == [
        f"BAD 9 parameters: OwnerPhone is deployed as '{OWNER}', and here it is '+19045550198'{DEPLOY}"
    ]


def test_a_secret_that_is_another_here_is_named_without_its_value(terminal: Terminal) -> None:
    terminal.variables["LINDA_API_TOKEN"] = "x" * 40
    assert bad(terminal) == [
        f"BAD 9 secrets: /linda/LINDA_API_TOKEN is not the LINDA_API_TOKEN that is set here{DEPLOY}"
    ]


def test_a_template_that_was_changed_here_is_found(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "checkout"
    (folder / "infra").mkdir(parents=True)
    text = (ROOT / "infra/template.yaml").read_text(encoding="utf-8")
    (folder / "infra/template.yaml").write_text(text.replace("Timeout: 60", "Timeout: 50"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as there:
        there.chdir(folder)
        assert bad(terminal) == [
            f"BAD 9 template: template.yaml is not the template that stack linda was deployed with{DEPLOY}"
        ]


@contextmanager
def changed(client: Any, before: dict[str, Any], **change: Any) -> Iterator[None]:
    client.update_function_configuration(FunctionName="linda-dispatcher", **change)
    published = client.publish_version(FunctionName="linda-dispatcher")["Version"]
    live = client.get_alias(FunctionName="linda-dispatcher", Name="live")["FunctionVersion"]
    client.update_alias(FunctionName="linda-dispatcher", Name="live", FunctionVersion=published)
    try:
        yield
    finally:
        client.update_alias(FunctionName="linda-dispatcher", Name="live", FunctionVersion=live)
        client.update_function_configuration(FunctionName="linda-dispatcher", **before)
        client.delete_function(FunctionName="linda-dispatcher", Qualifier=published)


def test_a_timeout_changed_by_hand_is_found(terminal: Terminal, stage: Stage) -> None:
    client = stage.account.aws.client("lambda")
    with changed(client, {"Timeout": 14}, Timeout=3):
        assert bad(terminal) == [f"BAD 9 functions: linda-dispatcher has Timeout 3, and the template says 14{DEPLOY}"]
    assert bad(terminal) == []


def test_a_variable_changed_by_hand_is_found(terminal: Terminal, stage: Stage) -> None:
    client = stage.account.aws.client("lambda")
    before = client.get_function_configuration(FunctionName="linda-dispatcher")["Environment"]["Variables"]
    variables = {"Variables": {**before, "OPENAI_MODEL": "gpt-9"}}
    with changed(client, {"Environment": {"Variables": before}}, Environment=variables):
        assert bad(terminal) == [f"BAD 9 functions: linda-dispatcher has another OPENAI_MODEL than the stack{DEPLOY}"]


def test_an_alias_that_is_gone_is_found(terminal: Terminal, stage: Stage) -> None:
    client = stage.account.aws.client("lambda")
    live = client.get_alias(FunctionName="linda-fallback", Name="live")["FunctionVersion"]
    client.delete_alias(FunctionName="linda-fallback", Name="live")
    try:
        assert bad(terminal) == [f"BAD 9 functions: linda-fallback is gone, or its alias 'live' is{DEPLOY}"]
    finally:
        client.create_alias(FunctionName="linda-fallback", Name="live", FunctionVersion=live)


def test_a_number_is_held_against_the_address_it_has_to_call(terminal: Terminal, stage: Stage) -> None:
    number, url = stage.account.twilio.number, stage.deployed.url
    (before,) = [line for line in terminal.run("doctor").stdout.splitlines() if "6 webhook" in line]
    assert f"{number} has sms_url" not in before, "that one was set, and is as it has to be"
    terminal.variables["LINDA_PUBLIC_URL"] = "https://linda.example.com"
    (after,) = [line for line in terminal.run("doctor").stdout.splitlines() if "6 webhook" in line]
    assert f"{number} has sms_url {url}/twilio/sms, not https://linda.example.com/twilio/sms" in after
    assert after.endswith(DEPLOY)


def test_what_is_not_deployed_is_found(terminal: Terminal) -> None:
    result = terminal.run("doctor", "--name", "other")
    assert result.exit_code == 1
    assert f"BAD 9 stack: stack other is not deployed{DEPLOY}" in result.stdout


def test_tables_that_are_not_there_are_found(terminal: Terminal) -> None:
    terminal.variables["LINDA_TABLE_PREFIX"] = "other-"
    lines = bad(terminal)
    assert [line.split(":")[0] for line in lines[:2]] == ["BAD 3 tables", "BAD 4 store"]
    assert all(line.endswith(" -> python backend/scripts/create_tables.py") for line in lines[:2])


def test_a_table_that_can_not_be_restored_any_more_is_found(terminal: Terminal, stage: Stage) -> None:
    def restorable(*, wanted: bool) -> None:
        stage.account.aws.client("dynamodb").update_continuous_backups(
            TableName="Linda_Inbox", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": wanted}
        )

    restorable(wanted=False)
    try:
        (line,) = bad(terminal)
    finally:
        restorable(wanted=True)
    assert line.startswith("BAD 3 tables: Linda_Inbox can't be restored to an earlier second -> ")
