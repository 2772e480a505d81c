"""Texts made to hurt: nothing raises, nothing hangs, nothing is read twice as long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linda.language.devices import read_devices
from linda.language.intents import read_intents
from linda.language.names import read_name
from linda.language.repairs import read_repairs
from linda.language.spelling import MAX_CHARS, plain
from linda.language.tables import words

HOSTILE = [
    "a" * 1600,
    "how much " * 180,
    "i cant make it to the appointment " * 50,
    "screen battery not the back " * 60,
    "1 " * 800,
    "iphone 13 pro max " * 90,
    "its dave o'brien-" * 100,
    "not the " * 200,
    "cancel it please book my appointment tomorrow " * 35,
    "2 two both of my " * 100,
    "\ufdfa" * 1600,
    "'" * 1600,
    "\u0301" * 1600,
    "$60 take " * 180,
    "no yes " * 230,
    "?!." * 530,
    "\U0001f525" * 1600,
    "aaaaab" * 260,
    " ".join(f"scre{letter}x" for letter in "abcdefghij") * 20,
]

TRADE_WORDS = words("cancel my iphone 13 screen not 2 two $60 % pro max its dave back no yes ? , .")


def _read_all(text: str) -> None:
    read_intents(text)
    read_devices(text, asked_brand="iphone")
    read_repairs(text, {"camera lens": "camera"})
    read_name(text, asked=True)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_read_in_bounded_time(text: str) -> None:
    _read_all(text)  # compiles the phrases it needs
    started = time.process_time()
    _read_all(text + " ")
    assert time.process_time() - started < 0.25  # five times the goal: machines differ


@given(st.text(max_size=400))
@settings(max_examples=150)
def test_no_text_makes_reading_fail(text: str) -> None:
    _read_all(text)


@given(st.lists(st.sampled_from(TRADE_WORDS)))
@settings(max_examples=150)
def test_no_order_of_trade_words_makes_reading_fail(said: list[str]) -> None:
    _read_all(" ".join(said))


def test_nothing_beyond_the_longest_text_is_read() -> None:
    assert plain("a " * MAX_CHARS + "cancel") == plain("a " * MAX_CHARS)
