"""A receipt in the owner's words: what LINDA did for one reply, step by step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from linda.conversation.toolbox import Status
from linda.domain.money import Cents, dollars

Run = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ToldStep:
    """One step: what it was, what came of it, how long it took, and how it ended."""

    says: str
    detail: str
    ms: float
    status: Status = Status.DONE


def told_steps(receipt: Mapping[str, Any]) -> list[ToldStep]:
    """Return the tools that ran, then what a model was asked, the check, and the reply's size."""
    took = {name: micros / 1000 for name, micros in receipt["steps_us"].items()}
    in_tools = sum(run["us"] for run in receipt["tools"]) / 1000
    thought = ToldStep(
        _THOUGHT.get(receipt["brain"], "Thought it over"), "", max(0.0, took.get("think", 0.0) - in_tools)
    )
    steps = [thought, *map(_tool_step, receipt["tools"])]
    if "check" in took:
        steps.append(ToldStep("Checked every figure", "; ".join(receipt["rules"]), took["check"]))
    elif receipt["rules"]:
        steps.append(ToldStep("A rule decided", "; ".join(receipt["rules"]), 0.0))
    return steps


def brain_says(receipt: Mapping[str, Any]) -> str:
    """Say who wrote the reply."""
    usage = receipt["usage"]
    failed = next((each for each in receipt["rules"] if each.startswith("model: ")), "")
    if failed:
        return f"The model gave no answer ({failed.removeprefix('model: ')}), so LINDA's own rules wrote this."
    if usage["calls"] and receipt["brain"] not in {"rules", "rule"}:
        return f"{usage['model']} wrote this, and LINDA checked it."
    return (
        "A fixed rule decided this." if receipt["brain"] == "rule" else "LINDA's own rules wrote this, no model asked."
    )


def total_ms(receipt: Mapping[str, Any]) -> float:
    """Return how long the turn took, in milliseconds."""
    return float(sum(receipt["steps_us"].values())) / 1000


_THOUGHT = {"rules": "Understood the text", "rule": "Read the text"}


def _tool_step(run: Run) -> ToldStep:
    says, detail = _TOOLS.get(run["tool"], (run["tool"].replace("_", " ").capitalize(), _plain))
    done = run["status"] == "done"
    return ToldStep(says, detail(run) if done else run["sentence"], run["us"] / 1000, Status(run["status"]))


def _plain(run: Run) -> str:
    return ", ".join(
        f"{name.replace('_', ' ')} {value}" for name, value in run["arguments"].items() if value is not None
    )


def _price(run: Run) -> str:
    result = run["result"]
    device = result.get("device") or ""
    return f"{device} {result.get('name', '')} = {dollars(Cents(result['total_cents']))}".strip()


def _openings(run: Run) -> str:
    result, asked = run["result"], run["arguments"]
    slots = ", ".join(result.get("slots", [])[:3])
    return f"{asked['date']}: {result.get('left', 0)} left{f', {slots}' if slots else ''}"


def _booking(run: Run) -> str:
    result = run["result"]
    return f"{result.get('date', '')} {result.get('time', '')}, code {result.get('code', '')}".strip()


def _discount(run: Run) -> str:
    result = run["result"]
    return f"{result['discount_percent']}% off, now {dollars(Cents(result['total_cents']))}"


def _add_on(run: Run) -> str:
    return f"{run['result']['name']}: {'yes' if run['result']['accepted'] else 'no'}"


_TOOLS: Mapping[str, tuple[str, Callable[[Run], str]]] = {
    "quote_repair": ("Looked up the price", _price),
    "check_availability": ("Counted the openings", _openings),
    "book_slot": ("Booked", _booking),
    "move_booking": ("Moved the booking", _booking),
    "cancel_booking": ("Cancelled the booking", _booking),
    "authorize_discount": ("Gave a discount within your limits", _discount),
    "ask_owner": ("Asked you for a price", lambda run: str(run["result"]["wanted"])),
    "hand_to_owner": ("Called for you", lambda run: str(run["arguments"]["reason"])),
    "log_upsell": ("Noted the add-on", _add_on),
    "my_bookings": (
        "Looked for this customer's bookings",
        lambda run: f"{len(run['result'].get('bookings', []))} found",
    ),
    "note_facts": ("Noted what the customer said", _plain),
    "hold_slot": ("Held an opening", _plain),
}
