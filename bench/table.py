"""Measuring and printing that every bench shares."""

import statistics
import time
from collections.abc import Callable, Sequence


def timed(work: Callable[[], object], rounds: int) -> list[float]:
    """Return the milliseconds of each of `rounds` runs of `work`."""
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        took.append((time.perf_counter() - started) * 1e3)
    return took


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` (0..1) of `values` lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def median(values: Sequence[float]) -> float:
    """Return the middle of `values`."""
    return statistics.median(values)


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table."""
    cells = [[str(each) for each in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    print(f"\n{title}")
    for row in cells:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def verdict(goal: str, *, met: bool) -> bool:
    """Print whether `goal` is met, and return it."""
    print(f"  goal {goal}: {'met' if met else 'MISSED'}")
    return met
