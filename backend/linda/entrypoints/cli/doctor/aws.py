"""AWS: the account, the tables, and whether what runs there is what is wanted here."""

from collections.abc import Iterator
from pathlib import Path

from linda.adapters.dynamo_store import differences
from linda.deployment import drift, tables
from linda.deployment.aws import Aws, connect
from linda.deployment.order import Order
from linda.deployment.stack import Stack, check, look
from linda.domain.errors import LindaError
from linda.entrypoints.cli.doctor.finding import DEPLOY, Finding, found, tried
from linda.settings import Settings


def aws_findings(settings: Settings, name: str, *, is_on: bool) -> Iterator[Finding]:
    """Yield what AWS says of the account, the tables and stack `name`; nothing is asked when it is not `is_on`."""
    if not is_on:
        yield Finding("2 AWS", is_well=True, says="off; LINDA_STORE=dynamodb or --aws looks there")
        return
    aws = connect(settings.aws_region)
    account = tried("2 AWS", lambda: f"account {aws.account()}, region {aws.region}", "aws configure")
    yield account
    if account.is_well:
        yield found(
            "3 tables",
            lambda: _tables(aws, settings.table_prefix),
            well="all as declared",
            repair="python backend/scripts/create_tables.py",
        )
        yield from _deployed(aws, Order(name, settings, Path.cwd(), {}))


def _tables(aws: Aws, prefix: str) -> list[str]:
    return differences(aws.client("dynamodb"), prefix) or tables.unprotected(aws, prefix)


def _deployed(aws: Aws, order: Order) -> Iterator[Finding]:
    try:
        stack = look(aws, order.name)
        if stack.is_new:
            yield Finding("9 stack", is_well=False, says=f"stack {order.name} is not deployed", repair=DEPLOY)
            return
        check(stack, aws.region)
    except LindaError as bad:
        yield Finding("9 stack", is_well=False, says=str(bad), repair=DEPLOY)
        return
    yield Finding("9 stack", is_well=True, says=f"{stack.name} is {stack.status}, release {_release(stack)}")
    if order.template.exists():
        yield found(
            "9 template", lambda: drift.of_template(aws, order, stack), well="deployed as it is here", repair=DEPLOY
        )
        yield found(
            "9 parameters",
            lambda: drift.of_parameters(aws, order, stack),
            well="deployed as they are set here",
            repair=DEPLOY,
        )
    yield found(
        "9 secrets", lambda: drift.of_secrets(aws, order, stack), well="stored as they are set here", repair=DEPLOY
    )
    yield found("9 functions", lambda: drift.of_functions(aws, stack), well="as the template made them", repair=DEPLOY)


def _release(stack: Stack) -> str:
    return stack.parameters.get("Release", "unknown")
