"""A long pattern finds what the compiled expression finds, and is not compiled for a text it can't match."""

import re

import pytest

from linda.domain.pattern import LongPattern

SOURCE = r"(?:red|green) (\w+)"
TEXTS = ["a red bike and a green car", "green tea", "blue sky", ""]


@pytest.mark.parametrize("text", TEXTS)
def test_every_way_of_looking_gives_what_the_expression_gives(text: str) -> None:
    long, compiled = LongPattern(SOURCE), re.compile(SOURCE)
    for way in ("search", "match", "fullmatch"):
        found, expected = getattr(long, way)(text), getattr(compiled, way)(text)
        assert (found and found.span()) == (expected and expected.span()), way
    assert [each.span() for each in long.finditer(text)] == [each.span() for each in compiled.finditer(text)]
    assert long.findall(text) == compiled.findall(text)
    assert long.sub(r"<\1>", text) == compiled.sub(r"<\1>", text)
    assert long.split(text) == compiled.split(text)


def test_a_text_without_what_every_match_holds_is_turned_away() -> None:
    pattern = LongPattern(SOURCE)
    assert [pattern.could_match(text) for text in TEXTS] == [True, True, False, False]
