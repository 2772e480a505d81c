"""Requests of an ASGI application as a server makes them, without a server."""

import asyncio
import gzip
from collections.abc import Mapping

from linda.entrypoints.gateway import Application, Message
from linda.entrypoints.http_answer import HttpAnswer


def ask(
    app: Application,
    method: str,
    path: str,
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
    *,
    query: bytes = b"",
) -> HttpAnswer:
    """Return the answer of `app`, its body unpacked when it came packed."""
    outgoing: list[Message] = []
    incoming: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        while not incoming:
            await asyncio.Event().wait()  # the client stays until it has the whole answer
        return incoming.pop(0)

    async def send(message: Message) -> None:
        outgoing.append(message)

    given = {"host": "localhost:8000", **(headers or {})}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": query,
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in given.items()],
        "client": ("127.0.0.1", 50123),
        "scheme": "http",
        "server": ("127.0.0.1", 8000),
        "http_version": "1.1",
    }

    async def answered() -> None:
        await app(scope, receive, send)

    asyncio.run(answered())
    start, *parts = outgoing
    shown = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"])
    content = b"".join(part.get("body", b"") for part in parts)
    packed = dict(shown).get("content-encoding") == "gzip" and content
    return HttpAnswer(start["status"], shown, gzip.decompress(content) if packed else content)
