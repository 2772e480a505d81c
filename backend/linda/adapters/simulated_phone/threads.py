"""What both phones show: every text in order, kept in memory."""

from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Literal

Author = Literal["person", "shop", "carrier"]
Status = Literal["delivered", "blocked", "rejected"]

DELIVERED: Status = "delivered"
BLOCKED: Status = "blocked"  # the person has opted out; Twilio's error 21610
REJECTED: Status = "rejected"  # too long for Twilio


@dataclass(frozen=True, slots=True)
class Text:
    """One text. `person` is whose phone it is on; `at` is aware."""

    sid: str
    person: str
    author: Author
    body: str
    at: datetime
    segments: int
    status: Status = DELIVERED


class Threads:
    """All texts between the shop's number and everybody."""

    def __init__(self) -> None:
        """Start without any."""
        self._texts: list[Text] = []
        self._lock = Lock()

    def add(self, text: Text) -> None:
        """Keep `text` as the newest."""
        with self._lock:
            self._texts.append(text)

    def all(self) -> list[Text]:
        """Return every text, oldest first, those that did not arrive included."""
        with self._lock:
            return list(self._texts)

    def of(self, person: str) -> list[Text]:
        """Return what the phone with the number `person` shows, oldest first."""
        return [text for text in self.all() if text.person == person and text.status == DELIVERED]

    def people(self) -> list[str]:
        """Return every number that has texts, in the order of their first."""
        return list(dict.fromkeys(text.person for text in self.all()))
