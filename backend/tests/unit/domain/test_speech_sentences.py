"""Two sentences, the question last, and nothing lost that matters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain.speech import spoken

PIECES = """
$79 $71.10 $1,200 2:30 PM 9-5 9 AM-5 PM 10% 45 min Tue Feb 10 Code 4417 S22+ iPhone 13 Which works? No. It isn't open!
https://example.com/x a@example.com (904) 555-0142 12/24 #3 @ & / * _ ... Mon-Sat - St. p.m. 1.5 ' " ( ) [ ] ; :
? ! . , \u2014 \u00bd \u0663 \U0001f600
"""
FRAGMENTS = [*PIECES.split(), "\n", "\n- "]
WRITTEN = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(FRAGMENTS), max_size=40).map(" ".join))
WAFFLE = "The parts come from a supplier who has been with us for a long time and they are as good as new ones."


@given(WRITTEN)
def test_only_words_and_their_marks_are_said_in_two_sentences_with_one_question(written: str) -> None:
    said = spoken(written)
    assert all(each.isalpha() or each in " '-,.!?" for each in said), said
    assert len(re.findall(r"[.!?]", said)) <= 2
    assert said.count("?") <= 1


@given(st.lists(st.sampled_from(["It is $79.", "We can't.", WAFFLE, "Which works?", "Want it?", "ok"]), max_size=30))
def test_a_question_is_never_lost_and_comes_last(sentences: list[str]) -> None:
    said = spoken(" ".join(sentences))
    for question in {"which works", "want it"} & {each.rstrip("?").lower() for each in sentences}:
        assert question in said.lower()
        assert said.endswith("?")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", ""),
        ("\U0001f44d", ""),
        ("Which works? I can hold one.", "I can hold one. Which works?"),
        ("What phone is it? And what's wrong?", "What phone is it, and what's wrong?"),
        ("Open today. Open tomorrow. Closed Sun.", "Open today, and open tomorrow. Closed Sunday."),
        ("Thanks, Ana. The price is $79. Want it?", "Thanks, Ana, the price is seventy-nine dollars. Want it?"),
        ("Not today. Tomorrow. Friday. Which?", "Not today, and tomorrow, and Friday. Which?"),
        ("It's done. But pay first. OK?", "It's done, but pay first. OK?"),
        (
            "Prices:\n- iPhone screen $79\n- battery $49\nWhich one?",
            "Prices, iPhone screen seventy-nine dollars, battery forty-nine dollars. Which one?",
        ),
        ("First\n\nSecond", "First. Second."),
        (" one line ", "One line."),
        ("Done! New time!", "Done! New time!"),
    ],
)
def test_sentences_are_joined_as_people_join_them(written: str, said: str) -> None:
    assert spoken(written) == said


def test_what_is_too_long_loses_whole_statements_from_the_middle_chatter_first() -> None:
    said = spoken(
        f"Hi there. {WAFFLE[:-1]}, {WAFFLE} We can't do it for $60. {WAFFLE[:-1]}, {WAFFLE} I have 2 PM. Which works?"
    )
    assert said == "Hi there, we can't do it for sixty dollars, and I have two PM. Which works?"


def test_the_first_statement_and_the_question_are_said_however_long_they_are() -> None:
    said = spoken(f"{WAFFLE[:-1]}, {WAFFLE} {WAFFLE} I have 2 PM. {WAFFLE[:-1]}, or not?")
    assert said.count(WAFFLE[5:-1]) == 3
    assert said.endswith("or not?")
    assert "two PM" not in said
