"""What the rules brain says where the shop is another one than ours."""

from dataclasses import replace
from datetime import time

from linda.domain.owner_state import OwnerState
from linda.domain.shop import Hours
from tests.unit.domain.shops import SHOP
from tests.unit.rules_brain.texting import texted

LONG_DAY = dict.fromkeys(range(7), (Hours(time(7), time(21)),))


def test_an_hour_that_is_open_twice_a_day_is_asked_about_once() -> None:
    told = texted("iphone 13 battery tomorrow at 8", "pm", hours=LONG_DAY)
    assert "Do you mean 8 AM or 8 PM?" in told.replies[0]
    assert "tomorrow at 8 PM" in told.last
    assert "booked" in told.last


def test_the_half_of_the_day_may_be_said_as_a_part_of_it() -> None:
    assert "tomorrow at 8 AM" in texted("iphone 13 battery tomorrow at 8", "in the morning", hours=LONG_DAY).last


def test_an_answer_that_settles_no_half_is_asked_again() -> None:
    told = texted("iphone 13 battery tomorrow at 8", "hm", hours=LONG_DAY)
    assert told.last == "Sorry, I didn't get that. Do you mean 8 AM or 8 PM?"


def test_a_move_to_an_hour_that_is_open_twice_is_asked_about_too() -> None:
    texts = ("book iphone 13 battery tomorrow at 1pm", "no", "move it to thursday at 8", "8pm")
    told = texted(*texts, hours=LONG_DAY)
    assert told.replies[2] == "Do you mean 8 AM or 8 PM?"
    assert "Thu Feb 12 at 8 PM" in told.last


def test_a_shop_without_a_warranty_promises_none() -> None:
    told = texted(
        "whats your warranty", "iphone 13 screen price", "discount?", warranty_days=0, discounts=no_discount()
    )
    assert "That is for Brandon to say" in told.replies[0]
    assert "I can't take anything off that price." in told.last


def no_discount() -> object:
    return replace(SHOP.discounts, reasons=())


def test_a_shop_without_a_remote_look_offers_none() -> None:
    services = tuple(each for each in SHOP.services if not each.remote)
    assert "emote" not in texted("do you do remote help?", services=services).last


def test_a_shop_without_a_free_look_has_no_price_for_other_makes() -> None:
    services = tuple(each for each in SHOP.services if each.repair != "diagnostics")
    assert "has no fixed price" in texted("motorola edge screen", services=services).last


def test_a_shop_word_for_a_phone_is_understood() -> None:
    told = texted("my brick needs a battery", device_aliases={"brick": "iphone"})
    assert "iPhone battery starts at $49" in told.last


def test_two_benches_sell_one_time_twice() -> None:
    booking = replace(SHOP.booking, benches=2)
    told = texted("iphone 13 screen tomorrow 9am", "no", "and my wifes iphone 12 screen tomorrow 9am", booking=booking)
    assert "booked: tomorrow at 9 AM" in told.last


def test_with_nothing_open_for_weeks_the_owner_is_asked() -> None:
    told = texted("iphone 13 screen?", "any openings?", hours={})
    assert "no openings in the next days" in told.last


def test_an_owner_who_sells_nothing_on_top_has_no_add_on_offered() -> None:
    told = texted("book iphone 13 screen tomorrow 9am", state=OwnerState(auto_upsell=False))
    assert "Add a" not in told.last


def test_an_add_on_that_is_no_longer_sold_is_no_answer() -> None:
    told = texted("book iphone 13 screen tomorrow 9am", "how much is a case", add_ons=SHOP.add_ons[:1])
    assert "$25" not in told.last
