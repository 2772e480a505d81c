"""Outgoing texts that are not the answer to a webhook: written with the decision, sent afterwards, never twice.

A row is `queued`, then `sending` (claimed by one sender), then `sent` or `failed`. A sender that died or lost the
provider's answer leaves `sending`: the next one asks the provider whether the text is already there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linda.records.inbox import DUE
from linda.records.store import Absent, Equals, Put, Update
from linda.records.tables import INBOX

CLAIM_MS = 30_000
GIVE_UP_AFTER = 6


@dataclass(frozen=True, slots=True)
class OutgoingText:
    """A text to send. `due_at` (epoch ms) is when it may leave; `about` the lead it belongs to."""

    key: str
    to: str
    body: str
    due_at: int
    created_at: int
    about: str = ""
    status: str = "queued"
    attempts: int = 0

    @classmethod
    def from_item(cls, item: Mapping[str, Any]) -> "OutgoingText":
        """Read an outgoing text's row."""
        return cls(**{name: value for name, value in item.items() if name in cls.__dataclass_fields__})


def outgoing_key(cause: str, place: int = 0) -> str:
    """Return the key of the text that `cause` (a message id, a booking id) leads to: the same cause, one text."""
    return f"out#{cause}#{place}"


def enqueue(text: OutgoingText) -> Put:
    """Return the write that queues `text`, once per key."""
    item = {name: getattr(text, name) for name in text.__dataclass_fields__}
    return Put(INBOX, {**item, "due": DUE}, Absent())


def claim(text: OutgoingText, now_ms: int) -> Update:
    """Return the write by which one sender takes `text`; it is anybody's again after thirty seconds."""
    changes = {"status": "sending", "attempts": text.attempts + 1, "due_at": now_ms + CLAIM_MS}
    return Update(INBOX, {"key": text.key}, changes, Equals("attempts", text.attempts))


def sent(text: OutgoingText, provider_sid: str, now_ms: int) -> Update:
    """Return the write that closes `text` as sent under the provider's id."""
    changes = {"status": "sent", "provider_sid": provider_sid, "sent_at": now_ms, "due": None, "due_at": None}
    return Update(INBOX, {"key": text.key}, changes)


def failed(text: OutgoingText, reason: str, now_ms: int, *, permanent: bool) -> Update:
    """Return the write after a failed attempt: closed when `permanent` or tried often enough, else due again later."""
    attempts = text.attempts + 1
    if permanent or attempts >= GIVE_UP_AFTER:
        return Update(INBOX, {"key": text.key}, {"status": "failed", "reason": reason, "due": None, "due_at": None})
    later = now_ms + 5_000 * 2**attempts
    return Update(INBOX, {"key": text.key}, {"status": "queued", "reason": reason, "due_at": later})
