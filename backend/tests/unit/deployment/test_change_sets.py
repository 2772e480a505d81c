"""What AWS is going to do, in lines that say what is at stake."""

from typing import Any

import pytest

from linda.deployment.change_set import drawn_up
from linda.deployment.pace import Pace
from linda.deployment.stack import Stack
from tests.stubbed_aws import StubbedAws

QUICK = Pace(every_s=0.0, rounds=3, pause=lambda seconds: None)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"Action": "Add"}, "add Leads (AWS::DynamoDB::Table)"),
        ({"Action": "Import"}, "take over Leads (AWS::DynamoDB::Table)"),
        ({"Action": "Modify", "Replacement": "False"}, "change Leads (AWS::DynamoDB::Table)"),
        ({"Action": "Modify", "Replacement": "Conditional"}, "change or replace Leads (AWS::DynamoDB::Table)"),
        ({"Action": "Modify", "Replacement": "True"}, "replace Leads (AWS::DynamoDB::Table)"),
        ({"Action": "Remove"}, "remove Leads (AWS::DynamoDB::Table)"),
        ({"Action": "Remove", "PolicyAction": "Retain"}, "let go, and keep, Leads (AWS::DynamoDB::Table)"),
    ],
)
def test_a_change_says_what_becomes_of_the_resource(change: dict[str, str], line: str) -> None:
    assert drawn(change) == (line,)


def test_changes_on_a_second_page_are_shown_too() -> None:
    assert len(drawn({"Action": "Add"}, {"Action": "Add"})) == 2


def drawn(*changes: dict[str, str]) -> tuple[str, ...]:
    account = StubbedAws()
    account.answers("cloudformation", "create_change_set", {"Id": "arn:aws:x:1"})
    for number, change in enumerate(changes, start=1):
        resource = {"LogicalResourceId": "Leads", "ResourceType": "AWS::DynamoDB::Table", **change}
        page: dict[str, Any] = {"Status": "CREATE_COMPLETE", "Changes": [{"ResourceChange": resource}]}
        more = {"NextToken": "more"} if number < len(changes) else {}
        account.answers("cloudformation", "describe_change_set", {**page, **more})
    account.discards("UPDATE_COMPLETE")
    with drawn_up(account.aws, Stack("linda", "UPDATE_COMPLETE", {}, {}), "{}", {}, QUICK) as found:
        lines = found.changes
    account.assert_all_asked()
    return lines
