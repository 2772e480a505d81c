"""A write starts from what its turn has seen of the calendar, and what has changed since decides, on every store."""

from dataclasses import replace
from datetime import date

import pytest

from linda.records.store import Store
from tests.counting_store import CountingStore
from tests.house import OTHER, the_shop
from tests.tool_desk import AT_TEN, SCREEN, TOMORROW, ToolDesk, data, open_desk, refusal


@pytest.fixture
def counting(store: Store) -> CountingStore:
    return CountingStore(store)


@pytest.fixture
def desk(counting: CountingStore) -> ToolDesk:
    return open_desk(counting)


def looks(counting: CountingStore) -> int:
    return len([each for each in counting.taken() if each.startswith("query")])


@pytest.mark.parametrize("tool", ["book_slot", "hold_slot"])
def test_what_was_looked_up_is_taken_without_another_look(counting: CountingStore, desk: ToolDesk, tool: str) -> None:
    data(desk.call("check_availability", date=TOMORROW, **SCREEN))
    counting.taken()
    data(desk.call(tool, **AT_TEN))
    assert looks(counting) == 0


def test_availability_is_looked_up_anew_each_time(store: Store, desk: ToolDesk) -> None:
    assert "10:00 AM" in data(desk.call("check_availability", date=TOMORROW, **SCREEN))["slots"]
    data(open_desk(store, customer=OTHER).call("book_slot", **AT_TEN))
    assert "10:00 AM" not in data(desk.call("check_availability", date=TOMORROW, **SCREEN))["slots"]


@pytest.mark.parametrize("tool", ["book_slot", "hold_slot"])
def test_what_was_taken_since_the_look_is_refused_with_what_is_free_now(
    store: Store, desk: ToolDesk, tool: str
) -> None:
    data(desk.call("check_availability", date=TOMORROW, **SCREEN))
    data(open_desk(store, customer=OTHER).call("book_slot", **AT_TEN))
    run = desk.call(tool, **AT_TEN)
    assert refusal(run) == "tomorrow at 10 AM is not available."
    assert [each["time"] for each in run.outcome.data["nearest"]] == ["9:15 AM", "10:45 AM"]


def test_what_became_free_since_the_look_can_be_booked(store: Store, desk: ToolDesk) -> None:
    rival = open_desk(store, customer=OTHER)
    data(rival.call("book_slot", **AT_TEN))
    rival.next_turn()
    assert "10:00 AM" not in data(desk.call("check_availability", date=TOMORROW, **SCREEN))["slots"]
    data(rival.call("cancel_booking"))
    data(desk.call("book_slot", **AT_TEN))


def test_on_another_bench_the_same_time_is_still_booked(store: Store) -> None:
    shop = replace(the_shop(), booking=replace(the_shop().booking, benches=2))
    desk = open_desk(store, shop=shop)
    data(desk.call("check_availability", date=TOMORROW, **SCREEN))
    data(open_desk(store, customer=OTHER, shop=shop).call("book_slot", **AT_TEN))
    data(desk.call("book_slot", **AT_TEN))
    assert [each.bench for each in desk.records.schedule.bookings(date.fromisoformat(TOMORROW))] == [0, 1]


def test_a_move_after_the_look_was_overtaken_leaves_the_old_place(store: Store, desk: ToolDesk) -> None:
    data(desk.call("book_slot", **{**AT_TEN, "time": "14:00"}))
    desk.next_turn()
    data(desk.call("check_availability", date=TOMORROW, **SCREEN))
    data(open_desk(store, customer=OTHER).call("book_slot", **AT_TEN))
    assert refusal(desk.call("move_booking", date=TOMORROW, time="10:00")) == "tomorrow at 10 AM is not available."
    assert [each.starts for each in desk.bookings()] == [840]
