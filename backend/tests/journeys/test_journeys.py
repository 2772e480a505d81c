"""Every journey ends as it promises, on the rules brain."""

from typing import Any

import pytest

from tests.journeys.runner import Spec, load_journeys, play

JOURNEYS = load_journeys()


@pytest.mark.parametrize("journey", JOURNEYS, ids=[f"{each['file']}: {each['name']}" for each in JOURNEYS])
def test_the_journey_ends_as_it_promises(journey: Spec) -> None:
    _, problems = play(journey)
    assert not problems, "\n".join(problems)


def test_a_journey_played_again_is_the_same_to_the_byte() -> None:
    def said() -> list[Any]:
        return [play(journey)[0] for journey in JOURNEYS]

    assert said() == said()


def test_at_least_sixty_journeys_are_kept_and_twelve_in_each_mode() -> None:
    modes = [journey.get("owner", {}).get("mode", "WORK") for journey in JOURNEYS]
    assert len(JOURNEYS) >= 60
    assert {
        mode: modes.count(mode) >= 12 for mode in ("WORK", "GYM", "DRIVING", "BREAK", "CLOSED", "CUSTOM")
    } == dict.fromkeys(("WORK", "GYM", "DRIVING", "BREAK", "CLOSED", "CUSTOM"), True)


def test_replies_are_short_seven_in_ten_in_one_segment_and_nineteen_in_twenty_in_two() -> None:
    lengths = [heard.segments for journey in JOURNEYS for heard in play(journey)[0] if heard.replies]
    assert sum(each <= 1 for each in lengths) >= 0.70 * len(lengths)
    assert sum(each <= 2 for each in lengths) >= 0.95 * len(lengths)
