"""The SQLite file: whatever is wrong with it is said with its path, and it is never overwritten."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.adapters.sqlite_store.schema import SCHEMA_VERSION
from linda.domain.errors import StoreUnavailable
from linda.records.store import Put, Store
from linda.records.tables import LEADS, STATE

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "linda.db"


def filled(path: Path) -> Path:
    store = SqliteStore(path)
    for start in range(0, 500, 100):
        store.transact(
            *(Put(LEADS, {"lead_id": "L", "timestamp": n, "text": "x" * 400}) for n in range(start, start + 100))
        )
    store.close()
    return path


def sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def open_and_read(path: Path) -> None:
    store = SqliteStore(path, patience_s=0.05)
    try:
        store.query(LEADS, "L")
    finally:
        store.close()


def garbage(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"my holiday pictures, not a database\n" * 1000)


def cut_short(path: Path) -> None:
    whole = filled(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def overwritten_in_the_middle(path: Path) -> None:
    whole = bytearray(filled(path).read_bytes())
    whole[4096:] = b"\xa5" * (len(whole) - 4096)
    path.write_bytes(bytes(whole))


def of_a_newer_linda(path: Path) -> None:
    sql(filled(path), f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def of_another_program(path: Path) -> None:
    path.parent.mkdir()
    sql(path, "CREATE TABLE invoices (number INTEGER)")


DAMAGES: dict[Callable[[Path], None], str] = {
    garbage: "not a database",
    cut_short: "malformed",
    overwritten_in_the_middle: "malformed",
    of_a_newer_linda: "newer LINDA",
    of_another_program: "another program",
}


@pytest.mark.parametrize(("damage", "said"), DAMAGES.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_a_file_that_can_not_be_used_is_named_and_left_as_it_is(
    path: Path, damage: Callable[[Path], None], said: str
) -> None:
    damage(path)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match=said) as told:
        open_and_read(path)
    assert str(path) in str(told.value)
    assert "left as it is" in str(told.value)
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreUnavailable, match="unable to open") as told:
        open_and_read(path)
    assert str(path) in str(told.value)


def test_a_file_in_the_place_of_the_folder_is_named_and_left_as_it_is(path: Path) -> None:
    path.parent.write_text("notes")
    with pytest.raises(StoreUnavailable) as told:
        open_and_read(path)
    assert str(path) in str(told.value)
    assert path.parent.read_text() == "notes"


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A database that this process may read and not write; root may write anywhere, so be nobody meanwhile."""
    was = os.geteuid()
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = filled(folder / "linda.db")
        path.chmod(0o444)
        folder.chmod(0o555)
        if was == 0:
            os.seteuid(NOBODY)
        yield path
        os.seteuid(was)
        folder.chmod(0o755)


def test_a_read_only_file_is_refused_at_once_and_left_as_it_is(read_only: Path) -> None:
    before = read_only.read_bytes()
    with pytest.raises(StoreUnavailable) as told:
        SqliteStore(read_only)
    assert str(read_only) in str(told.value)
    assert read_only.read_bytes() == before


def test_a_read_only_folder_is_refused_at_once(read_only: Path) -> None:
    fresh = read_only.with_name("fresh.db")
    with pytest.raises(StoreUnavailable) as told:
        SqliteStore(fresh)
    assert str(fresh) in str(told.value)
    assert not fresh.exists()


def test_a_file_that_another_program_holds_is_named_and_works_again_afterwards(path: Path) -> None:
    store = SqliteStore(path, patience_s=0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreUnavailable, match="locked") as told:
        store.transact(Put(STATE, {"state_id": "A"}))
    with pytest.raises(StoreUnavailable, match="locked"):
        SqliteStore(path, patience_s=0.05)
    other.close()
    assert str(path) in str(told.value)
    store.transact(Put(STATE, {"state_id": "A"}))
    assert store.get(STATE, {"state_id": "A"}) == {"state_id": "A"}
    store.close()


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    store: Store = SqliteStore(path)
    store.transact(Put(STATE, {"state_id": "A"}))
    store.close()
    again = SqliteStore(path)
    assert again.get(STATE, {"state_id": "A"}) == {"state_id": "A"}
    again.close()


def test_every_commit_is_on_the_disk_before_it_is_answered(path: Path) -> None:
    """WAL with synchronous=FULL: a commit waits for the disk (SQLite, PRAGMA synchronous; 2 is FULL)."""
    store = SqliteStore(path)
    with store._connection() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    store.close()
