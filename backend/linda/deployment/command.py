"""Phase 9's command line: LINDA brought to AWS, or to an AWS of this machine, and taken off again."""

import re
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import click

from linda.adapters.shop_file import load_shop
from linda.deployment import local as on_this_machine
from linda.deployment.aws import connect
from linda.deployment.bringing_up import Bringing
from linda.deployment.deploy import deploy, rehearse
from linda.deployment.order import Order
from linda.deployment.pace import AWS_PACE, LOCAL_PACE
from linda.deployment.package import build
from linda.deployment.removal import remove
from linda.deployment.terminal import ClickTerminal
from linda.entrypoints.env_files import read_environment
from linda.entrypoints.phases.doubles import local_aws
from linda.entrypoints.phases.shared import Phase, local, require
from linda.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
NEEDED = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER", "LINDA_OWNER_PHONE")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,29}")
_UNKNOWN_YET = "https://address.of.the.api"


@click.command(cls=Phase, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--dry-run", "is_rehearsal", is_flag=True, help="Show what would be done, and do nothing.")
@click.option("--delete", "is_removal", is_flag=True, help="Take LINDA off AWS again; the tables stay.")
@click.option(
    "--name",
    default="linda",
    show_default=True,
    callback=lambda context, option, value: _name(value),
    help="The stack, and what each function's name begins with.",
)
@click.option("--region", help="Where to (AWS_REGION, else us-east-1).")
@click.option("--architecture", type=click.Choice(["arm64", "x86_64"]), help="The functions' processor (arm64).")
@click.option(
    "--runtime",
    type=click.Choice(["python3.13", "python3.12", "python3.11"]),
    help="The functions' Python (python3.13).",
)
@click.option("--snap-start", type=click.Choice(["on", "off"]), help="Start the dispatcher from a snapshot (on).")
@click.option("--public-url", metavar="URL", help="A domain of yours that Twilio is to call (the API's own address).")
@click.option("--site-url", metavar="URL", help="Where the pages live (nowhere).")
@click.option(
    "--voice-relay", type=click.Choice(["on", "off"]), help="Answer calls over a WebSocket, sentence by sentence (off)."
)
@click.option("--relay-url", metavar="URL", help="A wss address of yours for that WebSocket (the API's own).")
@click.option("--alarm-email", metavar="ADDRESS", help="Who is told when something fails (nobody).")
@click.option("--reserved-concurrency", metavar="N", type=click.IntRange(0, 1000), help="Calls at once kept free (0).")
@click.option("--rotate-key", is_flag=True, help="Seal the second factor's secret with a new key from now on.")
@local
def main(
    *,
    yes: bool,
    is_rehearsal: bool,
    is_removal: bool,
    name: str,
    region: str | None,
    local: bool,
    rotate_key: bool,
    **options: object,
) -> None:
    """Deploy LINDA to AWS, or bring what is there up to date; safe to repeat.

    An option that is left out keeps the value of the deployment before, or is what stands in brackets.
    """
    with local_aws() if local else nullcontext():
        order = _order(name, region, _parameters(options), is_local=local, is_removal=is_removal)
        order = replace(order, rotates_key=rotate_key)
        terminal = ClickTerminal(yes=yes or local)
        by = Bringing(connect(order.settings.aws_region), terminal, build, LOCAL_PACE if local else AWS_PACE)
        if is_removal:
            remove(by, order, rehearsal=is_rehearsal)
        elif is_rehearsal:
            rehearse(by, order)
        else:
            deploy(by, order)


def _name(value: str) -> str:
    if not _NAME.fullmatch(value):  # it is in the name of the bucket too, which has 63 letters for name and place
        raise click.BadParameter("up to 30 small letters, digits and dashes, a letter first")
    return value


def _parameters(options: Mapping[str, object]) -> dict[str, str]:
    """Return the template's parameters that were given as options: `public_url` is PublicUrl."""
    return {
        "".join(part.capitalize() for part in option.split("_")): str(value)
        for option, value in options.items()
        if value is not None
    }


def _order(name: str, region: str | None, options: Mapping[str, str], *, is_local: bool, is_removal: bool) -> Order:
    environment = read_environment()
    if not (is_local or is_removal):
        require(environment, *NEEDED)
    # The address is known when the API is there; the one of a tunnel to this machine must not be deployed.
    settings = Settings.from_environment({**environment, "LINDA_PUBLIC_URL": _UNKNOWN_YET})
    settings = replace(settings, aws_region=region or settings.aws_region)
    if is_local:
        settings = on_this_machine.stand_in(settings, load_shop(ROOT / "shop.toml").phone)
        options = {**on_this_machine.options(), **options}
    return Order(name, settings, ROOT, options, local=is_local)
