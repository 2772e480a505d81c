"""What every store answers: single items, ranges of a partition, indexes."""

import pytest

from linda.records.store import Delete, Item, Put, Range, Store, Update
from linda.records.tables import INBOX, LEADS, SCHEDULE, STATE

DAY = "2026-02-10"


def fill(store: Store, *slots: int, day: str = DAY) -> None:
    for slot in slots:
        store.transact(Put(SCHEDULE, {"day": day, "slot": slot, "kind": "cell", "owner": f"owner {slot}"}))


def slots(rows: list[Item]) -> list[int]:
    return [row["slot"] for row in rows]


def test_what_was_put_is_got(store: Store) -> None:
    item = {"state_id": "CURRENT", "mode": "GYM", "version": 3, "on": True, "off": False, "list": [1, "two", [None]]}
    store.transact(Put(STATE, item))
    assert store.get(STATE, {"state_id": "CURRENT"}) == item


def test_an_absent_item_is_none(store: Store) -> None:
    assert store.get(SCHEDULE, {"day": DAY, "slot": 1}) is None


def test_what_is_got_is_a_copy(store: Store) -> None:
    given = {"state_id": "CURRENT", "list": [1]}
    store.transact(Put(STATE, given))
    given["list"] = [2]
    got = store.get(STATE, {"state_id": "CURRENT"})
    assert got is not None
    got["list"].append(9)
    assert store.get(STATE, {"state_id": "CURRENT"}) == {"state_id": "CURRENT", "list": [1]}


def test_booleans_and_numbers_stay_what_they_were(store: Store) -> None:
    store.transact(Put(STATE, {"state_id": "A", "one": 1, "true": True, "zero": 0, "false": False, "big": 2**53}))
    got = store.get(STATE, {"state_id": "A"})
    assert got is not None
    assert {name: type(value) for name, value in got.items()} == {
        "state_id": str,
        "one": int,
        "true": bool,
        "zero": int,
        "false": bool,
        "big": int,
    }


def test_the_order_of_a_key_does_not_matter(store: Store) -> None:
    fill(store, 5400)
    assert store.get(SCHEDULE, {"slot": 5400, "day": DAY}) == store.get(SCHEDULE, {"day": DAY, "slot": 5400})


def test_a_partition_comes_in_order_of_its_numbers(store: Store) -> None:
    fill(store, 10000, 90, 5400)
    assert slots(store.query(SCHEDULE, DAY)) == [90, 5400, 10000]
    assert slots(store.query(SCHEDULE, DAY, newest_first=True)) == [10000, 5400, 90]


def test_a_partition_does_not_see_another(store: Store) -> None:
    fill(store, 1)
    fill(store, 2, day="2026-02-11")
    assert slots(store.query(SCHEDULE, DAY)) == [1]
    assert store.query(SCHEDULE, "2026-02-12") == []
    assert store.query(SCHEDULE, "2026-02-1_") == []


@pytest.mark.parametrize(
    ("within", "expected"),
    [(Range(2, 3), [2, 3]), (Range(0, 2), [1, 2]), (Range(3, 9), [3, 4]), (Range(5, 9), []), (Range(3, 2), [])],
)
def test_a_range_includes_both_ends(store: Store, within: Range, expected: list[int]) -> None:
    fill(store, 1, 2, 3, 4)
    assert slots(store.query(SCHEDULE, DAY, within)) == expected


def test_a_limit_cuts_from_the_side_that_was_asked_for(store: Store) -> None:
    fill(store, 1, 2, 3, 4)
    assert slots(store.query(SCHEDULE, DAY, limit=2)) == [1, 2]
    assert slots(store.query(SCHEDULE, DAY, limit=2, newest_first=True)) == [4, 3]
    assert slots(store.query(SCHEDULE, DAY, Range(2, 4), limit=2, newest_first=True)) == [4, 3]
    assert slots(store.query(SCHEDULE, DAY, limit=99)) == [1, 2, 3, 4]


def test_a_table_without_a_sort_key_can_be_queried_for_its_one_item(store: Store) -> None:
    store.transact(Put(STATE, {"state_id": "CURRENT", "version": 1}))
    assert store.query(STATE, "CURRENT") == [{"state_id": "CURRENT", "version": 1}]


def test_a_long_partition_comes_whole(store: Store) -> None:
    for start in range(0, 1000, 100):
        store.transact(
            *(Put(LEADS, {"lead_id": "L", "timestamp": n, "text": "x" * 1500}) for n in range(start, start + 100))
        )
    assert [row["timestamp"] for row in store.query(LEADS, "L")] == list(range(1000))


def put_due(store: Store, key: str, due: str | None, due_at: int | None) -> None:
    store.transact(Put(INBOX, {"key": key, "due": due, "due_at": due_at}))


def due(store: Store, until: int = 10**15) -> list[str]:
    return [row["key"] for row in store.query(INBOX, "due", Range(0, until), index="inbox_due")]


def test_an_index_orders_by_its_own_fields_and_gives_whole_items(store: Store) -> None:
    put_due(store, "b", "due", 20)
    put_due(store, "a", "due", 30)
    put_due(store, "c", "due", 10)
    assert due(store) == ["c", "b", "a"]
    assert due(store, until=20) == ["c", "b"]
    newest = store.query(INBOX, "due", index="inbox_due", newest_first=True, limit=1)
    assert newest == [{"key": "a", "due": "due", "due_at": 30}]


def test_an_index_leaves_out_what_lacks_a_field(store: Store) -> None:
    put_due(store, "no due", None, 10)
    put_due(store, "no due_at", "due", None)
    put_due(store, "other due", "done", 10)
    put_due(store, "both", "due", 10)
    assert due(store) == ["both"]
    assert [row["key"] for row in store.query(INBOX, "due", index="inbox_due")] == ["both"]


def test_an_index_follows_updates_and_deletes(store: Store) -> None:
    put_due(store, "a", "due", 10)
    put_due(store, "b", "due", 20)
    store.transact(Update(INBOX, {"key": "a"}, {"due_at": 30}))
    assert due(store) == ["b", "a"]
    store.transact(Update(INBOX, {"key": "a"}, {"due": None, "due_at": None}), Delete(INBOX, {"key": "b"}))
    assert due(store) == []
