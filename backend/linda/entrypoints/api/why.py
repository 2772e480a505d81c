"""Why a reply says what it says, as the cockpit and the simulator show it."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from linda.conversation.told import brain_says, told_steps, total_ms
from linda.conversation.toolbox import Status


class Step(BaseModel):
    """One thing LINDA did; `ms` is milliseconds."""

    says: str
    detail: str
    ms: float
    status: Status = Status.DONE


class Why(BaseModel):
    """One reply explained; `cost_micros` is millionths of a dollar."""

    brain_says: str
    ms: float
    segments: int
    cost_micros: int
    steps: list[Step]
    rules: list[str]
    owner_state: str


def why_of(receipt: Mapping[str, Any]) -> Why:
    """Return the stored `receipt` explained."""
    return Why(
        brain_says=brain_says(receipt),
        ms=round(total_ms(receipt), 1),
        segments=receipt["segments"],
        cost_micros=receipt["usage"]["cost_micros"],
        steps=[Step(says=s.says, detail=s.detail, ms=round(s.ms, 1), status=s.status) for s in told_steps(receipt)],
        rules=list(receipt["rules"]),
        owner_state=receipt["owner_state"],
    )
