"""Tokens in millionths of a dollar."""

import pytest

from linda.adapters.openai_brain.cost import CENTS_PER_MILLION, Meter, price_of
from linda.conversation.brain import Usage


def used(given: object, cached: object, out: object) -> dict[str, object]:
    return {"usage": {"input_tokens": given, "output_tokens": out, "input_tokens_details": {"cached_tokens": cached}}}


def test_fresh_cached_and_output_tokens_have_their_own_prices() -> None:
    meter = Meter("gpt-4o")
    meter.count(used(2000, 1000, 100))
    assert meter.usage == Usage("gpt-4o", 1, 2000, 100, 2500 + 1250 + 1000)


def test_calls_add_up() -> None:
    meter = Meter("gpt-4o-mini")
    for _ in range(3):
        meter.count(used(1000, 0, 100))
    assert meter.usage == Usage("gpt-4o-mini", 3, 3000, 300, 3 * 210)


def test_a_part_of_a_millionth_is_rounded_up() -> None:
    meter = Meter("gpt-4o-mini")
    meter.count(used(1, 0, 0))
    assert meter.usage.cost_micros == 1


def test_a_dated_snapshot_costs_what_its_family_costs() -> None:
    assert price_of("gpt-4o-2024-11-20") == CENTS_PER_MILLION["gpt-4o"]


@pytest.mark.parametrize("model", ["llama3", "gpt-4o-audio-preview", ""])
def test_an_unknown_model_is_free_and_says_so(model: str) -> None:
    meter = Meter(model)
    meter.count(used(1000, 0, 100))
    assert meter.usage == Usage(model, 1, 1000, 100, 0)
    assert meter.notes == (f"cost: no list price for {model}, counted as free",)


def test_a_known_model_needs_no_note() -> None:
    assert Meter("gpt-4o").notes == ()


@pytest.mark.parametrize(
    "body",
    [None, [], {}, {"usage": None}, {"usage": []}, used("1", None, -5), used(True, [], 1.5), {"usage": {"x": 1}}],
)
def test_a_response_without_usable_figures_counts_as_a_call(body: object) -> None:
    meter = Meter("gpt-4o")
    meter.count(body)
    assert meter.usage == Usage("gpt-4o", 1, 0, 0, 0)


def test_more_cached_than_given_is_not_believed() -> None:
    meter = Meter("gpt-4o")
    meter.count(used(100, 5000, 0))
    assert meter.usage.cost_micros == 125


def test_cached_tokens_are_never_dearer_than_fresh_ones() -> None:
    assert all(cached < fresh < out for fresh, cached, out in CENTS_PER_MILLION.values())
