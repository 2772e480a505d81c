"""The tools of one turn: checks arguments, keeps the limits, remembers every run for the receipt."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Protocol

from linda.conversation.arguments import Arguments
from linda.conversation.evidence import Evidence
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, InvalidInput, Refused

MAX_CALLS = 8
LOOKS = 3
"""How often a tool looks again when what it saw changed before it wrote."""


class Kind(StrEnum):
    """Does a tool change anything?"""

    READ = "READ"
    WRITE = "WRITE"


class Status(StrEnum):
    """How a call ended."""

    DONE = "done"
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tool answers. `data` is JSON for the model; `sentence` says a refusal in words a customer may read."""

    status: Status
    data: Mapping[str, Any]
    sentence: str = ""
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class ToolRun:
    """One call with its arguments, outcome and milliseconds, as the receipt keeps it."""

    tool: str
    arguments: Mapping[str, Any]
    outcome: Outcome
    ms: float = 0.0
    kind: Kind = Kind.READ

    @property
    def wrote(self) -> bool:
        """Tell whether this run changed something."""
        return self.kind is Kind.WRITE and self.outcome.status is Status.DONE


class Tool(Protocol):
    """One thing LINDA can do. The docstring of the arguments class is what the model reads."""

    name: ClassVar[str]
    kind: ClassVar[Kind]
    arguments: ClassVar[type[Arguments]]

    def run(self, arguments: Any) -> Outcome:
        """Do it; raises `Refused` or `InvalidInput` when it can't be done."""


class Toolbox:
    """The tools of one turn, within its limits."""

    def __init__(self, tools: Sequence[Tool], clock: Clock) -> None:
        """Hold `tools`, in the order a model is shown them."""
        self._tools = {tool.name: tool for tool in tools}
        self._clock = clock
        self._wrote_this_round = False
        self._limit = MAX_CALLS
        self.runs: list[ToolRun] = []

    def begin_round(self) -> None:
        """Start a round of a model's calls: each round may write once."""
        self._wrote_this_round = False

    def begin_fallback(self) -> None:
        """Give the rules brain a budget of its own after another brain has used up this one."""
        self._limit = len(self.runs) + MAX_CALLS
        self.begin_round()

    def call(self, name: str, arguments: str | Mapping[str, Any]) -> ToolRun:
        """Run the tool `name` with `arguments` (JSON text or a mapping); never raises for bad arguments."""
        started = self._clock.monotonic()
        given, outcome = self._answer(name, arguments)
        kind = self._tools[name].kind if name in self._tools else Kind.READ
        run = ToolRun(name, given, outcome, (self._clock.monotonic() - started) * 1e3, kind)
        self.runs.append(run)
        return run

    def _answer(self, name: str, arguments: str | Mapping[str, Any]) -> tuple[Mapping[str, Any], Outcome]:
        tool = self._tools.get(name)
        if len(self.runs) >= self._limit:
            return {}, stopped("No more tool calls in this turn: answer the customer now.")
        if tool is None:
            return {}, refused(f"There is no tool named {name[:64]!r}.", tools=sorted(self._tools))
        if tool.kind is Kind.WRITE and self._wrote_this_round:
            return {}, refused("Only one change at a time: wait for the result of the first.")
        try:
            text = arguments if isinstance(arguments, str) else json.dumps(dict(arguments))
            checked = tool.arguments.read(text)
        except (InvalidInput, TypeError) as bad:
            return {}, refused(f"Those arguments do not fit {name}: {bad}")
        self._wrote_this_round = self._wrote_this_round or tool.kind is Kind.WRITE
        return checked.as_given(), _run(tool, checked)


def _run(tool: Tool, arguments: Arguments) -> Outcome:
    for _ in range(LOOKS):
        try:
            return tool.run(arguments)
        except (Refused, InvalidInput) as no:
            return refused(str(no))
        except Conflict:
            continue  # all or nothing: nothing was written, and a fresh look may find another way
    return refused("That changed at the very same moment: look again.")


def done(evidence: Evidence | None = None, **data: Any) -> Outcome:
    """Return a success with `data` for the model and the `evidence` it gives."""
    return Outcome(Status.DONE, data, evidence=evidence or Evidence())


def refused(sentence: str, evidence: Evidence | None = None, **data: Any) -> Outcome:
    """Return a refusal that says `sentence`, with `data` (alternatives) beside it."""
    return Outcome(Status.REFUSED, {"refused": sentence, **data}, sentence=sentence, evidence=evidence or Evidence())


def stopped(sentence: str) -> Outcome:
    """Return the end of tool calling for this turn."""
    return Outcome(Status.STOPPED, {"stopped": sentence}, sentence=sentence)
