"""Every lie of the table is named, whatever it is dressed in."""

import pytest

from linda.conversation.facts import Facts
from tests.unit.conversation.claims import worlds
from tests.unit.conversation.claims.worlds import QUOTED, TAKEN, table, world_named

LIES = table("lies")


@pytest.mark.parametrize(("world", "text"), LIES, ids=[f"{world}: {text}" for world, text in LIES])
def test_a_lie_is_caught(world: str, text: str) -> None:
    assert world_named(world).faults(text)


@pytest.mark.parametrize(("world", "text"), LIES, ids=[f"{world}: {text}" for world, text in LIES])
def test_a_lie_is_caught_among_true_sentences_too(world: str, text: str) -> None:
    assert world_named(world).faults(f"Thanks for reaching out! {text}")


def test_there_are_at_least_150_lies() -> None:
    assert len(set(LIES)) >= 150


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("iPhone 13 screen is $60.", "price $60 has no source"),
        ("I have 3 PM today.", "time 3 pm is not an opening"),
        ("That's 15% off.", "15% has no source"),
        ("Only 1 opening left today.", '"1 opening left" is not what the calendar counts'),
        ("Call 904-555-0199.", "contact 904-555-0199 is not the shop's"),
        ("Your code is 9999.", "code 9999 is not of a booking"),
    ],
)
def test_a_fault_names_the_claim(text: str, fault: str) -> None:
    assert QUOTED.faults(text) == [fault]


def test_a_text_of_endless_figures_is_refused_as_a_whole() -> None:
    assert QUOTED.faults("3 PM, " * 200) == ["it has more figures or sentences than anybody would text"]


def test_a_text_longer_than_any_provider_takes_is_refused_as_a_whole() -> None:
    assert QUOTED.faults("a" * 1601) == ["it is longer than 1600 characters"]


def test_letters_of_another_script_are_refused_as_they_hide_figures() -> None:
    assert TAKEN.faults("See you at 3 \u0440\u043c") == ["it has letters that can't be read"]


FREE_LOOK = worlds.a_world(
    worlds.a_quote("diagnostics"),
    said="how much is a checkup?",
    facts=Facts(brand="iphone", device="iPhone 13", services=("diagnostics",)),
)


@pytest.mark.parametrize(
    "text",
    [
        "Everything is free of charge for you.",
        "All repairs are free.",
        "It's all on us, the whole repair is free.",
        "Any repair is free today.",
    ],
)
def test_a_free_look_makes_nothing_else_free(text: str) -> None:
    assert FREE_LOOK.faults(text) != []


@pytest.mark.parametrize("text", ["It's free.", "Diagnostics are free.", "The look is free."])
def test_a_free_look_may_be_called_free(text: str) -> None:
    assert FREE_LOOK.faults(text) == []
