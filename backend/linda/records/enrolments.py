"""The second factor that is about to be turned on: its secret, shown to one session, not in force yet."""

from dataclasses import asdict, dataclass, field

from linda.domain.authenticator import new_secret
from linda.domain.errors import SecretLost
from linda.domain.sign_in import HALFWAY_MS
from linda.records.secret_box import SecretBox
from linda.records.store import Delete, Put, Store
from linda.records.tables import INBOX


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A secret waiting for its first code until `ends_at` (epoch ms).

    `replaces` is the id of the factor whose place it may take, "" for none.
    """

    secret: str = field(repr=False)
    replaces: str
    ends_at: int


class Enrolments:
    """What each session is about to turn on."""

    def __init__(self, store: Store, box: SecretBox) -> None:
        """Keep it in `store`, its secret sealed by `box`."""
        self._store = store
        self._box = box

    def begin(self, session_id: str, now_ms: int, *, replaces: str = "") -> Enrolment:
        """Return what `session_id` is to turn on: the same for a while, as a page is loaded twice."""
        pending = self.pending(session_id, now_ms)
        if pending is not None and pending.replaces == replaces:
            return pending
        begun = Enrolment(new_secret(), replaces, now_ms + HALFWAY_MS)
        kept = {**asdict(begun), "secret": self._box.seal(begun.secret)}
        row = {**_key(session_id), **kept, "expires_at": begun.ends_at // 1000 + 1}
        self._store.transact(Put(INBOX, row))
        return begun

    def pending(self, session_id: str, now_ms: int) -> Enrolment | None:
        """Return what `session_id` has begun, None when that is over."""
        row = self._store.get(INBOX, _key(session_id))
        if row is None or now_ms >= row["ends_at"]:
            return None
        try:
            return Enrolment(self._box.open(row["secret"]), row["replaces"], row["ends_at"])
        except SecretLost:  # its key was replaced meanwhile: another secret is begun
            return None

    def over(self, session_id: str) -> None:
        """Forget what `session_id` has begun."""
        self._store.transact(Delete(INBOX, _key(session_id)))


def _key(session_id: str) -> dict[str, str]:
    return {"key": f"sign-in#enrolment#{session_id}"}
