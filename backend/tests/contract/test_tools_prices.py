"""What the tools answer about money, on every store: the price book's prices, discounts within the owner's law."""

from dataclasses import replace
from typing import Any

import pytest

from linda.conversation.facts import Facts
from linda.conversation.toolbox import Status, ToolRun
from linda.conversation.tools.booked import booked
from linda.domain.money import Cents
from linda.domain.owner_state import OwnerState
from linda.records.schedule import book
from linda.records.store import Store
from tests.house import OTHER, the_shop
from tests.tool_desk import AT_TEN, SCREEN, TOMORROW, ToolDesk, data, open_desk, refusal


@pytest.fixture
def desk(store: Store) -> ToolDesk:
    return open_desk(store)


def test_a_quote_is_the_price_books(desk: ToolDesk) -> None:
    given = data(desk.call("quote_repair", **SCREEN))
    assert (given["price"], given["total_cents"], given["minutes"], given["device"]) == ("$79", 7900, 45, "iPhone 13")
    assert (given["starting_at"], given["discount_percent"], given["surcharge_cents"]) == (True, 0, 0)


def test_a_quote_adds_up_repairs_and_the_way_to_the_customer(desk: ToolDesk) -> None:
    both = {"repair_type": "screen + battery", "device": "galaxy s22", "service_mode": "on_site"}
    given = data(desk.call("quote_repair", **both))
    assert (given["services"], given["total_cents"]) == (["samsung_screen", "battery"], 8900 + 4900 + 2000)


def test_without_a_brand_the_choices_are_named(desk: ToolDesk) -> None:
    run = desk.call("quote_repair", repair_type="screen")
    assert refusal(run) == "That repair has no fixed price."
    assert run.outcome.data["choices"] == {"iphone_screen": "$79", "samsung_screen": "$89"}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"repair_type": "screen", "device": "Pixel 7"}, "needs_a_look"),
        ({"repair_type": "gold plating"}, "unknown_repair"),
        ({"repair_type": "+"}, "unknown_repair"),
    ],
)
def test_what_has_no_price_is_referred_to_the_free_look(desk: ToolDesk, arguments: dict[str, str], reason: str) -> None:
    run = desk.call("quote_repair", **arguments)
    refusal(run)
    assert (run.outcome.data["reason"], run.outcome.data["instead"]) == (reason, "diagnostics")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"repair_type": "iphone_screen", "device": "Galaxy S22"}, "iPhone screen is not for a Galaxy S22."),
        ({**SCREEN, "service_mode": "remote"}, "We can't do iPhone screen remotely."),
        ({"repair_type": "remote_diagnostic", "service_mode": "on_site"}, "We can't do remote diagnostic on site."),
    ],
)
def test_what_does_not_go_together_is_refused_in_a_sentence(
    desk: ToolDesk, arguments: dict[str, str], sentence: str
) -> None:
    assert refusal(desk.call("quote_repair", **arguments)) == sentence


def discount(desk: ToolDesk, percent: object, reason: str = "customer_request") -> ToolRun:
    return desk.call("authorize_discount", discount_percent=percent, reason=reason)


@pytest.fixture
def screen_desk(store: Store) -> ToolDesk:
    return open_desk(store, facts=Facts(services=("iphone_screen",), device="iPhone 13", brand="iphone"))


def test_a_discount_is_granted_remembered_and_counted(screen_desk: ToolDesk) -> None:
    given = data(discount(screen_desk, 15))
    assert (given["authorized"], given["total_cents"], given["discount_cents"]) == (True, 6715, 1185)
    assert screen_desk.desk.discount_percent == 15
    assert screen_desk.desk.given_today == 1185
    assert data(screen_desk.call("quote_repair", **SCREEN))["price"] == "$67.15"


def test_over_the_cap_the_most_is_named(screen_desk: ToolDesk) -> None:
    run = discount(screen_desk, 50)
    assert refusal(run) == "15% off is the most I can do: $67.15 instead of $79."
    assert (run.outcome.data["best_percent"], run.outcome.data["total_cents"]) == (15, 6715)
    assert screen_desk.desk.given_today == 0


@pytest.mark.parametrize("percent", [True, False, 15.0, "15", None, float("nan"), float("inf"), [15], {"n": 15}])
def test_a_percentage_of_another_type_is_refused_by_type(screen_desk: ToolDesk, percent: object) -> None:
    assert "discount_percent: must be integer" in refusal(discount(screen_desk, percent))


@pytest.mark.parametrize("percent", [-1, 101, 10**9])
def test_a_percentage_that_can_not_be_is_refused(screen_desk: ToolDesk, percent: int) -> None:
    assert "whole number of percent from 0 to 100" in refusal(discount(screen_desk, percent))


def test_a_percentage_no_store_could_hold_is_refused_before_the_tool_sees_it(screen_desk: ToolDesk) -> None:
    assert "must lie between" in refusal(discount(screen_desk, 10**30))


def test_an_unknown_reason_is_refused_with_the_legal_ones(screen_desk: ToolDesk) -> None:
    assert "repeat_customer, referral" in refusal(discount(screen_desk, 5, "because"))


def test_without_a_price_there_is_nothing_to_take_off(desk: ToolDesk) -> None:
    assert refusal(discount(desk, 5)) == "Quote the repair first: a discount is on a price."


def test_a_repair_quoted_in_this_turn_is_what_a_discount_is_on(desk: ToolDesk) -> None:
    desk.call("quote_repair", repair_type="battery", device="iPhone 13")
    assert data(discount(desk, 10))["total_cents"] == 4410


