"""A conversation as lines to read: what was said, by whom, and what happened between."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from linda.domain.channel import SMS, VOICE
from linda.domain.money import Cents, dollars
from linda.domain.phone_number import display
from linda.records import Records
from linda.records.store import Item
from linda.records.tables import INBOX

MOST = 200
UNSETTLED_MS = 15 * 60_000
"""Lines of our own that are younger are told again, for what became of their text may have changed."""

_NOTES = {
    "taken_over": "You took over. LINDA is silent here.",
    "given_back": "You gave it back to LINDA.",
    "closed": "You marked it done.",
}
_CALLS = {
    "missed": "Called, and reached nobody.",
    "talked": "Called and talked to LINDA{length}.",
    "connected": "Called and talked to you{length}.",
}
_BY_HAND = {
    "book_slot": "Booked by hand, code {code}.",
    "move_booking": "Moved by hand, code {code}.",
    "cancel_booking": "Cancelled by hand.",
}


class Speaker(StrEnum):
    """Whose line it is; a note is nobody's."""

    CUSTOMER = "customer"
    LINDA = "linda"
    OWNER = "owner"
    NOTE = "note"


class Fate(StrEnum):
    """What became of a text of ours."""

    SENT = "sent"
    HELD = "held"
    QUEUED = "queued"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """One line. `seq` is the event's timestamp (epoch ms); a held text is held until `held_until` (epoch ms).

    `key` names the text in the outbox, "" when it was said in an answer; `receipt` explains a reply of LINDA's;
    `channel` is the way it was said.
    """

    seq: int
    at: int
    kind: Speaker
    text: str
    status: Fate = Fate.SENT
    key: str = ""
    held_until: int = 0
    receipt: Mapping[str, Any] | None = None
    channel: str = SMS


def read_thread(records: Records, lead_id: str, now_ms: int, *, after: int = 0) -> list[ThreadLine]:
    """Return the lines after the timestamp `after` (at most the latest 200 events), and those not settled yet."""
    since = min(after, now_ms - UNSETTLED_MS) if after else 0
    events = records.leads.events(lead_id, limit=MOST, newest_first=True, after=since)[::-1]
    undone = {each["key"] for each in events if each["event"] == "undone"}
    lines = [line for each in events for line in _lines(records, each, undone, now_ms)]
    return [line for line in lines if line.seq > after or line.key]


def _lines(records: Records, event: Item, undone: set[str], now_ms: int) -> Iterator[ThreadLine]:
    seq, kind = int(event["timestamp"]), event["event"]
    if kind == "text_in":
        yield ThreadLine(
            seq, int(event["received_at"]), Speaker.CUSTOMER, event["text"], channel=event.get("channel", SMS)
        )
    elif kind == "reply":
        yield from _reply(seq, event)
    elif kind in {"owner_text", "linda_text", "decision"} and event["key"] not in undone:
        yield from _decided(seq, event)
        yield _own(records, seq, event, now_ms)
    elif kind in _NOTES:
        yield ThreadLine(seq, seq, Speaker.NOTE, _NOTES[kind])
    elif kind == "number_confirmed":
        yield ThreadLine(seq, seq, Speaker.NOTE, f"Confirmed the number {display(event['phone'])}.")
    elif kind == "call":
        yield ThreadLine(seq, seq, Speaker.NOTE, _call(event), channel=VOICE)
    elif kind == "by_hand":
        yield from _by_hand(seq, event["run"])


def _reply(seq: int, event: Item) -> Iterator[ThreadLine]:
    if event["text"]:
        channel = event.get("channel", SMS)
        yield ThreadLine(seq, seq, Speaker.LINDA, event["text"], receipt=event["receipt"], channel=channel)
    for run in event["receipt"]["tools"]:
        if run["status"] == "done" and run["tool"] == "ask_owner":
            yield ThreadLine(seq, seq, Speaker.NOTE, f"LINDA asked you about {run['result']['wanted']}.")
        elif run["status"] == "done" and run["tool"] == "hand_to_owner":
            yield ThreadLine(seq, seq, Speaker.NOTE, f"LINDA called for you: {run['arguments']['reason']}.")


def _decided(seq: int, event: Item) -> Iterator[ThreadLine]:
    if event["event"] == "decision":
        price = dollars(Cents(int(event["cents"])))
        said = {"approve": f"You approved {price}.", "offer": f"You offered {price}.", "keep": f"You kept {price}."}
        lapsed = f"You didn't answer in time: LINDA kept {price}."
        yield ThreadLine(seq, seq, Speaker.NOTE, lapsed if event["by"] == "lapse" else said[event["answer"]])


def _own(records: Records, seq: int, event: Item, now_ms: int) -> ThreadLine:
    row = records.store.get(INBOX, {"key": event["key"]}) or {"status": Fate.SENT}
    due = int(row.get("due_at", 0))
    fate = Fate.HELD if due > now_ms else Fate.QUEUED
    if row["status"] in {Fate.SENT, Fate.FAILED}:
        fate = Fate(row["status"])
    speaker = Speaker.OWNER if event["event"] == "owner_text" else Speaker.LINDA
    return ThreadLine(seq, seq, speaker, event["text"], fate, event["key"], due if fate is Fate.HELD else 0)


def _call(event: Item) -> str:
    minutes, seconds = divmod(int(event["seconds"]), 60)
    length = f" for {minutes} min {seconds} s" if minutes else f" for {seconds} s" if seconds else ""
    return _CALLS[event["became"]].format(length=length)


def _by_hand(seq: int, run: Mapping[str, Any]) -> Iterator[ThreadLine]:
    if run["status"] == "done" and run["tool"] in _BY_HAND:
        yield ThreadLine(seq, seq, Speaker.NOTE, _BY_HAND[run["tool"]].format(code=run["result"].get("code", "")))
