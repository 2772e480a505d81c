"""Reads a response that comes as a stream of server-sent events (HTML Living Standard, 9.2; data lines alone matter).

The names of the events are those of OpenAI's API reference, "Streaming events": `response.output_text.delta` carries a
piece of text, and `response.completed`, `.failed` or `.incomplete` the whole response, as it comes where none streams.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from linda.adapters.openai_brain.reading import without_thoughts

_LAST = frozenset({"response.completed", "response.failed", "response.incomplete"})


class EventReader:
    """Takes a stream line by line; `hear` is told the text so far whenever it has grown."""

    def __init__(self, hear: Callable[[str], None]) -> None:
        """Begin with no text and no response."""
        self._hear = hear
        self._raw = ""
        self._text = ""
        self._asides: set[object] = set()
        self.response = b""

    def ends_with(self, line: str) -> bool:
        """Take one line, and tell whether it was the last that matters: then `response` is there."""
        if not line.startswith("data:"):
            return False
        event = json.loads(line.removeprefix("data:"))
        if not isinstance(event, Mapping):
            raise TypeError("an event that is no object")
        kind = event.get("type")
        if kind == "response.output_text.delta":
            self._grow(event)
        elif kind == "response.output_item.added":
            self._begin(event)
        elif kind in _LAST or kind == "error":
            self.response = json.dumps(event["response"] if kind in _LAST else _failed(event)).encode()
        return bool(self.response)

    def _begin(self, event: Mapping[str, Any]) -> None:
        """Note an item that is no part of the answer, as reading the whole response leaves it out."""
        if event["item"].get("phase") == "commentary":
            self._asides.add(event.get("output_index"))

    def _grow(self, event: Mapping[str, Any]) -> None:
        if event.get("output_index") in self._asides:
            return
        self._raw += event["delta"]
        text = without_thoughts(self._raw)
        if text != self._text:
            self._text = text
            self._hear(text)


def _failed(event: Mapping[str, Any]) -> dict[str, Any]:
    """Return an error in the middle of a stream as the response that failed with it."""
    return {"output": [], "status": "failed", "error": {"code": event.get("code"), "message": event.get("message")}}