def test_a_fee_has_no_discount(store: Store) -> None:
    desk = open_desk(store, facts=Facts(services=("water_damage",)))
    run = discount(desk, 5)
    assert (refusal(run), run.outcome.data["best_percent"]) == ("I can't take anything off that price.", 0)


def test_one_discount_a_turn_and_none_below_what_was_promised(screen_desk: ToolDesk) -> None:
    data(discount(screen_desk, 10))
    assert refusal(discount(screen_desk, 15)) == "One discount a message: the first one stands."
    screen_desk.next_turn()
    run = discount(screen_desk, 5)
    assert (refusal(run), run.outcome.data["total_cents"]) == ("You have 10% off already.", 7110)
    assert data(discount(screen_desk, 15))["total_cents"] == 6715
    assert screen_desk.desk.given_today == 1185, "the first ten percent are not counted twice"


def test_the_owners_cap_of_today_holds(store: Store) -> None:
    state = replace(OwnerState(), max_discount_percent=5)
    desk = open_desk(store, state=state, facts=Facts(services=("iphone_screen",)))
    run = discount(desk, 6)
    refusal(run)
    assert run.outcome.data["best_percent"] == 5


def test_the_days_budget_holds_over_all_customers(store: Store) -> None:
    given = []
    for number in range(7):
        each = open_desk(store, customer=f"+1904555015{number}", facts=Facts(services=("iphone_screen",)))
        given.append(discount(each, 15).outcome.status is Status.DONE)
    assert given == [True] * 5 + [False] * 2
    assert each.desk.given_today == 5 * 1185 <= the_shop().discounts.daily_budget


def test_a_promise_on_a_cheap_repair_holds_on_a_dear_one_as_far_as_the_budget_goes(store: Store) -> None:
    tight = replace(the_shop(), discounts=replace(the_shop().discounts, daily_budget=Cents(1000)))
    desk = open_desk(store, shop=tight, facts=Facts(services=("battery",), device="iPhone 13"))
    assert data(discount(desk, 15))["discount_cents"] == 735
    dear = {"repair_type": "iphone_screen+battery", "device": "iPhone 13"}
    quoted = data(desk.call("quote_repair", **dear))
    booked = data(desk.call("book_slot", date=TOMORROW, time="10:00", **dear))
    assert quoted["discount_percent"] == booked["discount_percent"] == 7
    assert quoted["total_cents"] == booked["price_cents"] == 12800 - 896
    assert desk.desk.given_today == 896


def test_a_promise_is_used_up_by_a_booking_and_comes_back_with_its_end(screen_desk: ToolDesk) -> None:
    desk = screen_desk
    discount(desk, 15)
    desk.call("book_slot", **AT_TEN)
    assert (desk.desk.unspent_discount, desk.desk.given_today) == (0, 1185)
    desk.next_turn()
    desk.call("book_slot", **AT_TEN | {"time": "14:00"})
    assert (desk.desk.unspent_discount, desk.desk.given_today) == (0, 2370)
    desk.next_turn()
    desk.call("cancel_booking", booking_code=desk.bookings()[0].code)
    assert (desk.desk.unspent_discount, desk.desk.given_today) == (1185, 2370)


def test_two_who_draw_on_the_budget_at_once_are_both_counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk(store, facts=Facts(services=("battery",)))
    discount(desk, 15)
    rival = open_desk(store, customer=OTHER, facts=Facts(services=("iphone_screen",)))

    def overtaken(*given: Any, **more: Any) -> Any:
        monkeypatch.undo()
        data(discount(rival, 10))
        return book(*given, **more)

    monkeypatch.setattr("linda.conversation.tools.booking.book", overtaken)
    counted = desk.desk.discount_counter
    before = counted.value()
    run = desk.call("book_slot", **AT_TEN)
    assert (data(run)["discount_percent"], counted.value()) == (15, before + 790 + 1185 - 735)


def test_a_budget_that_changes_in_the_last_moment_is_looked_at_again_and_both_gifts_are_counted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(store, facts=Facts(services=("battery",)))
    discount(desk, 15)
    rival = open_desk(store, customer=OTHER, facts=Facts(services=("iphone_screen",)))

    def overtaken(*given: Any) -> Any:
        monkeypatch.undo()
        data(discount(rival, 10))
        return booked(*given)

    monkeypatch.setattr("linda.conversation.tools.booking.booked", overtaken)
    run = desk.call("book_slot", **AT_TEN)
    assert (data(run)["discount_percent"], len(desk.bookings())) == (15, 1)
    assert (desk.desk.unspent_discount, desk.desk.given_today) == (0, 1185 + 790)


def test_a_discount_on_what_is_booked_is_the_owners_and_another_job_has_its_own(store: Store) -> None:
    screen = Facts(services=("iphone_screen",), device="iPhone 13", brand="iphone")
    wish = {"discount_percent": 10, "reason": "customer_request"}
    desk = open_desk(store, facts=screen)
    data(desk.call("book_slot", **AT_TEN))
    assert refusal(desk.call("authorize_discount", **wish)).endswith("only Brandon can change it.")
    told = replace(screen, services=("battery",)).to_item()
    desk.desk.session.write(lambda lead: replace(lead, facts=told))
    desk.next_turn()
    assert data(desk.call("authorize_discount", **wish))["total_cents"] == 4410
