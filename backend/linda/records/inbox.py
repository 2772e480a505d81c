"""Accepted messages: one row per signed message id, so that a message counts once however often it comes."""

import hashlib
from dataclasses import asdict, dataclass, fields
from typing import Any

from linda.records.store import Absent, Equals, Item, Put, Range, Store, Update
from linda.records.tables import INBOX

ACCEPTED = "accepted"
DONE = "done"
DUE = "due"
EPOCH_END = 2**53


@dataclass(frozen=True, slots=True)
class Message:
    """One accepted message. Times are epoch ms; `fingerprint` is a hash of what came under this id.

    `reply` is what was answered: the bytes of a repeat are rendered from it. `delivery` says how it left: "webhook"
    (in the answer to the provider), "rest" (through the outbox), "none" (nothing was to be said).
    """

    sid: str
    lead_id: str
    channel: str
    customer: str
    sent_to: str
    text: str
    media: int
    fingerprint: str
    accepted_at: int
    status: str = ACCEPTED
    reply: tuple[str, ...] = ()
    delivery: str = ""
    answered_at: int = 0
    receipt: int = 0

    @property
    def is_done(self) -> bool:
        """Tell whether an answer is stored."""
        return self.status == DONE


def message_key(sid: str) -> str:
    """Return the key of a message's row."""
    return f"msg#{sid}"


def fingerprint(*parts: str) -> str:
    """Return a short hash of what came in under a message id."""
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def is_message(key: str) -> bool:
    """Tell whether `key` is that of a message's row."""
    return key.startswith("msg#")


class Inbox:
    """The accepted messages on a store."""

    def __init__(self, store: Store) -> None:
        """Keep messages in `store`."""
        self._store = store

    def get(self, sid: str) -> Message | None:
        """Return the message with this id, or None."""
        item = self._store.get(INBOX, {"key": message_key(sid)})
        return from_item(item) if item else None

    def due(self, now_ms: int, *, limit: int = 100) -> list[Item]:
        """Return rows (messages and outgoing texts) that wait for the sweeper; through an index, so it may lag."""
        return self._store.query(INBOX, DUE, Range(0, now_ms), limit=limit, index="inbox_due")

    def waiting(self) -> int:
        """Return how many rows wait for anything at all, up to 1000."""
        return len(self._store.query(INBOX, DUE, Range(0, EPOCH_END), limit=1000, index="inbox_due"))


def accept(message: Message, due_at: int) -> Put:
    """Return the write that accepts `message`, once; unanswered by `due_at` it is the sweeper's."""
    return Put(INBOX, {**_to_item(message), "due": DUE, "due_at": due_at}, Absent())


def finish(sid: str, reply: tuple[str, ...], delivery: str, *, now_ms: int, receipt: int, confirm_by: int) -> Update:
    """Return the write that stores the answer to `sid`, once.

    `confirm_by` (epoch ms, 0: never) is when the sweeper asks whether an answer given to a webhook reached the
    provider at all: the process may have died between this write and the answer.
    """
    changes: dict[str, Any] = {"status": DONE, "reply": list(reply), "delivery": delivery, "answered_at": now_ms}
    due = {"due": DUE, "due_at": confirm_by} if confirm_by else {"due": None, "due_at": None}
    return Update(INBOX, {"key": message_key(sid)}, {**changes, "receipt": receipt, **due}, Equals("status", ACCEPTED))


def confirm(sid: str) -> Update:
    """Return the write that takes an answered message off the sweeper's list."""
    return Update(INBOX, {"key": message_key(sid)}, {"due": None, "due_at": None}, Equals("status", DONE))


def postpone(key: str, due_at: int, until_ms: int) -> Update:
    """Return the write that moves a row from `due_at` to `until_ms`; of several who try, one succeeds."""
    return Update(INBOX, {"key": key}, {"due_at": until_ms}, Equals("due_at", due_at))


def from_item(item: Item) -> Message:
    """Read a message's row."""
    names = {spec.name for spec in fields(Message)}
    values = {key: value for key, value in item.items() if key in names}
    return Message(**{**values, "reply": tuple(item["reply"])})


def _to_item(message: Message) -> Item:
    return {"key": message_key(message.sid), **asdict(message), "reply": list(message.reply)}
