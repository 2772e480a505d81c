"""Thinking of an answer while a caller waits: after a moment he is told so, and the thought goes on.

The turn belongs to the message, not to this thread: whoever asks for the same message again waits for the same answer,
also in another process.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, field
from typing import Protocol

from linda.conversation.calls.step import MOST_WAITS
from linda.conversation.inbound import Inbound
from linda.conversation.turn import Reply, TurnEngine

PATIENCE_S = 1.5
"""So long a caller hears nothing before he is asked for a moment: two seconds of silence sound like a dropped line."""


class Thinks(Protocol):
    """Has what a caller said answered."""

    def answer(self, inbound: Inbound, waits: int) -> Reply | None:
        """Return the answer, or None while it is still thought of; `waits` counts earlier Nones."""


@dataclass(slots=True)
class Thinking:
    """Asks the engine, in a thread of its own where a model may take its time.

    `patience_s` says how long an answer is waited for; None: until it is there, as the rules give it at once.
    `seizes`: nobody else is waited for, whose answer would reach nobody any more.
    """

    engine: TurnEngine
    last_resort: TurnEngine
    patience_s: Callable[[], float | None] = lambda: None
    seizes: bool = False
    _workers: ThreadPoolExecutor | None = field(default=None, init=False)
    _open: dict[str, Future[Reply]] = field(default_factory=dict, init=False)

    def answer(self, inbound: Inbound, waits: int) -> Reply | None:
        """Return the answer to what was said, or None while it is still thought of; `waits` counts earlier Nones."""
        if self.seizes or waits >= MOST_WAITS:
            return self.last_resort.answer(inbound, seize=True)
        patience = self.patience_s()
        if patience is None and inbound.sid not in self._open:
            return self.engine.answer(inbound)
        thought = self._open.get(inbound.sid) or self._begin(inbound)
        try:
            return thought.result(patience)
        except NotYet:
            return None

    def close(self) -> None:
        """Begin no more thoughts."""
        if self._workers is not None:
            self._workers.shutdown(wait=False, cancel_futures=True)

    def _begin(self, inbound: Inbound) -> "Future[Reply]":
        if self._workers is None:
            self._workers = ThreadPoolExecutor(8, thread_name_prefix="call")
        thought = self._open[inbound.sid] = self._workers.submit(self.engine.answer, inbound)
        thought.add_done_callback(lambda _: self._open.pop(inbound.sid, None))
        return thought
