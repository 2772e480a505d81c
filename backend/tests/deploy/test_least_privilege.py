"""Each right of each role is needed: without it something that people do fails, and with all of them nothing does.

What an emulator does not ask for is not proven here: the two rights on a log group, and that of the schedule to call.
"""

import pytest

from linda.records.tables import TABLES
from tests.deploy.called import Stack
from tests.deploy.deployed import Stage
from tests.deploy.flows import FLOWS
from tests.deploy.rights import RELAY_RIGHTS, SECRET_RIGHTS, TABLE_RIGHTS, Right, without


@pytest.fixture
def fresh(stage: Stage) -> Stack:
    """Return the stack with empty tables."""
    stack = Stack.of(stage)
    client = stack.connect("dynamodb")
    for table in TABLES:
        for item in client.scan(TableName=table.name)["Items"]:
            key = {name: item[name] for name in (table.partition, table.sort) if name}
            client.delete_item(TableName=table.name, Key=key)
    return stack


@pytest.mark.parametrize("function", FLOWS)
def test_with_all_its_rights_a_function_does_everything(fresh: Stack, function: str) -> None:
    assert [flow(fresh) for flow in FLOWS[function]] == ["" for _ in FLOWS[function]]


@pytest.mark.parametrize("right", [*TABLE_RIGHTS, *RELAY_RIGHTS], ids=str)
def test_without_a_right_something_fails(fresh: Stack, right: Right) -> None:
    with without(fresh, right):
        assert any(flow(fresh) for flow in FLOWS[right.module])


@pytest.mark.parametrize("right", SECRET_RIGHTS, ids=str)
def test_without_a_secret_a_function_does_not_even_start(fresh: Stack, right: Right) -> None:
    with without(fresh, right):
        assert "may not read" in fresh.started_anew(right.module)


def test_with_all_its_secrets_a_function_starts(fresh: Stack) -> None:
    assert fresh.started_anew("scheduler") == ""
