"""Answers of the rules brain through the signed webhook: p50, p99, and texts a second on one core.

Each text passes the whole path of a real one: HTTP event, signature, accept, lease, rules, claims, commit on SQLite
with full durability, TwiML; the carrier's own work (signing, delivery reports) is not counted. The reference is what
the disk alone costs: the same number of bare SQLite commits.
"""

import sqlite3
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.table import median, percentile, show, timed, verdict
from linda.adapters.simulated_phone import SimulatedPhone
from linda.bootstrap import join
from tests.shop_desk import local_settings

TEXTS = (
    "hi",
    "how much for an iphone 13 screen",
    "do you have anything tomorrow afternoon?",
    "the second one",
    "no thanks",
    "can you move it to friday at 11",
    "when is my appointment",
    "what are your hours and do you take cash",
    "cancel my appointment",
    "thanks bye",
)
CUSTOMERS = 70
WARM_UP = 100
GOAL_P99_MS = 20.0


def bare_commits(folder: Path, rounds: int) -> list[float]:
    """Return the milliseconds of single-row commits, as durable as LINDA's."""
    connection = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE rows (body TEXT)")
    took = timed(lambda: connection.execute("INSERT INTO rows VALUES (?)", ("x" * 2000,)), rounds)
    connection.close()
    return took


def main() -> bool:
    """Print the table; True when the goal is met."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        linda = join(local_settings(folder))
        phone = linda.sender
        assert isinstance(phone, SimulatedPhone)
        said = [(f"+1904555{number:04d}", text) for number in range(200, 200 + CUSTOMERS) for text in TEXTS]
        signed = iter([phone.line.webhook(f"SM{n:032x}", *each) for n, each in enumerate(said)])

        def answer() -> None:
            webhook = next(signed)
            status, _, _ = phone.post(webhook.path, webhook.headers, webhook.body)
            assert status == 200

        timed(answer, WARM_UP)
        processor, wall = time.process_time(), time.perf_counter()
        took = timed(answer, len(said) - WARM_UP)
        processor, wall = time.process_time() - processor, time.perf_counter() - wall
        linda.close()
        bare = bare_commits(folder, 600)
    rows = [
        ("rules answer", f"{median(took):.2f}", f"{percentile(took, 0.99):.2f}", f"{median(took) / median(bare):.1f}"),
        ("one bare commit", f"{median(bare):.2f}", f"{percentile(bare, 0.99):.2f}", "1.0"),
    ]
    show(f"Rules answers through the signed webhook ({len(took)} texts)", ("", "p50 ms", "p99 ms", "to bare"), rows)
    each = processor / len(took) * 1e3
    print(f"  {len(took) / wall:.0f} texts a second in one process, {each:.2f} ms of processor each")
    return verdict(f"p99 <= {GOAL_P99_MS:.0f} ms", met=percentile(took, 0.99) <= GOAL_P99_MS)


if __name__ == "__main__":
    sys.exit(not main())
