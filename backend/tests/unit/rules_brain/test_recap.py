"""What was done before a model failed is told by the rules, and not done again."""

from typing import Any

import pytest

from linda.domain.errors import BrainFailed
from linda.testing.scripted_model import Fail, Say, ScriptedModel, Use
from tests.shop_desk import CUSTOMER, open_shop, phone_of

WHEN = {"date": "2026-02-11", "time": "14:00"}
JOB = {"repair_type": "iphone_screen", "device": "iPhone 13"}
BOOK = Use("book_slot", {**WHEN, **JOB, "name": None, "service_mode": None})
CUT = Fail(BrainFailed("timeout"))
NOTE = Use(
    "note_facts",
    {
        "name": None,
        "device": "iPhone 13",
        "repair_type": "screen",
        "service_mode": None,
        "date": None,
        "time": None,
        "address": None,
    },
)


def told(*steps: Any, texts: int = 1) -> str:
    model = ScriptedModel(*steps)
    with open_shop("2026-02-10T10:07", model=model) as linda:
        replies = [phone_of(linda).text(CUSTOMER, f"text {number}").replies for number in range(texts)]
    model.assert_done()
    return " ".join(replies[-1])


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([BOOK, CUT], "You're booked: tomorrow at 2 PM, iPhone 13 screen, $79."),
        ([Use("hold_slot", {**WHEN, **JOB}), CUT], "I'm holding tomorrow at 2 PM for 10 min."),
        ([Use("hand_to_owner", {"reason": "asks for him", "urgent": False}), CUT], "I've let Brandon know"),
        ([NOTE, Use("authorize_discount", {"discount_percent": 10, "reason": "referral"}), CUT], "10% off: $71.10"),
    ],
)
def test_what_a_failed_model_did_is_told(steps: list[Any], words: str) -> None:
    assert words in told(*steps)


def test_a_move_and_a_cancellation_of_a_failed_model_are_told() -> None:
    moved = Use("move_booking", {"date": "2026-02-12", "time": "09:00", "booking_code": None})
    dropped = Use("cancel_booking", {"booking_code": None})
    hello = [BOOK, Say("Done.")]
    assert "Thu Feb 12 at 9 AM" in told(*hello, moved, CUT, texts=2)
    assert "tomorrow at 2 PM is cancelled" in told(*hello, dropped, CUT, texts=2)


def test_notes_alone_are_no_answer() -> None:
    assert "?" in told(NOTE, CUT)
