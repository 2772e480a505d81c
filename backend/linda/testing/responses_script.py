"""What a `ResponsesServer` plays: output items of the Responses API, and steps that answer with them or go wrong.

The shapes are those of OpenAI's API reference ("The response object", "Error codes"), as the SDK's types repeat them.
"""

import json
import threading
from collections.abc import Iterator, Mapping
from typing import Any

from linda.testing.responses_server import Exchange, Step

Item = Mapping[str, Any]

_LONGEST_WAIT_S = 30.0
_OPEN = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def message(text: str) -> Item:
    """Return a message item with one text part."""
    part = {"type": "output_text", "text": text, "annotations": []}
    return {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": [part]}


def refusal(text: str) -> Item:
    """Return a message item in which the model refuses."""
    part = {"type": "refusal", "refusal": text}
    return {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": [part]}


def call(name: str, arguments: str | Mapping[str, Any], call_id: str = "call_1") -> Item:
    """Return a function call item; `arguments` as text goes out unchanged."""
    given = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return {
        "type": "function_call",
        "id": f"fc_{call_id}",
        "call_id": call_id,
        "name": name,
        "arguments": given,
        "status": "completed",
    }


def reasoning(encrypted: str | None = "gAAAA", number: int = 1) -> Item:
    """Return a reasoning item, readable by a stateless server only when it is `encrypted` inside."""
    return {"type": "reasoning", "id": f"rs_{number}", "summary": [], "encrypted_content": encrypted, "status": None}


def answers(*items: Item, tokens: tuple[int, int, int] = (1000, 0, 50), **fields: object) -> Step:
    """Return a step with `items` as output; `tokens` are input, cached input and output."""
    return gives(200, response(*items, tokens=tokens, **fields))


def response(*items: Item, tokens: tuple[int, int, int] = (1000, 0, 50), **fields: object) -> dict[str, Any]:
    """Return a response with `items` as output."""
    given, cached, out = tokens
    usage = {
        "input_tokens": given,
        "input_tokens_details": {"cached_tokens": cached},
        "output_tokens": out,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": given + out,
    }
    body = {"id": "resp_1", "object": "response", "created_at": 1, "status": "completed", "model": "gpt-4o"}
    return {**body, "output": list(items), "usage": usage, "error": None, **fields}


def says(text: str) -> Step:
    """Return a step that answers the customer."""
    return answers(message(text))


def calls(name: str, **arguments: Any) -> Step:
    """Return a step that calls one tool."""
    return answers(call(name, arguments))


def event(kind: str, **fields: object) -> bytes:
    """Return a server-sent event of the Responses API."""
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **fields})}\n\n".encode()


def streams(*pieces: str | threading.Event, ends: bytes | None = None) -> Step:
    """Return a step that writes its answer piece by piece; where an event stands between them it waits for that.

    `ends` is sent after the last piece; without it the whole response is.
    """
    said = "".join(piece for piece in pieces if isinstance(piece, str))
    last = event("response.completed", response=response(message(said))) if ends is None else ends

    def events() -> Iterator[bytes]:
        yield event("response.output_item.added", output_index=0, item={"type": "message", "id": "msg_1"})
        for piece in pieces:
            if isinstance(piece, str):
                yield event("response.output_text.delta", output_index=0, item_id="msg_1", delta=piece)
            else:
                piece.wait(_LONGEST_WAIT_S)
        yield last

    return lambda exchange: exchange.stream(events())


def incomplete(reason: str, *items: Item) -> Step:
    """Return a step that stops half-way: "max_output_tokens" or "content_filter"."""
    return answers(*items, status="incomplete", incomplete_details={"reason": reason})


def failed(code: str) -> Step:
    """Return a step with status 200 whose response failed with `code`."""
    return answers(status="failed", error={"code": code, "message": "it failed"})


def gives(status: int, payload: object, headers: Mapping[str, str] | None = None) -> Step:
    """Return a step that sends `payload` (JSON, or bytes as they are)."""

    def step(exchange: Exchange) -> None:
        exchange.answer(status, payload, headers)

    return step


def error(status: int, code: str, headers: Mapping[str, str] | None = None) -> Step:
    """Return a step that fails with an HTTP status and an error object."""
    return gives(status, {"error": {"message": code, "type": code, "param": None, "code": code}}, headers)


def rate_limited(retry_after: str | None = None) -> Step:
    """Return a 429 for too many requests, with or without a Retry-After header."""
    return error(429, "rate_limit_exceeded", {"Retry-After": retry_after} if retry_after is not None else None)


def out_of_credit() -> Step:
    """Return the 429 of an account that has to pay first."""
    return error(429, "insufficient_quota")


def sends(wire: bytes) -> Step:
    """Return a step that puts `wire` on the line, status and headers included, and closes the connection."""
    return lambda exchange: exchange.send_raw(wire)


def hangs() -> Step:
    """Return a step that accepts the request and never says anything."""
    return lambda exchange: exchange.drip(b"", b"")


def trickles() -> Step:
    """Return a step that sends a blank of its JSON now and then, so that no read ever times out."""
    return lambda exchange: exchange.drip(_OPEN + b"Content-Length: 1000000\r\n\r\n{", b" ")


def slow_headers() -> Step:
    """Return a step whose headers never end."""
    return lambda exchange: exchange.drip(_OPEN, b"X: y\r\n")


def drops() -> Step:
    """Return a step that closes the connection without an answer."""
    return sends(b"")
