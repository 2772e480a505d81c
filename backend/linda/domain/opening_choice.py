"""Choosing among free starts: the nearest, those of a part of the day, those that can all be booked."""

from collections.abc import Sequence
from datetime import datetime, time

from linda.domain.errors import InvalidInput
from linda.domain.openings import Opening, claimed_cells, minute_of_day
from linda.domain.shop import ServiceMode, Shop

PARTS = {"morning": (time(0), time(12)), "afternoon": (time(12), time(17)), "evening": (time(17), time.max)}


def nearest(openings: Sequence[Opening], wanted: datetime, count: int = 2) -> tuple[Opening, ...]:
    """Return the `count` openings nearest to the aware moment `wanted`, in order of time; a tie goes to the earlier."""
    at = wanted.timestamp()
    by_distance = sorted(openings, key=lambda each: (abs(each.start.timestamp() - at), each.start.timestamp()))
    return tuple(sorted(by_distance[:count], key=lambda each: each.start.timestamp()))


def in_part(openings: Sequence[Opening], part: str) -> tuple[Opening, ...]:
    """Return the openings that start in the "morning" (before 12), "afternoon" (before 5 PM) or "evening"."""
    if part not in PARTS:
        raise InvalidInput(f"{part!r} is no part of a day; say one of {', '.join(PARTS)}.")
    begins, ends = PARTS[part]
    return tuple(each for each in openings if begins <= each.start.time() < ends)


def part_of_day(at: time) -> str:
    """Return the part of day of a wall-clock time, as `in_part` takes it."""
    return next(part for part, (_, ends) in PARTS.items() if at < ends or ends == time.max)


def bookable_together(
    shop: Shop, openings: Sequence[Opening], service_mode: ServiceMode = ServiceMode.IN_SHOP
) -> tuple[Opening, ...]:
    """Return the most openings that can all be booked without getting in each other's way, each on its own bench.

    Their number is the true "N left": a quarter-hour grid shows more starts than there is time for.
    """
    chosen: list[Opening] = []
    for bench in range(shop.booking.benches):
        free_again = 0
        for each in openings:
            span = claimed_cells(shop, minute_of_day(each.start), each.minutes, service_mode)
            if bench in (each.bench, *each.others) and span.start >= free_again:
                chosen.append(Opening(each.start, each.minutes, bench))
                free_again = span.stop
    return tuple(sorted(chosen, key=lambda each: (each.start.timestamp(), each.bench)))
