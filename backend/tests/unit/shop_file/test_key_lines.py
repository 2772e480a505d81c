import tomllib
from pathlib import Path
from typing import Any

import pytest

from linda.adapters.shop_file.lines import key_lines, line_of

TOML = '''# the first line
name = "a # b" # note
"quoted key".x = 1
text = """
[not.a.table]
key = 1
"""
raw = \'\'\'
y = [ \'\'\'
list = [
    "z = 1",  # ]
    [1, {inner = 2}],
]
[table.deep]
here = {a = 1, b = [2]}
[[rows]]
id = 1
[rows.part]
size = 2
[[rows.leaves]]
leaf = 3
[[rows]]
id = 4
[[rows.leaves]]
[[rows.leaves]]
leaf = 5
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 2),
        (("quoted key", "x"), 3),
        (("text",), 4),
        (("raw",), 8),
        (("list",), 10),
        (("table",), 14),
        (("table", "deep", "here"), 15),
        (("rows", 0, "id"), 17),
        (("rows", 0, "part", "size"), 19),
        (("rows", 0, "leaves", 0, "leaf"), 21),
        (("rows", 1), 22),
        (("rows", 1, "id"), 23),
        (("rows", 1, "leaves", 0), 24),
        (("rows", 1, "leaves", 1, "leaf"), 26),
    ],
)
def test_a_key_stands_on_the_line_it_was_written(path: tuple[str | int, ...], line: int) -> None:
    assert key_lines(TOML)[path] == line


@pytest.mark.parametrize(
    ("path", "line"),
    [(("list", 0), 10), (("table", "deep", "here", "b", 0), 15), (("rows", 0, "colour"), 16), (("x",), 1)],
)
def test_what_has_no_line_gets_the_nearest_around_it(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(key_lines(TOML), path) == line


def test_text_that_looks_like_keys_has_no_line() -> None:
    found = key_lines(TOML)
    assert not {("not",), ("key",), ("y",), ("z",), ("inner",), ("a",)} & found.keys()


def test_quotes_before_the_closing_ones_belong_to_the_text() -> None:
    assert key_lines('a = ["""x"""", "]]"]\nb = 1\nc = 2') == {("a",): 1, ("b",): 2, ("c",): 3}


def test_every_key_of_the_shipped_shop_is_found_and_nothing_else() -> None:
    text = (Path(__file__).parents[4] / "shop.toml").read_text(encoding="utf-8")
    assert set(key_lines(text)) == set(_paths(tomllib.loads(text)))


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        inner = [found for key, each in value.items() for found in _paths(each, (*path, key))]
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
        inner = [found for index, each in enumerate(value) for found in _paths(each, (*path, index))]
    else:
        inner = []
    return ([path] if path else []) + inner
