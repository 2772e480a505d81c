"""The code of the latest text to the owner: its hash, how often it was tried, how many there were in a day."""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from linda.domain.errors import Conflict
from linda.domain.sign_in import CODE_MS, CODES_A_DAY, TRIES_A_CODE, Allowance
from linda.records.store import Absent, Delete, Equals, Put, Store, Update, Write
from linda.records.tables import INBOX

KEY = {"key": "sign-in#code"}
MOST_ATTEMPTS = CODES_A_DAY + TRIES_A_CODE
"""Whoever meets somebody else's write looks again; each such write uses up a code or a try."""


@dataclass(frozen=True, slots=True)
class LoginCode:
    """The code in force, "" for none. `valid_until` is epoch ms, `sent` how many texts there were today."""

    sent: Allowance
    salt: str
    digest: str
    valid_until: int
    tries: int = 0
    stamp: str = ""

    def may_be_tried(self, now_ms: int) -> bool:
        """Tell whether a code is in force and not tried too often."""
        return bool(self.digest) and now_ms < self.valid_until and self.tries < TRIES_A_CODE


class LoginCodes:
    """The code on a store. Every write names what it was read as, so that nothing is counted by halves."""

    def __init__(self, store: Store) -> None:
        """Keep the code in `store`."""
        self._store = store

    def current(self) -> LoginCode | None:
        """Return what is kept, also when it is over."""
        row = self._store.get(INBOX, KEY)
        if row is None:
            return None
        values = {name: value for name, value in row.items() if name in LoginCode.__dataclass_fields__}
        return LoginCode(**{**values, "sent": Allowance(**row["sent"])})

    def issue(self, salt: str, digest: str, now_ms: int, also: Write) -> bool:
        """Put a code in force in place of the one before, together with `also`; False when today's are used up."""
        for _ in range(MOST_ATTEMPTS):
            old = self.current()
            sent = (old.sent if old else Allowance()).at(now_ms)
            if sent.count >= CODES_A_DAY:
                return False
            try:
                self._store.transact(_put(old, LoginCode(sent.used(), salt, digest, now_ms + CODE_MS)), also)
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
                self._store.transact(_put(code, replace(code, tries=code.tries + 1)))
            except Conflict:
                continue
            is_right = secrets.compare_digest(digest_of(code.salt), code.digest)
            return Update(INBOX, KEY, {"digest": "", **_stamp()}, Equals("digest", code.digest)) if is_right else None
        return None

    def forget(self) -> None:
        """Take the code out of force, and the day's count back to nothing."""
        self._store.transact(Delete(INBOX, KEY))


def _put(old: LoginCode | None, new: LoginCode) -> Put:
    expires_at = max(new.sent.ends_at, new.valid_until) // 1000 + 1
    over = Equals("stamp", old.stamp) if old else Absent()
    return Put(INBOX, {**KEY, **asdict(new), **_stamp(), "expires_at": expires_at}, over)


def _stamp() -> dict[str, str]:
    return {"stamp": secrets.token_hex(8)}
