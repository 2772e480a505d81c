"""Items in DynamoDB's form, and what is refused before it is sent: no retry would help."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.adapters.dynamo_store.codec import plain_item, wrapped, wrapped_item
from linda.adapters.dynamo_store.limits import ITEM_BYTES, TRANSACTION_BYTES, refuse_oversize
from linda.domain.errors import StoreUnavailable
from linda.records.store import Item, Put, Update
from linda.records.tables import LEADS, STATE
from tests.scripted_dynamodb import ScriptedDynamoDB, store_on

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ITEMS = st.dictionaries(
    TEXT,
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
        max_leaves=8,
    ),
)


@given(ITEMS)
def test_an_item_comes_back_as_it_was(item: Item) -> None:
    assert plain_item(wrapped_item(item)) == item


@pytest.mark.parametrize(("name", "stored"), [("", "\x00"), ("\x00", "\x00\x00"), ("a\x00", "a\x00"), ("a", "a")])
def test_no_name_is_empty_to_dynamodb_and_no_two_are_one(name: str, stored: str) -> None:
    assert wrapped_item({name: 1}) == {stored: {"N": "1"}}


def test_a_boolean_is_no_number_and_zero_no_boolean() -> None:
    assert [wrapped(value) for value in (True, False, 1, 0)] == [
        {"BOOL": True},
        {"BOOL": False},
        {"N": "1"},
        {"N": "0"},
    ]


@pytest.mark.parametrize("foreign", [{"N": "1.5"}, {"SS": ["a"]}, {"B": b"x"}])
def test_what_somebody_else_wrote_is_told_from_our_own(foreign: dict[str, object]) -> None:
    with pytest.raises(StoreUnavailable, match="never writes"):
        plain_item({"field": foreign})


def nested(levels: int) -> object:
    value: object = "x"
    for _ in range(levels):
        value = [value]
    return value


BEYOND: dict[str, tuple[Item, str]] = {
    "an item": ({"text": "x" * ITEM_BYTES}, "409"),
    "a name": ({"n" * 65_536: 1}, "name"),
    "a name inside": ({"map": {"n" * 65_536: 1}}, "name"),
    "levels": ({"deep": nested(32)}, "32 levels"),
    "digits": ({"number": 10**38}, "38 digits"),
}


@pytest.mark.parametrize(("fields", "said"), BEYOND.values(), ids=BEYOND)
def test_what_no_retry_can_store_is_refused_by_name_and_never_sent(fields: Item, said: str) -> None:
    store = store_on(ScriptedDynamoDB())
    for write in (Put(STATE, {"state_id": "A", **fields}), Update(STATE, {"state_id": "A"}, fields)):
        with pytest.raises(ValueError, match=said) as told:
            store.transact(write)
        assert "Brandon_State_Log (A)" in str(told.value)


@pytest.mark.parametrize("key", ["", "x" * 2049, "\u00e9" * 1025])
def test_a_key_that_can_not_be_is_refused_by_name(key: str) -> None:
    with pytest.raises(ValueError, match="keys of 1 to 2048 bytes"):
        store_on(ScriptedDynamoDB()).transact(Put(STATE, {"state_id": key}))


def test_four_megabytes_are_the_most_at_once() -> None:
    text = "x" * (ITEM_BYTES - 100)
    many = [Put(LEADS, {"lead_id": "L", "timestamp": number, "text": text}) for number in range(11)]
    refuse_oversize(many[:10])
    with pytest.raises(ValueError, match=str(TRANSACTION_BYTES)):
        refuse_oversize(many)
