"""A program that writes to a SQLite store and says what was acknowledged: FILE NAME COUNT."""

import sys
from pathlib import Path

from linda.adapters.sqlite_store import SqliteStore
from linda.records.store import Absent, Put
from linda.records.tables import LEADS

ROWS = 10
"""Rows of each transaction."""


def main(file: str, who: str, count: str) -> None:
    """Write `count` transactions of `ROWS` rows each, and say the name of each once it is written."""
    store = SqliteStore(Path(file))
    for number in range(int(count)):
        lead = f"{who}-{number}"
        store.transact(*(Put(LEADS, {"lead_id": lead, "timestamp": n}, Absent()) for n in range(ROWS)))
        sys.stdout.write(f"{lead}\n")
        sys.stdout.flush()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
