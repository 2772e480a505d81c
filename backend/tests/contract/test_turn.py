"""A turn on every store: accepted once, answered once, and told the same whenever it is asked again."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from linda.records.store import Store
from tests.house import BOOK, BOOKED, CUSTOMER, NOW, OTHER, House, StillClock, a_text
from tests.running.proof import in_proof


@pytest.fixture
def house(store: Store) -> House:
    return House(store)


def test_a_text_is_answered_and_the_conversation_kept(house: House) -> None:
    reply = house.text("SM1", "hello")
    assert (reply.texts, reply.repeated) == (("You said: hello",), False)
    lead = house.lead()
    assert (lead.phone, lead.waiting, lead.effects, lead.leased_until, lead.tries) == (CUSTOMER, (), (), 0, 0)
    assert [(line["who"], line["text"]) for line in lead.recent] == [
        ("customer", "hello"),
        ("linda", "You said: hello"),
    ]
    assert [(each["event"], each["text"]) for each in house.events()] == [
        ("text_in", "hello"),
        ("reply", "You said: hello"),
    ]
    message = house.message("SM1")
    assert (message.is_done, message.delivery, message.reply) == (True, "webhook", reply.texts)


def test_a_booking_is_made_with_the_customer_of_the_channel_and_kept_on_the_lead(house: House) -> None:
    assert house.text("SM1", BOOK).texts == (BOOKED,)
    (booking,) = house.bookings()
    assert (booking.customer, booking.starts, booking.price) == (CUSTOMER, 600, 7900)
    assert house.lead().bookings == (booking.reference,)
    assert house.lead().status == "booked"


def test_every_answer_has_its_receipt_with_what_the_tools_said(house: House) -> None:
    house.text("SM1", BOOK)
    receipt = house.events()[-1]["receipt"]
    assert (receipt["sids"], receipt["brain"], receipt["segments"]) == (["SM1"], "script", 1)
    assert [(run["tool"], run["status"]) for run in receipt["tools"]] == [("book_slot", "done")]
    assert house.message("SM1").receipt == house.events()[-1]["timestamp"]


def count_all(house: House) -> tuple[int, int, int, int, int]:
    """Count what a message can lead to: thoughts, bookings, cents given, events, texts of our own."""
    cents = (house.lead().discount or {}).get("cents", 0)
    return len(house.brain.turns), len(house.bookings()), cents, len(house.events()), len(house.phone.texts)


def test_10_000_repeats_at_any_age_change_nothing_and_get_the_same_answer(house: House) -> None:
    first = house.text("SM1", BOOK)
    before, rows = count_all(house), house.lead()
    for pause in (timedelta(0), timedelta(hours=25), timedelta(days=30)):
        house.clock.advance(pause)
        again = {house.text("SM1", BOOK) for _ in range(in_proof(2_000))}
        assert {(each.texts, each.repeated) for each in again} == {(first.texts, True)}
    with ThreadPoolExecutor(64) as pool:
        at_once = set(pool.map(house.engine.answer, [a_text("SM1", BOOK)] * in_proof(4_000)))
    assert {(each.texts, each.repeated) for each in at_once} == {(first.texts, True)}
    assert count_all(house) == before
    assert house.lead() == rows


def test_64_deliveries_of_one_new_text_at_once_are_one_turn(store: Store) -> None:
    house = House(store, StillClock(NOW))
    with ThreadPoolExecutor(64) as pool:
        replies = list(pool.map(house.engine.answer, [a_text("SM1", BOOK)] * 64))
    assert {reply.texts for reply in replies} == {(BOOKED,)}
    assert [reply.repeated for reply in replies].count(False) == 1
    assert count_all(house) == (1, 1, 0, 2, 0)


@pytest.mark.parametrize(("text", "customer"), [("cancel it all", CUSTOMER), ("", CUSTOMER), (BOOK, OTHER)])
def test_a_used_id_with_other_content_gets_the_stored_answer_and_has_no_effect(
    house: House, text: str, customer: str
) -> None:
    first = house.text("SM1", BOOK)
    before = count_all(house)
    again = house.text("SM1", text, customer)
    assert (again.texts, again.repeated) == (first.texts, True)
    assert count_all(house) == before
    assert house.records.leads.get(OTHER) is None


def test_an_answer_of_silence_is_repeated_as_silence(house: House) -> None:
    assert house.text("SM1", "STOP").texts == ()
    assert house.text("SM1", "STOP").texts == ()
    assert house.message("SM1").is_done
    assert house.brain.turns == []


def test_two_customers_do_not_meet(house: House) -> None:
    house.text("SM1", "one", CUSTOMER)
    house.text("SM2", "two", OTHER)
    assert (house.replies(CUSTOMER), house.replies(OTHER)) == (["You said: one"], ["You said: two"])


def test_a_second_booking_for_the_same_slot_is_refused_with_words(house: House) -> None:
    assert house.text("SM1", BOOK, CUSTOMER).texts == (BOOKED,)
    assert house.text("SM2", BOOK, OTHER).texts == ("That time is gone.",)
    assert [each.customer for each in house.bookings()] == [CUSTOMER]
