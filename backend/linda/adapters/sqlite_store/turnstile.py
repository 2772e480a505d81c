"""A lock that is fair: whoever came first goes first, so that no writer starves among many."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turnstile:
    """Lets one thread through at a time, in the order of arrival (a plain lock promises no order)."""

    def __init__(self) -> None:
        """Start with nobody inside."""
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._taken = False

    @contextmanager
    def passed(self, patience_s: float) -> Iterator[None]:
        """Be inside alone; raises `TimeoutError` when the queue takes longer than `patience_s` seconds."""
        self._enter(patience_s)
        try:
            yield
        finally:
            self._leave()

    def _enter(self, patience_s: float) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            called = threading.Lock()
            called.acquire()
            self._waiting.append(called)
        if called.acquire(timeout=patience_s):
            return
        with self._guard:
            if called not in self._waiting:
                return  # called in the moment the patience ended: inside is inside
            self._waiting.remove(called)
        raise TimeoutError(f"other writers of this program took longer than {patience_s:g} s")

    def _leave(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
