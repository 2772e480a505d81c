"""What every store does with writes: all or nothing, on conditions, within limits."""

import pytest

from linda.domain.errors import Conflict
from linda.records.store import (
    Absent,
    AnyOf,
    Below,
    Check,
    Condition,
    Delete,
    Equals,
    Item,
    Put,
    Store,
    Update,
    Write,
)
from linda.records.tables import LEADS, SCHEDULE, STATE

KEY = {"state_id": "A"}


def put(store: Store, **fields: object) -> None:
    store.transact(Put(STATE, {"state_id": "A", **fields}))


def get(store: Store, state_id: str = "A") -> Item | None:
    return store.get(STATE, {"state_id": state_id})


def holds(store: Store, condition: Condition) -> bool:
    try:
        store.transact(Check(STATE, KEY, condition))
    except Conflict:
        return False
    return True


@pytest.mark.parametrize(
    ("stored", "condition", "expected"),
    [
        (None, Absent(), True),
        ({}, Absent(), False),
        ({"v": 1}, Equals("v", 1), True),
        ({"v": 1}, Equals("v", 2), False),
        ({"v": 1}, Equals("v", True), False),
        ({"v": True}, Equals("v", 1), False),
        ({"v": True}, Equals("v", True), True),
        ({"v": False}, Equals("v", 0), False),
        ({"v": 0}, Equals("v", False), False),
        ({"v": "1"}, Equals("v", 1), False),
        ({"v": 1}, Equals("v", "1"), False),
        ({"v": ""}, Equals("v", ""), True),
        ({"v": "A"}, Equals("v", "a"), False),
        ({"v": "e\u0301"}, Equals("v", "\u00e9"), False),
        ({"w": 1}, Equals("v", 1), False),
        (None, Equals("v", 1), False),
        ({"v": 4}, Below("v", 5), True),
        ({"v": 5}, Below("v", 5), False),
        ({"v": -(2**53)}, Below("v", 0), True),
        ({"v": "4"}, Below("v", 5), False),
        ({"v": False}, Below("v", 5), False),
        ({}, Below("v", 5), False),
        (None, Below("v", 5), False),
        (None, AnyOf((Absent(), Equals("v", 1))), True),
        ({"v": 1}, AnyOf((Absent(), Equals("v", 1))), True),
        ({"v": 2}, AnyOf((Absent(), Equals("v", 1))), False),
        ({"v": 2}, AnyOf((AnyOf((Equals("v", 2),)), Absent())), True),
        ({"v": 2}, AnyOf(()), False),
    ],
)
def test_a_condition_holds_for_exactly_what_it_says(
    store: Store, stored: Item | None, condition: Condition, expected: bool
) -> None:
    if stored is not None:
        put(store, **stored)
    assert holds(store, condition) is expected


