"""A program that claims what it is told to, a line at a time, and says how it went: FILE NAME."""

import sys
from pathlib import Path

from linda.adapters.sqlite_store import SqliteStore
from linda.domain.errors import Conflict
from linda.records.schedule import book
from tests.calendar_entries import NOW, a_booking


def main(file: str, who: str) -> None:
    """Answer each line of the input, a day, with "won" or "lost"."""
    store = SqliteStore(Path(file))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        try:
            store.transact(*book(a_booking(who, day=line.strip()), NOW))
            said = "won"
        except Conflict:
            said = "lost"
        sys.stdout.write(f"{said}\n")
        sys.stdout.flush()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
