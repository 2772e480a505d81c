"""A receipt in words: why a reply says what it says."""

from collections.abc import Mapping
from typing import Any


def why_words(receipt: Mapping[str, Any] | None) -> str:
    """Return the receipt as lines a person reads; "" when there is none."""
    if receipt is None:
        return ""
    usage = receipt["usage"]
    lines = [f"why: {receipt['brain']}, {receipt['segments']} segment(s), {_total_ms(receipt)} ms"]
    if usage["calls"]:
        tokens = f"{usage['input_tokens']} + {usage['output_tokens']} tokens"
        lines.append(f"  model {usage['model']}: {usage['calls']} call(s), {tokens}, ${usage['cost_micros'] / 1e6:.4f}")
    lines += [f"  {each['tool']}({_arguments(each)}): {each['status']} {_result(each)}" for each in receipt["tools"]]
    lines += [f"  rule: {rule}" for rule in receipt["rules"]]
    return "\n".join([*lines, f"  owner: {receipt['owner_state']}"])


def _total_ms(receipt: Mapping[str, Any]) -> str:
    return f"{sum(receipt['steps_us'].values()) / 1000:.1f}"


def _arguments(run: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in run["arguments"].items() if value is not None)


def _result(run: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value}" for name, value in run["result"].items())[:200]
