"""The two clocks: the machine's, and the one that moves when told."""

from datetime import UTC, datetime, timedelta

import pytest

from linda.domain.clock import SystemClock
from linda.testing.clock import FakeClock

START = datetime(2026, 2, 10, 15, 7, tzinfo=UTC)


def test_the_machines_clock_shows_an_aware_moment_and_never_runs_backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    clock = SystemClock()
    before = clock.monotonic()
    clock.sleep(2.5)
    assert (clock.now().tzinfo, clock.monotonic() >= before, slept) == (UTC, True, [2.5])


def test_a_fake_clock_moves_only_when_told_and_sleeping_tells_it() -> None:
    clock = FakeClock(START)
    clock.sleep(3)
    clock.advance(timedelta(minutes=1))
    assert (clock.now() - START, clock.monotonic()) == (timedelta(seconds=63), 63.0)


def test_setting_a_fake_clock_leaves_budgets_alone() -> None:
    clock = FakeClock(START)
    clock.set(START - timedelta(days=1))
    assert (START - clock.now(), clock.monotonic()) == (timedelta(days=1), 0.0)
