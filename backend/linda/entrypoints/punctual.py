"""Requests have to arrive: whoever opens a line and says nothing, or says it drop by drop, is hung up on.

A server has so many lines and no more (256 where macOS starts it), and the texts and calls of a carrier come over the
same ones. The server itself waits without end for the rest of a request.
"""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_S = 20.0
"""From the beginning of a line, or the answer before, to the last byte of a request; an answer may take longer."""

MOST_WAITING = 100
"""So many lines may wait for a request; one more, and the oldest of them goes. An honest request is there at once."""

_ON_ITS_WAY = frozenset({h11.IDLE, h11.SEND_BODY})


class Punctual(H11Protocol):
    """Serves one line; a request that is not there as a whole in time ends it."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Take what has come, and wait for the rest; a WebSocket has limits of its own."""
        super().handle_events()
        if self.conn.their_state in _ON_ITS_WAY and self.transport.get_protocol() is self:
            self._wait()
        else:
            self._stop_waiting()

    def _wait(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_S, self.transport.close)
            self._make_room()

    def _make_room(self) -> None:
        lines = [each for each in self.connections if isinstance(each, Punctual)]
        waiting = [(each._deadline.when(), each) for each in lines if each._deadline]
        if len(waiting) > MOST_WAITING:
            _, oldest = min(waiting, key=lambda each: each[0])
            oldest._stop_waiting()  # it is not counted again before it is gone
            oldest.transport.close()

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
