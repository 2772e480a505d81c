"""The shop in force: changed on the dashboard, seen by every process, and never out of the shop file's rules."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from linda.adapters.shop_file.sections import sections_of
from linda.bootstrap import Linda
from linda.domain.shop import Mode
from linda.records.store import Store
from linda.testing.memory_store import MemoryStore
from tests.counting_store import CountingStore
from tests.house import a_text
from tests.shop_desk import CUSTOMER, OWNER, ROOT, clock_of, open_shop, phone_of

AT = "2026-02-10T10:07"
PRICE = "how much is an iphone 13 screen?"


def priced(dollars: str) -> dict[str, Any]:
    """Return the price book with another price for an iPhone screen."""
    with open_shop(store=MemoryStore()) as linda:
        services = sections_of(linda.shops.file.shop)["services"]
    return {"services": [{**services[0], "price": dollars}, *services[1:]]}


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def linda(store: Store) -> Iterator[Linda]:
    with open_shop(AT, store=store) as opened:
        yield opened


def test_a_change_is_in_the_very_next_answer_of_this_process(linda: Linda) -> None:
    assert "$79" in phone_of(linda).text(CUSTOMER, PRICE).replies[0]
    linda.records.shop_settings.put_in_force(priced("84.50"), over=0)
    assert "$84.50" in phone_of(linda).text(CUSTOMER, PRICE).replies[0]


def test_another_process_answers_by_a_change_within_two_seconds(linda: Linda, store: Store) -> None:
    with open_shop(AT, store=store) as other:
        assert "$79" in phone_of(other).text(CUSTOMER, PRICE).replies[0]
        linda.records.shop_settings.put_in_force(priced("85"), over=0)
        clock_of(other).advance(timedelta(seconds=2))
        assert "$85" in phone_of(other).text(CUSTOMER, PRICE).replies[0]
        assert other.shop == linda.shop


def test_a_version_is_read_once_and_no_turn_after_that_asks_for_it(store: Store) -> None:
    counting = CountingStore(store)
    with open_shop(AT, store=counting) as linda:
        linda.records.shop_settings.put_in_force(priced("85"), over=0)
        asked = []
        for number in range(3):
            clock_of(linda).advance(timedelta(minutes=1))
            counting.taken()
            linda.engine.answer(a_text(f"SM{number}", "where are you located?"))
            asked.append([each for each in counting.taken() if "SETTINGS#" in each])
    assert [len(each) for each in asked] == [1, 0, 0]


def test_going_back_to_the_file_is_a_change_like_any_other(linda: Linda) -> None:
    linda.records.shop_settings.put_in_force(priced("85"), over=0)
    assert linda.shop.services[0].price == 8500
    linda.records.shop_settings.put_in_force({}, over=1)
    assert linda.shop == linda.shops.file.shop


def test_a_turn_sees_one_shop_from_start_to_end(store: Store) -> None:
    """The settings change after the turn has read the state: its own price stands, the next turn has the new one."""
    with open_shop(AT, store=store) as owner:

        def change() -> None:
            owner.records.shop_settings.put_in_force(priced("85"), over=0)

        counting = CountingStore(store)
        with open_shop(AT, store=counting) as linda:
            counting.before[2] = change  # the first write accepts the text, the second is the answer
            assert "$79" in phone_of(linda).text(CUSTOMER, PRICE).replies[0]
            clock_of(linda).advance(timedelta(seconds=2))
            assert "$85" in phone_of(linda).text(CUSTOMER, PRICE).replies[0]


def test_undo_by_text_brings_the_mode_back_and_leaves_the_settings(linda: Linda) -> None:
    phone = phone_of(linda)
    phone.text(OWNER, "gym till 3:30")
    phone.text(OWNER, "closed")
    linda.records.shop_settings.put_in_force(priced("85"), over=0)
    assert phone.text(OWNER, "undo").replies[0].startswith("GYM")
    state = linda.records.states.current(fresh=True)
    assert (state.mode, state.settings_version) == (Mode.GYM, 1)
    assert linda.shop.services[0].price == 8500


def renamed(folder: Path) -> str:
    """Return a shop file in which the iPhone screen has another id, so that older add-ons name a stranger."""
    path = folder / "shop.toml"
    text = (ROOT / "shop.toml").read_text(encoding="utf-8").replace('"iphone_screen"', '"apple_screen"')
    path.write_text(text, encoding="utf-8")
    return str(path)


def add_ons(linda: Linda, pitch: str) -> dict[str, Any]:
    """Return the add-ons with another pitch; they name services by the ids of the shipped file."""
    first, *others = sections_of(linda.shops.file.shop)["add_ons"]
    return {"add_ons": [{**first, "pitch": pitch}, *others]}


def test_settings_that_fit_the_file_no_longer_are_left_out_and_she_answers(
    linda: Linda, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    linda.records.shop_settings.put_in_force(add_ons(linda, "Add it?"), over=0)
    with open_shop(AT, store=store, LINDA_SHOP_FILE=renamed(tmp_path)) as later, caplog.at_level(logging.ERROR):
        assert "$79" in phone_of(later).text(CUSTOMER, PRICE).replies[0]
        assert later.shop == later.shops.file.shop
        (problem, *_) = later.shops.problems(1)
    assert problem.startswith("add_ons[0].after: must be ids of services (apple_screen,")
    assert len([each for each in caplog.records if "do not fit shop.toml" in each.getMessage()]) == 1


def test_a_running_process_keeps_the_last_settings_that_fit(store: Store, tmp_path: Path) -> None:
    with open_shop(AT, store=store, LINDA_SHOP_FILE=renamed(tmp_path)) as later, open_shop(AT, store=store) as linda:
        later.records.shop_settings.put_in_force({"discounts": {**discounts(later), "max_percent": 5}}, over=0)
        assert later.shop.discounts.max_percent == 5
        linda.records.shop_settings.put_in_force(add_ons(linda, "Add it?"), over=1)
        clock_of(later).advance(timedelta(seconds=2))
        assert (later.shop.discounts.max_percent, later.shop.add_ons) == (5, later.shops.file.shop.add_ons)


def discounts(linda: Linda) -> dict[str, Any]:
    """Return the discounts as they are in force."""
    found: dict[str, Any] = sections_of(linda.shop)["discounts"]
    return found


def test_a_version_that_is_not_in_the_store_is_named(linda: Linda) -> None:
    assert linda.shops.problems(7) == ["the settings of version 7 are not in the store"]
