"""What the owner is doing right now, as a fact that scheduling and talking both read."""

from dataclasses import dataclass, replace
from datetime import datetime

from linda.domain.shop import Mode, Persona


@dataclass(frozen=True, slots=True)
class OwnerState:
    """The owner's state. `until` is aware; None means open end. None elsewhere means "as the shop says".

    `version` counts changes; `set_at` (aware) and `set_by` ("dashboard", "text", "cli") say where it came from.
    """

    mode: Mode = Mode.WORK
    until: datetime | None = None
    note: str = ""
    bulletin: str = ""
    persona: Persona | None = None
    assistant_name: str | None = None
    voice: str | None = None
    greeting: str | None = None
    max_discount_percent: int | None = None
    answers_texts: bool = True
    answers_calls: bool = True
    auto_upsell: bool = True
    version: int = 0
    set_at: datetime | None = None
    set_by: str = ""

    def at(self, now: datetime) -> "OwnerState":
        """Return the state in force at `now`: one whose `until` has passed is over and reads as WORK."""
        if self.until is None or now < self.until:
            return self
        return replace(self, mode=Mode.WORK, until=None, note="")
