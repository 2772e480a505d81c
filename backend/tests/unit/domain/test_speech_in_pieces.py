"""A reply that is said while it is written: where a sentence surely ends, and how far a caller heard it."""

import pytest

from linda.domain.speech import first_sentence, heard_part


@pytest.mark.parametrize(
    ("growing", "sentence"),
    [
        ("It's $79. When", "It's $79."),
        ("It's $71.10. W", "It's $71.10."),
        ("It's $79! W", "It's $79!"),
        ("When suits? M", "When suits?"),
        ("Really?! Y", "Really?!"),
        ('He said "maybe." Then', 'He said "maybe."'),
        ("It's done (today.) N", "It's done (today.)"),
        ("It's $79. 2 openings are left", "It's $79."),
        ("Come at 10 a.m. tomorrow. We", "Come at 10 a.m. tomorrow."),
        ("We're at 1 Main St. today. Park", "We're at 1 Main St. today."),
        ("OK. Sure. It's", "OK."),
    ],
)
def test_a_sentence_is_over_when_the_next_one_begins(growing: str, sentence: str) -> None:
    assert first_sentence(growing) == sentence


@pytest.mark.parametrize(
    "growing",
    [
        "",
        "It's $79",
        "It's $79.",
        "It's $79. ",
        "It's $71.10",
        "Come at 10 a.m. tomorrow",
        "Come at 10 a.m. Tuesday",
        "Come at 10 p.m. Or",
        "We're on Main St. B",
        "Ask Dr. B",
        "Ask Mr. B",
        "J. B",
        "About 45 min. T",
        "Come Tue. A",
        "Or e.g. A",
        "the U.S. A",
        "Well... let me see",
        "We do screens, batteries, etc. N",
        "No. B",
        "Version 1.5 B",
    ],
)
def test_a_sentence_that_may_go_on_is_not_over(growing: str) -> None:
    assert first_sentence(growing) is None


def test_however_it_is_cut_into_pieces_a_text_has_the_same_sentences() -> None:
    text = "Sure! It's $71.10 with 10% off at 10 a.m. on Feb. 11. We're at 1 Main St. in town. When suits you"
    for cut in range(len(text)):
        assert first_sentence(text[:cut]) in {None, "Sure!"}
    rest = text.removeprefix("Sure! ")
    found = {first_sentence(rest[:cut]) for cut in range(len(rest) + 1)}
    assert found == {None, "It's $71.10 with 10% off at 10 a.m. on Feb. 11."}


PARTS = [
    ("It's $79.", "It's seventy-nine dollars."),
    ("", "One moment, please."),
    ("We're open till 5 PM.", "We're open until five PM."),
    ("When suits you?", "When suits you?"),
]


@pytest.mark.parametrize(
    ("utterance", "heard"),
    [
        ("", ""),
        (" ... ", ""),
        ("It's", "It's..."),
        ("It's seventy", "It's seventy-nine..."),
        ("It's seventy-nine", "It's seventy-nine..."),
        ("It's seventy-nine dollars.", "It's $79."),
        ("its SEVENTY-NINE dollars", "It's $79."),
        ("It's seventy-nine dollars. One", "It's $79."),
        ("It's seventy-nine dollars. One moment, please.", "It's $79."),
        ("It's seventy-nine dollars. One moment, please. We're open un", "It's $79. We're open until..."),
        (
            "It's seventy-nine dollars. One moment, please. We're open until five PM. When",
            "It's $79. We're open till 5 PM. When...",
        ),
        ("We're open", "It's $79. We're open..."),
        ("When suits you?", "It's $79. We're open till 5 PM. When suits you?"),
        ("When suits you? Hello?", "When suits you? Hello?..."),
        ("Something  else", "Something else..."),
    ],
)
def test_of_a_reply_that_was_broken_off_what_was_heard_is_told_as_written(utterance: str, heard: str) -> None:
    assert heard_part(PARTS, utterance) == heard


def test_of_a_reply_that_never_began_nothing_was_heard() -> None:
    assert heard_part([], "") == ""
    assert heard_part([], "Hello") == "Hello..."
