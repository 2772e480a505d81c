"""What is wrong before anything was written: a sentence, and nothing but questions asked of AWS."""

from pathlib import Path

import pytest
from botocore.exceptions import (  # type: ignore[import-untyped]
    EndpointConnectionError,
    NoCredentialsError,
    ProfileNotFound,
    TokenRetrievalError,
)

from linda.deployment.aws import Aws
from linda.deployment.checks import examine
from linda.deployment.deploy import deploy, rehearse
from linda.deployment.stopped import DeploymentStopped
from linda.domain.errors import LindaError
from tests.stubbed_aws import StubbedAws
from tests.unit.deployment.deploying import RememberingTerminal, bringing, order


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ExpiredToken", "expired: run `aws sso login`"),
        ("InvalidClientTokenId", "AWS does not accept these credentials"),
        ("AccessDenied", "not allowed to go on while asking whose credentials these are: no such right"),
        ("Throttling", "wait a minute"),
        ("SomethingElse", "no such right (SomethingElse)"),
    ],
)
def test_credentials_that_aws_refuses_are_named_with_the_way_out(code: str, words: str) -> None:
    account = StubbedAws()
    account.refuses("sts", "get_caller_identity", code, "no such right")
    with pytest.raises(DeploymentStopped, match=words.replace("(", r"\(").replace(")", r"\)")):
        deploy(bringing(account.aws, RememberingTerminal()), order())


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoCredentialsError(), "run `aws configure`"),
        (ProfileNotFound(profile="shop"), "correct AWS_PROFILE"),
        (TokenRetrievalError(provider="sso", error_msg="expired"), "run `aws sso login`"),
        (EndpointConnectionError(endpoint_url="https://sts.us-est-1.amazonaws.com"), "in region us-est-1 .*AWS_REGION"),
    ],
)
def test_what_keeps_boto3_from_asking_is_named_with_the_way_out(error: Exception, words: str) -> None:
    def fails(service: str) -> None:
        raise error

    with pytest.raises(DeploymentStopped, match=words):
        deploy(bringing(Aws("us-est-1", fails), RememberingTerminal()), order())


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("CREATE_IN_PROGRESS", "somebody is deploying"),
        ("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "somebody is deploying"),
        ("DELETE_IN_PROGRESS", "somebody is deploying or deleting"),
        ("UPDATE_ROLLBACK_FAILED", "continue-update-rollback --stack-name linda --region us-east-1"),
        ("UPDATE_FAILED", "rollback-stack --stack-name linda"),
        ("ROLLBACK_FAILED", "with --delete"),
        ("CREATE_FAILED", "with --delete"),
        ("DELETE_FAILED", "with --delete"),
    ],
)
def test_a_stack_that_nothing_can_be_deployed_to_is_left_alone(status: str, words: str) -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack(status)
    with pytest.raises(DeploymentStopped, match=words):
        deploy(bringing(account.aws, RememberingTerminal()), order())
    account.assert_all_asked()


def test_another_prefix_never_takes_the_tables_from_a_stack() -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack("UPDATE_COMPLETE", Parameters=[{"ParameterKey": "TablePrefix", "ParameterValue": "old-"}])
    with pytest.raises(DeploymentStopped, match="Set LINDA_TABLE_PREFIX=old-"):
        deploy(bringing(account.aws, RememberingTerminal()), order())


def test_a_template_that_aws_can_not_read_stops_the_deployment() -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack("")
    account.refuses("cloudformation", "get_template_summary", "ValidationError", "Template format error: line 3")
    with pytest.raises(DeploymentStopped, match="line 3"):
        deploy(bringing(account.aws, RememberingTerminal()), order())


def test_a_parameter_that_nobody_gives_is_named() -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack("")
    answer = {"Parameters": [{"ParameterKey": "Colour"}, {"ParameterKey": "Release"}]}
    account.answers("cloudformation", "get_template_summary", answer)
    with pytest.raises(DeploymentStopped, match="nobody gives: Colour"):
        deploy(bringing(account.aws, RememberingTerminal()), order())


