"""Several who do the same at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

Result = TypeVar("Result")


def at_once(times: int, act: Callable[[int], Result], refused: tuple[type[Exception], ...] = ()) -> list[Result | None]:
    """Run `act` in `times` threads that start together; return what each got, None for one that was `refused`."""
    start = Barrier(times)

    def run(number: int) -> Result | None:
        start.wait()
        try:
            return act(number)
        except refused:
            return None

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(run, range(times)))
