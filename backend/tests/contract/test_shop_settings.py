"""The shop's settings on every store: each version a row of its own, in force with the owner's state that names it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from linda.domain.errors import Conflict
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode
from linda.records import Records
from linda.records.store import Store
from linda.testing.clock import FakeClock
from tests.counting_store import CountingStore

NOW = datetime(2026, 2, 10, 19, 46, tzinfo=UTC)
ONE = {"closures": {"2026-07-03": "Fishing"}, "discounts": {"max_percent": 10, "reasons": ["referral"]}}
TWO = {"services": [{"id": "look", "price": "79.50", "fee": True}]}


@pytest.fixture
def records(store: Store) -> Records:
    return Records.on(store, FakeClock(NOW))


def test_before_the_first_change_there_are_none(records: Records) -> None:
    assert records.states.current().settings_version == 0
    assert records.shop_settings.sections(0) == {}
    assert records.shop_settings.sections(1) is None


def test_a_change_is_in_force_and_the_versions_before_it_stay(records: Records) -> None:
    first = records.shop_settings.put_in_force(ONE, over=0)
    second = records.shop_settings.put_in_force(TWO, over=1)
    assert (first.settings_version, second.settings_version) == (1, 2)
    assert records.states.current(fresh=True) == second
    assert [records.shop_settings.sections(version) for version in (1, 2)] == [ONE, TWO]


def test_the_owners_mode_is_not_touched_by_a_change_of_settings(records: Records) -> None:
    before = records.states.change(OwnerState(mode=Mode.GYM, note="leg day"), by="text")
    after = records.shop_settings.put_in_force(ONE, over=0)
    assert after == replace(before, version=2, settings_version=1, set_by="settings")


def test_of_two_who_change_the_same_version_one_is_told_and_nothing_of_his_is_kept(records: Records) -> None:
    records.shop_settings.put_in_force(ONE, over=0)
    with pytest.raises(Conflict):
        records.shop_settings.put_in_force(TWO, over=0)
    assert records.shop_settings.sections(1) == ONE
    assert records.shop_settings.sections(2) is None


def test_a_mode_that_changes_at_the_same_moment_costs_a_second_try_and_is_kept(store: Store) -> None:
    counting = CountingStore(store)
    records, phone = Records.on(counting, FakeClock(NOW)), Records.on(store, FakeClock(NOW))

    def change_mode() -> None:
        phone.states.change(OwnerState(mode=Mode.GYM), by="text")

    counting.before[1] = change_mode
    changed = records.shop_settings.put_in_force(ONE, over=0)
    assert (changed.mode, changed.settings_version, counting.transactions) == (Mode.GYM, 1, 2)


def test_whose_mode_changes_at_every_try_is_told_in_the_end(store: Store) -> None:
    counting = CountingStore(store)
    records, phone = Records.on(counting, FakeClock(NOW)), Records.on(store, FakeClock(NOW))

    def change_mode() -> None:
        phone.states.change(phone.states.current(fresh=True), by="text")

    counting.before.update(dict.fromkeys(range(1, 6), change_mode))
    with pytest.raises(Conflict):
        records.shop_settings.put_in_force(ONE, over=0)
    assert phone.states.current(fresh=True).settings_version == 0


def test_the_state_before_the_last_change_has_the_settings_of_now(records: Records) -> None:
    records.states.change(OwnerState(mode=Mode.GYM), by="text")
    records.states.change(replace(records.states.current(), mode=Mode.CLOSED), by="text")
    records.shop_settings.put_in_force(ONE, over=0)
    before = records.states.before_last()
    assert (before.mode, before.settings_version) == (Mode.GYM, 1)


def test_before_the_only_change_the_owner_works(records: Records) -> None:
    assert records.states.before_last() == OwnerState()
    records.states.change(OwnerState(mode=Mode.GYM), by="text")
    assert records.states.before_last() == OwnerState()
