"""Every call ends as it promises, on the rules brain, through signed webhooks whose documents Twilio would take."""

import pytest

from tests.journeys.call_runner import load_calls, play_call
from tests.journeys.runner import Spec

CALLS = load_calls()


@pytest.mark.parametrize("journey", CALLS, ids=[f"{each['file']}: {each['name']}" for each in CALLS])
def test_the_call_ends_as_it_promises(journey: Spec) -> None:
    problems = play_call(journey)
    assert not problems, "\n".join(problems)


def test_at_least_twenty_calls_are_kept() -> None:
    assert len(CALLS) >= 20
