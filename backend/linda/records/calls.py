"""Phone calls: a row for each, and one for each step, so that a webhook that comes again is answered the same.

A call's row says how far it is; its status only goes forward. A step's row is written once, with what is said and what
comes then.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from linda.domain.errors import Conflict, StoreUnavailable
from linda.domain.speech import Part
from linda.records.inbox import DUE, message_key
from linda.records.store import Absent, Equals, Item, Put, Store
from linda.records.tables import INBOX

RINGING, ANSWERED, ENDED = "ringing", "answered", "ended"
LOST = "lost"
LONGEST_MS = 4 * 3_600_000 + 60_000
"""Twilio ends a call after four hours: one that is not reported over by then was lost on the way."""
_RANK = {RINGING: 0, ANSWERED: 1, ENDED: 2}
_MOST_TRIES = 20
_PREFIX = "call#"
_SAID = "said"


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call. Times are epoch ms; `customer` is the caller's number or the id of a caller who withholds it.

    `last_heard` is the last step at which he said something (0: nothing yet), `rang_owner` whether the owner's phone
    was rung, `taken_by_owner` whether he took it, `keeps_words` whether what was said is kept when it is over,
    `relayed` whether it was handed to a relay, which happens once.
    `forget_at` is when its words are taken out once more after its end (0: not to be, or done).
    `outcome` is what the carrier said at the end ("completed", "busy", "no-answer", ...; `LOST` when it never said so),
    `seconds` how long the call lasted.
    """

    call_sid: str
    customer: str
    sent_to: str
    began_at: int
    status: str = RINGING
    last_heard: int = 0
    rang_owner: bool = False
    taken_by_owner: bool = False
    keeps_words: bool = True
    relayed: bool = False
    forget_at: int = 0
    outcome: str = ""
    seconds: int = 0
    version: int = 1

    @property
    def is_over(self) -> bool:
        """Tell whether the carrier has reported the end."""
        return self.status == ENDED


class Calls:
    """The calls on a store."""

    def __init__(self, store: Store) -> None:
        """Keep calls in `store`."""
        self._store = store

    def get(self, call_sid: str) -> CallRecord | None:
        """Return the call with this id, or None."""
        row = self._store.get(INBOX, {"key": call_key(call_sid)})
        return _from_row(row) if row else None

    def begin(self, call: CallRecord) -> None:
        """Keep a call that has just come in: of several who begin it one writes."""
        with suppress(Conflict):
            self._store.transact(Put(INBOX, _row(call), Absent()))

    def change(self, call_sid: str, **values: Any) -> None:
        """Set `values` on a call, if there is one; its status never goes back."""
        self._amend(call_sid, lambda _: values)

    def heard(self, call_sid: str, number: int, *, keeps_words: bool) -> None:
        """Note that the caller said something at step `number`; words that are not to be kept stay so."""

        def said(call: CallRecord) -> Mapping[str, Any] | None:
            if call.last_heard >= number and call.keeps_words <= keeps_words:
                return None
            last, keeps = max(call.last_heard, number), call.keeps_words and keeps_words
            return {"status": ANSWERED, "last_heard": last, "keeps_words": keeps}

        self._amend(call_sid, said)

    def relay(self, call_sid: str) -> CallRecord | None:
        """Hand a call that goes on to a relay, once: of several who ask for it one gets it, the others None."""
        handed = {"status": ANSWERED, "relayed": True}
        return self._amend(call_sid, lambda call: None if call.is_over or call.relayed else handed)

    def step(self, call_sid: str, name: str) -> Mapping[str, Any] | None:
        """Return what the step `name` of a call was, or None when it has not been yet."""
        row = self._store.get(INBOX, {"key": call_key(call_sid, name)})
        return row["step"] if row else None

    def keep_step(self, call_sid: str, name: str, step: Mapping[str, Any]) -> Mapping[str, Any]:
        """Keep the step `name`, once, and return it as it is kept: of several who answer it the first one counts."""
        key = call_key(call_sid, name)
        try:
            self._store.transact(Put(INBOX, {"key": key, "step": dict(step)}, Absent()))
        except Conflict:
            return self.step(call_sid, name) or step
        return step

    def keep_said(self, call_sid: str, sid: str, parts: Sequence[Part]) -> None:
        """Keep, in the place of the reply before, what is said of the reply to the message `sid`."""
        said = {"sid": sid, "parts": [list(part) for part in parts]}
        self._store.transact(Put(INBOX, {"key": call_key(call_sid, _SAID), "said": said}))

    def said(self, call_sid: str) -> tuple[str, tuple[Part, ...]]:
        """Return what `keep_said` kept last: the message that was answered, "" for none, and the parts."""
        row = self._store.get(INBOX, {"key": call_key(call_sid, _SAID)})
        if row is None:
            return "", ()
        kept = row["said"]
        return kept["sid"], tuple((written, words) for written, words in kept["parts"])

    def _amend(self, call_sid: str, decide: Callable[[CallRecord], Mapping[str, Any] | None]) -> CallRecord | None:
        """Set what `decide` wants for the call as it is, and return it; None where there is no call or no change."""
        for _ in range(_MOST_TRIES):
            call = self.get(call_sid)
            values = None if call is None else decide(call)
            if call is None or values is None:
                return None
            changed = replace(call, **_forward(call, values), version=call.version + 1)
            try:
                self._store.transact(Put(INBOX, _row(changed), Equals("version", call.version)))
            except Conflict:
                continue
            return changed
        raise StoreUnavailable(f"call {call_sid} changed {_MOST_TRIES} times while it was written")


