"""What is open in the calendar ahead, counted now: for the pages, which ask without a customer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from linda.domain.clock import Clock
from linda.domain.opening_choice import bookable_together
from linda.domain.openings import day_openings
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop
from linda.domain.time_words import moment_words
from linda.records import Records, epoch_ms
from linda.records.schedule import taken

LOOK_AHEAD_DAYS = 10


@dataclass(frozen=True, slots=True)
class Ahead:
    """The first opening (aware, shop zone; None within ten days), and how many bookings still fit today."""

    first: datetime | None
    left_today: int

    def says(self, now: datetime) -> str:
        """Say when the first opening is, as seen from `now` (shop zone): "today at 3:45 PM", "" for none."""
        return moment_words(self.first, now) if self.first else ""


def look_ahead(records: Records, clock: Clock, shop: Shop, state: OwnerState) -> Ahead:
    """Count the starts for the shortest work at the bench, day by day until one is found."""
    now = clock.now()
    today = now.astimezone(shop.timezone).date()
    at_bench = [each for each in shop.services if not each.remote]
    minutes = min(each.minutes for each in at_bench or shop.services)
    left_today = 0
    for ahead in range(min(LOOK_AHEAD_DAYS, shop.booking.horizon_days + 1)):
        day = today + timedelta(days=ahead)
        busy = taken(records.schedule.rows(day), epoch_ms(clock))
        found = day_openings(shop, state, day, minutes, busy, now=now)
        if day == today:
            left_today = len(bookable_together(shop, found))
        if found:
            return Ahead(found[0].start, left_today)
    return Ahead(None, left_today)
