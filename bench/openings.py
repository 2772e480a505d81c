"""A day's openings with 10 and with 1,000,000 bookings in the calendar: the time must not grow with the calendar."""

import json
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.table import median, percentile, show, timed, verdict
from linda.bootstrap import join
from linda.domain.openings import day_openings
from linda.records import epoch_ms
from linda.records.schedule import taken
from linda.testing.clock import FakeClock
from tests.shop_desk import local_settings

ROUNDS = 500
MORNING = datetime(2026, 2, 10, 14, tzinfo=UTC)
SIZES = (10, 1_000_000)
GOAL = 1.5


def fill(database: Path, bookings: int, today: date) -> None:
    """Put `bookings` one-cell bookings into the calendar, ten on each day of the years before today."""
    connection = sqlite3.connect(database)

    def rows() -> Iterator[tuple[str, int, str]]:
        for number in range(bookings):
            day = (today - timedelta(days=number // 10)).isoformat()
            slot = (540 + number % 10 * 45) * 10
            item = {"day": day, "slot": slot, "kind": "booking", "owner": f"book{number}", "starts": slot // 10}
            yield day, slot, json.dumps(item)

    with connection:
        connection.executemany("INSERT OR REPLACE INTO Repairs_Schedule VALUES (?, ?, ?)", rows())
    connection.close()


def measure(bookings: int) -> list[float]:
    """Return the milliseconds of counting today's openings among `bookings`."""
    with TemporaryDirectory() as folder:
        settings = local_settings(Path(folder))
        linda = join(settings, clock=FakeClock(MORNING))
        today = linda.clock.now().astimezone(linda.shop.timezone).date()
        fill(settings.database, bookings, today)
        state = linda.records.states.current()

        def count() -> None:
            busy = taken(linda.records.schedule.rows(today), epoch_ms(linda.clock))
            day_openings(linda.shop, state, today, 45, busy, now=linda.clock.now())

        timed(count, 50)
        took = timed(count, ROUNDS)
        linda.close()
    return took


def main() -> bool:
    """Print the table; True when it is flat."""
    took = {size: measure(size) for size in SIZES}
    few = median(took[SIZES[0]])
    rows = [
        (f"{size:,}", f"{median(each):.3f}", f"{percentile(each, 0.99):.3f}", f"{median(each) / few:.2f}")
        for size, each in took.items()
    ]
    show("Today's openings", ("bookings", "p50 ms", "p99 ms", "to 10 bookings"), rows)
    return verdict(f"1,000,000 bookings <= {GOAL} x 10 bookings", met=median(took[SIZES[1]]) <= GOAL * few)


if __name__ == "__main__":
    sys.exit(not main())