WRITES: dict[str, Write] = {
    "put": Put(STATE, {"state_id": "A", "v": 9}, Equals("v", 2)),
    "update": Update(STATE, KEY, {"v": 9}, Equals("v", 2)),
    "delete": Delete(STATE, KEY, Equals("v", 2)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_kind_of_write_obeys_its_condition(store: Store, write: Write) -> None:
    put(store, v=1)
    with pytest.raises(Conflict):
        store.transact(write)
    assert get(store) == {"state_id": "A", "v": 1}
    put(store, v=2)
    store.transact(write)
    assert get(store) != {"state_id": "A", "v": 2}


def test_a_put_replaces_the_whole_item(store: Store) -> None:
    put(store, old=1, kept=1)
    put(store, kept=2)
    assert get(store) == {"state_id": "A", "kept": 2}


def test_a_field_that_is_none_is_not_there(store: Store) -> None:
    put(store, gone=None, kept={"inner": None})
    assert get(store) == {"state_id": "A", "kept": {"inner": None}}


def test_an_update_changes_only_what_it_names_and_none_removes(store: Store) -> None:
    put(store, a=1, b=2, c=3)
    store.transact(Update(STATE, KEY, {"a": None, "b": 7, "d": "new", "never": None}))
    assert get(store) == {"state_id": "A", "b": 7, "c": 3, "d": "new"}


def test_an_update_never_creates(store: Store) -> None:
    with pytest.raises(Conflict):
        store.transact(Update(STATE, KEY, {"a": 1}))
    assert get(store) is None


def test_an_update_never_moves_an_item(store: Store) -> None:
    put(store, v=1)
    with pytest.raises(ValueError, match="key"):
        store.transact(Update(STATE, KEY, {"state_id": "B"}))
    assert get(store, "B") is None


def test_a_delete_removes_and_of_nothing_is_nothing(store: Store) -> None:
    put(store)
    store.transact(Delete(STATE, KEY))
    store.transact(Delete(STATE, KEY))
    assert get(store) is None


def test_a_check_writes_nothing(store: Store) -> None:
    store.transact(Check(STATE, KEY, Absent()))
    assert get(store) is None


@pytest.mark.parametrize("failing", range(4))
def test_one_failed_condition_undoes_all_and_is_named_by_its_place(store: Store, failing: int) -> None:
    for name in ("B", "C"):
        store.transact(Put(STATE, {"state_id": name, "v": 1}))
    never = Equals("v", 99)
    writes: list[Write] = [
        Put(STATE, {"state_id": "A"}, never if failing == 0 else Absent()),
        Update(STATE, {"state_id": "B"}, {"v": 2}, never if failing == 1 else None),
        Delete(STATE, {"state_id": "C"}, never if failing == 2 else None),
        Check(STATE, {"state_id": "D"}, never if failing == 3 else Absent()),
    ]
    with pytest.raises(Conflict) as conflict:
        store.transact(*writes)
    assert conflict.value.write == failing
    assert "Brandon_State_Log" in str(conflict.value)
    assert [get(store, name) for name in "ABCD"] == [None, {"state_id": "B", "v": 1}, {"state_id": "C", "v": 1}, None]


def test_of_several_failed_conditions_the_first_is_named(store: Store) -> None:
    with pytest.raises(Conflict) as conflict:
        store.transact(
            Put(STATE, {"state_id": "A"}),
            Check(STATE, {"state_id": "B"}, Equals("v", 1)),
            Check(STATE, {"state_id": "C"}, Equals("v", 1)),
        )
    assert conflict.value.write == 1


def test_a_transaction_reaches_over_tables(store: Store) -> None:
    with pytest.raises(Conflict):
        store.transact(
            Put(SCHEDULE, {"day": "2026-02-10", "slot": 1}),
            Put(LEADS, {"lead_id": "L", "timestamp": 0}),
            Check(STATE, KEY, Equals("v", 1)),
        )
    assert store.query(SCHEDULE, "2026-02-10") == store.query(LEADS, "L") == []


def rows(count: int) -> list[Write]:
    return [Put(LEADS, {"lead_id": "L", "timestamp": n}) for n in range(count)]


def test_a_hundred_writes_are_one_transaction(store: Store) -> None:
    store.transact(*rows(100))
    assert len(store.query(LEADS, "L")) == 100


def test_a_hundred_and_one_writes_are_refused_whole(store: Store) -> None:
    with pytest.raises(ValueError, match="100"):
        store.transact(*rows(101))
    assert store.query(LEADS, "L") == []


def test_no_writes_are_no_error(store: Store) -> None:
    store.transact()
    assert get(store) is None


@pytest.mark.parametrize(
    "second",
    [
        Put(SCHEDULE, {"slot": 1, "day": "D"}),
        Update(SCHEDULE, {"slot": 1, "day": "D"}, {"v": 1}),
        Delete(SCHEDULE, {"slot": 1, "day": "D"}),
        Check(SCHEDULE, {"slot": 1, "day": "D"}, Absent()),
    ],
    ids=lambda write: type(write).__name__,
)
def test_the_same_item_twice_is_refused_whole(store: Store, second: Write) -> None:
    with pytest.raises(ValueError, match="another item"):
        store.transact(Put(SCHEDULE, {"day": "D", "slot": 1}), second)
    assert store.query(SCHEDULE, "D") == []


@pytest.mark.parametrize("value", [1.5, float("nan"), b"bytes", {1, 2}, object()], ids=lambda value: repr(value)[:8])
def test_what_a_store_can_not_keep_is_refused_whole(store: Store, value: object) -> None:
    with pytest.raises(TypeError, match="whole numbers"):
        store.transact(Put(STATE, {"state_id": "B"}), Put(STATE, {"state_id": "A", "deep": [{"v": value}]}))
    assert get(store, "B") is None