def ended(call: CallRecord) -> Put:
    """Return the write that ends `call`, if nothing has changed it since it was read."""
    over = replace(call, status=ENDED, version=call.version + 1)
    return Put(INBOX, _row(over), Equals("version", call.version))


def words_of(call: CallRecord, most_waits: int) -> list[str]:
    """Return the keys of every row that may hold what was said in `call`: steps, turns, words that are on their way."""
    numbers = range(call.last_heard + 3)  # after the last words one answer, and perhaps the owner's phone, come
    steps = [
        f"{n}{part}" for n in numbers for part in ("", "r", "c", *(f"w{wait}" for wait in range(1, most_waits + 1)))
    ]
    messages = [message_key(turn_sid(call.call_sid, n)) for n in numbers]
    return [*(call_key(call.call_sid, step) for step in steps), *messages, call_key(call.call_sid, _SAID)]


def turn_sid(call_sid: str, number: int) -> str:
    """Return the message id of what was said at a step of a call."""
    return f"{call_sid}#{number}"


def call_of(sid: str) -> str:
    """Return the call to which a message id belongs, or the id itself, of what was said on none."""
    return sid.partition("#")[0]


def call_key(call_sid: str, step: str = "") -> str:
    """Return the key of a call's row, or of one of its steps."""
    return f"{_PREFIX}{call_sid}#{step}" if step else f"{_PREFIX}{call_sid}"


def is_call(key: str) -> bool:
    """Tell whether `key` is that of a call's row or of one of its steps."""
    return key.startswith(_PREFIX)


def _forward(call: CallRecord, values: Mapping[str, Any]) -> dict[str, Any]:
    status = values.get("status", call.status)
    return {**values, "status": max(call.status, status, key=lambda each: _RANK[each])}


def _row(call: CallRecord) -> Item:
    due_at = call.forget_at if call.is_over else call.began_at + LONGEST_MS
    due = {"due": DUE, "due_at": due_at} if due_at else {}
    return {"key": call_key(call.call_sid), **asdict(call), **due}


def _from_row(row: Item) -> CallRecord:
    return CallRecord(**{name: row[name] for name in CallRecord.__dataclass_fields__ if name in row})
