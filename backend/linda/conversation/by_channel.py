"""Sending by the way a customer came: a number gets a text, a visitor of the web page finds it in his chat."""

from dataclasses import dataclass
from datetime import datetime

from linda.conversation.phone_sender import PhoneSender
from linda.domain.visitor import is_visitor


@dataclass(frozen=True, slots=True)
class ByChannel:
    """A `PhoneSender` that gives the carrier only what is for a phone.

    What is for a visitor is in the conversation already, which his page reads: once it counts as sent, he sees it.
    """

    phone: PhoneSender

    def send(self, to: str, body: str, idempotency_hint: str) -> str:
        """Send `body` to the number `to`; for a visitor nothing is left to do. Returns an id; raises `TextNotSent`."""
        return _shown(to) if is_visitor(to) else self.phone.send(to, body, idempotency_hint)

    def find_sent(self, to: str, body: str, since: datetime) -> str | None:
        """Return the id of such a text since the aware moment `since`; what is for a visitor is always there."""
        return _shown(to) if is_visitor(to) else self.phone.find_sent(to, body, since)


def _shown(visitor: str) -> str:
    return f"shown to {visitor}"
