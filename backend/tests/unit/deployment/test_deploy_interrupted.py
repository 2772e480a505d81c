"""What goes wrong once something is being written: a sentence, and a state that the next run can start from."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from linda.deployment.deploy import deploy
from linda.deployment.operation import Operation
from linda.deployment.pace import Pace
from linda.deployment.removal import remove
from linda.deployment.stopped import DeploymentStopped
from linda.deployment.terminal import Step
from linda.deployment.versions import await_active
from tests.stubbed_aws import BUCKET, STACK_ID, TYPE, StubbedAws
from tests.unit.deployment.deploying import TOKEN, RememberingTerminal, bringing, order

QUICK = Pace(every_s=0.0, rounds=3, pause=lambda seconds: None)


def event(name: str, status: str, reason: str = "", *, kind: str = "AWS::Lambda::Function") -> dict[str, Any]:
    return {
        "StackId": STACK_ID,
        "StackName": "linda",
        "EventId": f"{name} {status}",
        "LogicalResourceId": name,
        "ResourceType": kind,
        "ResourceStatus": status,
        "ResourceStatusReason": reason,
        "ClientRequestToken": TOKEN,
        "Timestamp": 0,
    }


def happened(account: StubbedAws, *oldest_first: dict[str, Any]) -> None:
    before = {**event("Old", "CREATE_FAILED", "of an operation before"), "ClientRequestToken": "another"}
    account.answers("cloudformation", "describe_stack_events", {"StackEvents": [*oldest_first[::-1], before]})


def ready_to_write(status: str = "") -> StubbedAws:
    account = StubbedAws()
    account.is_examined(status)
    account.draws_up("Api", "Dispatcher", kind="UPDATE" if status else "CREATE")
    return account


def test_a_failed_upload_leaves_neither_stack_nor_change_set() -> None:
    account = ready_to_write()
    account.has_a_bucket()
    account.refuses("s3", "put_object", "AccessDenied", "s3:PutObject")
    account.discards()
    with pytest.raises(DeploymentStopped, match="not allowed to go on while uploading the package: s3:PutObject"):
        deploy(bringing(account.aws, RememberingTerminal()), order())
    account.assert_all_asked()


@pytest.mark.parametrize("code", ["403", "AccessDenied"])
def test_a_bucket_of_somebody_else_is_never_written_to(code: str) -> None:
    account = ready_to_write("UPDATE_COMPLETE")
    account.refuses("s3", "head_bucket", code, status=403)
    account.discards("UPDATE_COMPLETE")
    with pytest.raises(DeploymentStopped, match=f"Bucket {BUCKET} belongs to another account"):
        deploy(bringing(account.aws, RememberingTerminal()), order())
    account.assert_all_asked()


def test_a_secret_that_can_not_be_stored_stops_the_deployment_and_is_not_shown() -> None:
    account = ready_to_write()
    account.has_a_bucket()
    account.answers("s3", "put_object")
    account.answers("ssm", "get_parameters", {"Parameters": []})
    account.refuses("ssm", "put_parameter", "AccessDeniedException", "ssm:PutParameter")
    account.discards()
    terminal = RememberingTerminal()
    with pytest.raises(DeploymentStopped, match="storing the secret /linda/TWILIO_AUTH_TOKEN") as stopped:
        deploy(bringing(account.aws, terminal), order())
    account.assert_all_asked()
    assert "the-token" not in f"{stopped.value}{terminal.text}"


@pytest.mark.parametrize(
    ("status", "end", "afterwards"),
    [
        ("", "ROLLBACK_COMPLETE", "AWS has removed what it had made"),
        ("UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "went back to the release before, which answers"),
        ("UPDATE_COMPLETE", "UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_FAILED: run this command again"),
    ],
)
def test_the_first_resource_that_failed_is_named_with_its_reason(status: str, end: str, afterwards: str) -> None:
    account = ready_to_write(status)
    account.executes()
    verb = "UPDATE" if status else "CREATE"
    account.has_stack(f"{verb}_IN_PROGRESS")
    made = event("Api", f"{verb}_COMPLETE")
    happened(account, made)
    account.has_stack(end)
    happened(
        account,
        made,
        event("linda", f"{verb}_IN_PROGRESS", kind=TYPE),
        event("Dispatcher", f"{verb}_FAILED", "The runtime python3.99 is not supported."),
        event("Fallback", f"{verb}_FAILED", "Resource creation cancelled"),
        event("linda", end, kind=TYPE),
    )
    terminal = RememberingTerminal()
    with pytest.raises(DeploymentStopped) as stopped:
        deploy(bringing(account.aws, terminal), order())
    account.assert_all_asked()
    reason = "Dispatcher (AWS::Lambda::Function) failed: The runtime python3.99 is not supported."
    assert str(stopped.value).startswith(reason)
    assert afterwards in str(stopped.value)
    assert terminal.steps == [(f"{verb}_COMPLETE Api", 1)]


def test_a_failure_that_names_no_resource_is_told_as_the_stack_tells_it() -> None:
    account = StubbedAws()
    account.has_stack("ROLLBACK_COMPLETE")
    happened(account, event("linda", "CREATE_FAILED", "Output ApiUrl can't be read", kind=TYPE))
    with pytest.raises(DeploymentStopped, match="Output ApiUrl can't be read"):
        Operation(account.aws, "linda", TOKEN, QUICK).watch(RememberingTerminal(), parts=1)


def test_the_waiting_ends_and_says_that_aws_goes_on() -> None:
    account = ready_to_write()
    account.executes()
    for _ in range(3):
        account.has_stack("CREATE_IN_PROGRESS")
        happened(account)
    with pytest.raises(DeploymentStopped, match="goes on by itself"):
        deploy(bringing(account.aws, RememberingTerminal()), order())
    account.assert_all_asked()


def test_somebody_who_leaves_while_aws_is_at_it_is_told_that_it_goes_on() -> None:
    class Leaving(RememberingTerminal):
        @contextmanager
        def progress(self, total: int) -> Iterator[Step]:
            yield self._leave

        def _leave(self, line: str, done: int) -> None:
            raise KeyboardInterrupt

    account = ready_to_write()
    account.executes()
    account.has_stack("CREATE_IN_PROGRESS")
    happened(account, event("Api", "CREATE_COMPLETE"))
    with pytest.raises(DeploymentStopped, match="AWS goes on by itself"):
        deploy(bringing(account.aws, Leaving()), order())
    account.assert_all_asked()


def test_a_version_that_does_not_become_active_is_named_with_its_reason() -> None:
    account = StubbedAws()
    pending = {"State": "Pending"}
    failed = {"State": "Failed", "StateReason": "The snapshot could not be made."}
    for answer in (pending, failed):
        account.answers(
            "lambda", "get_function_configuration", answer, {"FunctionName": "linda-x", "Qualifier": "live"}
        )
    with pytest.raises(DeploymentStopped, match=r"linda-x does not become active: The snapshot could not be made\."):
        await_active(account.aws, "linda-x", QUICK)
    account.assert_all_asked()


def test_the_shell_of_a_failed_creation_is_removed_before_the_stack_is_made_anew() -> None:
    account = StubbedAws()
    account.is_examined("ROLLBACK_COMPLETE")
    account.answers("cloudformation", "delete_stack", {}, {"StackName": "linda", "ClientRequestToken": TOKEN})
    account.has_stack("DELETE_IN_PROGRESS")
    account.has_stack("")
    account.draws_up("Api")
    account.discards()

    class SecondThoughts(RememberingTerminal):
        def ask(self, question: str) -> bool:
            return super().ask(question) and len(self.questions) == 1

    terminal = SecondThoughts()
    with pytest.raises(DeploymentStopped, match="Nothing was changed"):
        deploy(bringing(account.aws, terminal), order())
    account.assert_all_asked()
    assert "empty shell" in terminal.questions[0]


def test_a_deletion_that_fails_names_what_is_in_the_way() -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack("UPDATE_COMPLETE")
    account.answers("cloudformation", "delete_stack", {}, {"StackName": "linda", "ClientRequestToken": TOKEN})
    account.has_stack("DELETE_FAILED")
    happened(account, event("Api", "DELETE_COMPLETE"), event("DispatcherRole", "DELETE_FAILED", "It has a policy"))
    with pytest.raises(DeploymentStopped, match=r"DispatcherRole .* failed: It has a policy\. Stack linda is DELETE_F"):
        remove(bringing(account.aws, RememberingTerminal()), order())
    account.assert_all_asked()


@pytest.mark.parametrize("agrees", [True, False])
def test_a_deletion_that_nobody_wants_deletes_nothing(*, agrees: bool) -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack("UPDATE_COMPLETE")
    terminal = RememberingTerminal(agrees=agrees)
    if agrees:
        remove(bringing(account.aws, terminal), order(), rehearsal=True)
        assert terminal.lines[-1] == "Nothing was changed."
    else:
        with pytest.raises(DeploymentStopped, match="Nothing was changed"):
            remove(bringing(account.aws, terminal), order())
    assert "Repairs_Lead_Log, Brandon_State_Log, Repairs_Schedule, Linda_Inbox" in terminal.text


def test_the_secrets_of_another_stack_are_not_deleted_with_this_one() -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack("UPDATE_COMPLETE", Parameters=[{"ParameterKey": "SecretsPath", "ParameterValue": "/trial"}])
    terminal = RememberingTerminal()
    remove(bringing(account.aws, terminal), order(LINDA_SECRETS_PATH="/linda"), rehearsal=True)
    assert "  the secrets under /trial" in terminal.lines


def test_a_stack_that_is_being_worked_on_is_not_deleted() -> None:
    account = StubbedAws()
    account.signs_in()
    account.has_stack("UPDATE_IN_PROGRESS")
    with pytest.raises(DeploymentStopped, match="when that is over"):
        remove(bringing(account.aws, RememberingTerminal()), order())
