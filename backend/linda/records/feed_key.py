"""The secret in the link of the owner's calendar feed: one at a time, and a new one ends the old."""

import secrets

from linda.domain.errors import Conflict
from linda.records.store import Absent, Put, Store
from linda.records.tables import STATE

FEED = "FEED"


class FeedKey:
    """The secret on a store."""

    def __init__(self, store: Store) -> None:
        """Keep it in `store`."""
        self._store = store

    def stored(self) -> str | None:
        """Return the secret, or None before anybody asked for the link."""
        row = self._store.get(STATE, {"state_id": FEED})
        return str(row["key"]) if row else None

    def current(self) -> str:
        """Return the secret, made when there is none."""
        found = self.stored()
        if found is not None:
            return found
        made = secrets.token_urlsafe(32)
        try:
            self._store.transact(Put(STATE, {"state_id": FEED, "key": made}, Absent()))
        except Conflict:  # somebody else asked first: his is the link
            return self.stored() or made
        return made

    def renewed(self) -> str:
        """Return a new secret; the old one opens nothing any more."""
        made = secrets.token_urlsafe(32)
        self._store.transact(Put(STATE, {"state_id": FEED, "key": made}))
        return made
