"""Answering after the same time whatever was done, so that the time an answer takes tells nothing."""

from collections.abc import Callable
from concurrent.futures import wait

from linda.entrypoints.api.parts import Parts

ANSWER_S = 0.6
"""An answer takes so long; a carrier mostly takes half of it."""


def answer_in_constant_time(parts: Parts, began: float, send: Callable[[], None] | None = None) -> None:
    """Wait until `began` (the clock's monotonic seconds) is 0.6 s ago; meanwhile `send` begins, and may last longer.

    Whoever asks thus never waits for a carrier. What it takes late is sent all the same: the text is queued.
    """
    if send is not None:
        wait([parts.workers.submit(send)], timeout=max(0.0, began + ANSWER_S - parts.clock.monotonic()))
    parts.clock.sleep(max(0.0, began + ANSWER_S - parts.clock.monotonic()))
