"""Which of the waiting texts one turn answers."""

from dataclasses import dataclass
from typing import Any

from linda.records.leads import Lead


@dataclass(frozen=True, slots=True)
class Covered:
    """The accepted texts one reply answers.

    `own` is the message whose webhook waits for it, if any; `channel` is the way it goes.
    """

    entries: tuple[dict[str, Any], ...]
    own: str | None
    channel: str

    @classmethod
    def of(cls, lead: Lead, own: str | None) -> "Covered":
        """Cover everything that waits; after a worker died with work done, only what that work was for.

        Work that was for none of it, of a hand that died before it could close its change, holds nobody up.
        """
        begun = {sid for effect in lead.effects for sid in effect["sids"]}
        of_begun = [each for each in lead.waiting if each["sid"] in begun]
        entries = tuple(dict(each) for each in of_begun or lead.waiting)
        came = {each["sid"]: each.get("channel", lead.channel) for each in entries}
        last = next(reversed(came.values()), lead.channel)
        return cls(entries, own, came.get(own or "", last))

    @property
    def sids(self) -> tuple[str, ...]:
        """Return their message ids, oldest first."""
        return tuple(each["sid"] for each in self.entries)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what they say, oldest first."""
        return tuple(each["text"] for each in self.entries)
