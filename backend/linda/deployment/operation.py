"""An operation on the stack while AWS is at it: what is done shown, and the first failure named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from linda.deployment.aws import Aws, explained
from linda.deployment.pace import Pace
from linda.deployment.stack import ABSENT, look
from linda.deployment.stopped import DeploymentStopped
from linda.deployment.terminal import Terminal

_STACK = "AWS::CloudFormation::Stack"
_SUCCEEDED = frozenset({"CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"})

Event = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """What is being done to the stack `name`: every event of it carries `token`, and `seen` are those that came."""

    aws: Aws
    name: str
    token: str
    pace: Pace
    seen: dict[str, Event] = field(default_factory=dict)

    def watch(self, terminal: Terminal, *, parts: int) -> None:
        """Wait until the stack is deployed, and show how far it is of `parts` resources.

        Raises:
            DeploymentStopped: a resource failed (the first one's reason is named), or it took too long.
        """
        look_on = (
            f"look with `aws cloudformation describe-stack-events --stack-name {self.name} --region "
            f"{self.aws.region}`, and run this command again later."
        )
        try:
            status = self._followed(terminal, parts)
        except KeyboardInterrupt:
            raise DeploymentStopped(f"You left, and AWS goes on by itself: {look_on}") from None
        if status.endswith("_IN_PROGRESS"):
            raise DeploymentStopped(
                f"AWS is still at it after {self.pace.minutes} minutes, and goes on by itself: {look_on}"
            )
        if status not in _SUCCEEDED:
            raise DeploymentStopped(f"{self._failure()} {_afterwards(self.name, status)}")

    def await_deleted(self) -> None:
        """Wait until the stack is gone; raises `DeploymentStopped` with the first resource that is in the way."""
        for _ in self.pace:
            status = look(self.aws, self.name).status
            if status == ABSENT:
                return
            if not status.endswith("_IN_PROGRESS"):
                list(self._new())
                raise DeploymentStopped(
                    f"{self._failure()} Stack {self.name} is {status}: mend that, and run this command again."
                )
        raise DeploymentStopped(
            f"AWS is still deleting stack {self.name} after {self.pace.minutes} minutes, and goes on by itself."
        )

    def _followed(self, terminal: Terminal, parts: int) -> str:
        """Show the events until the operation is over, or patience is; returns the stack's last status."""
        status = ABSENT
        with terminal.progress(parts) as step:
            for _ in self.pace:
                status = look(self.aws, self.name).status
                for event in self._new():
                    if event["ResourceStatus"].endswith("_COMPLETE") and event["ResourceType"] != _STACK:
                        step(f"{event['ResourceStatus']} {event['LogicalResourceId']}", min(parts, self._finished()))
                if not status.endswith("_IN_PROGRESS"):
                    break
        return status

    def _new(self) -> Iterator[Event]:
        """Yield the events that were not seen yet, oldest first."""
        found: list[Event] = []
        with explained("reading what AWS has done", self.aws.region):
            pages = (
                self.aws.client("cloudformation").get_paginator("describe_stack_events").paginate(StackName=self.name)
            )
            for event in (each for page in pages for each in page["StackEvents"]):
                if event.get("ClientRequestToken") != self.token or event["EventId"] in self.seen:
                    break  # the newest come first: all that follow are known, or of operations before
                found.append(event)
        for event in reversed(found):
            self.seen[event["EventId"]] = event
            yield event

    def _finished(self) -> int:
        done = (each for each in self.seen.values() if each["ResourceStatus"].endswith("_COMPLETE"))
        return len({each["LogicalResourceId"] for each in done if each["ResourceType"] != _STACK})

    def _failure(self) -> str:
        failed = [each for each in self.seen.values() if each["ResourceStatus"].endswith("_FAILED")]
        failed.sort(key=lambda each: bool(each["ResourceType"] == _STACK))  # stable: a resource tells more than a stack
        if not failed:
            return "AWS took the changes back without naming a reason."
        first = failed[0]
        reason = str(first.get("ResourceStatusReason") or "AWS names no reason").rstrip(".")
        return f"{first['LogicalResourceId']} ({first['ResourceType']}) failed: {reason}."


def _afterwards(name: str, status: str) -> str:
    if status in {"ROLLBACK_COMPLETE", ABSENT}:
        return f"AWS has removed what it had made of stack {name}; run this command again when the cause is mended."
    if status == "UPDATE_ROLLBACK_COMPLETE":
        return f"AWS went back to the release before, which answers; stack {name} is as it was."
    return f"Stack {name} is {status}: run this command again, it says what to do."
