"""What must not change what a text means: case, punctuation, courtesy, spelling habits."""

from collections.abc import Callable

import pytest

from linda.language.intents import Topic, read_intents
from tests.unit.language.intents.customer_lines import LINES

REQUESTS = [
    (topic, line.strip())
    for topic, lines in LINES.items()
    if topic not in {Topic.SMALL_TALK, Topic.ABOUT_LINDA, Topic.GREETING}
    for line in lines.strip().splitlines()
]
CHANGES: dict[str, Callable[[str], str]] = {
    "shouted": str.upper,
    "capitalised": str.capitalize,
    "with marks": lambda text: f"{text}!!!",
    "with a question mark": lambda text: f"{text.rstrip('?')} ?",
    "with a greeting": lambda text: f"Hi, {text}",
    "with thanks": lambda text: f"{text.rstrip('?')}? thanks!",
    "with curly quotes": lambda text: text.replace("'", "\u2019"),
    "with wide gaps": lambda text: text.replace(" ", "   "),
    "over two lines": lambda text: f"hello\n{text}",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_the_topic_survives(change: Callable[[str], str]) -> None:
    lost = [text for topic, text in REQUESTS if topic not in read_intents(change(text)).topics]
    assert not lost


@pytest.mark.parametrize(
    ("plain", "texted"),
    [
        ("can you tell me how much a screen is please", "can u tell me how much a scren is pls"),
        ("when are you open tomorrow", "when r u open 2moro"),
        ("i need to cancel my appointment", "i need to cancle my appt"),
        ("is my phone ready", "is my fone ready"),
        ("what is your address", "wats ur adress"),
        ("do you take credit cards", "do u take credt cards"),
        ("is there a warranty", "is there a warrenty"),
        ("can i talk to a person", "can i talk 2 a persn"),
        ("i want to reschedule", "i wanna reschedual"),
        ("do you have a discount", "do u have a discout"),
        ("my battery is swollen", "my battry is swolen"),
        ("please book an appointment", "plz book an appointmnt"),
    ],
)
def test_texters_spelling_means_the_same(plain: str, texted: str) -> None:
    assert read_intents(texted).topics[0] == read_intents(plain).topics[0]


@pytest.mark.parametrize(
    "text",
    [
        "batter for pancakes",
        "i was leaving",
        "canal street",
        "what a great prize",
        "quite a while",
        "my horse",
        "no chance",
    ],
)
def test_a_word_that_means_itself_is_not_respelled_into_trade(text: str) -> None:
    assert not read_intents(text).topics
