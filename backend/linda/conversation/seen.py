"""What one turn has read of the calendar, so that it does not ask for the same rows again a moment later."""

from dataclasses import dataclass, field
from datetime import date

from linda.records.schedule import Booking
from linda.records.store import Item


@dataclass(frozen=True, slots=True)
class Seen:
    """Rows by day and bookings by id (None: gone), as they were read since this turn last tried to write."""

    rows: dict[date, list[Item]] = field(default_factory=dict)
    bookings: dict[str, Booking | None] = field(default_factory=dict)

    def forget(self) -> None:
        """Look at everything anew from now on."""
        self.rows.clear()
        self.bookings.clear()
