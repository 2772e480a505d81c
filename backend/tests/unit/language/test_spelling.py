"""The plain form of a text, and the slips that are forgiven."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.language.sms_words import EXACT_ONLY, KNOWN_WORDS, SPELLINGS
from linda.language.spelling import edit_distance, plain, respell, slips_allowed


@pytest.mark.parametrize(
    ("left", "right", "limit", "slips"),
    [
        ("battery", "battery", 1, 0),
        ("battry", "battery", 1, 1),
        ("iphnoe", "iphone", 1, 1),
        ("screan", "screen", 1, 1),
        ("screen", "battery", 2, 3),
        ("abc", "abcdefgh", 2, 3),
        ("", "ab", 2, 2),
        ("apointmnet", "appointment", 2, 2),
    ],
)
def test_slips_are_counted_up_to_the_limit(left: str, right: str, limit: int, slips: int) -> None:
    assert edit_distance(left, right, limit) == slips


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_distance_is_the_same_both_ways_and_zero_for_the_same_word_only(left: str, right: str) -> None:
    assert edit_distance(left, right, 9) == edit_distance(right, left, 9)
    assert (edit_distance(left, right, 9) == 0) == (left == right)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("battry", "battery"),
        ("scren", "screen"),
        ("appointmnt", "appointment"),
        ("reschedual", "reschedule"),
        ("u", "you"),
        ("batter", "batter"),
        ("leaving", "leaving"),
        ("hous", "hous"),
        ("a14", "a14"),
        ("x" * 40, "x" * 40),
    ],
)
def test_a_word_is_respelled_only_when_it_means_nothing_else(word: str, meant: str) -> None:
    assert respell(word) == meant


def test_every_known_word_stays_itself_and_no_exact_word_is_respelled() -> None:
    assert all(respell(word) in {word, SPELLINGS.get(word)} for word in KNOWN_WORDS)
    assert all(respell(word) in {word, SPELLINGS.get(word)} for word in EXACT_ONLY)


def test_no_slip_is_allowed_in_a_short_word() -> None:
    assert [slips_allowed("x" * length) for length in (1, 4, 5, 8, 9)] == [0, 0, 1, 1, 2]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Hi, how MUCH for a battery?", ". hi , how much for a battery ? "),
        ("can't u come @ 4pm", ". can not you come 4 pm . "),
        ("I\u2019ll be there!!!", ". i will be there ! "),
        ("im ill today", ". i am ill today . "),
        ("ill come", ". i will come . "),
        ("dr. smith", ". dr smith . "),
        ("really?!", ". really ? "),
        ("no no no", ". no . "),
        ("sooooo good", ". so good . "),
        ("you guys open", ". you open . "),
        ("$60 or 20%", ". $60 or 20% . "),
        ("\U0001f44d", ". yes . "),
        ("caf\u00e9", ". cafe . "),
        ("", ". "),
        ("...", ". "),
        ("one\ntwo", ". one . two . "),
    ],
)
def test_a_text_is_brought_into_the_plain_form(text: str, form: str) -> None:
    assert plain(text) == form


@given(st.text(max_size=200))
def test_any_text_has_a_plain_form_between_two_stops(text: str) -> None:
    form = plain(text)
    assert form.startswith(". ")
    assert form.endswith((". ", "? ", "! "))
    assert "  " not in form
