"""What Twilio says about a call, read from the form of a webhook or from the address of one."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from linda.adapters.twilio_phone.form import Form
from linda.conversation.calls import Heard, IncomingCall
from linda.domain.errors import InvalidInput

WITHHELD = frozenset({"", "+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253"})
"""Numbers of nobody. Twilio spells on the keys why there is none: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE
(Twilio, "Why am I getting calls from these strange numbers?")."""


def read_call(form: Form) -> IncomingCall:
    """Return whose call a webhook is about; raises `InvalidInput`."""
    call_sid, caller = form.one("CallSid"), form.one("From")
    if not call_sid:
        raise InvalidInput("a webhook about a call without its id")
    return IncomingCall(call_sid, "" if caller in WITHHELD else caller, form.one("To"))


def read_heard(form: Form) -> Heard:
    """Return what came of listening; raises `InvalidInput`."""
    return Heard(form.one("SpeechResult"), form.one("Digits"))


def read_seconds(form: Form) -> int:
    """Return how long a call lasted, 0 where that is not said; raises `InvalidInput`."""
    seconds = form.one("CallDuration")
    return int(seconds) if seconds.isascii() and seconds.isdigit() else 0


def was_connected(form: Form) -> bool:
    """Tell whether the two talked (Twilio, "TwiML Voice: <Dial>", DialBridged); raises `InvalidInput`."""
    return form.one("DialBridged") == "true"


def counts(query: str) -> Mapping[str, int]:
    """Return the figures that our own addresses carry, without those that are none."""
    return {
        name: int(values[0]) for name, values in parse_qs(query).items() if values[0].isascii() and values[0].isdigit()
    }


def failed_address(form: Form, public_url: str) -> tuple[str, str]:
    """Return the path and the query of the webhook that failed, which the fallback is told; raises `InvalidInput`."""
    path, _, query = form.one("ErrorUrl").removeprefix(public_url.rstrip("/")).partition("?")
    return path, query


def query_of(event: Mapping[str, Any]) -> str:
    """Return the query that the webhook was called with."""
    return str(event.get("rawQueryString", ""))
