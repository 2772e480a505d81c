"""Scope: files that nobody else of this machine may read, whatever the umask and whatever was there before."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from linda import private_files
from linda.adapters.sqlite_store import SqliteStore
from linda.bootstrap import join
from linda.settings import TOKEN_FILE, local_token
from tests.shop_desk import local_settings, open_shop, phone_of

TOKEN = TOKEN_FILE


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


def modes(folder: Path) -> dict[str, int]:
    return {each.name: mode(each) for each in [folder, *folder.rglob("*")]}


def test_whatever_the_umask_nobody_else_may_read_what_a_conversation_leaves(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "a" / "data"
    with open_shop(folder=folder) as linda:
        phone_of(linda).text("+19045550142", "how much for an iphone 13 screen?")
        found = modes(folder)
    assert found.pop("data") == 0o700
    assert {"linda.sqlite3", "linda.sqlite3-wal", "linda.sqlite3-shm", TOKEN} <= set(found)
    assert set(found.values()) == {0o600}


def test_what_was_there_with_wider_modes_is_narrowed_at_the_start(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with open_shop(folder=folder) as before:
        phone_of(before).text("+19045550142", "hi")
        for each in folder.iterdir():
            each.chmod(0o644)
        folder.chmod(0o755)
        (folder / "notes.txt").write_text("somebody's own", encoding="ascii")
        (folder / "notes.txt").chmod(0o644)
        with closing(join(local_settings(folder))):
            found = modes(folder)
    assert found.pop("data") == 0o700
    assert found.pop("notes.txt") == 0o644, "what LINDA did not write is not hers to change"
    assert set(found.values()) == {0o600}


def test_a_store_that_is_only_looked_at_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "linda.sqlite3"
    SqliteStore(file).close()
    file.chmod(0o644)
    SqliteStore(file, narrows=False).close()
    assert mode(file) == 0o644
    SqliteStore(file).close()
    assert mode(file) == 0o600


def test_what_belongs_to_somebody_else_is_told_in_one_sentence(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Foreign(type(tmp_path)):  # type: ignore[misc]
        def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
            found = list(super().stat(follow_symlinks=follow_symlinks))
            found[4] = os.geteuid() + 1
            return os.stat_result(found)

    def refused(path: Path, mode: int) -> None:
        raise PermissionError(path)

    file = Foreign(tmp_path / "linda.sqlite3")
    file.touch(0o644)
    file.chmod(0o644)
    private_files.narrow(file, change=refused)
    assert caplog.messages == [f"Others on this machine may read {file}, which is not this user's: chmod 600 {file}"]


def test_where_the_file_system_has_no_modes_nothing_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def unable(path: Path, mode: int) -> None:
        raise PermissionError(path)

    (tmp_path / "file").touch()
    (tmp_path / "file").chmod(0o644)
    private_files.narrow(tmp_path / "file", change=unable)
    private_files.narrow(tmp_path / "file", change=lambda path, mode: None)
    private_files.narrow(tmp_path / "nothing")
    assert caplog.messages == []


def test_a_folder_that_is_everybodys_on_purpose_is_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    private_files.narrow(tmp_path)
    assert mode(tmp_path) == 0o1777


def test_a_file_without_links_is_made_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int) -> None:
    def unable(source: Path, target: Path) -> None:
        raise PermissionError(source)

    monkeypatch.setattr(os, "link", unable)
    assert private_files.create(tmp_path / "file", b"whole") is True
    assert private_files.create(tmp_path / "file", b"other") is False
    assert ((tmp_path / "file").read_bytes(), mode(tmp_path / "file")) == (b"whole", 0o600)
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_of_many_threads_that_make_a_file_one_is_first(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        firsts = list(pool.map(lambda n: private_files.create(tmp_path / "file", b"%d" % n), range(64)))
    assert firsts.count(True) == 1
    assert (tmp_path / "file").read_bytes() == b"%d" % firsts.index(True)
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


@pytest.mark.parametrize("before", [None, b"", b"\n"], ids=["nothing", "an empty file", "a blank line"])
def test_threads_that_start_at_once_share_one_token(tmp_path: Path, before: bytes | None) -> None:
    for number in range(20):
        folder = tmp_path / str(number)
        if before is not None:
            folder.mkdir()
            (folder / TOKEN).write_bytes(before)
        with ThreadPoolExecutor(8) as pool:
            tokens = set(pool.map(lambda _: local_token(folder), range(8)))  # noqa: B023 - the pool ends with the round
        assert tokens == {(folder / TOKEN).read_text(encoding="ascii")}
        assert {mode(each) for each in folder.iterdir()} == {0o600}


_RACER = """
import sys
from pathlib import Path
from linda.settings import local_token
sys.stdin.readline()
print(local_token(Path(sys.argv[1])))
"""


def test_processes_that_start_at_once_share_one_token(tmp_path: Path) -> None:
    racers = [
        subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-c", _RACER, str(tmp_path / "data")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        )
        for _ in range(4)
    ]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write(b"\n")
        racer.stdin.flush()
    tokens = {racer.communicate()[0].decode().strip() for racer in racers}
    assert tokens == {(tmp_path / "data" / TOKEN).read_text(encoding="ascii")}
