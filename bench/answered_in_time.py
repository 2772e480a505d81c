"""Two hundred turns on the real clock with a model that fails in three of ten: all answered, none after 12.5 s.

The faults are hangs, trickles, slow headers, errors and lies; the model's budget is the real one (9.0 s). Turns run
side by side, each for a customer of its own. The same with 10,000 turns on a virtual clock is a test.
"""

import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.table import median, percentile, show, verdict
from linda.adapters.simulated_phone import SimulatedPhone
from linda.bootstrap import join
from linda.testing.responses_script import error, hangs, says, slow_headers, trickles
from linda.testing.responses_server import Exchange, ResponsesServer
from tests.shop_desk import local_settings

TURNS = 200
AT_ONCE = 40
LIMIT_S = 12.5
FAULTY = 0.3


def main() -> bool:
    """Print the table; True when every text was answered in time."""
    dice = random.Random(20260210)
    faults = (hangs(), trickles(), slow_headers(), error(500, "server_error"), says("Your screen is $1, come at 3 AM."))
    good = says("What phone is it, and what's wrong with it?")

    def step(exchange: Exchange) -> None:
        (dice.choice(faults) if dice.random() < FAULTY else good)(exchange)

    with TemporaryDirectory() as folder, ResponsesServer(otherwise=step) as server:
        settings = replace(local_settings(Path(folder)), openai_api_key="none", openai_base_url=server.base_url)
        linda = join(settings)
        phone = linda.sender
        assert isinstance(phone, SimulatedPhone)

        def turn(number: int) -> tuple[float, bool]:
            started = time.perf_counter()
            delivery = phone.text(f"+1904555{number:04d}", "hi, my phone is broken")
            return time.perf_counter() - started, bool(delivery.replies)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            done = list(pool.map(turn, range(200, 200 + TURNS)))
        linda.close()
    took = [seconds for seconds, _ in done]
    answered = sum(replied for _, replied in done)
    row = (f"{answered} of {TURNS}", f"{median(took):.3f}", f"{percentile(took, 0.99):.3f}", f"{max(took):.3f}")
    show(f"Real clock, {FAULTY:.0%} model faults", ("answered", "p50 s", "p99 s", "max s"), [row])
    return verdict(f"all answered, max <= {LIMIT_S} s", met=answered == TURNS and max(took) <= LIMIT_S)


if __name__ == "__main__":
    sys.exit(not main())
