"""Turns of a phone call: the same engine, another way out, and what a caller has to have in writing is texted."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from icalendar import Calendar

from linda.bootstrap import Linda
from linda.conversation.inbound import Inbound
from linda.conversation.own_messages import OwnMessages
from linda.conversation.thread import read_thread
from linda.conversation.who import HIDDEN_CALLER, name_of
from linda.domain.ids import lead_id
from linda.domain.visitor import hidden_caller
from linda.records import epoch_ms
from linda.records.leads import Lead
from linda.records.store import Equals, Update
from linda.records.tables import SCHEDULE
from linda.testing.memory_store import MemoryStore
from linda.testing.scripted_model import Fail, Say, ScriptedModel
from tests.owner_program import OwnerProgram
from tests.shop_desk import CUSTOMER, clock_of, open_shop, phone_of
from tests.visitor import texts_on

CALL = "CA" + "0" * 32
HIDDEN = hidden_caller(CALL)
BOOK = "book iphone 13 screen tomorrow at 10am, my name is Ana"


def says(linda: Linda, text: str, step: int = 1, customer: str = CUSTOMER) -> str:
    """Say something in the call, and return what is to be spoken."""
    clock_of(linda).advance(timedelta(seconds=10))
    inbound = Inbound(f"{CALL}#{step}", "voice", customer, text, linda.shop.phone)
    return " ".join(linda.engine.answer(inbound).texts)


def lead_of(linda: Linda, customer: str = CUSTOMER) -> Lead:
    lead = linda.records.leads.get(customer)
    assert lead is not None
    return lead


def test_what_was_booked_in_a_call_is_texted_with_a_file_for_the_calendar() -> None:
    with open_shop(store=MemoryStore()) as linda:
        assert "tomorrow at 10 AM" in says(linda, BOOK)
        linda.sweeper.sweep()
        (text,) = texts_on(linda, CUSTOMER)
        booking = linda.records.schedule.find(lead_of(linda).bookings[0])
        assert booking is not None
        assert text == (
            "Booked at EmperorLinda Cell Phone Repairs: Wed Feb 11 at 10 AM, iPhone 13 screen, $79, code "
            f"{booking.code}. Where: Jacksonville, FL. For your calendar: http://localhost:8000/api/public/"
            f"appointment.ics?booking={booking.link_key} To change it, text or call this number. "
            "Reply STOP for no texts."
        )
        assert booking.source == "voice"
        query = text.partition("appointment.ics?")[2].split()[0]
        answer = OwnerProgram(linda, token=None).send("GET", "/api/public/appointment.ics", query=query)
        assert answer.headers["content-type"].startswith("text/calendar")
        event: Any = Calendar.from_ical(answer.body).walk("VEVENT")[0]
        assert str(event["SUMMARY"]) == "EmperorLinda Cell Phone Repairs: iPhone 13, iPhone screen"
        assert event["DTSTART"].dt.strftime("%H:%M") == "10:00"
        assert CUSTOMER[2:].encode() not in answer.body


def test_a_bookings_id_opens_its_file_only_where_an_older_linda_made_it() -> None:
    with open_shop(store=MemoryStore()) as linda:
        says(linda, BOOK)
        booking = linda.records.schedule.find(lead_of(linda).bookings[0])
        assert booking is not None
        older = replace(booking, link_secret="")
        assert re.fullmatch(r"[a-z2-7]{26}", booking.link_key.split(".")[2])
        assert linda.records.schedule.find_linked(booking.link_key) == booking
        assert linda.records.schedule.find_linked(older.link_key) is None
        row: dict[str, str | int] = {"day": booking.day, "slot": booking.claim.slot}
        linda.records.store.transact(Update(SCHEDULE, row, {"link_secret": ""}, Equals("owner", booking.booking_id)))
        assert linda.records.schedule.find_linked(older.link_key) == older


def test_the_link_of_a_booking_that_is_gone_or_guessed_leads_nowhere() -> None:
    with open_shop(store=MemoryStore()) as linda:
        says(linda, BOOK)
        booking = linda.records.schedule.find(lead_of(linda).bookings[0])
        assert booking is not None
        says(linda, "cancel my appointment", step=2)
        for key in (booking.link_key, f"{booking.day}.{booking.claim.slot}.{'a' * 26}", "x", ""):
            answer = OwnerProgram(linda, token=None).send("GET", "/api/public/appointment.ics", query=f"booking={key}")
            assert answer.status == 404, key


def test_a_cancellation_in_a_call_is_texted_without_a_place_or_a_file() -> None:
    with open_shop(store=MemoryStore()) as linda:
        says(linda, BOOK)
        says(linda, "cancel my appointment", step=2)
        linda.sweeper.sweep()
        texts = texts_on(linda, CUSTOMER)
        assert [each.split(" at ")[0] for each in texts] == ["Booked", "Cancelled"]
        assert "appointment.ics" not in texts[1]
        assert "Where:" not in texts[1]


def test_a_caller_is_known_to_the_texts_and_who_texted_is_known_in_the_call() -> None:
    with open_shop(store=MemoryStore()) as linda:
        phone_of(linda).text(CUSTOMER, "how much for an iphone 13 screen, its Ana")
        assert "iPhone 13" in says(linda, "can i come tomorrow at 10")
        phone_of(linda).text(CUSTOMER, "what time was that again")
        thread = read_thread(linda.records, lead_id(CUSTOMER), epoch_ms(linda.clock))
        assert [each.channel for each in thread] == ["sms", "sms", "voice", "voice", "sms", "sms"]
        assert lead_of(linda).facts["name"] == "Ana"


def test_who_wants_no_texts_is_answered_in_a_call_and_is_texted_nothing() -> None:
    with open_shop(store=MemoryStore()) as linda:
        phone_of(linda).text(CUSTOMER, "please stop texting me")
        before = len(texts_on(linda, CUSTOMER))
        assert "booked" in says(linda, BOOK)
        linda.sweeper.sweep()
        assert len(texts_on(linda, CUSTOMER)) == before
        assert says(linda, "stop", step=2), "in a call it is a word like others"


def test_a_call_is_never_asked_of_the_carrier_as_a_text_would_be() -> None:
    with open_shop(store=MemoryStore()) as linda:
        says(linda, "how much for an iphone 13 screen")
        clock_of(linda).advance(timedelta(minutes=3))
        linda.sweeper.sweep()
        assert texts_on(linda, CUSTOMER) == []
        assert linda.records.inbox.waiting() == 0


def test_a_caller_who_withholds_his_number_hears_prices_and_books_nothing() -> None:
    with open_shop(store=MemoryStore()) as linda:
        assert "$79" in says(linda, "how much for an iphone 13 screen", customer=HIDDEN)
        assert "call again with your number shown" in says(linda, BOOK, 2, customer=HIDDEN)
        lead = lead_of(linda, HIDDEN)
        assert lead.bookings == ()
        assert name_of(lead) == HIDDEN_CALLER or lead.facts["name"] == "Ana"
        linda.sweeper.sweep()
        assert phone_of(linda).threads.all() == []


def test_the_owner_who_has_the_conversation_hears_of_the_call() -> None:
    with open_shop(store=MemoryStore()) as linda:
        phone_of(linda).text(CUSTOMER, "hi")
        OwnMessages(linda.records, linda.clock, linda.sender).take(lead_id(CUSTOMER))
        assert says(linda, "hello?") == "Brandon is looking after this himself. I'll tell him that you called."
        assert lead_of(linda).handed_over == "called while you have the conversation"


def test_a_turn_that_breaks_in_a_call_says_what_happens_next() -> None:
    broken = ScriptedModel(Fail(RuntimeError("broken")), Fail(RuntimeError("broken")))
    with open_shop(store=MemoryStore(), model=broken) as linda:
        assert says(linda, "hi") == "Sorry, I'm having trouble. Brandon will text you back."
        assert says(linda, "hi", 2, customer=HIDDEN).endswith("Please call again in a few minutes.")


def test_a_model_hears_that_it_is_a_call_and_introduces_nobody_twice() -> None:
    model = ScriptedModel(Say("Sure, what kind of phone is it?"))
    with open_shop(store=MemoryStore(), model=model) as linda:
        assert says(linda, "can you fix my phone") == "Sure, what kind of phone is it?"
    assert model.turns[0].channel == "voice"
