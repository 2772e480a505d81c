"""The owner's state on every store: one current row with a version, every change kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from linda.domain.errors import Conflict
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode, Persona
from linda.records.owner_states import OwnerStates
from linda.records.store import Store
from linda.testing.clock import FakeClock

NOW = datetime(2026, 2, 10, 19, 46, tzinfo=UTC)
FULL = OwnerState(
    mode=Mode.GYM,
    until=NOW + timedelta(hours=1),
    note="leg day",
    bulletin="20% off screens",
    persona=Persona.HUSTLER,
    assistant_name="Lin",
    voice="Polly.Ruth-Neural",
    greeting="Yo!",
    max_discount_percent=0,
    answers_texts=False,
    answers_calls=False,
    keeps_transcripts=False,
    auto_upsell=False,
)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


@pytest.fixture
def states(store: Store, clock: FakeClock) -> OwnerStates:
    return OwnerStates(store, clock)


def test_before_the_first_change_the_owner_works(states: OwnerStates) -> None:
    assert states.current() == OwnerState()
    assert states.history() == []


def test_a_state_comes_back_as_it_was_set_with_who_and_when(store: Store, clock: FakeClock) -> None:
    changed = OwnerStates(store, clock).change(FULL, by="dashboard")
    assert changed == replace(FULL, version=1, set_at=NOW, set_by="dashboard")
    assert OwnerStates(store, clock).current() == changed


def test_every_change_is_kept_newest_first(states: OwnerStates) -> None:
    for note in ("one", "two", "three"):
        states.change(replace(states.current(), note=note), by="text")
    assert [each.note for each in states.history()] == ["three", "two", "one"]
    assert [each.note for each in states.history(limit=2)] == ["three", "two"]


def test_a_change_to_a_state_that_somebody_changed_meanwhile_is_a_conflict(store: Store, clock: FakeClock) -> None:
    phone, dashboard = OwnerStates(store, clock), OwnerStates(store, clock)
    seen = dashboard.current()
    phone.change(replace(phone.current(), mode=Mode.GYM), by="text")
    with pytest.raises(Conflict):
        dashboard.change(replace(seen, mode=Mode.CLOSED), by="dashboard")
    assert [each.mode for each in phone.history()] == [Mode.GYM]


def test_after_a_conflict_the_newer_state_is_read_at_once(store: Store, clock: FakeClock) -> None:
    phone, dashboard = OwnerStates(store, clock), OwnerStates(store, clock)
    seen = dashboard.current()
    phone.change(replace(phone.current(), mode=Mode.GYM), by="text")
    with pytest.raises(Conflict):
        dashboard.change(seen, by="dashboard")
    assert dashboard.current().mode is Mode.GYM


def test_others_see_a_change_within_two_seconds_and_at_once_when_they_ask(store: Store, clock: FakeClock) -> None:
    phone, turn = OwnerStates(store, clock), OwnerStates(store, clock)
    assert turn.current().mode is Mode.WORK
    phone.change(FULL, by="text")
    assert turn.current().mode is Mode.WORK
    assert OwnerStates(store, clock).current(fresh=True).mode is Mode.GYM
    clock.advance(timedelta(seconds=2))
    assert turn.current().mode is Mode.GYM


def test_a_clock_set_back_does_not_freeze_the_state(store: Store, clock: FakeClock) -> None:
    phone, turn = OwnerStates(store, clock), OwnerStates(store, clock)
    assert turn.current().mode is Mode.WORK
    phone.change(FULL, by="text")
    clock.set(NOW - timedelta(hours=1))
    assert turn.current().mode is Mode.GYM
