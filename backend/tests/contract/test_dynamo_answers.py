"""Answers that are lost on the way from DynamoDB: what was written is known, and written once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ReadTimeoutError  # type: ignore[import-untyped]

from linda.adapters.dynamo_store import Client, DynamoStore
from linda.adapters.dynamo_store.limits import ITEM_BYTES
from linda.adapters.dynamo_store.troubles import UNHEARD
from linda.domain.errors import Conflict, StoreUnavailable
from linda.records.store import Absent, Delete, Equals, Put, Update, Write
from linda.records.tables import SCHEDULE, STATE
from tests.contract.dynamo_engines import local, on_dynamodb_local
from tests.house import BOOK, BOOKED, House
from tests.scripted_dynamodb import Pauses

KEY = {"state_id": "A"}


class LossyLine:
    """A client whose requests all arrive, and of whose answers `lost` never come back."""

    def __init__(self, client: Client, lost: int) -> None:
        self._client, self.lost = client, lost

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._client, name)
        return self._losing(asked) if name == "transact_write_items" else asked

    def _losing(self, asked: Callable[..., object]) -> Callable[..., object]:
        def ask(**request: Any) -> object:
            answer = asked(**request)
            if self.lost:
                self.lost -= 1
                raise ReadTimeoutError(endpoint_url="http://127.0.0.1")
            return answer

        return ask


@pytest.fixture
def whole(tmp_path: Path) -> DynamoStore:
    return on_dynamodb_local(tmp_path)


def lossy(whole: DynamoStore, lost: int) -> DynamoStore:
    return DynamoStore(LossyLine(local(), lost), whole._prefix, sleep=Pauses())


WRITES: dict[str, Write] = {
    "put": Put(STATE, {"state_id": "A", "v": 2}, Equals("v", 1)),
    "update": Update(STATE, KEY, {"v": 2}, Equals("v", 1)),
    "delete": Delete(STATE, KEY, Equals("v", 1)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
@pytest.mark.parametrize("lost", [1, UNHEARD.tries - 1])
def test_a_write_whose_answer_was_lost_is_no_conflict_with_itself(whole: DynamoStore, write: Write, lost: int) -> None:
    whole.transact(Put(STATE, {"state_id": "A", "v": 1}))
    lossy(whole, lost).transact(write)
    with pytest.raises(Conflict):
        whole.transact(write)


def test_a_repeated_request_does_not_undo_what_came_between(whole: DynamoStore) -> None:
    class Meanwhile(LossyLine):
        def _losing(self, asked: Callable[..., object]) -> Callable[..., object]:
            ask = super()._losing(asked)

            def ask_after_another(**request: Any) -> object:
                try:
                    return ask(**request)
                except ReadTimeoutError:
                    whole.transact(Put(STATE, {"state_id": "A", "by": "another"}))
                    raise

            return ask_after_another

    DynamoStore(Meanwhile(local(), 1), whole._prefix, sleep=Pauses()).transact(
        Put(STATE, {"state_id": "A", "by": "me"})
    )
    assert whole.get(STATE, KEY) == {"state_id": "A", "by": "another"}


def test_a_write_of_which_nobody_ever_hears_is_unavailable_whatever_became_of_it(whole: DynamoStore) -> None:
    with pytest.raises(StoreUnavailable, match="can't be reached"):
        lossy(whole, UNHEARD.tries).transact(Put(STATE, {"state_id": "A"}, Absent()))
    assert whole.get(STATE, KEY) == {"state_id": "A"}


def test_a_turn_on_a_line_that_loses_every_other_answer_is_one_turn(whole: DynamoStore) -> None:
    class EveryOther(LossyLine):
        asked = 0

        def _losing(self, asked: Callable[..., object]) -> Callable[..., object]:
            self.asked += 1
            self.lost = self.asked % 2
            return super()._losing(asked)

    house = House(DynamoStore(EveryOther(local(), 0), whole._prefix, sleep=Pauses()))
    assert house.text("SM1", BOOK).texts == (BOOKED,)
    assert len(house.bookings()) == 1
    assert house.replies() == [BOOKED]
    assert house.text("SM1", BOOK).repeated


def test_an_item_of_exactly_400_kilobytes_is_kept(whole: DynamoStore) -> None:
    names = len("day") + len("slot") + len("text") + len("D") + 2
    whole.transact(Put(SCHEDULE, {"day": "D", "slot": 1, "text": "x" * (ITEM_BYTES - names)}))
    assert len(whole.query(SCHEDULE, "D")[0]["text"]) == ITEM_BYTES - names


def test_an_item_that_grows_beyond_is_refused_by_dynamodb_and_stays_as_it_is(whole: DynamoStore) -> None:
    whole.transact(Put(STATE, {"state_id": "A", "text": "x" * 300_000}))
    with pytest.raises(ValueError, match="Item size"):
        whole.transact(Update(STATE, KEY, {"more": "x" * 200_000}))
    assert set(whole.get(STATE, KEY) or {}) == {"state_id", "text"}


def test_no_word_is_reserved(whole: DynamoStore) -> None:
    words = ["status", "name", "size", "count", "date", "year", "values", "a.b", "a[0]", "#n0", ":v0", "and or", ""]
    whole.transact(Put(STATE, {"state_id": "A", **dict.fromkeys(words, 1)}))
    for word in words:
        whole.transact(Update(STATE, KEY, {word: 2}, Equals(word, 1)))
    assert whole.get(STATE, KEY) == {"state_id": "A", **dict.fromkeys(words, 2)}
