"""A copy from one store to another: everything, once, verified, and nothing that is there is lost."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from linda.domain.errors import NotCopied, StoreUnavailable
from linda.records.contents import Contents, WholeStore, contents, item_hash, table_hash
from linda.records.copying import BATCH_BYTES, Copied, Copying, Place, in_batches
from linda.records.store import MAX_WRITES, Absent, Delete, Item, Put, Update, Write
from linda.records.tables import INBOX, LEADS, SCHEDULE, STATE, TABLES, Table
from tests.contract.conftest import ENGINES
from tests.counting_store import CountingStore
from tests.house import BOOK, OTHER, TOMORROW, House

PAIRS = [pair for name in ENGINES if name != "sqlite" for pair in (("sqlite", name), (name, "sqlite"))]
EVENTS = 230
ODD = {"state_id": "ODD \U0001f600", "none": [None, {"a": None}], "yes": True, "one": 1, "minus": -3, "big": 2**53}


class Watched(CountingStore):
    """A store that can be stepped into before each write, and loses writes when told."""

    loses: Callable[[Write], bool] = staticmethod(lambda write: False)

    def items(self, table: Table) -> Iterator[Item]:
        """Yield every item."""
        return cast(WholeStore, self.store).items(table)

    def transact(self, *writes: Write) -> None:
        """Write what is not to be lost."""
        super().transact(*(each for each in writes if not self.loses(each)))


@dataclass
class Move:
    """A source with a shop's history, and an empty target."""

    source: Watched
    target: Watched

    def copy(self, *, into_existing: bool = False, name: str = "here") -> list[Copied]:
        """Copy once."""
        tell: list[str] = []
        return Copying(Place(self.source, name), Place(self.target, "there"), tell.append, into_existing).run()

    def refusal(self, *, into_existing: bool = False, name: str = "here") -> str:
        """Return why a copy ends."""
        with pytest.raises(NotCopied) as said:
            self.copy(into_existing=into_existing, name=name)
        return str(said.value)


@pytest.fixture(params=PAIRS, ids="-to-".join)
def move(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Move]:
    opened = [ENGINES[name](tmp_path / side) for name, side in zip(request.param, ("source", "target"), strict=True)]
    made = Move(Watched(opened[0]), Watched(opened[1]))
    fill(made.source)
    yield made
    for each in opened:
        each.close()


def fill(store: Watched) -> None:
    """Let LINDA work on `store`, and add what is odd."""
    house = House(store)
    house.text("SM1", "hello \U0001f600")
    house.text("SM2", BOOK)
    house.text("SM3", "hello", OTHER)
    for start in range(0, EVENTS, 100):
        numbers = range(start, min(start + 100, EVENTS))
        store.transact(*(Put(LEADS, {"lead_id": "lead_long", "timestamp": at, "text": "x" * 500}) for at in numbers))
    store.transact(Put(STATE, ODD))
    store.transactions = 0


def held(store: Watched) -> list[Contents]:
    return [contents(store, table) for table in TABLES]


def counts(store: Watched) -> list[int]:
    return [len(each) for each in held(store)]


def test_everything_is_copied_and_told_by_count_and_hash(move: Move) -> None:
    before = held(move.source)
    copied = move.copy()
    assert held(move.target) == before
    assert [(each.table, each.items, each.written) for each in copied] == [
        (table.name, len(each), len(each)) for table, each in zip(TABLES, before, strict=True)
    ]
    assert [each.sha256 for each in copied] == [table_hash(each) for each in before]
    assert len({each.sha256 for each in copied}) == len(TABLES)


def test_the_source_is_only_read(move: Move) -> None:
    before = held(move.source)
    move.copy()
    assert move.source.transactions == 0
    assert held(move.source) == before


def test_linda_goes_on_from_the_copy_where_she_was(move: Move) -> None:
    before = House(move.source).bookings()
    move.copy()
    house = House(move.target)
    assert house.bookings() == before
    assert house.text("SM2", BOOK).repeated
    assert house.text("SM9", BOOK, OTHER).texts == ("That time is gone.",)


