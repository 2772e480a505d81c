"""Browsers that are signed in, and those on the way there: found by a cookie whose hash is kept, never itself.

All of them are one row: an owner has a few, and so ending all of them is one write.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace

from linda.domain.clock import Clock
from linda.domain.errors import Conflict, Refused
from linda.domain.sign_in import SEEN_EVERY_MS, Lacks, csrf_of, ends_at, token_digest
from linda.records.store import Absent, Delete, Equals, Item, Put, Store, Write
from linda.records.tables import INBOX

MOST_SESSIONS = 20
"""One more, and the oldest ends."""
MOST_ATTEMPTS = 10
KEY = {"key": "sign-in#sessions"}


@dataclass(frozen=True, slots=True)
class Session:
    """One browser. Times are epoch ms; `device` is what it says it is.

    `lacks` is what it needs before it is signed in, "" for nothing; with `put_off` the second factor was left for
    later, which only local mode allows. `device_key` is the hash of the cookie by which the device is known again.
    `csrf` must come back in a header; it is known only while the browser itself asks.
    """

    session_id: str
    digest: str
    device: str
    opened_at: int
    seen_at: int
    lacks: str = ""
    put_off: bool = False
    device_key: str = ""
    csrf: str = field(default="", repr=False)

    @property
    def ends_at(self) -> int:
        """Return when it ends if nobody comes (epoch ms)."""
        return ends_at(self.opened_at, self.seen_at, self.lacks)

    def needs(self, *, local: bool) -> str:
        """Return what it needs before anything of the owner's is allowed, "" for nothing."""
        return Lacks.ENROLMENT if self.put_off and not local else self.lacks


class Sessions:
    """The sessions on a store; what ends, ends by the clock here, whenever its row is removed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        """Keep sessions in `store`."""
        self._store = store
        self._clock = clock

    def find(self, token: str) -> Session | None:
        """Return the session of the cookie `token`, or None; now and then it is noted that it was seen."""
        row, digest = self._store.get(INBOX, KEY), token_digest(token)
        found = next((each for each in self._running(row) if each.digest == digest), None)
        if found is None:
            return None
        if self._now - found.seen_at >= SEEN_EVERY_MS and not found.lacks:
            seen = [replace(each, seen_at=self._now) if each == found else each for each in self._running(row)]
            with suppress(Conflict):  # somebody else has just written; the next request notes it
                self._store.transact(self._put(row, seen))
        return replace(found, csrf=csrf_of(token))

    def running(self) -> list[Session]:
        """Return every session that has not ended, the one seen last first."""
        return sorted(self._running(self._store.get(INBOX, KEY)), key=lambda each: -each.seen_at)

    def open(
        self, device: str, *, lacks: str = "", device_key: str = "", closes: str = "", also: tuple[Write, ...] = ()
    ) -> tuple[str, Session]:
        """Open a session in place of the one whose id is `closes`, and return its cookie with it.

        Raises `Conflict` when a condition of the writes `also`, which come first, does not hold: then nothing is
        written.
        """
        blank = Session(secrets.token_hex(8), "", device, self._now, self._now, lacks, device_key=device_key)
        token, opened = self._named(blank)
        self._change(lambda now: [*(each for each in now if each.session_id != closes), opened], *also)
        return token, opened

    def rise(self, session: Session, *, alone: bool = False) -> tuple[str, Session]:
        """Put `session`, as it has become, in place of what it was, under a new cookie; return both.

        With `alone` all others end. Raises `Refused` when it has ended or risen meanwhile.
        """
        token, risen = self._named(replace(session, opened_at=self._now, seen_at=self._now))

        def change(now: list[Session]) -> list[Session]:
            if all(each.digest != session.digest for each in now):
                raise Refused("This sign-in has ended meanwhile: begin again.")
            others = [each for each in now if each.digest != session.digest]
            return [risen] if alone else [*others, risen]

        self._change(change)
        return token, risen

    def end(self, session_id: str) -> Session | None:
        """End a session and return it as it was; None when there is none with this id."""
        ended = next((each for each in self.running() if each.session_id == session_id), None)
        if ended is not None:
            self._change(lambda now: [each for each in now if each.session_id != session_id])
        return ended

    def end_all(self) -> None:
        """End every session."""
        self._store.transact(Delete(INBOX, KEY))

    def _named(self, session: Session) -> tuple[str, Session]:
        token = secrets.token_urlsafe(32)
        return token, replace(session, digest=token_digest(token), csrf=csrf_of(token))

    def _change(self, change: Callable[[list[Session]], list[Session]], *also: Write) -> None:
        for _ in range(MOST_ATTEMPTS):
            row = self._store.get(INBOX, KEY)
            try:
                self._store.transact(*also, self._put(row, change(self._running(row))))
            except Conflict as conflict:
                if conflict.write < len(also):
                    raise
            else:
                return
        raise Conflict(len(also), f"{INBOX.name} {KEY['key']}")

    def _put(self, row: Item | None, sessions: list[Session]) -> Put:
        kept = sessions[-MOST_SESSIONS:]
        last = max((each.ends_at for each in kept), default=self._now)
        # A stamp, not a number: after the row was removed and made again, no number would tell.
        item = {**KEY, "stamp": secrets.token_hex(8), "sessions": [_item(each) for each in kept]}
        over = Equals("stamp", row["stamp"]) if row else Absent()
        return Put(INBOX, {**item, "expires_at": last // 1000 + 1}, over)

    def _running(self, row: Item | None) -> list[Session]:
        sessions = [Session(**each) for each in row["sessions"]] if row else []
        return [each for each in sessions if self._now < each.ends_at]

    @property
    def _now(self) -> int:
        return round(self._clock.now().timestamp() * 1000)


def _item(session: Session) -> Item:
    return {name: value for name, value in asdict(session).items() if name != "csrf"}
