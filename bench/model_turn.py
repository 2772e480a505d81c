"""A turn with two model calls, beside the same two calls of the bare SDK and a turn of OpenAI's Agents SDK.

All three talk to the same stub, which answers at once, in the same run. LINDA's turn is the whole of it: signed
webhook, accept, lease, two calls with a tool between, claims, commit, on SQLite with full durability. The bare SDK
sends the very requests that LINDA sent. The Agents SDK keeps its history in its own SQLite session; it lives in an
environment of its own, which `make bench` makes.
"""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.stub_model import stub_model
from bench.table import median, percentile, show, timed, verdict
from linda.adapters.openai_brain import wire
from linda.adapters.simulated_phone import SimulatedPhone
from linda.bootstrap import join
from tests.shop_desk import ROOT, local_settings

ROUNDS = 300
WARM_UP = 30
AGENTS = ROOT / ".venv-bench" / "bin" / "python"


def linda_turns(url: str) -> tuple[list[float], list[dict[str, Any]]]:
    """Return the milliseconds of LINDA's turns, and the two requests of one of them."""
    with TemporaryDirectory() as folder:
        settings = replace(local_settings(Path(folder)), openai_api_key="none", openai_base_url=url)
        linda = join(settings)
        phone = linda.sender
        assert isinstance(phone, SimulatedPhone)
        many = range(WARM_UP + ROUNDS + 1)
        signed = iter([phone.line.webhook(f"SM{n:032x}", f"+1904555{n + 200:04d}", "hi there") for n in many])

        def turn() -> None:
            webhook = next(signed)
            status, _, answer = phone.post(webhook.path, webhook.headers, webhook.body)
            assert (status, b"Message" in answer) == (200, True)

        timed(turn, WARM_UP)
        requests = _overheard(turn)
        took = timed(turn, ROUNDS)
        linda.close()
    return took, requests


def _overheard(turn: Any) -> list[dict[str, Any]]:
    heard: list[dict[str, Any]] = []
    ask = wire.Wire.ask

    def listening(self: wire.Wire, request: Any, seconds: float) -> object:
        heard.append(dict(request))
        return ask(self, request, seconds)

    wire.Wire.ask = listening  # type: ignore[method-assign]
    turn()
    wire.Wire.ask = ask  # type: ignore[method-assign]
    return heard


def bare_calls(url: str, requests: list[dict[str, Any]]) -> list[float]:
    """Return the milliseconds of sending `requests` with the bare SDK."""
    import openai

    client = openai.OpenAI(api_key="none", base_url=url, max_retries=0)

    def calls() -> None:
        for request in requests:
            client.responses.create(**request)

    timed(calls, WARM_UP)
    return timed(calls, ROUNDS)


def agents_turns(url: str, requests: list[dict[str, Any]]) -> list[float] | None:
    """Return the milliseconds of the Agents SDK's turns, or None when it is not installed."""
    if not AGENTS.exists():
        return None
    given = json.dumps({"url": url, "instructions": requests[0]["instructions"], "rounds": ROUNDS, "warm_up": WARM_UP})
    script = Path(__file__).with_name("agents_turn.py")
    done = subprocess.run([AGENTS, script], input=given, capture_output=True, text=True, check=True)  # noqa: S603
    took: list[float] = json.loads(done.stdout)
    return took


def main() -> bool:
    """Print the table; True when the goals are met."""
    with stub_model() as url:
        ours, requests = linda_turns(url)
        bare = bare_calls(url, requests)
        agents = agents_turns(url, requests)
    rows = [("LINDA, whole turn", ours), ("bare SDK, the same two calls", bare)]
    rows += [("Agents SDK with SQLite session", agents)] if agents else []
    assert len(requests) == 2, requests
    table = [
        (name, f"{median(took):.2f}", f"{percentile(took, 0.99):.2f}", f"{median(took) / median(bare):.2f}")
        for name, took in rows
    ]
    show(f"A turn with two model calls ({ROUNDS} turns)", ("", "p50 ms", "p99 ms", "to bare SDK"), table)
    met = verdict("LINDA <= 2 x bare SDK", met=median(ours) <= 2 * median(bare))
    if agents is None:
        print("  the Agents SDK is not installed: `make bench` installs it")
        return met
    return verdict("LINDA <= 1/4 of the Agents SDK", met=median(ours) <= median(agents) / 4) and met


if __name__ == "__main__":
    sys.exit(not main())
