"""Turns of a visitor of the web page, by a model and where everything breaks: nothing false is said there either."""

from datetime import timedelta

import pytest

from linda.conversation.by_channel import ByChannel
from linda.domain.errors import BrainFailed
from linda.testing.memory_store import MemoryStore
from linda.testing.scripted_model import Fail, Say, Use
from linda.testing.scripted_model import ScriptedModel as Model
from tests.house import House, a_text
from tests.shop_desk import clock_of, open_shop
from tests.visitor import Visitor

SLOT = {"date": "2026-02-11", "time": "10:00", "repair_type": "iphone_screen", "device": "iPhone 13"}
HOLD = {key: SLOT[key] for key in ("date", "time", "repair_type", "device")}
FIRST = 'Hi, LINDA here, Brandon\'s assistant. To book tomorrow at 10 AM, tap "Confirm my number" first.'
BOOKED = "Booked: tomorrow at 10 AM, iPhone 13 screen, $79."


def test_a_model_is_refused_the_booking_and_books_it_once_the_number_is_confirmed() -> None:
    model = Model(Use("book_slot", SLOT), Use("hold_slot", HOLD), Say(FIRST), Use("book_slot", SLOT), Say(BOOKED))
    with open_shop(store=MemoryStore(), model=model) as linda:
        visitor = Visitor(linda)
        assert visitor.says("iphone 13 screen tomorrow at 10 please") == FIRST
        visitor.confirms()
        assert visitor.says("done") == BOOKED
        assert len(visitor.lead.bookings) == 1
    assert [each.customer for each in model.turns] == ["", "+19045550147"]
    assert {each.channel for each in model.turns} == {"web"}


@pytest.mark.parametrize("lie", [BOOKED, "Your number is confirmed and you're booked tomorrow at 10 AM."])
def test_a_model_that_claims_a_booking_is_not_believed(lie: str) -> None:
    with open_shop(store=MemoryStore(), model=Model(Use("book_slot", SLOT), Say(lie))) as linda:
        visitor = Visitor(linda)
        said = visitor.says("book my iphone 13 screen for tomorrow at 10")
        assert lie not in said
        assert "confirm your number first" in said
        assert visitor.lead.bookings == ()


def test_a_model_that_fails_leaves_the_visitor_with_the_rules_answer() -> None:
    with open_shop(store=MemoryStore(), model=Model(Fail(BrainFailed("unreachable")))) as linda:
        assert "$79" in Visitor(linda).says("how much for an iphone 13 screen")


def test_a_turn_that_breaks_promises_an_answer_in_the_chat() -> None:
    with open_shop(store=MemoryStore(), model=Model(Fail(RuntimeError("broken")))) as linda:
        said = Visitor(linda).says("hi")
    assert said.endswith("Sorry, I'm having trouble. Brandon will answer you here.")


def test_what_is_missing_is_asked_first_and_no_question_is_lost_when_the_time_can_not_be_kept() -> None:
    with open_shop("2026-02-10T10:07", store=MemoryStore()) as linda:
        visitor = Visitor(linda)
        visitor.says("do you have anything open tomorrow?")
        held = visitor.says("the first one")
        clock_of(linda).advance(timedelta(minutes=10))
        visitor.says("anything open tomorrow?")
        asked = visitor.says("the first one please")
        assert "holding" in held
        assert asked == "What phone is it, and what's wrong with it?"
        assert "holding" not in visitor.says("iphone 13 screen")
        visitor.confirms()
        assert "tomorrow at 9 AM, iPhone 13 screen" in visitor.says("ok")


def test_a_visitor_is_shown_and_a_number_is_texted() -> None:
    house = House(MemoryStore())
    sender = ByChannel(house.phone)
    assert sender.send("web:1", "hi", "out#1") == sender.find_sent("web:1", "hi", house.clock.now())
    assert house.phone.texts == []
    sid = sender.send(a_text().customer, "hi", "out#2")
    assert sender.find_sent(a_text().customer, "hi", house.clock.now()) == sid
    assert house.phone.texts == [(a_text().customer, "hi")]
