"""The stack as AWS has it now, and whether it can be deployed to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError  # type: ignore[import-untyped]

from linda.deployment.aws import Aws, explained
from linda.deployment.stopped import DeploymentStopped

ABSENT = ""
IN_REVIEW = "REVIEW_IN_PROGRESS"
NEVER_MADE = "ROLLBACK_COMPLETE"
_GOOD = frozenset(
    {
        "CREATE_COMPLETE",
        "UPDATE_COMPLETE",
        "UPDATE_ROLLBACK_COMPLETE",
        "IMPORT_COMPLETE",
        "IMPORT_ROLLBACK_COMPLETE",
    }
)


@dataclass(frozen=True, slots=True)
class Stack:
    """A stack: its name, its status (empty when there is none), and what it was last deployed with."""

    name: str
    status: str
    parameters: Mapping[str, str]
    outputs: Mapping[str, str]

    @property
    def is_new(self) -> bool:
        """Tell whether it has yet to be created: there is none, or only the place for one."""
        return self.status in {ABSENT, IN_REVIEW, NEVER_MADE}


def look(aws: Aws, name: str) -> Stack:
    """Return the stack `name` as it is; raises `DeploymentStopped`."""
    with explained(f"looking at stack {name}", aws.region):
        try:
            found: dict[str, Any] = aws.client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
        except ClientError as error:
            if "does not exist" in str(error):
                return Stack(name, ABSENT, {}, {})
            raise
    if found["StackStatus"] == "DELETE_COMPLETE":
        return Stack(name, ABSENT, {}, {})
    parameters = {each["ParameterKey"]: each.get("ParameterValue", "") for each in found.get("Parameters", [])}
    outputs = {each["OutputKey"]: each["OutputValue"] for each in found.get("Outputs", [])}
    return Stack(name, found["StackStatus"], parameters, outputs)


def check(stack: Stack, region: str) -> None:
    """Raise `DeploymentStopped` with the way out, when the stack is in a state that nothing can be deployed to."""
    if stack.is_new or stack.status in _GOOD:
        return
    called = f"Stack {stack.name} is {stack.status}"
    command = f"--stack-name {stack.name} --region {region}"
    if stack.status == "UPDATE_ROLLBACK_FAILED":
        raise DeploymentStopped(
            f"{called}: AWS could not go back to the release before. Run `aws cloudformation continue-update-rollback "
            f"{command}`, wait for UPDATE_ROLLBACK_COMPLETE, then run this command again."
        )
    if stack.status == "UPDATE_FAILED":
        raise DeploymentStopped(
            f"{called}: run `aws cloudformation rollback-stack {command}`, then run this command again."
        )
    if stack.status.endswith("_IN_PROGRESS"):
        raise DeploymentStopped(
            f"{called}: somebody is deploying or deleting it at this moment. Run this command again when that is over."
        )
    raise DeploymentStopped(
        f"{called}, half made or half deleted. Run this command with --delete (the tables stay), then without it."
    )


def functions(aws: Aws, name: str) -> list[str]:
    """Return the names of the stack's functions."""
    return resources(aws, name, "AWS::Lambda::Function")


def resources(aws: Aws, name: str, kind: str) -> list[str]:
    """Return the physical names of the stack's resources of type `kind`."""
    with explained(f"listing what stack {name} holds", aws.region):
        pages = aws.client("cloudformation").get_paginator("list_stack_resources").paginate(StackName=name)
        found = [each for page in pages for each in page["StackResourceSummaries"]]
    return sorted(each["PhysicalResourceId"] for each in found if each["ResourceType"] == kind)
