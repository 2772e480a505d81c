"""What every store does with text and with much of it: what comes back is what went in."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linda.domain.errors import Conflict
from linda.records.store import Equals, Put, Store, Update
from linda.records.tables import INBOX, LEADS, STATE

CURRENT = {"state_id": "A"}

TEXTS = {
    "accents": "Señor Müller's café",
    "astral": "battery \U0001f50b swollen \U0001f62c\U0001f3fd",
    "controls": "a\x00b\x1f\x7f\r\n\t\x85\u2028",
    "marks": "e\u0301 \u200d\ufeff \u202eright to left",
    "quotes": "'; DROP TABLE Linda_Inbox; -- \" \\ \\u0041 %s {}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_comes_back_as_it_went_in(store: Store, text: str) -> None:
    store.transact(Put(INBOX, {"key": text, text: [text, {text: text}]}))
    assert store.get(INBOX, {"key": text}) == {"key": text, text: [text, {text: text}]}
    assert store.query(INBOX, text) == [{"key": text, text: [text, {text: text}]}]


@pytest.mark.parametrize(
    ("sent", "back"), [("a\ud800b", "a\ufffdb"), ("\udc00", "\ufffd"), ("\ud83d\ude00", "\U0001f600")]
)
def test_a_lone_surrogate_comes_back_as_the_replacement_character(store: Store, sent: str, back: str) -> None:
    store.transact(Put(INBOX, {"key": sent, "text": [sent]}))
    assert store.get(INBOX, {"key": sent}) == store.get(INBOX, {"key": back}) == {"key": back, "text": [back]}
    assert store.query(INBOX, sent) == [{"key": back, "text": [back]}]
    store.transact(Update(INBOX, {"key": sent}, {"text": sent}, Equals("key", back)))
    assert store.get(INBOX, {"key": sent}) == {"key": back, "text": back}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(value=VALUES)
def test_any_value_comes_back_as_it_went_in(store: Store, value: object) -> None:
    store.transact(Put(STATE, {**CURRENT, "value": [value]}))
    assert store.get(STATE, CURRENT) == {**CURRENT, "value": [value]}


def test_a_big_item_comes_back_whole(store: Store) -> None:
    """A lead with a long history: 300 kB, below the 400 kB of a DynamoDB item (AWS, service quotas)."""
    lines = [{"who": "customer", "text": "\U0001f50b" * 70, "at": 1_770_000_000_000 + n} for n in range(800)]
    store.transact(Put(LEADS, {"lead_id": "L", "timestamp": 0, "recent": lines}))
    assert store.get(LEADS, {"lead_id": "L", "timestamp": 0}) == {"lead_id": "L", "timestamp": 0, "recent": lines}


def add_one(store: Store) -> int:
    tries = 0
    while True:
        tries += 1
        item = store.get(STATE, CURRENT) or {}
        try:
            store.transact(Update(STATE, CURRENT, {"n": item["n"] + 1}, Equals("n", item["n"])))
        except Conflict:
            continue
        return tries


def test_no_count_is_lost_among_many_threads(store: Store) -> None:
    store.transact(Put(STATE, {**CURRENT, "n": 0}))
    with ThreadPoolExecutor(32) as pool:
        list(pool.map(add_one, [store] * 320))
    assert store.get(STATE, CURRENT) == {**CURRENT, "n": 320}


def test_a_reader_never_sees_half_a_transaction(store: Store) -> None:
    def write(number: int) -> None:
        store.transact(*(Put(LEADS, {"lead_id": "L", "timestamp": n, "by": number}) for n in range(10)))

    def read(_: int) -> int:
        return len({row["by"] for row in store.query(LEADS, "L")})

    write(0)
    with ThreadPoolExecutor(8) as pool:
        writing = pool.map(write, range(100))
        seen = set(pool.map(read, range(400)))
        list(writing)
    assert seen == {1}
