"""Builds what a model is sent: stable parts first, the moment and the customer's words last."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from linda.conversation.brain import Line, Turn
from linda.conversation.prompt import instructions, known, situation
from linda.conversation.toolbox import ToolRun

OPENAI_URL = "https://api.openai.com/v1"

LINES = 20
"""How much of a conversation is retold; what matters for longer is in the facts."""

LONGEST_LINE = 1_600
"""Characters of an earlier line that are retold; Twilio joins no more into one text."""

LONGEST_PART = 6_400
"""Characters of the new text that are passed on: four of the longest texts in one burst."""

MAX_OUTPUT_TOKENS = 2_000
"""Far more than two texts need; thinking counts too."""

_REASONS = re.compile(r"(o\d|gpt-[5-9]|gpt-\d\d)(?!.*-chat)")

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to speak to one server.

    `late_note` tells whether the server takes a developer item in mid-conversation. OpenAI does; the chat templates of
    many open models refuse it ("System message must be at the beginning", vllm issue 41114), so elsewhere everything
    of the moment goes into one user item. `extras` are fields only a reasoning model knows.
    """

    model: str
    late_note: bool
    extras: Mapping[str, Any]

    @classmethod
    def of(cls, model: str, base_url: str) -> "Dialect":
        """Return the dialect for `model` at `base_url`."""
        official = f".{urlsplit(base_url).hostname}".endswith((".openai.com", ".openai.azure.com"))
        thinks = official and _REASONS.match(model) is not None
        extras = {"include": ["reasoning.encrypted_content"], "reasoning": {"effort": "low"}} if thinks else {}
        return cls(model, official, extras)


def request(turn: Turn, items: Sequence[Item], functions: Sequence[Item], dialect: Dialect) -> dict[str, Any]:
    """Return the arguments of `responses.create` for `turn` with `items` as its whole input."""
    return {
        "model": dialect.model,
        "instructions": instructions(turn.shop),
        "tools": list(functions),
        "input": list(items),
        "store": False,
        "parallel_tool_calls": False,
        "max_output_tokens": MAX_OUTPUT_TOKENS,
        **dialect.extras,
    }


def opening_items(turn: Turn, dialect: Dialect) -> list[Item]:
    """Return the input before the model's first call: the talk so far, the moment, the new text, what was done."""
    note, words = _part(situation(turn)), [_part(known(turn)), _part(turn.text)]
    if dialect.late_note:
        now: list[Item] = [{"role": "developer", "content": [note]}, {"role": "user", "content": words}]
    else:
        now = [{"role": "user", "content": [note, *words]}]
    done = [item for number, run in enumerate(turn.effects, 1) for item in _done(number, run)]
    return [*_history(turn.recent), *now, *done]


def output_item(call_id: str, run: ToolRun) -> Item:
    """Return the result of `run` as the answer to the call `call_id`."""
    data = json.dumps(dict(run.outcome.data), ensure_ascii=False, default=str)
    return {"type": "function_call_output", "call_id": call_id, "output": _printable(data)}


def _done(number: int, run: ToolRun) -> tuple[Item, Item]:
    call_id = f"done_{number}"
    arguments = _printable(json.dumps(dict(run.arguments), ensure_ascii=False, default=str))
    call = {"type": "function_call", "call_id": call_id, "name": run.tool, "arguments": arguments}
    return call, output_item(call_id, run)


def _history(lines: Sequence[Line]) -> list[Item]:
    """Retell the last lines; neighbours of one side become one item: some templates want the sides to alternate."""
    told: list[dict[str, Any]] = []
    for line in lines[-LINES:]:
        role = "user" if line.who == "customer" else "assistant"
        text = _printable(line.text[:LONGEST_LINE])
        text = f"(written by the owner himself) {text}" if line.who == "owner" else text
        if told and told[-1]["role"] == role:
            told[-1]["content"] += f"\n{text}"
        else:
            told.append({"role": role, "content": text})
    return list(told)


def _part(text: str) -> Item:
    return {"type": "input_text", "text": _printable(text[:LONGEST_PART])}


def _printable(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON may carry and UTF-8 may not."""
    return text.encode("utf-8", "replace").decode()
