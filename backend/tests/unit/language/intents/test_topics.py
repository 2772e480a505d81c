"""Customers' lines get the topics they ask about, and innocent look-alikes do not."""

import pytest

from linda.language.intents import Topic, read_intents
from tests.unit.language.intents.customer_lines import INNOCENT, LINES, SEVERAL

ASKED = [(topic, line.strip()) for topic, lines in LINES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("topic", "text"), ASKED)
def test_a_line_is_read_as_its_topic(topic: Topic, text: str) -> None:
    assert topic in read_intents(text).topics


def test_the_topic_of_a_line_is_nearly_always_the_strongest() -> None:
    first = sum(read_intents(text).topics[:1] == (topic,) for topic, text in ASKED)
    assert first >= 0.97 * len(ASKED)


@pytest.mark.parametrize(("text", "topics"), SEVERAL.items())
def test_every_topic_of_a_line_is_read(text: str, topics: tuple[Topic, ...]) -> None:
    assert set(topics) <= set(read_intents(text).topics)


@pytest.mark.parametrize(("text", "topics"), INNOCENT.items())
def test_a_look_alike_is_not_taken_for_the_topic(text: str, topics: tuple[Topic, ...]) -> None:
    assert not set(topics) & set(read_intents(text).topics)


@pytest.mark.parametrize(
    "text",
    [
        "what's the interest on a car loan",
        "how much is my electric bill",
        "when is my flight to denver",
        "remind me to buy milk tomorrow",
        "whats the weather like saturday",
        "how many calories in a burger",
        "asdf qwer zxcv",
        "",
        "   ",
        "👀",
    ],
)
def test_what_is_no_business_of_the_shop_asks_nothing_of_it(text: str) -> None:
    topics = read_intents(text).topics
    assert set(topics) <= {Topic.SMALL_TALK}


def test_topics_come_strongest_first_and_urgent_first_among_equals() -> None:
    read = read_intents("my battery is swollen, what are your hours")
    assert read.topics[0] is Topic.DANGER
    assert read.asks(Topic.HOURS)


def test_no_courtesy_is_ever_among_the_topics() -> None:
    read = read_intents("hi how much for a screen? thanks bye")
    assert read.topics == (Topic.PRICE,)
    assert read.courtesy == (Topic.GREETING, Topic.THANKS, Topic.GOODBYE)
