"""Many writers on one SQLite file: nobody starves, nothing is lost when one is killed."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.adapters.sqlite_store.turnstile import Turnstile
from linda.domain.errors import StoreUnavailable
from linda.records.store import Put
from linda.records.tables import LEADS, STATE
from tests.child_process import start
from tests.contract.endless_writer import ROWS

WRITER = "tests.contract.endless_writer"


def wait_for(happened: Callable[[], bool]) -> None:
    pause = threading.Event()
    while not happened():
        pause.wait(0.001)


def test_writers_go_in_the_order_they_came() -> None:
    turnstile, order = Turnstile(), []

    def enter(number: int) -> None:
        with turnstile.passed(patience_s=10):
            order.append(number)

    threads = [threading.Thread(target=enter, args=(number,)) for number in range(64)]
    with turnstile.passed(patience_s=10):
        for place, thread in enumerate(threads):
            thread.start()
            wait_for(lambda place=place: len(turnstile._waiting) == place + 1)  # type: ignore[misc]
    for thread in threads:
        thread.join()
    assert order == list(range(64))


def test_a_writer_who_gave_up_is_passed_over() -> None:
    turnstile = Turnstile()
    with turnstile.passed(patience_s=10), pytest.raises(TimeoutError), turnstile.passed(patience_s=0.01):
        pass
    with turnstile.passed(patience_s=0):
        assert not turnstile._waiting


def test_a_thread_that_waits_too_long_is_told_with_the_path(tmp_path: Path) -> None:
    path = tmp_path / "linda.db"
    with closing(SqliteStore(path, patience_s=0.01)) as store:
        with store._writers.passed(patience_s=0), pytest.raises(StoreUnavailable, match="other writers") as told:
            store.transact(Put(STATE, {"state_id": "A"}))
        assert str(path) in str(told.value)
        store.transact(Put(STATE, {"state_id": "A"}))


def test_64_threads_with_a_second_of_patience_all_write(tmp_path: Path) -> None:
    """Without the queue SQLite's own waiting, which sleeps and tries again, leaves some behind for seconds."""
    store = SqliteStore(tmp_path / "linda.db", patience_s=1.0)

    def write(who: int) -> None:
        for number in range(25):
            store.transact(Put(LEADS, {"lead_id": f"L{who}", "timestamp": number}))

    with ThreadPoolExecutor(64) as pool:
        list(pool.map(write, range(64)))
    assert [len(store.query(LEADS, f"L{who}")) for who in range(64)] == [25] * 64
    store.close()


def test_8_processes_open_one_new_file_and_all_write(tmp_path: Path) -> None:
    path = tmp_path / "linda.db"
    children = [start(WRITER, path, f"p{number}", 50) for number in range(8)]
    said = [each.communicate(timeout=60)[0] for each in children]
    assert [each.returncode for each in children] == [0] * 8
    assert [len(text.split()) for text in said] == [50] * 8
    store = SqliteStore(path)
    assert all(len(store.query(LEADS, f"p{who}-{number}")) == ROWS for who in range(8) for number in range(50))
    store.close()


@pytest.mark.parametrize("after", [1, 7, 40, 150])
def test_kill_9_loses_no_acknowledged_transaction_and_leaves_no_half_one(tmp_path: Path, after: int) -> None:
    path = tmp_path / "linda.db"
    with start(WRITER, path, "p", 10**9) as writer:
        assert writer.stdout is not None
        heard = [writer.stdout.readline() for _ in range(after)]
        writer.kill()
        heard += writer.stdout.readlines()
    acknowledged = sum(line.endswith("\n") for line in heard)
    assert acknowledged >= after, "it was killed at work"
    store = SqliteStore(path)
    found = [len(store.query(LEADS, f"p-{number}")) for number in range(acknowledged + 2)]
    with store._connection() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store.transact(Put(STATE, {"state_id": "A"}))
    store.close()
    assert found[:acknowledged] == [ROWS] * acknowledged
    assert found[acknowledged] in {0, ROWS}, "the one that was under way is there wholly or not at all"
    assert found[acknowledged + 1] == 0
