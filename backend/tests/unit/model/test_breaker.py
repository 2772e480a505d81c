"""The circuit breaker."""

from datetime import UTC, datetime

import pytest

from linda.conversation.breaker import Breaker
from linda.testing.clock import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 2, 10, tzinfo=UTC))


@pytest.fixture
def breaker(clock: FakeClock) -> Breaker:
    return Breaker(clock)


def fail(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        breaker.failed()


def test_four_failures_leave_it_closed_and_the_fifth_opens_it(breaker: Breaker) -> None:
    fail(breaker, 4)
    assert breaker.allows()
    fail(breaker, 1)
    assert not breaker.allows()


def test_five_failures_spread_over_more_than_a_minute_leave_it_closed(breaker: Breaker, clock: FakeClock) -> None:
    for _ in range(20):
        fail(breaker, 1)
        clock.sleep(15.1)
    assert breaker.allows()


def test_it_stays_open_for_a_minute_then_lets_exactly_one_try(breaker: Breaker, clock: FakeClock) -> None:
    fail(breaker, 5)
    clock.sleep(59.9)
    assert not breaker.allows()
    clock.sleep(0.2)
    assert [breaker.allows() for _ in range(3)] == [True, False, False]


def test_a_good_trial_closes_it_and_forgets_the_failures(breaker: Breaker, clock: FakeClock) -> None:
    fail(breaker, 5)
    clock.sleep(60)
    assert breaker.allows()
    breaker.succeeded()
    fail(breaker, 4)
    assert breaker.allows()


def test_a_failed_trial_opens_it_for_another_minute(breaker: Breaker, clock: FakeClock) -> None:
    fail(breaker, 5)
    clock.sleep(60)
    assert breaker.allows()
    breaker.failed()
    clock.sleep(59.9)
    assert not breaker.allows()
    clock.sleep(0.2)
    assert breaker.allows()


def test_a_trial_without_a_verdict_is_followed_by_another_a_minute_later(breaker: Breaker, clock: FakeClock) -> None:
    fail(breaker, 5)
    clock.sleep(60)
    assert breaker.allows()
    clock.sleep(60)
    assert [breaker.allows() for _ in range(2)] == [True, False]


def test_a_late_success_of_an_older_call_does_not_close_it(breaker: Breaker) -> None:
    fail(breaker, 5)
    breaker.succeeded()
    assert not breaker.allows()


def test_a_wish_to_be_left_alone_opens_it_at_once_for_that_long(breaker: Breaker, clock: FakeClock) -> None:
    breaker.failed(300)
    clock.sleep(299.9)
    assert not breaker.allows()
    clock.sleep(0.2)
    assert breaker.allows()


def test_a_shorter_pause_does_not_cut_a_longer_one_short(breaker: Breaker, clock: FakeClock) -> None:
    breaker.failed(300)
    breaker.failed(1)
    fail(breaker, 5)
    clock.sleep(299)
    assert not breaker.allows()


def test_a_pause_of_nothing_lets_the_next_one_try(breaker: Breaker) -> None:
    breaker.failed(0)
    assert breaker.allows()
