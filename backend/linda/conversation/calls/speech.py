"""One reply as it is said over a relay: part by part, until the caller breaks in."""

from collections.abc import Callable
from threading import Event, Lock

from linda.domain.speech import Part, heard_part, spoken

Tell = Callable[[str, bool], None]
"""Has words said; the second argument tells whether they are the last of this reply."""


class Speech:
    """What is said of the reply to the message `sid`; its parts come from several threads, and so does the break."""

    def __init__(self, sid: str, tell: Tell) -> None:
        """Begin with nothing said."""
        self.sid = sid
        self.begun = Event()
        self._tell = tell
        self._lock = Lock()
        self._parts: list[Part] = []
        self._is_broken = False

    def sentence(self, written: str) -> None:
        """Say a sentence of the reply, more of which is to come."""
        self._say(written, spoken(written))

    def moment(self, words: str) -> None:
        """Ask for a moment, which is no part of the reply."""
        self._say("", words)

    def rest(self, reply: str) -> None:
        """Say what is left of the whole `reply`."""
        said = " ".join(written for written, _ in self._parts if written)
        left = reply.removeprefix(said).strip()
        self._say(left, spoken(left), is_last=True)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what was said so far."""
        with self._lock:
            return tuple(self._parts)

    def break_off(self) -> bool:
        """Say nothing more; False when nothing of it was said yet, or it was broken off before."""
        with self._lock:
            is_broken_now = bool(self._parts) and not self._is_broken
            self._is_broken = self._is_broken or is_broken_now
            return is_broken_now

    def heard(self, utterance: str) -> str:
        """Return, as it is written, what was said until the carrier's `utterance` was broken off."""
        return heard_part(self._parts, utterance)

    def _say(self, written: str, words: str, *, is_last: bool = False) -> None:
        with self._lock:
            if not self._is_broken and words:
                self._parts.append((written, words))
                self._tell(words, is_last)
            elif is_last and self._parts:
                self._tell("", True)  # the reply has begun, and so it has an end
        self.begun.set()
