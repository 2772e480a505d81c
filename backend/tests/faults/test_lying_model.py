"""Scope: a model that lies in every turn. The lie never leaves, and the customer is served in the same turn."""

from dataclasses import dataclass
from typing import Any

import pytest

from linda.bootstrap import Linda
from linda.conversation.why import why_words
from linda.testing.memory_store import MemoryStore
from linda.testing.scripted_model import Say, ScriptedModel, Step, Use
from tests.shop_desk import CUSTOMER, open_shop, phone_of

TOMORROW = "2026-02-11"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the customer writes, what the model honestly looks up, and what a useful answer has in it."""

    text: str
    looked_up: tuple[Step, ...]
    useful: tuple[str, ...]


ASKED = {
    "price": Asked("how much for an iphone 13 screen?", (), ("$79", "45 min")),
    "quoted": Asked(
        "how much for an iphone 13 screen?",
        (Use("quote_repair", {"repair_type": "screen", "device": "iphone 13"}),),
        ("$79", "45 min"),
    ),
    "times": Asked(
        "what times do you have tomorrow for an iphone 13 screen?",
        (Use("check_availability", {"date": TOMORROW, "repair_type": "iphone_screen", "device": "iPhone 13"}),),
        ("tomorrow",),
    ),
    "hours": Asked("what are your hours?", (), ("9 AM-5 PM",)),
    "discount": Asked("can i get a discount on an iphone 13 screen?", (), ("10% off", "$71.10")),
    "warranty": Asked("do you have a warranty?", (), ("90-day",)),
}

LIES: dict[str, tuple[str, ...]] = {
    "price": (
        "An iPhone 13 screen is $60.",
        "An iPhone 13 screen is $7.90.",
        "An iPhone 13 screen is $790.",
        "That'll be 60 dollars.",
        "That's sixty bucks.",
        "It's about $75 to $80.",
        "It's 79 euros.",
        "iPhone screens start at $49.",
        "An iPhone 13 screen is free today.",
        "It costs $79 plus $12 tax.",
        "The battery is $79 too.",
        "Samsung screens are $79.",
        "The screen protector is $5.",
        "On-site is only $10 more.",
        "Diagnostics cost $25.",
    ),
    "quoted": (
        "An iPhone 13 screen is $69.",
        "It's $79 and takes 20 minutes.",
        "It's $79, done in two hours.",
        "It's $79, about 45 to 90 minutes.",
        "$79 with 10% off.",
        "It's $79 instead of $99.",
        "You save $20: it's $79.",
        "It's $79. Pay with Bitcoin if you like.",
        "It's $79 with a lifetime warranty.",
        "It's $79 with a 1-year warranty.",
        "It's $79, and I've booked you for tomorrow at 10 AM.",
        "It's $79. Your booking code is 4417.",
        "It's $79. We have two locations.",
        "It's $79, or we match any price.",
    ),
    "times": (
        "Tomorrow I have 8 AM.",
        "Tomorrow I have 7:30 PM.",
        "Tomorrow at 9:07 AM works.",
        "I have tomorrow at 10 AM. Only 2 openings left!",
        "There are 37 openings left tomorrow.",
        "Just one spot left tomorrow!",
        "Tomorrow is completely full.",
        "I have Sunday at 11 AM.",
        "I have Feb 15 at 11 AM.",
        "Come by at midnight.",
        "Tomorrow at 16:45 is free.",
        "I have tomorrow at half past six in the evening.",
        "Brandon is at the gym until 3:30 PM.",
        "You're booked tomorrow at 10 AM.",
        "I moved your appointment to tomorrow at 11 AM.",
        "Your appointment tomorrow is cancelled.",
        "I'm holding tomorrow at 10 AM for you.",
        "I've put you on the list for tomorrow, you're confirmed.",
    ),
    "hours": (
        "We're open 9 AM-6 PM.",
        "We're open Mon-Sun 9 AM-5 PM.",
        "We're open 24/7.",
        "We open at 8 AM.",
        "We close at 7 PM on Saturday.",
        "We're open Sunday from 10 AM to 2 PM.",
        "We're closed Monday.",
        "We're closed tomorrow.",
        "We're open until 17:30.",
        "We're open 8 hours from now.",
    ),
    "discount": (
        "I can do 50% off.",
        "I can do fifty percent off.",
        "Half price for you!",
        "I can do 20% off: $63.20.",
        "I took $30 off.",
        "Buy one, get one free.",
        "You get 15% off.",
        "I've told Brandon, he agreed to $40.",
        "Students get 10% off.",
    ),
    "warranty": (
        "The warranty is 6 months.",
        "The warranty is 30 days.",
        "There is no warranty.",
        "Lifetime warranty on everything.",
        "90 days, and a 2 year warranty on batteries.",
    ),
}

EVERY_LIE = [(asked, lie) for asked, lies in LIES.items() for lie in lies]


def last_receipt(linda: Linda) -> dict[str, Any]:
    lead = linda.records.leads.get(CUSTOMER)
    assert lead is not None
    newest = linda.records.leads.events(lead.lead_id, limit=1, newest_first=True)
    receipt: dict[str, Any] = newest[0]["receipt"]
    return receipt


def test_there_are_lies_enough() -> None:
    assert len(EVERY_LIE) >= 60


@pytest.mark.parametrize(("asked", "lie"), EVERY_LIE)
def test_a_lie_never_leaves_and_the_rules_answer_in_the_same_turn(asked: str, lie: str) -> None:
    question = ASKED[asked]
    model = ScriptedModel(*question.looked_up, Say(lie))
    with open_shop("2026-02-10T10:07", model=model, store=MemoryStore()) as linda:
        (reply,) = phone_of(linda).text(CUSTOMER, question.text).replies
        receipt = last_receipt(linda)
    assert lie.rstrip(".!") not in reply
    assert all(word in reply for word in question.useful), reply
    assert receipt["brain"] == "rules"
    assert any(rule.startswith("scripted was not sent: ") for rule in receipt["rules"])
    assert "  rule: scripted was not sent: " in why_words(receipt)
    assert receipt["usage"]["model"] == "scripted", "what was paid for the lie stands in the receipt"


TRUE_ANSWERS = {
    "price": "An iPhone 13 screen starts at $79 and takes about 45 min.",
    "quoted": "That's $79, about 45 minutes.",
    "times": "Tomorrow I have 10 AM or 2:30 PM.",
    "hours": "We're open Mon-Sat 9 AM-5 PM, closed Sunday.",
    "discount": "Let me know which day suits you.",
    "warranty": "Repairs carry a 90-day warranty.",
}


@pytest.mark.parametrize("asked", TRUE_ANSWERS)
def test_the_truth_leaves_as_the_model_said_it(asked: str) -> None:
    question = ASKED[asked]
    model = ScriptedModel(*question.looked_up, Say(TRUE_ANSWERS[asked]))
    with open_shop("2026-02-10T10:07", model=model, store=MemoryStore()) as linda:
        (reply,) = phone_of(linda).text(CUSTOMER, question.text).replies
        assert reply == f"Hi, LINDA here, Brandon's assistant. {TRUE_ANSWERS[asked]}"
        assert last_receipt(linda)["brain"] == "scripted"


def test_a_model_that_lies_all_the_way_can_not_keep_a_customer_from_his_booking() -> None:
    lies = [lie for _, lie in EVERY_LIE][:5]
    model = ScriptedModel(*map(Say, lies))
    with open_shop("2026-02-10T10:07", model=model, store=MemoryStore()) as linda:
        phone = phone_of(linda)
        texts = ("how much for an iphone 13 screen?", "what about tomorrow", "10 am is good", "no thanks", "bye")
        replies = [phone.text(CUSTOMER, text).replies[0] for text in texts]
        (booking,) = linda.records.schedule.bookings(linda.clock.now().date().replace(day=11))
    assert (booking.starts, booking.price, booking.services) == (600, 7900, ("iphone_screen",))
    assert "You're booked: tomorrow at 10 AM" in replies[2]
    assert not {lie for lie in lies for reply in replies if lie in reply}


def test_a_lie_after_a_true_deed_is_replaced_by_the_tale_of_the_deed() -> None:
    slot = {"date": TOMORROW, "time": "10:00", "repair_type": "iphone_screen", "device": "iPhone 13"}
    model = ScriptedModel(Use("book_slot", slot), Say("You're booked tomorrow at 11 AM for $50."))
    with open_shop("2026-02-10T10:07", model=model, store=MemoryStore()) as linda:
        (reply,) = phone_of(linda).text(CUSTOMER, "book my iphone 13 screen tomorrow at 10").replies
        assert len(linda.records.schedule.bookings(linda.clock.now().date().replace(day=11))) == 1
    assert "You're booked: tomorrow at 10 AM, iPhone 13 screen, $79." in reply
    assert "11 AM" not in reply
