"""The rights of the deployed roles: listed, taken away one at a time, given back."""

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tests.deploy.called import Stack
from tests.deploy.template_functions import FUNCTIONS
from tests.deploy.template_roles import NEEDS, RELAY_RIGHT, SECRETS

SIDS = {
    "LeadsTable": "Leads",
    "StateTable": "State",
    "ScheduleTable": "Schedule",
    "InboxTable": "Inbox",
    "InboxTable/index/inbox_due": "Due",
    "LeadsTable/index/leads_by_activity": "Activity",
}


@dataclass(frozen=True, slots=True)
class Right:
    """One action that the role of `function` (its name in the template) may do by its statement `sid`.

    `secret` names the one of several parameters that it is about.
    """

    function: str
    sid: str
    action: str
    secret: str = ""

    def __str__(self) -> str:
        """Return it as a test's name."""
        return f"{self.function}-{self.action.partition(':')[2]}-{self.secret or self.sid}"

    @property
    def module(self) -> str:
        """Return what the function is called."""
        return FUNCTIONS[self.function].replace("_", "-")


TABLE_RIGHTS = [
    Right(function, SIDS[thing], action)
    for function, needs in NEEDS.items()
    for thing, actions in needs.items()
    for action in sorted(actions)
]
RELAY_RIGHTS = [Right("Dispatcher", "Relay", action) for actions in RELAY_RIGHT.values() for action in actions]
SECRET_RIGHTS = [
    Right(function, "Secrets", "ssm:GetParameter", secret)
    for function, names in SECRETS.items()
    for secret in sorted(names)
]


@contextmanager
def without(stack: Stack, right: Right) -> Iterator[None]:
    """Take `right` from its role inside the `with`."""
    iam = stack.connect("iam")
    found = stack.connect("cloudformation").describe_stack_resource(
        StackName=stack.name, LogicalResourceId=f"{right.function}Role"
    )
    role = found["StackResourceDetail"]["PhysicalResourceId"]
    (policy,) = iam.list_role_policies(RoleName=role)["PolicyNames"]
    whole = iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]
    iam.put_role_policy(RoleName=role, PolicyName=policy, PolicyDocument=_text(_less(whole, right)))
    try:
        yield
    finally:
        iam.put_role_policy(RoleName=role, PolicyName=policy, PolicyDocument=_text(whole))


def _less(whole: dict[str, Any], right: Right) -> dict[str, Any]:
    less = copy.deepcopy(whole)
    (statement,) = [each for each in less["Statement"] if each["Sid"] == right.sid]
    what = "Resource" if right.secret else "Action"
    before = _list(statement[what])
    statement[what] = [each for each in before if not each.endswith(right.secret or right.action)]
    assert len(statement[what]) == len(before) - 1, f"{right} is not granted"
    if not statement[what]:
        less["Statement"].remove(statement)
    return less


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document)
