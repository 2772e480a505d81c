"""The owner's phone, when the shop dials it in a call."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import urljoin

from linda.adapters.simulated_phone.call_exchange import Exchange
from linda.adapters.simulated_phone.call_legs import Leg
from linda.adapters.simulated_phone.call_playing import Playing
from linda.adapters.simulated_phone.twiml_verbs import Dial

OwnerDoes = Literal["takes", "declines", "rings_out", "busy", "voicemail"]
"""He takes the call (presses 1), picks up and presses another key, lets it ring, is on the phone already; or his
voicemail picks up, which presses nothing."""

_UNANSWERED: Mapping[OwnerDoes, str] = {"rings_out": "no-answer", "busy": "busy"}
_PRESSED: Mapping[OwnerDoes, str] = {"takes": "1", "declines": "2"}


@dataclass(frozen=True, slots=True)
class Rung:
    """How a Dial went: Twilio's DialCallStatus, and whether the two were connected. `at` is when it rang."""

    dial: Dial
    leg: Leg
    status: str
    is_bridged: bool
    at: datetime

    def fields(self, now: datetime) -> dict[str, str]:
        """Return what the Dial's action is told when it is over.

        Whoever picks up makes it "completed", also one who was never connected: `DialBridged` tells the two apart.
        """
        told = {"DialCallStatus": self.status, "DialCallSid": self.leg.sid}
        if self.leg.is_answered:
            told["DialCallDuration"] = str(round((now - self.at).total_seconds()))
        return told | {"DialBridged": "true" if self.is_bridged else "false"}


def ring(exchange: Exchange, dial: Dial, caller: Playing, does: OwnerDoes) -> Rung:
    """Ring the first number of `dial` for the `caller`; before the two are connected its owner hears its url."""
    number, now = dial.numbers[0], exchange.clock.now()
    leg = Leg("CA" + exchange.new_id(), caller.leg.caller, number.number, parent=caller.leg.sid)
    exchange.note(leg, "owner", does)
    if does in _UNANSWERED:
        return Rung(dial, leg, _UNANSWERED[does], is_bridged=False, at=now)
    leg.is_answered = True
    screened = Playing(exchange, leg)
    if number.url:
        screened.load(urljoin(caller.url, number.url), number.method)
    screened.go_on()
    while screened.state == "listening":
        keys = _PRESSED.get(does, "")
        exchange.note(leg, "owner", "presses" if keys else "is silent", keys)
        screened.hear({"Digits": keys} if keys else {})
        screened.go_on()
    return Rung(dial, leg, "completed", is_bridged=screened.state == "at the end", at=now)
