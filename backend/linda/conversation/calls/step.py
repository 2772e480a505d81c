"""One step of a call: what is said, and what comes then."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

MOST_WAITS = 3
"""So often a caller is asked for a moment; each time is a step of its own."""


class Then(StrEnum):
    """What comes after something was said."""

    LISTEN = "listen"
    WAIT = "wait"
    RING_OWNER = "ring owner"
    HANG_UP = "hang up"


@dataclass(frozen=True, slots=True)
class Step:
    """A step. `says` is written text, spoken at the very end; `number` the step that comes next.

    `silences` counts how often in a row nothing was heard, `waits` how often the caller was asked for a moment.
    """

    says: str
    then: Then
    number: int = 0
    silences: int = 0
    waits: int = 0

    def to_item(self) -> dict[str, Any]:
        """Return the step as the store keeps it."""
        return {**asdict(self), "then": self.then.value}

    @classmethod
    def from_item(cls, item: Mapping[str, Any]) -> "Step":
        """Read what `to_item` wrote."""
        return cls(**{**item, "then": Then(item["then"])})
