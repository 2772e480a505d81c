"""How punctually a model that does not answer is cut off: python bench/model_cut.py [--turns 10] [--budget 9.0].

A local server hangs, trickles a byte every 10 ms, or never ends its headers; ten turns at once are asked of each. The
goal is 9.0 s and at most 0.3 s more, and no thread left behind. For comparison the bare SDK with `timeout=` of the
same budget is asked once for each fault, and given up after three times the budget.
"""

import argparse
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotDone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "backend"))

from linda.adapters.openai_brain.brain import OpenAIBrain
from linda.conversation.brain import Deadline
from linda.conversation.model_failed import ModelFailed
from linda.domain.clock import SystemClock
from linda.testing.responses_script import hangs, slow_headers, trickles
from linda.testing.responses_server import ResponsesServer, Step
from tests.model_turns import FUNCTIONS, Bench, a_turn

FAULTS: dict[str, Callable[[], Step]] = {"hang": hangs, "trickle": trickles, "slow headers": slow_headers}
ALLOWED = 0.3


def cut_after(brain: OpenAIBrain, budget: float) -> float:
    """Return the seconds one turn took until it was given up."""
    started = time.perf_counter()
    try:
        brain.reply(a_turn(), Bench().toolbox(), Deadline.after(SystemClock(), budget))
    except ModelFailed as failure:
        if failure.reason != "timeout":
            raise
        return time.perf_counter() - started
    raise AssertionError("the server answered")


def sdk_after(base_url: str, budget: float) -> str:
    """Return how long the bare SDK took to give up, in words."""
    import openai

    client = openai.OpenAI(api_key="key", base_url=base_url, max_retries=0, timeout=budget)
    started = time.perf_counter()
    pool = ThreadPoolExecutor(1)
    call = pool.submit(client.responses.create, model="gpt-4o", input="hi")
    try:
        call.exception(3 * budget)
    except NotDone:
        return f"> {3 * budget:.1f} s"
    finally:
        pool.shutdown(wait=False)
    return f"{time.perf_counter() - started:.2f} s"


def measure(fault: str, turns: int, budget: float) -> tuple[float, float, int, str]:
    """Return the shortest and the longest cut, the threads left behind, and the bare SDK's time."""
    with ResponsesServer(otherwise=FAULTS[fault]()) as server:
        brain = OpenAIBrain("key", FUNCTIONS, base_url=server.base_url)
        with ThreadPoolExecutor(turns) as pool:
            took = list(pool.map(lambda _: cut_after(brain, budget), range(turns)))
        brain.close()
        left = sum(thread.name == "openai-wire" for thread in threading.enumerate())
        bare = sdk_after(server.base_url, budget)
    return min(took), max(took), left, bare


def main() -> int:
    """Print the table; 1 when a cut came too late or left a thread."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=10, help="turns at once for each fault")
    parser.add_argument("--budget", type=float, default=9.0, help="seconds a model gets")
    given = parser.parse_args()
    good = True
    print(f"{'fault':14}{'first cut':>12}{'last cut':>12}{'over':>9}{'threads left':>14}{'bare SDK':>12}")
    for fault in FAULTS:
        first, last, left, bare = measure(fault, given.turns, given.budget)
        over = last - given.budget
        good = good and over <= ALLOWED and left == 0
        print(f"{fault:14}{first:10.3f} s{last:10.3f} s{over:7.3f} s{left:14}{bare:>12}")
    print("goal met" if good else "goal missed")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
