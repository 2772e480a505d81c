"""What a terminal would obey is written out; what it shows stays as it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain.terminal_text import for_terminal


@pytest.mark.parametrize(
    "text", ["", "Ayé, 79 €", "one\ntwo\tthree", "\N{FAMILY}\u200d\N{WOMAN}", "9\xa0AM", "\\u001b"]
)
def test_what_a_terminal_shows_stays(text: str) -> None:
    assert for_terminal(text) == text


def test_what_it_obeys_is_written_out() -> None:
    assert for_terminal("a\x1b[2J\r\x9bm\u2066b") == "a\\u001b[2J\\u000d\\u009bm\\u2066b"


@given(st.text())
def test_no_text_gives_an_order_and_json_still_says_the_same(text: str) -> None:
    written = for_terminal(json.dumps(text, ensure_ascii=False))
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in written)
    assert json.loads(written) == text
