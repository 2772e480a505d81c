"""The functions' published versions: waited for, and the old ones removed."""

from typing import Any

from botocore.exceptions import WaiterError  # type: ignore[import-untyped]

from linda.deployment.aws import Aws, explained
from linda.deployment.pace import Pace
from linda.deployment.stopped import DeploymentStopped

ALIAS = "live"
KEPT = 2
"""Versions that stay of each function: the one that answers, and the one before it that AWS may have to go back to.

Each version with a snapshot costs about $1.95 a month (AWS Lambda pricing, SnapStart cache).
"""


def await_active(aws: Aws, function: str, pace: Pace) -> None:
    """Wait until the version behind the alias answers; raises `DeploymentStopped` when it does not."""
    waiter = aws.client("lambda").get_waiter("published_version_active")
    with explained(f"waiting for {function}", aws.region):
        try:
            waiter.wait(
                FunctionName=function,
                Qualifier=ALIAS,
                WaiterConfig={"Delay": pace.every_s, "MaxAttempts": pace.rounds},
            )
        except WaiterError as error:
            why = error.last_response.get("StateReason") or error
            raise DeploymentStopped(
                f"The new version of {function} does not become active: {why} The stack is deployed; run this command "
                "again when the cause is mended."
            ) from error


def prune(aws: Aws, function: str) -> int:
    """Delete the function's old versions, never one that an alias points at; returns how many."""
    client = aws.client("lambda")
    with explained(f"removing old versions of {function}", aws.region):
        in_use = {number for alias in _aliases(client, function) for number in _targets(alias)}
        numbers = sorted((int(each) for each in _versions(client, function)), reverse=True)
        spare = KEPT - len(in_use)
        old = [each for each in numbers if str(each) not in in_use][max(spare, 0) :]
        for number in old:
            client.delete_function(FunctionName=function, Qualifier=str(number))
    return len(old)


def _versions(client: Any, function: str) -> list[str]:
    pages = client.get_paginator("list_versions_by_function").paginate(FunctionName=function)
    return [each["Version"] for page in pages for each in page["Versions"] if each["Version"] != "$LATEST"]


def _aliases(client: Any, function: str) -> list[dict[str, Any]]:
    pages = client.get_paginator("list_aliases").paginate(FunctionName=function)
    return [each for page in pages for each in page["Aliases"]]


def _targets(alias: dict[str, Any]) -> set[str]:
    split = alias.get("RoutingConfig", {}).get("AdditionalVersionWeights", {})
    return {alias["FunctionVersion"], *split}
