"""Calls to a deployed LINDA that are handed to the relay."""

import secrets
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from linda.adapters.simulated_phone import Line
from linda.adapters.simulated_phone.webhook import Webhook


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A call that was picked up: its id, where the relay is (a wss address), and the first frame."""

    call_sid: str
    url: str
    setup: dict[str, Any]


def handed_over(line: Line, caller: str, post: Callable[[Webhook], bytes]) -> HandedOver:
    """Let a call come in, and the owner's phone ring in vain if it rings; `post` returns the answer's body."""
    call_sid = f"CA{secrets.token_hex(16)}"
    told = {"CallSid": call_sid, "AccountSid": line.account_sid, "From": caller, "To": line.number}
    post(line.signed(line.url("/twilio/voice"), told))
    rang = post(line.signed(line.url("/twilio/voice/dialed?step=1"), {**told, "DialCallStatus": "no-answer"}))
    relay = ET.fromstring(rang).find("Connect/ConversationRelay")  # noqa: S314 - our own document
    assert relay is not None, rang
    parameters = {each.attrib["name"]: each.attrib["value"] for each in relay.iter("Parameter")}
    setup = {"type": "setup", "accountSid": line.account_sid, "callSid": call_sid, "from": caller, "to": line.number}
    return HandedOver(call_sid, relay.attrib["url"], {**setup, "customParameters": parameters})
