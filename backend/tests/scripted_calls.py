"""A shop that answers each step of a call with the TwiML that it was given for its path."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any

from linda.adapters.simulated_phone import Line, SimulatedPhone
from linda.adapters.twilio_phone.form import Form
from linda.adapters.twilio_phone.signature import read_signed_form
from linda.entrypoints.lambda_call import post_in_process
from linda.testing.clock import FakeClock
from tests.faults.signature_vectors import AUTH_TOKEN, PUBLIC_URL

CUSTOMER, OWNER, SHOP = "+19045550142", "+19045550199", "+19045550100"
LINE = Line("AC" + "0b" * 16, AUTH_TOKEN, SHOP, PUBLIC_URL, "/twilio/sms")

Answer = str | int | Callable[[], str]
"""What stands in <Response>, or the status of an answer without one, or what makes it up."""

Answers = Mapping[str, Answer | list[Answer]]


class ScriptedShop:
    """Answers by path and query, a list in its order, and remembers what it was asked."""

    def __init__(self, answers: Answers) -> None:
        self.answers: Answers = {"/twilio/voice/status": "", **answers}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def __call__(self, event: dict[str, Any], _context: Any) -> dict[str, Any]:
        form = read_signed_form(event, public_url=PUBLIC_URL, auth_token=AUTH_TOKEN)
        if form is None:
            return {"statusCode": 403}
        query = event["rawQueryString"]
        path = event["rawPath"] + (f"?{query}" if query else "")
        self.asked.append((path, _fields(form)))
        answer = self.answers[path]
        if isinstance(answer, list):
            answer = answer.pop(0)
        if isinstance(answer, int):
            return {"statusCode": answer}
        document = f"<Response>{answer if isinstance(answer, str) else answer()}</Response>"
        return {"statusCode": 200, "headers": {"content-type": "text/xml"}, "body": document}

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def said(self, path: str, *names: str) -> dict[str, str]:
        """Return those of the named fields that the last request to `path` had."""
        fields = next(fields for asked, fields in reversed(self.asked) if asked == path)
        return {name: fields[name] for name in names if name in fields}


def phone_at(shop: ScriptedShop, clock: FakeClock | None = None) -> SimulatedPhone:
    """Return a simulated phone whose calls `shop` answers."""
    clock = clock or FakeClock(datetime(2026, 2, 10, 19, 46, tzinfo=UTC))
    numbers = count(1)
    post = post_in_process(shop, clock, host="localhost")
    return SimulatedPhone(LINE, post, clock, new_id=lambda: f"{next(numbers):032x}")


def _fields(form: Form) -> dict[str, str]:
    return {name: form.one(name) for name in form}
