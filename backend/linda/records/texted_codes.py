"""The code that was texted last to the owner, or to a visitor: its hash, its tries, how many there were in a day."""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from linda.domain.errors import Conflict
from linda.domain.sign_in import CODE_MS, CODES_A_DAY, TRIES_A_CODE, Allowance
from linda.records.store import Absent, Delete, Equals, Put, Store, Update, Write
from linda.records.tables import INBOX

OF_OWNER = "sign-in"
MOST_ATTEMPTS = CODES_A_DAY + TRIES_A_CODE
"""Whoever meets somebody else's write looks again; each such write uses up a code or a try."""


@dataclass(frozen=True, slots=True)
class TextedCode:
    """The code in force, "" for none. `valid_until` is epoch ms, `sent` how many texts there were today.

    `sent_to` is the number it was texted to.
    """

    sent: Allowance
    salt: str
    digest: str
    valid_until: int
    sent_to: str = ""
    tries: int = 0
    stamp: str = ""

    def may_be_tried(self, now_ms: int) -> bool:
        """Tell whether a code is in force and not tried too often."""
        return bool(self.digest) and now_ms < self.valid_until and self.tries < TRIES_A_CODE


class TextedCodes:
    """One code at a time on a store. Every write names what it was read as, so that nothing is counted by halves."""

    def __init__(self, store: Store, whose: str = OF_OWNER) -> None:
        """Keep the code of `whose` in `store`."""
        self._store = store
        self._key = {"key": f"{whose}#code"}

    def current(self) -> TextedCode | None:
        """Return what is kept, also when it is over."""
        row = self._store.get(INBOX, self._key)
        if row is None:
            return None
        values = {name: value for name, value in row.items() if name in TextedCode.__dataclass_fields__}
        return TextedCode(**{**values, "sent": Allowance(**row["sent"])})

    def issue(self, salt: str, digest: str, now_ms: int, also: Write, *, to: str) -> bool:
        """Put a code for the number `to` in force in place of the one before, together with `also`.

        Returns False when today's are used up.
        """
        for _ in range(MOST_ATTEMPTS):
            old = self.current()
            sent = (old.sent if old else Allowance()).at(now_ms)
            if sent.count >= CODES_A_DAY:
                return False
            try:
                self._store.transact(self._put(old, TextedCode(sent.used(), salt, digest, now_ms + CODE_MS, to)), also)
            except Conflict:
                continue
            return True
        return False

    def attempt(self, digest_of: Callable[[str], str], now_ms: int) -> Write | None:
        """Count a try; for the right code return the write that uses it up, which of several succeeds once.

        `digest_of` makes of a salt what the code that was typed would be kept as.
        """
        for _ in range(MOST_ATTEMPTS):
            code = self.current()
            if code is None or not code.may_be_tried(now_ms):
                return None
            try:
                self._store.transact(self._put(code, replace(code, tries=code.tries + 1)))
            except Conflict:
                continue
            is_right = secrets.compare_digest(digest_of(code.salt), code.digest)
            return (
                Update(INBOX, self._key, {"digest": "", **_stamp()}, Equals("digest", code.digest))
                if is_right
                else None
            )
        return None

    def forget(self) -> None:
        """Take the code out of force, and the day's count back to nothing."""
        self._store.transact(Delete(INBOX, self._key))

    def _put(self, old: TextedCode | None, new: TextedCode) -> Put:
        expires_at = max(new.sent.ends_at, new.valid_until) // 1000 + 1
        over = Equals("stamp", old.stamp) if old else Absent()
        return Put(INBOX, {**self._key, **asdict(new), **_stamp(), "expires_at": expires_at}, over)


def _stamp() -> dict[str, str]:
    return {"stamp": secrets.token_hex(8)}