def test_a_table_of_another_shape_is_not_taken_over() -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack("")
    account.reads_the_template()
    account.answers("dynamodb", "list_tables", {"TableNames": ["Brandon_State_Log", "Somebody_Elses"]})
    other = {
        "TableName": "Brandon_State_Log",
        "TableStatus": "ACTIVE",
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
    }
    account.refuses("dynamodb", "describe_table", "ResourceNotFoundException")
    account.answers("dynamodb", "describe_table", {"Table": other})
    for _ in range(2):
        account.refuses("dynamodb", "describe_table", "ResourceNotFoundException")
    with pytest.raises(DeploymentStopped, match=r"^Brandon_State_Log has the key id .*\nNothing was changed.$"):
        deploy(bringing(account.aws, RememberingTerminal()), order())


def test_a_shop_file_that_would_not_be_deployed_is_named(tmp_path: Path) -> None:
    elsewhere = tmp_path / "other.toml"
    with pytest.raises(DeploymentStopped, match=r"LINDA_SHOP_FILE names .*other.toml"):
        examine(StubbedAws().aws, order(LINDA_SHOP_FILE=str(elsewhere)), RememberingTerminal())


@pytest.mark.parametrize("reason", ["Parameter Name fails its pattern.", "Leads already exists in stack other"])
def test_a_change_set_that_fails_is_explained_and_leaves_no_trace(reason: str) -> None:
    account = StubbedAws()
    account.is_examined()
    account.answers("cloudformation", "create_change_set", {"Id": "arn:aws:x:1"})
    account.answers("cloudformation", "describe_change_set", {"Status": "CREATE_IN_PROGRESS"})
    account.answers("cloudformation", "describe_change_set", {"Status": "FAILED", "StatusReason": reason})
    account.discards()
    with pytest.raises(DeploymentStopped, match=f"{reason} Nothing was changed"):
        deploy(bringing(account.aws, RememberingTerminal()), order())
    account.assert_all_asked()


def test_a_change_set_that_is_never_ready_leaves_no_trace() -> None:
    account = StubbedAws()
    account.is_examined()
    account.answers("cloudformation", "create_change_set", {"Id": "arn:aws:x:1"})
    for _ in range(3):
        account.answers("cloudformation", "describe_change_set", {"Status": "CREATE_IN_PROGRESS"})
    account.discards()
    with pytest.raises(DeploymentStopped, match="still drawing up"):
        deploy(bringing(account.aws, RememberingTerminal()), order())
    account.assert_all_asked()


def test_a_no_leaves_no_trace() -> None:
    account = StubbedAws()
    account.is_examined()
    account.draws_up("Api")
    account.discards()
    terminal = RememberingTerminal(agrees=False)
    with pytest.raises(DeploymentStopped, match=r"^Nothing was changed\.$"):
        deploy(bringing(account.aws, terminal), order())
    account.assert_all_asked()
    assert "  add Api (AWS::S3::Bucket)" in terminal.lines
    assert len(terminal.questions) == 1


def test_a_rehearsal_shows_everything_and_leaves_no_trace() -> None:
    account = StubbedAws()
    account.is_examined()
    account.draws_up("Api")
    account.discards()
    account.answers("ssm", "get_parameters", {"Parameters": []})
    terminal = RememberingTerminal()
    rehearse(bringing(account.aws, terminal), order())
    account.assert_all_asked()
    assert terminal.lines[-3:] == [
        "Would add Api (AWS::S3::Bucket).",
        "Would store the secret TWILIO_AUTH_TOKEN.",
        "Nothing was changed.",
    ]
    assert "the-token" not in terminal.text
    assert terminal.questions == []


def test_a_rehearsal_does_not_even_remove_the_shell_of_a_failed_stack() -> None:
    account = StubbedAws()
    account.is_examined("ROLLBACK_COMPLETE")
    terminal = RememberingTerminal()
    rehearse(bringing(account.aws, terminal), order())
    account.assert_all_asked()
    assert terminal.lines[-1].startswith("Would remove the shell")


def test_the_place_of_a_stack_that_somebody_else_is_about_to_make_is_left() -> None:
    account = StubbedAws()
    account.is_examined("REVIEW_IN_PROGRESS")
    account.draws_up("Api")
    account.discards(others=1)
    with pytest.raises(LindaError):
        deploy(bringing(account.aws, RememberingTerminal(agrees=False)), order())
    account.assert_all_asked()
