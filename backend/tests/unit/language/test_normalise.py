"""Plain words of a text, and where each of them stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.language.normalise import MAX_TEXT, plain, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Can U come TMRW @ 4?", "can you come tomorrow at 4 ?"),
        ("2nite, b4 5 p.m.", "tonight , before 5 pm"),
        ("it\u2019s 9 p m", "it's 9 pm"),
        ("4 o\u2019clock, 4 o clock", "4 oclock , 4 oclock"),
        ("pls thx appt w/ Brandon", "please thanks appointment with brandon"),
        ("\uff12\uff1a\uff13\uff10", "2:30"),
        ("2026-03-04T14:30", "2026-03-04 14:30"),
        ("ma\u00f1ana", "ma\u00f1ana"),
        ("to\u200bday", "today"),
        ("", ""),
    ],
)
def test_a_text_is_written_out_in_plain_words(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_a_word_knows_where_it_stood() -> None:
    text = "Come  TMRW at4"
    assert [(text[word.start : word.end], word.text, word.glued) for word in words(text)] == [
        ("Come", "come", False),
        ("TMRW", "tomorrow", False),
        ("at", "at", False),
        ("4", "4", True),
    ]


@given(st.text(max_size=300))
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        last = word.start


def test_no_more_than_the_longest_text_message_is_read() -> None:
    assert len(words("a " * 5000)) == MAX_TEXT // 2
