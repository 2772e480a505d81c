"""Why a reply says what it says: kept beside every answer, and the form in which tool runs are stored."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from linda.conversation.brain import Usage
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Kind, Outcome, Status, ToolRun


@dataclass(slots=True)
class Receipt:
    """One turn explained: brain, tools with results, rules that spoke, milliseconds per step, cost.

    `rules` are short sentences ("claim checker replaced the model's text: price $60 has no source"); `steps` maps
    "read", "think", "check" to milliseconds; `left` is the number of openings counted for each day that was
    spoken of, with the moment of counting inside the tool run; `mode` is the owner's at that moment.
    """

    sids: tuple[str, ...]
    brain: str = ""
    usage: Usage = field(default_factory=Usage)
    tools: list[ToolRun] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    steps: dict[str, float] = field(default_factory=dict)
    segments: int = 0
    owner_state: str = ""
    mode: str = ""

    def to_item(self) -> dict[str, Any]:
        """Return the receipt as JSON values; milliseconds are rounded to whole ones, as the store keeps no floats."""
        return {
            "sids": list(self.sids),
            "brain": self.brain,
            "usage": asdict(self.usage),
            "tools": [run_to_item(run) for run in self.tools],
            "rules": list(self.rules),
            "steps_us": {step: round(ms * 1000) for step, ms in self.steps.items()},
            "segments": self.segments,
            "owner_state": self.owner_state,
            "mode": self.mode,
        }


def run_to_item(run: ToolRun) -> dict[str, Any]:
    """Return a tool run as JSON values."""
    return {
        "tool": run.tool,
        "kind": run.kind.value,
        "arguments": dict(run.arguments),
        "status": run.outcome.status.value,
        "result": dict(run.outcome.data),
        "sentence": run.outcome.sentence,
        "evidence": run.outcome.evidence.to_item(),
        "us": round(run.ms * 1000),
    }


def run_from_item(item: Mapping[str, Any]) -> ToolRun:
    """Read what `run_to_item` wrote."""
    outcome = Outcome(
        Status(item["status"]), item["result"], item["sentence"], Evidence.from_item(item.get("evidence", {}))
    )
    return ToolRun(item["tool"], item["arguments"], outcome, item["us"] / 1000, Kind(item["kind"]))
