"""A program that lives through one text, or is killed on the way: FILE TEXT POINT [DEFECT].

POINT is a checkpoint of the turn ("accepted", "leased", "thought", "committed"), or "before 2" and "after 2" for the
second transaction of the turn, or "inside 2" for the moment when it has written and not yet committed, or "never".
DEFECT names one of `tests.faults.defects` to live with.
The webhook's answer goes to standard output, so a killed process has told nobody anything.
"""

import os
import signal
import sqlite3
import sys
from pathlib import Path

from linda.adapters.sqlite_store import SqliteStore, engine
from linda.records.store import Write
from tests.house import House


class KilledAt:
    """Kills this process, surely and without a last word, when the turn comes to a point."""

    def __init__(self, point: str) -> None:
        """Wait for `point`."""
        self.point = point

    def __call__(self, step: str) -> None:
        """Take note of a step."""
        if step == self.point:
            os.kill(os.getpid(), signal.SIGKILL)


class CountingStore(SqliteStore):
    """A store that names the moments around and inside its transactions."""

    def __init__(self, path: Path, passed: KilledAt) -> None:
        """Name each moment to `passed`, in order."""
        super().__init__(path)
        self.count = 0
        self.carry_out = vars(engine)["carry_out"]
        self.passed = passed

    def transact(self, *writes: Write) -> None:
        """Write, and name the moments."""
        self.count += 1
        self.passed(f"before {self.count}")
        super().transact(*writes)
        self.passed(f"after {self.count}")

    def written(self, connection: sqlite3.Connection, place: int, write: Write) -> None:
        """Carry out one write of a transaction, and name the moment after the second one."""
        self.carry_out(connection, place, write)
        if place == 1:
            self.passed(f"inside {self.count}")


def live_with(defect: str) -> None:
    """Switch one protection off; the tests' own tools are loaded for it alone, as they take long to load."""
    import pytest

    from tests.faults import defects

    vars(defects)[defect](pytest.MonkeyPatch())


def main(file: str, text: str, point: str, defect: str = "") -> None:
    """Answer `text` on the database `file`, as far as it goes."""
    if defect:
        live_with(defect)
    passed = KilledAt(point)
    store = CountingStore(Path(file), passed)
    vars(engine)["carry_out"] = store.written
    reply = House(store, checkpoint=passed).text("SM1", text)
    sys.stdout.write("\n".join(reply.texts))
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
