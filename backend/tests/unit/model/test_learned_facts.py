"""What tool calls tell about the customer's wish."""

from datetime import date, time
from typing import Any

import pytest

from linda.conversation.facts import Facts
from linda.conversation.learned import last_quote, learned
from linda.conversation.toolbox import Outcome, Status, ToolRun
from tests.model_turns import SHOP


def run(tool: str, status: Status = Status.DONE, data: dict[str, Any] | None = None, **arguments: Any) -> ToolRun:
    return ToolRun(tool, arguments, Outcome(status, data or {}))


def test_arguments_of_a_finished_call_become_facts() -> None:
    wish = {"repair_type": "iphone_screen", "device": "iphone 13", "date": "2026-02-11", "time": "14:00"}
    asked = ToolRun("check_availability", {**wish, "name": "Ann"}, Outcome(Status.DONE, {}))
    assert learned(Facts(), [asked], SHOP) == Facts(
        name="Ann",
        brand="iphone",
        device="iPhone 13",
        services=("iphone_screen",),
        day=date(2026, 2, 11),
        time=time(14),
    )


def test_results_count_before_arguments() -> None:
    data = {"services": ["iphone_screen"], "device": "iPhone 13"}
    asked = run("quote_repair", data=data, repair_type="screen", device="my phone")
    assert learned(Facts(), [asked], SHOP) == Facts(brand="iphone", device="iPhone 13", services=("iphone_screen",))


def test_a_device_nobody_knows_is_kept_as_it_was_named() -> None:
    assert learned(Facts(), [run("quote_repair", device="fairytale 9")], SHOP) == Facts(device="fairytale 9")


@pytest.mark.parametrize("status", [Status.REFUSED, Status.STOPPED])
def test_a_call_that_was_not_done_teaches_nothing(status: Status) -> None:
    refusal = run("quote_repair", status, {"services": ["iphone_screen"]}, device="iphone 13")
    assert learned(Facts(), [refusal], SHOP) == Facts()
    assert last_quote([refusal]) is None


def test_what_is_missing_or_unreadable_keeps_what_was_known() -> None:
    before = Facts(name="Ann", device="iPhone 13", services=("iphone_screen",), day=date(2026, 2, 11))
    asked = run("check_availability", date="tomorrow", time=None, device=None, repair_type="teleport")
    assert learned(before, [asked], SHOP) == before


def test_what_was_noted_speaks_for_itself() -> None:
    noted = run("note_facts", data={"noted": {"device": "iPhone 12", "quantity": 2}}, device="ip12")
    assert learned(Facts(name="Ann"), [noted], SHOP) == Facts(name="Ann", device="iPhone 12", quantity=2)


def test_once_booked_the_wish_for_a_time_is_fulfilled() -> None:
    booked = run("book_slot", date="2026-02-11", time="14:00", name="Ann")
    assert learned(Facts(part="afternoon"), [booked], SHOP) == Facts(name="Ann")


def test_the_last_quote_is_the_one_that_stands() -> None:
    runs = [run("quote_repair", data={"total_cents": 7900}), run("authorize_discount", data={"total_cents": 7110})]
    assert last_quote([*runs, run("my_bookings", data={"bookings": []})]) == {"total_cents": 7110}
