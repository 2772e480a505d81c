"""A model that acts and keeps silent about it: the customer hears of what was done all the same."""

import pytest

from linda.testing.scripted_model import Say, ScriptedModel, Use
from tests.shop_desk import CUSTOMER, open_shop, phone_of

SLOT = {
    "date": "2026-02-11",
    "time": "14:00",
    "repair_type": "iphone_screen",
    "device": "iPhone 13",
    "name": None,
    "service_mode": None,
}
TOLD = "You're booked: tomorrow at 2 PM."


@pytest.mark.parametrize("silence", ["What else?", "ok", "You're booked.", "See you tomorrow!"])
def test_a_booking_is_told_with_its_time(silence: str) -> None:
    with open_shop(model=ScriptedModel(Use("book_slot", SLOT), Say(silence))) as linda:
        (reply,) = phone_of(linda).text(CUSTOMER, "book me tomorrow at 2, iphone 13 screen").replies
    assert "tomorrow at 2 PM" in reply


def test_a_cancellation_is_told() -> None:
    model = ScriptedModel(
        Use("book_slot", SLOT), Say(TOLD), Use("cancel_booking", {"booking_code": None}), Say("Sure.")
    )
    with open_shop(model=model) as linda:
        phone_of(linda).text(CUSTOMER, "book me tomorrow at 2, iphone 13 screen")
        (reply,) = phone_of(linda).text(CUSTOMER, "please drop my appointment").replies
    assert "cancelled" in reply


def test_a_model_that_tells_of_its_booking_keeps_its_words() -> None:
    with open_shop(model=ScriptedModel(Use("book_slot", SLOT), Say(f"{TOLD} Can't wait!"))) as linda:
        (reply,) = phone_of(linda).text(CUSTOMER, "book me tomorrow at 2, iphone 13 screen").replies
    assert reply.endswith(f"{TOLD} Can't wait!")
