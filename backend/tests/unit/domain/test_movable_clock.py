"""A clock that whoever tries LINDA out can set: the budgets' seconds stay the machine's."""

from datetime import UTC, datetime, timedelta

from linda.domain.clock import MovableClock, SystemClock

NEAR = timedelta(seconds=5)
THEN = datetime(2026, 2, 10, 19, 46, tzinfo=UTC)


def test_it_shows_the_machines_time_until_it_is_set() -> None:
    clock = MovableClock()
    assert abs(clock.now() - SystemClock().now()) < NEAR
    assert not clock.is_moved


def test_set_to_a_moment_it_goes_on_from_there_and_by_steps() -> None:
    clock = MovableClock()
    clock.move_to(THEN)
    clock.move_by(timedelta(minutes=15))
    assert abs(clock.now() - THEN - timedelta(minutes=15)) < NEAR
    assert clock.is_moved


def test_reset_it_shows_the_machines_time_again() -> None:
    clock = MovableClock()
    clock.move_to(THEN)
    clock.reset()
    assert abs(clock.now() - SystemClock().now()) < NEAR
    assert not clock.is_moved


def test_its_budgets_run_on_the_machines_seconds() -> None:
    clock = MovableClock()
    before = clock.monotonic()
    clock.move_by(timedelta(days=1))
    assert clock.monotonic() - before < 5
