"""`linda store copy` as somebody types it, with moto in the place of AWS."""

import json
from pathlib import Path

import pytest

from linda.adapters import dynamo_store
from linda.adapters.dynamo_store import Client, create_missing
from linda.adapters.sqlite_store import SqliteStore
from linda.records.contents import contents
from linda.records.store import Put
from linda.records.tables import STATE, TABLES
from tests.contract.dynamo_engines import moto
from tests.terminal import Terminal

THERE = ("store", "copy", "sqlite", "dynamodb")
BACK = ("store", "copy", "dynamodb", "sqlite")


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Client:
    """Let every client be moto's; a command closes the one it was given."""
    made: Client = moto.__wrapped__()
    monkeypatch.setattr(dynamo_store, "connect", lambda region: moto.__wrapped__())
    return made


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, client: Client) -> Terminal:
    monkeypatch.chdir(tmp_path)
    prefix = f"{tmp_path.parent.name}_{tmp_path.name}"[-60:]
    create_missing(client, prefix)
    return Terminal(tmp_path, {"LINDA_TABLE_PREFIX": prefix})


def held(folder: Path) -> dict[str, int]:
    store = SqliteStore(folder / "linda.sqlite3")
    found = {table.name: contents(store, table) for table in TABLES}
    store.close()
    return {name: len(each) for name, each in found.items()} | {"hash": hash(str(sorted(map(str, found.items()))))}


def test_there_and_back_everything_is_the_same(terminal: Terminal) -> None:
    terminal.does("say", "book iphone 13 screen tomorrow 10am")
    terminal.does("state", "set", "gym")
    said = terminal.does(*THERE)
    assert "Repairs_Lead_Log: 3 items, 3 written now, sha256 " in said
    assert said.splitlines()[-1].endswith("read back and equal.")
    terminal.does(*BACK, "--data", str(terminal.folder / "back"))
    assert held(terminal.folder / "back") == held(terminal.folder / "data")


def test_progress_does_not_get_into_the_json(terminal: Terminal) -> None:
    terminal.does("say", "hello")
    result = terminal.run(*THERE, "--json")
    tables = json.loads(result.stdout)
    assert [each["table"] for each in tables] == [table.name for table in TABLES]
    assert all(each["items"] == each["written"] and len(each["sha256"]) == 64 for each in tables)
    assert "Repairs_Lead_Log: 3 of 3 written, 3 in all" in result.stderr


@pytest.mark.parametrize("engine", ["sqlite", "dynamodb"])
def test_a_store_is_not_copied_onto_itself(terminal: Terminal, engine: str) -> None:
    assert terminal.fails(1, "store", "copy", engine, engine).startswith(f"Source and target are both {engine}")


def test_a_database_that_is_not_there_is_named_and_not_made(terminal: Terminal) -> None:
    assert f"There is no database {terminal.folder / 'data' / 'linda.sqlite3'}" in terminal.fails(1, *THERE)
    assert not (terminal.folder / "data" / "linda.sqlite3").exists()


def test_tables_that_are_not_there_are_named(terminal: Terminal) -> None:
    terminal.does("say", "hello")
    terminal.variables["LINDA_TABLE_PREFIX"] = "nowhere_"
    said = terminal.fails(1, *THERE).splitlines()[-1]
    assert said.startswith("nowhere_Linda_Inbox is not there in us-east-1")
    assert "create_tables.py" in said


def test_a_target_that_holds_items_is_refused_unless_told(terminal: Terminal) -> None:
    terminal.does("say", "hello")
    terminal.does(*THERE)
    assert "holds items already" in terminal.fails(1, *THERE)
    assert "0 written now" in terminal.does(*THERE, "--into-existing")


def test_an_item_that_differs_ends_with_a_sentence(terminal: Terminal) -> None:
    terminal.does("state", "set", "gym")
    terminal.does(*THERE)
    store = SqliteStore(terminal.folder / "data" / "linda.sqlite3")
    store.transact(Put(STATE, {"state_id": "CURRENT", "mode": "BREAK", "version": 9}))
    store.close()
    assert "Brandon_State_Log CURRENT" in terminal.fails(1, *THERE, "--into-existing")


def test_an_item_that_dynamodb_does_not_take_is_named(terminal: Terminal) -> None:
    terminal.does("say", "hello")
    store = SqliteStore(terminal.folder / "data" / "linda.sqlite3")
    store.transact(Put(STATE, {"state_id": "WIDE", "text": "x" * 500_000}))
    store.close()
    said = terminal.fails(1, *THERE).splitlines()[-1]
    assert "can't keep what SQLite, " in said
    assert "Brandon_State_Log (WIDE) has 500016 bytes" in said


def test_a_store_of_an_unknown_kind_is_a_mistake_of_the_command_line(terminal: Terminal) -> None:
    assert "'postgres' is not one of 'sqlite', 'dynamodb'" in terminal.fails(2, "store", "copy", "sqlite", "postgres")
