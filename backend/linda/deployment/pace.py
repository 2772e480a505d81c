"""How often AWS is asked whether it is done, and for how long."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Ask every `every_s` seconds, `rounds` times at most; `pause` waits for so many seconds."""

    every_s: float
    rounds: int
    pause: Callable[[float], None] = time.sleep

    def __iter__(self) -> Iterator[int]:
        """Yield the number of each round, and wait between two of them."""
        for number in range(self.rounds):
            if number:
                self.pause(self.every_s)
            yield number

    @property
    def minutes(self) -> int:
        """Return after how many minutes nobody asks any more."""
        return round(self.every_s * self.rounds / 60)


AWS_PACE = Pace(every_s=2.0, rounds=900)
"""Half an hour: a snapshot of a function takes AWS some minutes, a table with indexes too."""

LOCAL_PACE = Pace(every_s=0.1, rounds=1200)
"""Two minutes for a stack on this machine, which takes seconds."""