def test_a_copy_that_breaks_after_every_single_write_comes_to_its_end(move: Move) -> None:
    batches = sum(-(-count // MAX_WRITES) for count in counts(move.source))
    breaks = 0
    while True:
        move.target.transactions, move.target.before = 0, {2: break_off}
        try:
            copied = move.copy()
        except StoreUnavailable:
            breaks += 1
            continue
        break
    assert breaks == 1 + batches, "each run did one thing: the marker, then a batch at a time, and its removal"
    assert sum(each.written for each in copied) == 0
    assert held(move.target) == held(move.source)


def break_off() -> None:
    raise StoreUnavailable("the line is cut")


def test_a_second_run_writes_only_what_is_missing(move: Move) -> None:
    move.target.before = {3: break_off}
    with pytest.raises(StoreUnavailable):
        move.copy()
    missing = sum(counts(move.source)) - (sum(counts(move.target)) - 1)
    assert sum(each.written for each in move.copy()) == missing > 0


def test_a_target_that_holds_anything_is_refused_and_left_as_it_is(move: Move) -> None:
    move.target.transact(Put(SCHEDULE, {"day": TOMORROW, "slot": 1, "kind": "block", "owner": "me"}))
    before = held(move.target)
    said = move.refusal()
    assert said.startswith("there holds items already (1 in Repairs_Schedule)")
    assert "--into-existing" in said
    assert held(move.target) == before


def test_a_finished_copy_is_a_target_that_holds_items(move: Move) -> None:
    move.copy()
    assert "holds items already" in move.refusal()


def test_into_an_existing_store_the_others_are_added_and_nothing_else(move: Move) -> None:
    mine = {"day": TOMORROW, "slot": 1, "kind": "block", "owner": "me"}
    move.target.transact(Put(SCHEDULE, mine), Put(STATE, ODD))
    copied = move.copy(into_existing=True)
    assert move.target.get(SCHEDULE, {"day": TOMORROW, "slot": 1}) == mine
    assert sum(each.written for each in copied) == sum(counts(move.source)) - 1
    assert [each.sha256 for each in copied] == [table_hash(each) for each in held(move.source)]
    assert move.copy(into_existing=True)[0].written == 0


def test_an_item_that_differs_is_never_overwritten_and_nothing_is_written_beside_it(move: Move) -> None:
    move.target.transact(Put(STATE, {**ODD, "one": 2}))
    before = held(move.target)
    said = move.refusal(into_existing=True)
    assert "Brandon_State_Log ODD" in said
    assert held(move.target) == before


@pytest.mark.parametrize("step", [2, 4])
def test_a_source_that_changes_meanwhile_is_noticed_and_copied_by_the_next_run(move: Move, step: int) -> None:
    booking = House(move.source).bookings()[0]

    def change() -> None:
        move.source.transact(
            Update(STATE, {"state_id": "ODD \U0001f600"}, {"one": 2}),
            Delete(SCHEDULE, {"day": booking.day, "slot": booking.claim.slot}),
            Put(LEADS, {"lead_id": "lead_late", "timestamp": 0, "version": 1}, Absent()),
        )

    move.target.before = {step: change}
    said = move.refusal()
    assert "here changed while it was copied" in said
    assert "run it again" in said
    move.copy()
    assert held(move.target) == held(move.source)


@pytest.mark.parametrize(
    "write",
    [
        Put(LEADS, {"lead_id": "lead_new", "timestamp": 0, "version": 1}),
        Put(INBOX, {"key": "msg#SM77", "status": "accepted"}),
    ],
    ids=["lead", "message"],
)
def test_an_unfinished_copy_that_linda_worked_on_is_left_as_it_is(move: Move, write: Put) -> None:
    move.target.before = {4: break_off}
    with pytest.raises(StoreUnavailable):
        move.copy()
    move.target.transact(write)
    before = held(move.target)
    assert "unfinished copy that was written to since" in move.refusal()
    assert held(move.target) == before


def test_a_lead_that_went_on_in_an_unfinished_copy_is_not_set_back(move: Move) -> None:
    move.target.before = {5: break_off}
    with pytest.raises(StoreUnavailable):
        move.copy()
    lead = House(move.target).lead()
    move.target.transact(Update(LEADS, {"lead_id": lead.lead_id, "timestamp": 0}, {"version": lead.version + 1}))
    before = held(move.target)
    assert f"written to since (Repairs_Lead_Log {lead.lead_id} 0)" in move.refusal()
    assert held(move.target) == before


def test_a_write_that_the_target_loses_is_noticed(move: Move) -> None:
    move.target.loses = lambda write: isinstance(write, Put) and write.item.get("timestamp") == 7
    assert "there does not hold what was copied (Repairs_Lead_Log" in move.refusal()
    move.target.loses = lambda write: False
    move.copy()
    assert held(move.target) == held(move.source)


def test_somebody_else_who_writes_to_the_target_is_noticed(move: Move) -> None:
    theirs = {"lead_id": "lead_long", "timestamp": 0, "text": "theirs"}
    move.target.before = {2: lambda: move.target.store.transact(Put(LEADS, theirs))}
    assert "Somebody else writes to there" in move.refusal()
    assert move.target.get(LEADS, {"lead_id": "lead_long", "timestamp": 0}) == theirs


def test_the_copy_of_one_source_is_not_finished_with_another(move: Move) -> None:
    move.target.before = {3: break_off}
    with pytest.raises(StoreUnavailable):
        move.copy()
    assert "there is an unfinished copy of here" in move.refusal(name="elsewhere")
    onward = Move(move.target, move.source)
    assert "here is a copy that was not finished" in onward.refusal()


def test_batches_fit_a_transaction_and_lose_nothing() -> None:
    small: list[Write] = [Put(LEADS, {"lead_id": "L", "timestamp": at}) for at in range(250)]
    assert [len(each) for each in in_batches(small)] == [100, 100, 50]
    wide: list[Write] = [Put(LEADS, {"lead_id": "L", "timestamp": at, "text": "x" * 390_000}) for at in range(20)]
    batches = list(in_batches(wide))
    assert [each for batch in batches for each in batch] == wide
    assert max(map(len, batches)) * 390_000 <= BATCH_BYTES
    assert list(in_batches([])) == []


def test_a_hash_tells_items_and_not_their_order() -> None:
    one, two = item_hash({"a": 1, "b": "x"}), item_hash({"a": 2})
    assert item_hash({"b": "x", "a": 1}) == one
    assert item_hash({"a": True, "b": "x"}) != one
    assert table_hash({("1",): one, ("2",): two}) == table_hash({("2",): two, ("1",): one})
    assert table_hash({("1",): one, ("2",): one}) != table_hash({})
    assert table_hash({}) == "0" * 64
