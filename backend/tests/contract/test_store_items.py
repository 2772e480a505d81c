"""Every store can be read from end to end."""

from typing import cast

import pytest

from linda.records.contents import WholeStore
from linda.records.store import Delete, Put, Store
from linda.records.tables import LEADS, SCHEDULE, STATE, TABLES

MANY = 1_300
"""More than two pages of any engine."""


@pytest.fixture
def whole(store: Store) -> WholeStore:
    return cast(WholeStore, store)


def test_an_empty_store_has_no_items(whole: WholeStore) -> None:
    assert [list(whole.items(table)) for table in TABLES] == [[]] * len(TABLES)


def test_all_items_of_a_table_come_once_each(whole: WholeStore) -> None:
    keys = [(f"lead {number % 7}", number) for number in range(MANY)]
    for start in range(0, MANY, 100):
        puts = [Put(LEADS, {"lead_id": lead, "timestamp": at}) for lead, at in keys[start : start + 100]]
        whole.transact(*puts)
    whole.transact(Put(STATE, {"state_id": "CURRENT"}))
    found = [(item["lead_id"], item["timestamp"]) for item in whole.items(LEADS)]
    assert sorted(found) == sorted(keys)
    assert list(whole.items(STATE)) == [{"state_id": "CURRENT"}]


def test_items_come_as_they_were_put(whole: WholeStore) -> None:
    item = {"state_id": "é\U0001f600", "number": -7, "on": True, "list": [None, 1, "two", {"deep": False}]}
    whole.transact(Put(STATE, item))
    assert list(whole.items(STATE)) == [item]


def test_what_was_removed_does_not_come(whole: WholeStore) -> None:
    whole.transact(*(Put(SCHEDULE, {"day": "2026-02-10", "slot": slot}) for slot in (1, 2)))
    whole.transact(Delete(SCHEDULE, {"day": "2026-02-10", "slot": 1}))
    assert [item["slot"] for item in whole.items(SCHEDULE)] == [2]


def test_items_are_copies(whole: WholeStore) -> None:
    whole.transact(Put(STATE, {"state_id": "A", "list": [1]}))
    next(iter(whole.items(STATE)))["list"].append(2)
    assert list(whole.items(STATE)) == [{"state_id": "A", "list": [1]}]
