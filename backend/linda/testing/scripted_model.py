"""A brain that plays a script on the real tools, for fast tests of everything around it."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linda.conversation.brain import Deadline, Draft, Turn, Usage
from linda.conversation.learned import last_quote, learned
from linda.conversation.toolbox import Toolbox, ToolRun


@dataclass(frozen=True, slots=True)
class Use:
    """Call the tool `name`; `together` with the step before puts both in one round."""

    name: str
    arguments: Mapping[str, Any] | str
    together: bool = False


@dataclass(frozen=True, slots=True)
class Say:
    """End the turn with `text`, or with what a function makes of the turn's runs."""

    text: str | Callable[[Sequence[ToolRun]], str]


@dataclass(frozen=True, slots=True)
class Fail:
    """End the turn by raising `error`."""

    error: Exception


Step = Use | Say | Fail


class ScriptedModel:
    """A `Brain` that plays `steps` in order; a turn ends at each `Say` or `Fail`.

    `turns` remembers what it was asked. A turn nobody wrote a step for fails at once, leftovers in `assert_done`.
    """

    name = "scripted"

    def __init__(self, *steps: Step, usage: Usage | None = None) -> None:
        """Prepare to play `steps`; each answered turn reports `usage`."""
        self._steps = deque(steps)
        self._usage = usage or Usage("scripted", calls=1)
        self.turns: list[Turn] = []

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Play the steps up to the next `Say` or `Fail`."""
        del deadline
        self.turns.append(turn)
        before = len(tools.runs)
        while True:
            if not self._steps:
                raise AssertionError(f"no step left for the text {turn.text!r}")
            step = self._steps.popleft()
            if isinstance(step, Fail):
                raise step.error
            if isinstance(step, Say):
                runs = tools.runs[before:]
                text = step.text if isinstance(step.text, str) else step.text(runs)
                facts = learned(turn.facts, runs, turn.shop)
                return Draft(text, facts, None, self.name, self._usage, quote=last_quote(runs))
            if not step.together:
                tools.begin_round()
            tools.call(step.name, step.arguments)

    def assert_done(self) -> None:
        """Fail when steps are left over."""
        if self._steps:
            raise AssertionError(f"steps left over: {list(self._steps)}")
