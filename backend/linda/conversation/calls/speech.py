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
        self._has_begun = self._is_broken = False

    def sentence(self, written: str) -> None:
        """Say a sentence of the reply, more of which is to come."""
        self._say(written, spoken(written))

    def moment(self, words: str) -> None:
        """Ask for a moment, which is no part of the reply, unless that has begun just now."""
        if not self._has_begun:
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
            is_broken_now = self._has_begun and not self._is_broken
            self._is_broken = self._is_broken or is_broken_now
            return is_broken_now

    def heard(self, utterance: str) -> str:
        """Return, as it is written, what was said until the carrier's `utterance` was broken off."""
        return heard_part(self._parts, utterance)

    def _say(self, written: str, words: str, *, is_last: bool = False) -> None:
        with self._lock:
            if self._is_broken:
                words = ""
            else:
                self._parts.append((written, words))
            if words or (is_last and self._has_begun):  # a reply that has begun has an end
                self._has_begun = True
                self._tell(words, is_last)
        self.begun.set()
