"""Outgoing texts that are not the answer to a webhook: written with the decision, sent afterwards, never twice.

A row is `queued`, then `sending` (claimed by one sender), then `sent` or `failed`. A sender that died or lost the
provider's answer leaves `sending`: the next one asks the provider whether the text is already there.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from linda.records.inbox import DUE
from linda.records.store import Absent, Delete, Equals, Put, Update
from linda.records.tables import INBOX

CLAIM_MS = 30_000
GIVE_UP_AFTER = 12
LONGEST_PAUSE_MS = 600_000

QUEUED, SENDING, SENT, FAILED = "queued", "sending", "sent", "failed"


@dataclass(frozen=True, slots=True)
class OutgoingText:
    """A text to send. `due_at` (epoch ms, 0: never again) is when it may leave; `about` the lead it belongs to.

    `attempts` counts senders that took it, `tried_at` (0: never) is when the first did. `secret_until` (epoch ms, 0: it
    is no secret) ends a text that is of use for a while and only to its reader: it does not leave later, and once it
    has left, nothing of it is kept.
    """

    key: str
    to: str
    body: str
    due_at: int
    created_at: int
    about: str = ""
    status: str = QUEUED
    attempts: int = 0
    tried_at: int = 0
    secret_until: int = 0

    @classmethod
    def from_item(cls, item: Mapping[str, Any]) -> "OutgoingText":
        """Read an outgoing text's row."""
        known = {name: value for name, value in item.items() if name in cls.__dataclass_fields__}
        return cls(**{"due_at": 0, **known})

    def claimed(self, now_ms: int) -> "OutgoingText":
        """Return this text as it is in the hands of a sender; it is anybody's again after thirty seconds."""
        first = self.tried_at or now_ms
        return replace(self, status=SENDING, attempts=self.attempts + 1, due_at=now_ms + CLAIM_MS, tried_at=first)


def is_outgoing(key: str) -> bool:
    """Tell whether `key` is that of an outgoing text's row."""
    return key.startswith("out#")


def outgoing_key(cause: str, place: int = 0) -> str:
    """Return the key of the text that `cause` (a message id, a booking id) leads to: the same cause, one text."""
    return f"out#{cause}#{place}"


def enqueue(text: OutgoingText) -> Put:
    """Return the write that queues `text`, once per key."""
    expires = {"expires_at": text.secret_until // 1000 + 1} if text.secret_until else {}
    return Put(INBOX, {**asdict(text), "due": DUE, **expires}, Absent())


def claim(text: OutgoingText, now_ms: int) -> Update:
    """Return the write by which one sender takes `text` and makes it `text.claimed(now_ms)`.

    Every claim moves `due_at` and every end removes it, so only one of those who read the same row gets it.
    """
    taken = text.claimed(now_ms)
    changes = {name: getattr(taken, name) for name in ("status", "attempts", "due_at", "tried_at")}
    return Update(INBOX, {"key": text.key}, changes, Equals("due_at", text.due_at))


def withdraw(key: str, due_at: int) -> Delete:
    """Return the write that takes a held text back, only if nobody has taken it to send it."""
    return Delete(INBOX, {"key": key}, Equals("due_at", due_at))


def again(key: str, now_ms: int) -> Update:
    """Return the write that queues a text that had failed once more."""
    changes = {"status": QUEUED, "attempts": 0, "due": DUE, "due_at": now_ms}
    return Update(INBOX, {"key": key}, changes, Equals("status", FAILED))


def sent(text: OutgoingText, provider_sid: str, now_ms: int) -> Update:
    """Return the write that closes `text` as sent under the provider's id; a fact, so it needs no condition."""
    changes = {"status": SENT, "provider_sid": provider_sid, "sent_at": now_ms, "due": None, "due_at": None}
    return Update(INBOX, {"key": text.key}, {**changes, **_wiped(text)})


def failed(claimed: OutgoingText, reason: str) -> Update:
    """Return the write that closes a text as never to be sent, unless somebody else took it from its claimer."""
    changes = {"status": FAILED, "reason": reason, "due": None, "due_at": None, **_wiped(claimed)}
    return Update(INBOX, {"key": claimed.key}, changes, Equals("due_at", claimed.due_at))


def put_back(claimed: OutgoingText, reason: str, now_ms: int) -> Update:
    """Return the write after an attempt that surely sent nothing: due again, later each time."""
    pause = min(5_000 * 2**claimed.attempts, LONGEST_PAUSE_MS)
    changes = {"status": QUEUED, "reason": reason, "due_at": now_ms + pause}
    return Update(INBOX, {"key": claimed.key}, changes, Equals("due_at", claimed.due_at))


def _wiped(text: OutgoingText) -> dict[str, str]:
    return {"body": ""} if text.secret_until else {}
