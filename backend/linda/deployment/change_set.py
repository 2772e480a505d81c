"""A change set: what AWS would do, shown before it is done, and gone when it is not."""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from linda.deployment.aws import Aws, explained
from linda.deployment.pace import Pace
from linda.deployment.stack import IN_REVIEW, Stack, look
from linda.deployment.stopped import DeploymentStopped

_NO_CHANGES = ("didn't contain changes", "No updates are to be performed")
_VERBS = {"Add": "add", "Modify": "change", "Remove": "remove", "Import": "take over", "Dynamic": "settle"}


@dataclass(slots=True)
class ChangeSet:
    """A change set AWS has drawn up; `changes` are lines for people, empty when there is nothing to do."""

    name: str
    stack: str
    changes: tuple[str, ...]
    is_executed: bool = False


@contextmanager
def drawn_up(aws: Aws, stack: Stack, template: str, parameters: Mapping[str, str], pace: Pace) -> Iterator[ChangeSet]:
    """Yield the change set that brings `stack` to `template`; unless it was executed, no trace of it stays.

    Tables that exist are taken over by the stack: `create_tables.py` makes them before there is a stack, and a
    deleted stack leaves them.

    Raises:
        DeploymentStopped: AWS did not draw it up.
    """
    name = f"release-{uuid.uuid4().hex[:12]}"
    request = {
        "StackName": stack.name,
        "ChangeSetName": name,
        "ChangeSetType": "CREATE" if stack.is_new else "UPDATE",
        "TemplateBody": template,
        "Parameters": [{"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()],
        "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        "ImportExistingResources": True,
    }
    drawn = ChangeSet(name, stack.name, ())
    try:
        with explained("drawing up the changes", aws.region):
            aws.client("cloudformation").create_change_set(**request)
        drawn.changes = _described(aws, drawn, pace)
        yield drawn
    finally:
        if not drawn.is_executed:
            _discard(aws, drawn)


def execute(aws: Aws, drawn: ChangeSet, token: str) -> None:
    """Let AWS do it; every event that follows carries `token`. Raises `DeploymentStopped`."""
    with explained("starting the changes", aws.region):
        aws.client("cloudformation").execute_change_set(
            ChangeSetName=drawn.name, StackName=drawn.stack, ClientRequestToken=token
        )
    drawn.is_executed = True


def _described(aws: Aws, drawn: ChangeSet, pace: Pace) -> tuple[str, ...]:
    for _ in pace:
        answer, changes = _page_through(aws, drawn)
        if answer["Status"] == "CREATE_COMPLETE":
            return tuple(_line(each["ResourceChange"]) for each in changes)
        if answer["Status"] == "FAILED":
            reason = str(answer.get("StatusReason", ""))
            if any(words in reason for words in _NO_CHANGES):
                return ()
            raise DeploymentStopped(f"AWS can't deploy this template: {reason} Nothing was changed.")
    raise DeploymentStopped(f"AWS was still drawing up the changes after {pace.minutes} minutes. Nothing was changed.")


def _page_through(aws: Aws, drawn: ChangeSet) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    changes: list[dict[str, Any]] = []
    more: dict[str, str] = {}
    while True:
        with explained("reading the changes", aws.region):
            answer = aws.client("cloudformation").describe_change_set(
                ChangeSetName=drawn.name, StackName=drawn.stack, **more
            )
        changes += answer.get("Changes", [])
        if not answer.get("NextToken"):
            return answer, changes
        more = {"NextToken": answer["NextToken"]}


def _line(change: Mapping[str, Any]) -> str:
    verb = _VERBS.get(change["Action"], change["Action"])
    if change.get("PolicyAction") == "Retain":
        verb = "let go, and keep,"
    if change.get("Replacement") in {"True", "Conditional"}:
        verb = "replace" if change["Replacement"] == "True" else "change or replace"
    return f"{verb} {change['LogicalResourceId']} ({change['ResourceType']})"


def _discard(aws: Aws, drawn: ChangeSet) -> None:
    """Remove the change set, and the empty place of a stack that was never made."""
    cloud = aws.client("cloudformation")
    with suppress(DeploymentStopped):  # what went wrong before is what must be read
        with explained("discarding the changes", aws.region):
            cloud.delete_change_set(ChangeSetName=drawn.name, StackName=drawn.stack)
        if look(aws, drawn.stack).status != IN_REVIEW:
            return
        with explained("discarding the changes", aws.region):
            if not cloud.list_change_sets(StackName=drawn.stack)["Summaries"]:
                cloud.delete_stack(StackName=drawn.stack)
