"""Texting LINDA: one text through the signed path, or a terminal phone with both roles."""

import json
from pathlib import Path
from typing import Any

import click

from linda.adapters.simulated_phone import SimulatedPhone
from linda.adapters.twilio_phone.inbound import is_message_sid
from linda.bootstrap import Linda
from linda.conversation.why import why_words
from linda.domain.errors import InvalidInput
from linda.domain.phone_number import display, to_e164
from linda.entrypoints.cli.shared import as_json, data_folder, fixed_clock, opened, read_typed
from linda.entrypoints.terminal import tell

CUSTOMER = "+19045550142"


@click.command()
@click.argument("text")
@click.option("--from", "sender", default=CUSTOMER, show_default=True, help="The customer's number.")
@click.option("--sid", help="Repeat an earlier message under its id.")
@as_json
@fixed_clock
@data_folder
def say(*, text: str, sender: str, sid: str | None, as_json: bool, at: str | None, data: Path | None) -> None:
    """Send one TEXT to LINDA, signed as the carrier signs it, and print the reply."""
    if sid is not None and not is_message_sid(sid):
        raise click.BadParameter("a message id is SM and 32 of 0-9 and a-f, as --json shows it", param_hint="--sid")
    with opened(data, at) as linda:
        phone = simulated(linda)
        delivery = phone.text(to_e164(sender), read_typed(text), sid=sid)
        if delivery.problem:
            raise InvalidInput(delivery.problem)
        if as_json:
            receipt = receipt_of(linda, delivery.sid)
            tell(json.dumps({"sid": delivery.sid, "replies": list(delivery.replies), "receipt": receipt}, indent=2))
        else:
            tell("\n".join(delivery.replies) or "(no reply)")


@click.command()
@click.option("--from", "sender", default=CUSTOMER, show_default=True, help="The customer's number.")
@click.option("--why", is_flag=True, help="Print why each reply says what it says.")
@fixed_clock
@data_folder
def chat(*, sender: str, why: bool, at: str | None, data: Path | None) -> None:
    """Be a customer on a terminal phone; begin a line with "owner:" to text as the owner. Ctrl-D ends it."""
    with opened(data, at) as linda:
        phone = simulated(linda)
        customer = to_e164(sender)
        tell(f"You are {display(customer)}, texting {linda.shop.name}. Ctrl-D ends it.")
        while (line := _line()) is not None:
            is_owner = line.startswith("owner:")
            who = linda.settings.owner_phone if is_owner else customer
            _one_text(linda, phone, who, line.removeprefix("owner:").strip(), why=why)


def _one_text(linda: Linda, phone: SimulatedPhone, sender: str, text: str, *, why: bool) -> None:
    shown = {each.sid for each in phone.threads.all()}
    delivery = phone.text(sender, read_typed(text))
    linda.sweeper.sweep()
    for each in phone.threads.all():
        if each.sid not in shown and each.author != "person":
            whose = "owner's phone" if each.person == linda.settings.owner_phone else "LINDA"
            tell(f"{whose if each.author == 'shop' else 'carrier'}: {each.body}")
    if delivery.problem:
        tell(delivery.problem, err=True)
    if why:
        tell(why_words(receipt_of(linda, delivery.sid)))


def simulated(linda: Linda) -> SimulatedPhone:
    """Return the simulated phone; with real credentials there is none, and texts cost money."""
    if not isinstance(linda.sender, SimulatedPhone):
        raise InvalidInput("This is not local mode: unset TWILIO_ACCOUNT_SID to use the simulated phone.")
    return linda.sender


def receipt_of(linda: Linda, sid: str) -> dict[str, Any] | None:
    """Return the receipt of the reply that covered message `sid`, or None."""
    message = linda.records.inbox.get(sid)
    if message is None or not message.receipt:
        return None
    event = linda.records.leads.event_at(message.lead_id, message.receipt)
    return event["receipt"] if event else None


def _line() -> str | None:
    try:
        return str(click.prompt("you", prompt_suffix="> "))
    except (EOFError, click.Abort):
        return None
