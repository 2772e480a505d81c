"""The WebSocket of ConversationRelay, as ASGI has it: one thread for each session, so many at once and no more."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

from linda.adapters.twilio_phone.calls.documents import RELAY
from linda.adapters.twilio_phone.relay.session import MOST_SESSIONS, Relay, RelaySession
from linda.adapters.twilio_phone.signature import is_signed_handshake

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

IDLE_S = 60.0
"""So long nothing may come in: a caller who says nothing for a minute is asked again without the relay."""
OVER, NOT_TEXT = 1000, 1003


class _Line:
    """Frames on their way out, from the session's thread to the event loop."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.waiting: asyncio.Queue[Message] = asyncio.Queue()

    def send(self, frame: str) -> None:
        self._put({"type": "websocket.send", "text": frame})

    def close(self, code: int) -> None:
        self._put({"type": "websocket.close", "code": code})

    def _put(self, message: Message) -> None:
        self._loop.call_soon_threadsafe(self.waiting.put_nowait, message)


class RelaySocket:
    """An ASGI application for connections of the type "websocket"."""

    def __init__(self, relay: Relay, *, sessions: int = MOST_SESSIONS, idle_s: float = IDLE_S) -> None:
        """Serve `relay`: so many `sessions` at once, each of which is closed when it is idle."""
        self._relay = relay
        self._paths = {RELAY, urlsplit(relay.url).path}  # what stands before a path outside may be taken off on the way
        self._free = sessions
        self._idle_s = idle_s
        self._threads = ThreadPoolExecutor(sessions, thread_name_prefix="relay")

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Serve one session, or refuse it before it begins."""
        await receive()
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        is_ours = scope["path"] in self._paths and not scope["query_string"]
        relay = self._relay
        client = (scope.get("client") or ("",))[0]
        if not is_ours or not is_signed_handshake(
            relay.url, headers, auth_token=relay.auth_token, client=client, refusals=relay.refusals
        ):
            await send({"type": "websocket.close"})  # before it is accepted: the answer is 403
        elif not self._free:
            await send({"type": "websocket.http.response.start", "status": 503, "headers": []})
            await send({"type": "websocket.http.response.body", "body": b""})
        else:
            self._free -= 1
            try:
                await self._serve(receive, send)
            finally:
                self._free += 1

    async def _serve(self, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        line = _Line()
        session = RelaySession(self._relay, line)
        work = asyncio.get_running_loop().run_in_executor(self._threads, session.work)
        speaking = asyncio.create_task(_speak(line, send))
        try:
            await self._listen(session, line, receive)
        finally:
            session.close()
            await work
            line.close(OVER)
            await speaking

    async def _listen(self, session: RelaySession, line: _Line, receive: Receive) -> None:
        while True:
            try:
                message = await asyncio.wait_for(receive(), self._idle_s)
            except TimeoutError:
                return
            if message["type"] == "websocket.disconnect":
                return
            if message.get("text") is None:
                session.close(NOT_TEXT)
            else:
                session.take(message["text"])


async def _speak(line: _Line, send: Send) -> None:
    """Send what is to be sent, until the line is closed by either side."""
    message: Message = {"type": ""}
    while message["type"] != "websocket.close":
        message = await line.waiting.get()
        try:
            await send(message)
        except OSError:  # the other side is gone
            return
