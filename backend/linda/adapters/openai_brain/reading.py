"""Reads a response: its text and its calls, or why it is of no use.

Shapes as in OpenAI's API reference ("Create a model response") and in the SDK's own types: a response has a `status`
(completed, failed, incomplete, ...) and an `output` of items; a message holds parts `output_text` and `refusal`; a call
carries its arguments as JSON text. Other servers leave fields out, so nothing is taken for granted.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from linda.conversation.model_failed import ModelFailed

_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
"""Local servers without a reasoning parser leave a model's thoughts in its text; a customer must not see them."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call the model wants; `arguments` is JSON text as it came."""

    call_id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A usable response. `replay` are the items that must precede the calls' results in the next request."""

    text: str
    calls: tuple[Call, ...]
    replay: tuple[Mapping[str, Any], ...]


def read(body: object) -> Answer:
    """Return the answer in `body` (decoded JSON); raises `ModelFailed` when there is none."""
    if not isinstance(body, Mapping) or not isinstance(body.get("output"), list):
        raise ModelFailed("malformed", "no output list", vendor=True)
    _check_status(body)
    items = [item for item in body["output"] if isinstance(item, Mapping)]
    calls = tuple(_call(item) for item in items if item.get("type") == "function_call")
    text = _text(items)
    if not calls and not text:
        raise ModelFailed("empty", "neither text nor a call")
    return Answer(text, calls, tuple(_replay(items)))


def _check_status(body: Mapping[str, Any]) -> None:
    status, error = body.get("status", "completed"), _mapping(body.get("error"))
    if status == "failed" or error:
        code = str(error.get("code"))
        reason = "rate_limited" if code == "rate_limit_exceeded" else "failed"
        raise ModelFailed(reason, f"{code}: {str(error.get('message'))[:300]}", vendor=code != "invalid_prompt")
    if status == "incomplete":
        raise ModelFailed("incomplete", str(_mapping(body.get("incomplete_details")).get("reason")))
    if status is not None and status != "completed":
        raise ModelFailed("malformed", f"status {status!r}", vendor=True)


def _call(item: Mapping[str, Any]) -> Call:
    call_id, name, arguments = item.get("call_id") or item.get("id"), item.get("name"), item.get("arguments")
    if not isinstance(call_id, str) or not isinstance(name, str):
        raise ModelFailed("malformed", "a call without id or name", vendor=True)
    return Call(call_id, name, arguments if isinstance(arguments, str) else json.dumps(arguments))


def _text(items: Iterable[Mapping[str, Any]]) -> str:
    said: list[str] = []
    for item in items:
        if item.get("type") != "message" or item.get("phase") == "commentary":
            continue
        for part in _parts(item):
            if part.get("type") == "refusal":
                raise ModelFailed("refusal", str(part.get("refusal"))[:300])
            if part.get("type") == "output_text" and isinstance(part.get("text"), str):
                said.append(part["text"])
    return without_thoughts("".join(said))


def without_thoughts(text: str) -> str:
    """Return `text` without what the model thought to itself, also where that has not come to its end yet."""
    return _THOUGHTS.sub("", text).strip()


def _replay(items: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Keep reasoning that a stateless server can read, with the call it belongs to.

    With `store=False` a bare `rs_...` id can't be looked up (openai-agents-python issue 919), so reasoning without
    content is dropped; a call's own `fc_...` id would then ask for it, so calls go back by their `call_id` alone.
    """
    kept: list[Mapping[str, Any]] = []
    for item in items:
        kind = item.get("type")
        if kind == "reasoning" and (item.get("encrypted_content") or item.get("content")):
            kept.append({key: value for key, value in item.items() if key != "status" and value is not None})
        elif kind == "function_call":
            call = _call(item)
            kept.append({"type": kind, "call_id": call.call_id, "name": call.name, "arguments": call.arguments})
        elif kind == "message" and (text := "".join(str(part.get("text", "")) for part in _parts(item))):
            phase = {"phase": item["phase"]} if item.get("phase") else {}
            kept.append({"role": "assistant", "content": text, **phase})
    while kept and kept[-1].get("type") == "reasoning":
        kept.pop()
    return kept


def _parts(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    content = item.get("content")
    return [part for part in content if isinstance(part, Mapping)] if isinstance(content, list) else []


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
