"""The last touch: who is talking, plain characters, three segments at most, no word of the carrier's."""

from dataclasses import replace

import pytest

from linda.conversation.finishing import MOST_SEGMENTS, finished, prompts_reserved_word
from linda.domain.owner_state import OwnerState
from linda.domain.sms_text import measure
from tests.house import the_shop

HELLO = "Hi, LINDA here, Brandon's assistant."


def finish(text: str, *, first: bool = False, state: OwnerState | None = None) -> str:
    return finished(text, the_shop(), state or OwnerState(), first_contact=first)


def test_the_first_reply_says_that_an_assistant_is_talking() -> None:
    assert finish("A screen starts at $79.", first=True) == f"{HELLO} A screen starts at $79."


@pytest.mark.parametrize("text", ["I'm LINDA, the assistant.", f"{HELLO} Hello."])
def test_who_has_introduced_himself_is_not_introduced_again(text: str) -> None:
    assert finish(text, first=True) == text


def test_later_replies_are_not_introduced() -> None:
    assert finish("Sure.") == "Sure."


def test_she_goes_by_the_name_of_the_day() -> None:
    state = replace(OwnerState(), assistant_name="Max")
    assert finish("Sure.", first=True, state=state) == "Hi, Max here, Brandon's assistant. Sure."


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00", "\u200b", "\x0b\x1f", "\u200b\u2060"])
def test_nothing_stays_nothing_even_on_first_contact(text: str) -> None:
    assert finish(text, first=True) == ""


def test_foldable_characters_are_folded_and_lines_joined() -> None:
    assert finish("It\u2019s \u201cfine\u201d \u2013 really\u2026\n\n  ok\x07") == 'It\'s "fine" - really... ok'


def test_a_long_text_is_cut_between_words_to_three_segments() -> None:
    cut = finish("word " * 400, first=True)
    assert measure(cut).segments == MOST_SEGMENTS
    assert cut.endswith("word...")


@pytest.mark.parametrize("text", ["x" * 5000, "屏幕" * 800, "😀" * 900])
def test_whatever_it_is_it_fits(text: str) -> None:
    assert measure(finish(text, first=True)).segments <= MOST_SEGMENTS


@pytest.mark.parametrize(
    "text",
    [
        "Reply YES to confirm.",
        "reply yes",
        "Just text CANCEL.",
        "Text back STOP to end.",
        'Say "end".',
        "Respond with: 'quit'",
        "Reply with the word CANCEL",
        "Text us START to go on.",
        "Send STOPALL now",
        "type  unsubscribe",
    ],
)
def test_a_prompt_for_a_word_of_the_carriers_is_found(text: str) -> None:
    assert prompts_reserved_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "Want me to cancel it?",
        "Your appointment is cancelled.",
        "Yes, we're open.",
        "Screens start at $79.",
        "Text me the day you want.",
        "Which time works?",
        "We stop at 5 PM.",
        "Send ending times",
    ],
)
def test_an_innocent_text_is_none(text: str) -> None:
    assert not prompts_reserved_word(text)
