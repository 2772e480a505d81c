"""What sends a text that is no answer to a webhook: reminders, alerts, and replies of turns that died."""

from datetime import datetime
from typing import Protocol


class PhoneSender(Protocol):
    """A carrier, or what plays one."""

    def send(self, to: str, body: str, idempotency_hint: str) -> str:
        """Send `body` to the E.164 number `to` and return the carrier's id of the text.

        `idempotency_hint` names the text in our own records; a carrier without idempotency keys ignores it.
        Raises `TextNotSent`; with `maybe_sent` the caller asks `find_sent` before it tries again.
        """

    def find_sent(self, to: str, body: str, since: datetime) -> str | None:
        """Return the id of a text with this `body` taken for `to` at or after `since` (aware), or None.

        Raises `TextNotSent` when the carrier can't be asked.
        """
