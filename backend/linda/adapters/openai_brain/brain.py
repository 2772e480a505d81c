"""The loop: ask the model, run its calls, tell it the results, until it answers the customer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from linda.adapters.openai_brain.cost import Meter
from linda.adapters.openai_brain.reading import Answer, Call, read
from linda.adapters.openai_brain.request import OPENAI_URL, Dialect, Item, opening_items, output_item, request
from linda.adapters.openai_brain.wire import Wire
from linda.conversation.brain import Deadline, Draft, Turn
from linda.conversation.learned import last_quote, learned, open_question
from linda.conversation.model_failed import ModelFailed
from linda.conversation.toolbox import Toolbox

MAX_ASKS = 4
"""Model calls in a turn; the last one must be the reply."""


class OpenAIBrain:
    """A `Brain` over the Responses API. Stateless on the server's side; safe to use from many threads."""

    name = "openai"

    def __init__(
        self,
        api_key: str,
        functions: Sequence[Mapping[str, Any]],
        *,
        model: str = "gpt-4o",
        base_url: str | None = None,
    ) -> None:
        """Connect `model` at `base_url` (OpenAI's own when None); `functions` are the tools in Responses form."""
        self._model = model
        self._functions = tuple(functions)
        self._dialect = Dialect.of(model, base_url or OPENAI_URL)
        self._wire = Wire(api_key, base_url or OPENAI_URL)

    def close(self) -> None:
        """Give the connections and the thread back."""
        self._wire.close()

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Return the model's draft; raises `ModelFailed` at the deadline or when the model is of no use."""
        meter = Meter(self._model)
        before = len(tools.runs)
        try:
            text = self._talk(turn, tools, deadline, meter)
        except ModelFailed as failure:
            failure.usage = meter.usage
            raise
        runs = tools.runs[before:]
        facts = learned(turn.facts, runs, turn.shop)
        pending = open_question(text, runs, turn.now)
        return Draft(text, facts, pending, self.name, meter.usage, notes=meter.notes, quote=last_quote(runs))

    def _talk(self, turn: Turn, tools: Toolbox, deadline: Deadline, meter: Meter) -> str:
        items = opening_items(turn, self._dialect)
        for _ in range(MAX_ASKS - 1):
            answer = self._ask(turn, items, deadline, meter)
            if not answer.calls:
                return answer.text
            tools.begin_round()
            items += [*answer.replay, *(_run(call, tools, deadline) for call in answer.calls)]
        answer = self._ask(turn, items, deadline, meter, tool_choice="none")
        if answer.calls:
            raise ModelFailed("endless", f"still calling tools after {MAX_ASKS} answers")
        return answer.text

    def _ask(self, turn: Turn, items: Sequence[Item], deadline: Deadline, meter: Meter, **more: str) -> Answer:
        body = self._send(
            lambda dialect: {**request(turn, items, self._functions, dialect), **more}, deadline, turn.listens
        )
        meter.count(body)
        return read(body)

    def _send(
        self, build: Callable[[Dialect], Mapping[str, Any]], deadline: Deadline, hear: Callable[[str], None] | None
    ) -> object:
        """Ask once; when the server rejects a request with extras, ask without them, and so from then on."""
        try:
            return self._line(build(self._dialect), deadline, hear)
        except ModelFailed as failure:
            if failure.reason != "rejected" or not self._dialect.extras:
                raise
        plain = replace(self._dialect, extras={})
        body = self._line(build(plain), deadline, hear)
        self._dialect = plain
        return body

    def _line(self, asked: Mapping[str, Any], deadline: Deadline, hear: Callable[[str], None] | None) -> object:
        """Ask for the response in one piece, or as it grows where somebody listens."""
        seconds = _left(deadline)
        return self._wire.listen(asked, seconds, hear) if hear else self._wire.ask(asked, seconds)


def _run(call: Call, tools: Toolbox, deadline: Deadline) -> Item:
    _left(deadline)
    return output_item(call.call_id, tools.call(call.name, call.arguments))


def _left(deadline: Deadline) -> float:
    seconds = deadline.remaining()
    if seconds <= 0:
        raise ModelFailed("timeout", "no time left", vendor=True)
    return seconds
