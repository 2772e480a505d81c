"""Which of the waiting texts one turn answers."""

from dataclasses import dataclass
from typing import Any

from linda.records.leads import Lead


@dataclass(frozen=True, slots=True)
class Covered:
    """The accepted texts one reply answers. `own` is the message whose webhook waits for it, if any."""

    entries: tuple[dict[str, Any], ...]
    own: str | None

    @classmethod
    def of(cls, lead: Lead, own: str | None) -> "Covered":
        """Cover everything that waits; after a worker died with work done, only what that work was for.

        Work that was for none of it, of a hand that died before it could close its change, holds nobody up.
        """
        begun = {sid for effect in lead.effects for sid in effect["sids"]}
        of_begun = [each for each in lead.waiting if each["sid"] in begun]
        return cls(tuple(dict(each) for each in of_begun or lead.waiting), own)

    @property
    def sids(self) -> tuple[str, ...]:
        """Return their message ids, oldest first."""
        return tuple(each["sid"] for each in self.entries)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what they say, oldest first."""
        return tuple(each["text"] for each in self.entries)
