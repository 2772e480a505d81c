"""A code that was texted, or shown at the machine: its hash, and its tries."""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from linda.domain.errors import Conflict
from linda.domain.limits import TRIES_OF_A_CODE
from linda.domain.sign_in import CODE_MS
from linda.records.store import Absent, Delete, Equals, Put, Store, Update, Write
from linda.records.tables import INBOX

MOST_ATTEMPTS = TRIES_OF_A_CODE.most + 10
"""Whoever meets somebody else's write looks again; each such write uses up a code or a try."""


@dataclass(frozen=True, slots=True)
class TextedCode:
    """The code in force, "" for none; `valid_until` is epoch ms, `sent_to` the number it was texted to."""

    salt: str
    digest: str
    valid_until: int
    sent_to: str = ""
    tries: int = 0
    stamp: str = ""


class TextedCodes:
    """One code at a time on a store. Every write names what it was read as, so that no try is lost."""

    def __init__(self, store: Store, whose: str, *, tries: int | None = TRIES_OF_A_CODE.most) -> None:
        """Keep the code of `whose` in `store`; with `tries` None it is too long to be guessed, and is not counted."""
        self._store = store
        self._key = {"key": f"{whose}#code"}
        self._tries = tries

    def current(self) -> TextedCode | None:
        """Return what is kept, also when it is over."""
        row = self._store.get(INBOX, self._key)
        if row is None:
            return None
        return TextedCode(**{name: value for name, value in row.items() if name in TextedCode.__dataclass_fields__})

    def issue(self, salt: str, digest: str, now_ms: int, *also: Write, to: str) -> None:
        """Put a code for the number `to` in force in place of the one before, together with `also`.

        Raises `Conflict` when others issue faster, or when a condition of `also` does not hold.
        """
        for attempt in range(MOST_ATTEMPTS):
            code = TextedCode(salt, digest, now_ms + CODE_MS, to)
            try:
                self._store.transact(self._put(self.current(), code), *also)
            except Conflict as conflict:
                if conflict.write > 0 or attempt == MOST_ATTEMPTS - 1:
                    raise
            else:
                return

    def attempt(self, digest_of: Callable[[str], str], now_ms: int) -> Write | None:
        """Count a try; for the right code return the write that uses it up, which of several succeeds once.

        `digest_of` makes of a salt what the code that was typed would be kept as.
        """
        for _ in range(MOST_ATTEMPTS):
            code = self.current()
            if code is None or not self._may_be_tried(code, now_ms):
                return None
            try:
                self._count(code)
            except Conflict:
                continue
            is_right = secrets.compare_digest(digest_of(code.salt), code.digest)
            used = Update(INBOX, self._key, {"digest": "", **_stamp()}, Equals("digest", code.digest))
            return used if is_right else None
        return None

    def forget(self) -> None:
        """Take the code out of force."""
        self._store.transact(Delete(INBOX, self._key))

    def _may_be_tried(self, code: TextedCode, now_ms: int) -> bool:
        is_tried_out = self._tries is not None and code.tries >= self._tries
        return bool(code.digest) and now_ms < code.valid_until and not is_tried_out

    def _count(self, code: TextedCode) -> None:
        if self._tries is not None:
            self._store.transact(self._put(code, replace(code, tries=code.tries + 1)))

    def _put(self, old: TextedCode | None, new: TextedCode) -> Put:
        over = Equals("stamp", old.stamp) if old else Absent()
        item = {**self._key, **asdict(new), **_stamp(), "expires_at": new.valid_until // 1000 + 1}
        return Put(INBOX, item, over)


def _stamp() -> dict[str, str]:
    return {"stamp": secrets.token_hex(8)}
