"""The line to the server: one call at a time for each turn, cut off by our own clock.

The SDK's `timeout` starts anew with every byte, so an answer that trickles is never cut by it (httpx2 issue 557). The
calls run on one event loop in a thread of its own: cancelling a task there closes its connection at once, whatever
state it is in, and no thread is left behind. Tools are not run here but in the turn's own thread, so that a call that
was cut off can't change anything afterwards.
"""

import asyncio
import json
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from functools import cache
from queue import Empty, SimpleQueue
from typing import Any

from linda.adapters.openai_brain.events import EventReader
from linda.adapters.openai_brain.failures import translate
from linda.conversation.model_failed import ModelFailed

DRAIN_S = 0.2
"""A server that does not end a stream after its last event is not waited for any longer."""


@cache
def trusted() -> ssl.SSLContext:
    """Return whom we trust, read once: it takes 20 ms, which a copy of a snapshot would spend before its first answer.

    It holds certificates of authorities, and neither a key of ours nor a connection.
    """
    import httpx2

    return httpx2.create_ssl_context()


class Wire:
    """A client of one server, shared by all turns of the process."""

    def __init__(self, api_key: str, base_url: str) -> None:
        """Prepare the SDK (about a second of importing: at start, not in a customer's turn)."""
        import openai

        # The SDK would follow a redirect, and hand what a customer wrote to whomever the server names.
        http = openai.DefaultAsyncHttpxClient(verify=trusted(), follow_redirects=False)
        self._client = openai.AsyncOpenAI(api_key=api_key or "none", base_url=base_url, max_retries=0, http_client=http)
        self._create = self._client.responses.with_raw_response.create
        self._open = self._client.responses.with_streaming_response.create
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="openai-wire", daemon=True)
        self._thread.start()

    def ask(self, request: Mapping[str, Any], seconds: float) -> object:
        """Return the decoded response to `request`; raises `ModelFailed`, after `seconds` at the latest."""
        call = asyncio.run_coroutine_threadsafe(self._send(request, seconds), self._loop)
        return _decoded(_outcome(call, seconds, time.monotonic() + seconds))

    def listen(self, request: Mapping[str, Any], seconds: float, hear: Callable[[str], None]) -> object:
        """Return as `ask` does; until then `hear` is told, in this thread, the text so far whenever it has grown."""
        until = time.monotonic() + seconds
        pieces: SimpleQueue[str | None] = SimpleQueue()
        call = asyncio.run_coroutine_threadsafe(self._receive(request, seconds, pieces), self._loop)
        call.add_done_callback(lambda _: pieces.put(None))
        try:
            while (text := pieces.get(timeout=max(0.0, until - time.monotonic()))) is not None:
                hear(text)
        except Empty:
            pass  # what follows cuts it off
        except BaseException:
            call.cancel()
            raise
        return _decoded(_outcome(call, seconds, until))

    def close(self) -> None:
        """Cut off what is under way, close every connection and end the thread."""
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._shut(), self._loop).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    async def _send(self, request: Mapping[str, Any], seconds: float) -> bytes:
        # As extra_body it goes out as it is; typing every tool anew costs the SDK 3 ms of each call.
        response = await self._create(extra_body=dict(request), timeout=seconds)
        content: bytes = response.http_response.content
        return content

    async def _receive(self, request: Mapping[str, Any], seconds: float, pieces: "SimpleQueue[str | None]") -> bytes:
        """Put the text so far on `pieces` as it comes, and return the response that the stream ends with."""
        async with self._open(extra_body={**request, "stream": True}, timeout=seconds) as response:
            if not response.headers.get("content-type", "").startswith("text/event-stream"):
                whole: bytes = await response.read()
                return whole
            reader, lines = EventReader(pieces.put), response.iter_lines()
            async for line in lines:
                if reader.ends_with(line):
                    await _drained(lines)
                    break
            return reader.response

    async def _shut(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._client.close()
        await asyncio.get_running_loop().shutdown_default_executor()


async def _drained(lines: AsyncIterator[str]) -> None:
    """Read what comes after the last event, which is next to nothing: only then can the connection be used again."""
    with suppress(TimeoutError):
        async with asyncio.timeout(DRAIN_S):
            async for _ in lines:
                pass


def _outcome(call: "Future[bytes]", seconds: float, until: float) -> bytes:
    """Return what `call` ends with; raises `ModelFailed`, at the moment `until` (monotonic) at the latest."""
    try:
        error = call.exception(max(0.0, until - time.monotonic()))
    except TimeoutError:
        call.cancel()
        raise ModelFailed("timeout", f"cut off after {seconds:.1f} s", vendor=True) from None
    except CancelledError:
        raise ModelFailed("unreachable", "the line was closed") from None
    if error is not None:
        raise translate(error) from error
    return call.result()


def _decoded(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise ModelFailed("malformed", "the response is not JSON", vendor=True) from None
