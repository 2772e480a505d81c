"""What the tools do with bookings, on every store: the channel's customer alone, real openings, all or nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from linda.conversation.tools.booking import MOST_BOOKINGS
from linda.records.schedule import book, move
from linda.records.store import Store
from tests.house import OTHER, the_shop
from tests.tool_desk import AT_TEN, NOW, SUNDAY, TODAY, TOMORROW, ToolDesk, data, open_desk, refusal


@pytest.fixture
def desk(store: Store) -> ToolDesk:
    return open_desk(store)


def test_a_booking_takes_the_place_and_keeps_everything(desk: ToolDesk) -> None:
    made = data(desk.call("book_slot", **AT_TEN, name="Ann"))
    assert (made["booked"], made["date"], made["time"], made["price_cents"]) == (True, TOMORROW, "10:00 AM", 7900)
    (booking,) = desk.bookings()
    assert (booking.customer, booking.name, booking.starts, booking.code) == (
        desk.customer,
        "Ann",
        600,
        made["code"],
    )
    assert desk.desk.lead.status == "booked"


def test_a_taken_place_is_refused_with_the_two_nearest(store: Store, desk: ToolDesk) -> None:
    open_desk(store, customer=OTHER).call("book_slot", **AT_TEN)
    run = desk.call("book_slot", **AT_TEN)
    assert refusal(run) == "tomorrow at 10 AM is not available."
    assert [each["time"] for each in run.outcome.data["nearest"]] == ["9:15 AM", "10:45 AM"]
    assert desk.bookings() == ()


def test_a_place_taken_in_the_last_moment_is_refused_the_same_way(
    store: Store, desk: ToolDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rival = open_desk(store, customer=OTHER)

    def overtaken(*given: Any, **more: Any) -> Any:
        monkeypatch.undo()
        data(rival.call("book_slot", **AT_TEN))
        return book(*given, **more)

    monkeypatch.setattr("linda.conversation.tools.booking.book", overtaken)
    run = desk.call("book_slot", **AT_TEN)
    assert refusal(run) == "tomorrow at 10 AM is not available."
    assert desk.bookings() == ()
    assert len(rival.bookings()) == 1


@pytest.mark.parametrize(
    ("date", "at"),
    [
        ("2026-02-09", "10:00"),
        (TODAY, "10:15"),
        (TODAY, "10:30"),
        (TOMORROW, "10:07"),
        (TOMORROW, "16:15"),
        (TOMORROW, "8:45"),
        (SUNDAY, "10:00"),
        ("2026-03-13", "10:00"),
    ],
)
def test_what_is_no_opening_can_not_be_booked(desk: ToolDesk, date: str, at: str) -> None:
    assert "is not available" in refusal(desk.call("book_slot", **AT_TEN | {"date": date, "time": at}))
    assert desk.bookings() == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"date": "tomorrow"}, "is no date"),
        ({"date": "2026-02-30"}, "is no date"),
        ({"date": "9999-12-31"}, "too far away"),
        ({"date": "0001-01-01"}, "too far away"),
        ({"time": "noon"}, "is no time of day"),
        ({"time": "25:00"}, "is no time of day"),
        ({"time": "13:30 PM"}, "is no time of day"),
        ({"date": "2026-03-08", "time": "2:30"}, "the clocks change that night"),
        ({"service_mode": "free"}, "is none of in_shop, on_site, remote"),
        ({"repair_type": "gold"}, "no fixed price"),
        ({"repair_type": "screen", "device": "Pixel 7"}, "no fixed price"),
    ],
)
def test_what_can_not_be_read_is_refused_by_name(desk: ToolDesk, changes: dict[str, str], said: str) -> None:
    assert said in refusal(desk.call("book_slot", **AT_TEN | changes))
    assert desk.bookings() == ()


@pytest.mark.parametrize(
    "text", ["14:30", "2:30 PM", "2:30pm", "2:30 p.m.", "02:30 PM", "14:30 "], ids=lambda text: text
)
def test_a_time_is_read_however_it_is_written(desk: ToolDesk, text: str) -> None:
    assert data(desk.call("book_slot", **AT_TEN | {"time": text}))["time"] == "2:30 PM"


def test_more_work_than_a_day_is_refused(desk: ToolDesk) -> None:
    refusal(desk.call("book_slot", **AT_TEN | {"repair_type": "+".join(["iphone_screen"] * 11)}))
    assert desk.bookings() == ()


def test_one_booking_a_turn_and_three_ahead(desk: ToolDesk) -> None:
    data(desk.call("book_slot", **AT_TEN))
    assert refusal(desk.call("book_slot", **AT_TEN | {"time": "14:00"})) == (
        "One booking a message: the first one stands."
    )
    for at in ("11:00", "14:00"):
        desk.next_turn()
        data(desk.call("book_slot", **AT_TEN | {"time": at}))
    desk.next_turn()
    assert refusal(desk.call("book_slot", **AT_TEN | {"time": "15:00"})) == (
        f"There are {MOST_BOOKINGS} bookings for this number already; move or drop one first."
    )


def test_a_booking_that_is_over_does_not_count(desk: ToolDesk) -> None:
    desk.call("book_slot", **AT_TEN)
    desk.clock.advance(timedelta(days=1, hours=1))
    assert desk.bookings() == ()
    assert data(desk.call("my_bookings"))["bookings"] == []
    assert refusal(desk.call("cancel_booking")) == "There is no booking under this number."


def test_a_move_frees_the_old_place(store: Store, desk: ToolDesk) -> None:
    desk.call("book_slot", **AT_TEN)
    moved = data(desk.call("move_booking", date=TOMORROW, time="10:15"))
    assert (moved["time"], moved["moved_from"]) == ("10:15 AM", f"{TOMORROW} 10:00 AM")
    assert [each.starts for each in desk.bookings()] == [615]
    data(desk.call("move_booking", date=TOMORROW, time="14:00"))
    data(open_desk(store, customer=OTHER).call("book_slot", **AT_TEN))


def test_a_move_to_a_taken_place_changes_nothing(store: Store, desk: ToolDesk) -> None:
    open_desk(store, customer=OTHER).call("book_slot", **AT_TEN | {"time": "14:00"})
    desk.call("book_slot", **AT_TEN)
    run = desk.call("move_booking", date=TOMORROW, time="14:00")
    refusal(run)
    assert len(run.outcome.data["nearest"]) == 2
    assert [each.starts for each in desk.bookings()] == [600]


@pytest.mark.parametrize("tool", ["move_booking", "cancel_booking"])
def test_nobody_elses_booking_can_be_touched(store: Store, desk: ToolDesk, tool: str) -> None:
    rival = open_desk(store, customer=OTHER)
    code = data(rival.call("book_slot", **AT_TEN))["code"]
    when = {"date": TOMORROW, "time": "14:00"} if tool == "move_booking" else {}
    assert refusal(desk.call(tool, **when, booking_code=code)) == "There is no booking under this number."
    desk.call("book_slot", **AT_TEN | {"time": "11:00"})
    assert "no booking with that code" in refusal(desk.call(tool, **when, booking_code=code))
    assert [each.starts for each in rival.bookings()] == [600]


def test_with_several_bookings_the_code_decides(desk: ToolDesk) -> None:
    first = data(desk.call("book_slot", **AT_TEN))["code"]
    desk.next_turn()
    data(desk.call("book_slot", **AT_TEN | {"time": "14:00"}))
    assert "say which one" in refusal(desk.call("cancel_booking"))
    cancelled = data(desk.call("cancel_booking", booking_code=first))
    assert (cancelled["cancelled"], cancelled["time"]) == (True, "10:00 AM")
    assert [each.starts for each in desk.bookings()] == [840]
    data(desk.call("cancel_booking"))
    assert desk.desk.lead.status == "cancelled"


def test_a_booking_whose_line_left_the_price_book_can_still_be_seen_moved_and_cancelled(store: Store) -> None:
    open_desk(store).call("book_slot", **AT_TEN)
    clock_ahead = NOW + timedelta(minutes=1)
    smaller = replace(the_shop(), services=tuple(each for each in the_shop().services if each.id != "iphone_screen"))
    desk = open_desk(store, shop=smaller, now=clock_ahead)
    (seen,) = data(desk.call("my_bookings"))["bookings"]
    assert seen["price_cents"] == 7900
    data(desk.call("move_booking", date=TOMORROW, time="14:00"))
    data(desk.call("cancel_booking"))


def test_a_cancelled_place_is_free_again(store: Store, desk: ToolDesk) -> None:
    desk.call("book_slot", **AT_TEN)
    desk.call("cancel_booking")
    data(open_desk(store, customer=OTHER).call("book_slot", **AT_TEN))


def test_a_move_overtaken_in_the_last_moment_changes_nothing(
    store: Store, desk: ToolDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.call("book_slot", **AT_TEN)
    rival = open_desk(store, customer=OTHER)

    def overtaken(*given: Any, **more: Any) -> Any:
        monkeypatch.undo()
        data(rival.call("book_slot", **AT_TEN | {"time": "14:00"}))
        return move(*given, **more)

    monkeypatch.setattr("linda.conversation.tools.own_bookings.move", overtaken)
    assert refusal(desk.call("move_booking", date=TOMORROW, time="14:00")) == "tomorrow at 2 PM is not available."
    assert [each.starts for each in desk.bookings()] == [600]
