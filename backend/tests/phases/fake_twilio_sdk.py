"""A Twilio SDK without a Twilio: one account and one number, and every change of it remembered."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from twilio.base.exceptions import TwilioRestException  # type: ignore[import-untyped]

OLD = "https://old.example.com/sms"


@dataclass
class Record:
    """What the SDK gives for an account or a number."""

    status: str = "active"
    type: str = "Full"
    phone_number: str = "+19045550100"
    sid: str = "PN1"
    sms_url: str = OLD
    sms_method: str = "POST"
    sms_application_sid: str | None = None
    capabilities: Any = None


class FakeSdk:
    """A Twilio SDK that has one account and one number, and remembers every change of the number."""

    def __init__(self, account: Record | None = None, number: Record | None = None, *, breaks: bool = False) -> None:
        self.changes: list[dict[str, str]] = []
        self.api = SimpleNamespace(accounts=lambda sid: SimpleNamespace(fetch=lambda: account))
        self._number = number
        self._breaks = breaks

    def incoming_phone_numbers(self, sid: str) -> Any:
        assert sid == "PN1"
        return self

    def update(self, **fields: str) -> None:
        if self._breaks and self.changes:
            raise TwilioRestException(500, "/", code=20500)
        self.changes.append(fields)
