"""The laptop's API Gateway: an ASGI application that calls the very handlers of Lambda.

No route is written a second time for local use: a request becomes the event that AWS would make of it, and the
result of the handler becomes the answer that AWS would make of that.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from linda.domain.clock import Clock
from linda.entrypoints.http_answer import HttpAnswer, problem
from linda.entrypoints.http_event import HttpRequest
from linda.entrypoints.http_headers import with_header_set
from linda.entrypoints.lambda_call import Handler, call, handler_for

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

_SECONDS = 30.0  # an HTTP API waits no longer for a function (AWS, "Quotas for HTTP APIs")
_log = logging.getLogger(__name__)


class _BodyTooLargeError(Exception):
    pass


class _ClientGoneError(Exception):
    pass


class Gateway:
    """Serves `routes`, from path prefix to handler; the longest prefix that ends at a slash wins.

    A kind of connection other than HTTP gets its own entry in `_connections`.
    """

    def __init__(
        self,
        routes: Mapping[str, Handler],
        clock: Clock,
        *,
        workers: int = 16,
        body_limit: int = 2**20,
        seconds: float = _SECONDS,
        pages: Application | None = None,
        sockets: Application | None = None,
        https: bool = False,
    ) -> None:
        """Take the routes and the limits.

        Args:
            routes: from path prefix to handler.
            clock: for the moment in the event and the time left in the context.
            workers: how many handlers of a prefix run at once; the others wait.
            body_limit: bytes; a longer body is refused.
            seconds: how long a caller waits for a handler.
            pages: what serves every path that no route answers.
            sockets: what serves WebSockets; without it each one is refused.
            https: callers come over HTTPS, and browsers are told to keep to it.
        """
        self._routes = routes
        self._clock = clock
        self._body_limit = body_limit
        self._seconds = seconds
        self._pages = pages
        self._https = https
        # Each prefix has threads of its own: whoever keeps the public routes busy keeps no text or call waiting.
        self._workers = {
            id(each): ThreadPoolExecutor(workers, thread_name_prefix="handler") for each in routes.values()
        }
        self._connections = {"http": self._http, "lifespan": self._lifespan, "websocket": sockets or _no_socket}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection, as ASGI defines it."""
        await self._connections[scope["type"]](scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._pages is not None and handler_for(scope["path"], self._routes) is None:
            await self._pages(scope, receive, send)
            return
        try:
            await _send(with_header_set(await self._answer(scope, receive), https=self._https), send)
        except _ClientGoneError:
            _log.debug("%s %s: the client left", scope["method"], scope["path"])

    async def _answer(self, scope: Scope, receive: Receive) -> HttpAnswer:
        handler = handler_for(scope["path"], self._routes)
        if handler is None:
            return problem(404)
        try:
            request = _request(scope, await self._body(receive))
        except _BodyTooLargeError:
            return problem(413)
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._seconds):
                return await loop.run_in_executor(
                    self._workers[id(handler)], lambda: call(handler, request, self._clock, seconds=self._seconds)
                )
        except TimeoutError:
            return problem(503)

    async def _body(self, receive: Receive) -> bytes:
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _ClientGoneError
            body += message.get("body", b"")
            if len(body) > self._body_limit:
                raise _BodyTooLargeError
            if not message.get("more_body", False):
                return bytes(body)

    async def _lifespan(self, _scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        for each in self._workers.values():
            each.shutdown(wait=True)
        await send({"type": "lifespan.shutdown.complete"})


async def _no_socket(_scope: Scope, receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close"})


def _request(scope: Scope, body: bytes) -> HttpRequest:
    return HttpRequest(
        method=scope["method"],
        path=scope["path"],
        query=scope["query_string"].decode("latin-1"),
        headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]),
        body=body,
        client=(scope.get("client") or ("127.0.0.1", 0))[0],
        scheme=scope.get("scheme", "http"),
        protocol=f"HTTP/{scope['http_version']}",
    )


async def _send(answer: HttpAnswer, send: Send) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})
