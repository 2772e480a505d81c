"""Answering after the same while whatever was done, so that the time an answer takes tells nothing."""

from linda.domain.clock import Clock

ANSWER_S = 0.6
"""An answer takes at least so long; a carrier mostly takes half of it."""


def answer_evenly(clock: Clock, began: float) -> None:
    """Wait until `began` (the clock's monotonic seconds) is 0.6 s ago."""
    clock.sleep(max(0.0, began + ANSWER_S - clock.monotonic()))
