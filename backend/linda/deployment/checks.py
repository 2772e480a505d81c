"""Everything that can be known to be wrong before a thing is written."""

from dataclasses import dataclass
from pathlib import Path

from linda.adapters.shop_file import load_shop
from linda.deployment.aws import Aws, explained
from linda.deployment.order import Order, check_prefix
from linda.deployment.stack import Stack, check, look
from linda.deployment.stopped import DeploymentStopped
from linda.deployment.tables import check as check_tables
from linda.deployment.template import Template, declared, read_template
from linda.deployment.terminal import Terminal
from linda.deployment.twilio_number import TwilioNumber, find_number

LEFT_TO_OTHERS = 100
"""Calls at once that AWS leaves to functions with none reserved (AWS, "Configuring reserved concurrency")."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a deployment goes on with; `parameters` are those of the stack but for the package's."""

    account: str
    stack: Stack
    template: Template
    parameters: dict[str, str]
    number: TwilioNumber | None


def examine(aws: Aws, order: Order, terminal: Terminal) -> Checked:
    """Check the order, the account and the number; raises `LindaError` with the first thing that is wrong."""
    _check_shop(order)
    template = read_template(order.template)
    account = aws.account()
    stack = look(aws, order.name)
    terminal.say(f"AWS account {account}, region {aws.region}, stack {order.name}: {stack.status or 'not there yet'}.")
    check(stack, aws.region)
    check_prefix(order, stack)
    parameters = order.parameters(stack, declared(aws, template))
    there = check_tables(aws, order.settings.table_prefix) if stack.is_new else []
    if there:
        terminal.say(f"Tables that are there already and stay as they are: {', '.join(there)}.")
    number = find_number(order.settings) if order.has_number else None
    _afford(aws, parameters, stack, template, terminal)
    return Checked(account, stack, template, parameters, number)


def _check_shop(order: Order) -> None:
    file = order.settings.shop_file
    if Path.cwd().joinpath(file).resolve() != (order.root / "shop.toml").resolve():
        raise DeploymentStopped(
            f"The functions are given {order.root / 'shop.toml'}, and LINDA_SHOP_FILE names {file}: put your shop into "
            "shop.toml, and unset LINDA_SHOP_FILE."
        )
    load_shop(order.root / "shop.toml")


def _afford(aws: Aws, parameters: dict[str, str], stack: Stack, template: Template, terminal: Terminal) -> None:
    """Reserve nothing when the account has too little: AWS would refuse, in the middle of the deployment."""
    wanted = int(parameters.get("ReservedConcurrency", "0"))
    if not wanted:
        return
    with explained("asking how many calls at once the account may have", aws.region):
        limit = aws.client("lambda").get_account_settings()["AccountLimit"]
    held = int(stack.parameters.get("ReservedConcurrency", "0")) * template.reserving
    free = limit["UnreservedConcurrentExecutions"] + held - LEFT_TO_OTHERS
    if wanted * template.reserving <= free:
        return
    parameters["ReservedConcurrency"] = "0"
    terminal.say(
        f"The account may have {limit['ConcurrentExecutions']} calls at once, too few to reserve {wanted} for each of "
        f"{template.reserving} functions: none are reserved. More are asked for at "
        f"https://console.aws.amazon.com/servicequotas (Lambda, Concurrent executions)."
    )
