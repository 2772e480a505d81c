"""A receipt in the owner's words: what LINDA did for one reply, step by step."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from linda.conversation import told_runs
from linda.conversation.toolbox import Status

Receipt = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step: what it was, what came of it, how long it took, and how it ended."""

    says: str
    detail: str
    ms: float
    status: Status = Status.DONE


def told_steps(receipt: Receipt) -> list[ToldStep]:
    """Return what was thought, the tools that ran (the same thing twice is told once), and the check of the reply."""
    told: list[ToldStep] = []
    for step in [*_thinking(receipt), *map(_run, receipt["tools"]), *_judging(receipt)]:
        if told and replace(told[-1], ms=step.ms) == step:
            told[-1] = replace(step, ms=told[-1].ms + step.ms)
        else:
            told.append(step)
    return told


def brain_says(receipt: Receipt) -> str:
    """Say who wrote the reply."""
    failed = _model_failed(receipt)
    if failed is not None:
        return f"The model {failed.words}, so LINDA's own rules wrote this."
    if receipt["brain"] == "rule":
        return "A fixed rule decided this."
    if receipt["brain"] != "rules":
        return f"{receipt['usage']['model']} wrote this, and LINDA checked it."
    if receipt["usage"]["calls"]:
        return f"{receipt['usage']['model']} wrote something LINDA could not prove, so her own rules wrote this."
    return "LINDA's own rules wrote this, no model asked."


def total_ms(receipt: Receipt) -> float:
    """Return how long the turn took, in milliseconds."""
    return float(sum(receipt["steps_us"].values())) / 1000


@dataclass(frozen=True, slots=True)
class _Failure:
    """Why the model has no part in a reply; `ms` is what it took, 0 when it was not even asked."""

    words: str
    ms: float = 0.0

    @property
    def was_asked(self) -> bool:
        return not self.words.startswith("was not asked")


def _model_failed(receipt: Receipt) -> _Failure | None:
    note = next((each for each in receipt["rules"] if each.startswith(_MODEL)), None)
    if note is None:
        return None
    timed = re.search(r" after ([0-9.]+) s$", note)
    reason = note[len(_MODEL) : timed.start() if timed else None]
    words = _FAILED.get(reason, "gave no answer that could be used")
    seconds = float(timed[1]) if timed else 0.0
    return _Failure(f"{words} ({seconds:.0f} s)" if reason == "timeout" else words, seconds * 1000)


def _thinking(receipt: Receipt) -> Iterator[ToldStep]:
    in_tools = sum(run["us"] for run in receipt["tools"]) / 1000
    left = max(0.0, receipt["steps_us"].get("think", 0) / 1000 - in_tools)
    failed, usage = _model_failed(receipt), receipt["usage"]
    if failed is not None:
        asked = "Asked the model" if failed.was_asked else "Left the model alone"
        yield ToldStep(asked, f"It {failed.words}.", min(failed.ms, left), Status.STOPPED)
        left = max(0.0, left - failed.ms)
    elif usage["calls"]:
        yield ToldStep("Asked the model", f"{usage['model']}, {_times(usage['calls'])}", left)
        return
    yield ToldStep("Read the text" if receipt["brain"] == "rule" else "Understood the text", "", left)


def _run(run: told_runs.Run) -> ToldStep:
    return ToldStep(told_runs.says(run), told_runs.detail(run), run["us"] / 1000, Status(run["status"]))


def _judging(receipt: Receipt) -> Iterator[ToldStep]:
    for kept_back in (each for each in receipt["rules"] if _NOT_SENT in each):
        brain, _, fault = kept_back.partition(_NOT_SENT)
        yield ToldStep(f"Kept back what {_WRITERS.get(brain, 'the model')} wrote", fault, 0.0, Status.REFUSED)
    if "check" in receipt["steps_us"]:
        yield ToldStep("Checked every figure", "", receipt["steps_us"]["check"] / 1000)
    elif receipt["rules"]:
        yield ToldStep("A fixed rule decided", "; ".join(receipt["rules"]), 0.0)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


_MODEL = "model: "
_NOT_SENT = " was not sent: "
_WRITERS = {"rules": "her own rules"}
_FAILED = {
    "timeout": "took too long",
    "unreachable": "could not be reached",
    "rate_limited": "was too busy",
    "quota": "had no money left on its account",
    "server_error": "was out of order",
    "not_allowed": "did not take our key",
    "refusal": "refused to answer",
    "daily spend cap reached": "was not asked: today's money for it is spent",
    "customer's share of the money spent": "was not asked: this customer's share of today's money is spent",
    "left alone after failures": "was not asked: it failed too often just now",
    "no time left": "was not asked: there was no time left",
}
