"""The file of keys: made once, readable by its owner alone, rotated without losing what the old key sealed."""

from pathlib import Path

from linda.adapters.key_file import NAME, KeyFile
from linda.records.secret_box import SecretBox
from tests.together import at_once


def test_of_many_first_starts_one_makes_the_key_and_all_have_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    def start(_: int) -> tuple[str, ...]:
        file = KeyFile(folder)
        file.make()
        return tuple(file.keys())

    assert len(set(at_once(8, start))) == 1
    assert [each.name for each in folder.iterdir()] == [NAME]


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    KeyFile(tmp_path / "data").make()
    assert (tmp_path / "data" / NAME).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_a_rotation_keeps_the_old_key_until_it_is_told_to_forget_it(tmp_path: Path) -> None:
    file = KeyFile(tmp_path)
    file.make()
    box = SecretBox(file.keys)
    old = box.seal("a secret")
    file.rotate()
    assert box.open(old) == "a secret"
    new = box.seal("a secret")
    file.keep_newest()
    assert box.open(new) == "a secret"
    assert len(file.keys()) == 1
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_gone_has_no_keys(tmp_path: Path) -> None:
    assert KeyFile(tmp_path).keys() == ()
