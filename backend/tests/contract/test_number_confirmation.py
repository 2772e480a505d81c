"""A visitor's number on every store: nothing is booked without one, and it is his only by the code on its phone."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.conversation.thread import Speaker, read_thread
from linda.records import epoch_ms
from linda.records.schedule import Booking
from linda.records.store import Store
from tests.cookie_browser import another
from tests.shop_desk import OWNER, clock_of, open_shop, phone_of
from tests.visitor import NUMBER, Visitor, codes_on, texts_on

BOOK = "book me tomorrow at 10am for my iphone 13 screen, im Ana"
FIRST = "To book here, confirm your number first: tap Confirm my number."


@pytest.fixture
def linda(store: Store) -> Iterator[Linda]:
    with open_shop("2026-02-10T10:07", store=store) as opened:
        yield opened


@pytest.fixture
def visitor(linda: Linda) -> Visitor:
    opened = Visitor(linda)
    opened.says("hi")
    return opened


def booked(linda: Linda) -> list[Booking]:
    day = clock_of(linda).now().astimezone(linda.shop.timezone).date() + timedelta(days=1)
    return linda.records.schedule.bookings(day)


def later(linda: Linda, **delta: float) -> None:
    clock_of(linda).advance(timedelta(**delta))


def test_without_a_number_the_time_is_kept_for_ten_minutes_and_nothing_is_booked(visitor: Visitor) -> None:
    said = visitor.says(BOOK)
    assert "I'm holding tomorrow at 10 AM for 10 min." in said
    assert FIRST in said
    assert "booked" not in said.lower()
    assert booked(visitor.linda) == []
    assert visitor.lead.bookings == ()


@pytest.mark.parametrize("back", ["yes", "ok", "done", "I confirmed it", "book it", "yes please", "tomorrow at 10"])
def test_with_the_number_confirmed_one_word_books_what_was_wished(visitor: Visitor, back: str) -> None:
    visitor.says(BOOK)
    assert visitor.confirms().body == {"confirmed": True, "phone_display": "(904) 555-0147"}
    assert "tomorrow at 10 AM, iPhone 13 screen, $79" in visitor.says(back)
    (booking,) = booked(visitor.linda)
    assert (booking.customer, booking.name, booking.source) == (visitor.customer, "Ana", "web")
    assert visitor.reads()["confirmed_phone_display"] == "(904) 555-0147"


def test_a_booking_is_texted_to_the_number_and_so_are_its_changes(visitor: Visitor) -> None:
    visitor.says(BOOK)
    visitor.confirms()
    visitor.says("ok")
    visitor.says("can we do 2pm instead")
    visitor.says("cancel my appointment")
    visitor.linda.sweeper.sweep()
    code, *told = texts_on(visitor.linda, NUMBER)
    assert "Wed Feb 11 at 10 AM, iPhone 13 screen, $79" in told[0]
    assert [each.split(" at ")[0] for each in told] == ["Booked", "Moved", "Cancelled"]
    assert "Wed Feb 11 at 2 PM" in told[1]
    assert all("Reply STOP" in each for each in (code, *told))
    assert {each.person for each in phone_of(visitor.linda).threads.all()} == {NUMBER}


def test_saying_that_it_is_confirmed_confirms_nothing(visitor: Visitor) -> None:
    visitor.says(BOOK)
    for lie in ("done", "I confirmed my number, it is 904 555 0147", "yes", "my code is 123456"):
        said = visitor.says(lie)
        assert "You're booked" not in said
    assert booked(visitor.linda) == []
    assert visitor.lead.contact_phone == ""


def test_a_time_is_kept_no_longer_by_asking_again(visitor: Visitor) -> None:
    visitor.says(BOOK)
    for again in ("yes", "ok", "yes please"):
        later(visitor.linda, minutes=3)
        visitor.says(again)
    later(visitor.linda, minutes=2)
    said = visitor.says("book it")
    assert ("holding" in said, FIRST in said) == (False, True)
    other = Visitor(visitor.linda)
    other.says(BOOK)
    other.confirms("+19045550148")
    assert "You're booked" in other.says("ok")


def test_after_the_ten_minutes_somebody_else_may_have_it_and_the_nearest_is_offered(visitor: Visitor) -> None:
    visitor.says(BOOK)
    later(visitor.linda, minutes=11)
    phone_of(visitor.linda).text("+19045550142", "book iphone 13 screen tomorrow 10am")
    visitor.confirms()
    said = visitor.says("ok")
    assert "is not available" in said
    assert len(booked(visitor.linda)) == 1


def test_the_owner_reads_that_the_number_was_confirmed(visitor: Visitor) -> None:
    visitor.confirms()
    linda = visitor.linda
    last = read_thread(linda.records, visitor.lead.lead_id, epoch_ms(linda.clock))[-1]
    assert (last.kind, last.text) == (Speaker.NOTE, "Confirmed the number (904) 555-0147.")
    assert "Confirmed the number" not in repr(visitor.lines())


def test_five_tries_and_the_right_code_comes_too_late(visitor: Visitor) -> None:
    visitor.gives()
    (code,) = codes_on(visitor.linda, NUMBER)
    assert [visitor.enters(another(code)).status for _ in range(5)] == [422] * 5
    assert visitor.enters(code).status == 422
    assert visitor.lead.contact_phone == ""


def test_a_code_is_good_for_ten_minutes_and_once(visitor: Visitor) -> None:
    visitor.gives()
    (code,) = codes_on(visitor.linda, NUMBER)
    later(visitor.linda, minutes=9, seconds=59)
    assert visitor.enters(f"{code[:3]} {code[3:]}").status == 200
    assert visitor.enters(code).status == 422
    visitor.gives("+19045550148")
    (second,) = codes_on(visitor.linda, "+19045550148")
    later(visitor.linda, minutes=10)
    assert visitor.enters(second).status == 422


def test_a_code_is_of_use_to_nobody_else(visitor: Visitor) -> None:
    visitor.gives()
    (code,) = codes_on(visitor.linda, NUMBER)
    other = Visitor(visitor.linda)
    other.says("hi")
    assert other.enters(code).status == 422
    assert visitor.enters(code).status == 200


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "1234567", "000000 or 1=1"])
def test_what_is_no_code_is_a_wrong_one(visitor: Visitor, typed: str) -> None:
    assert visitor.enters(typed).status == 422


def test_the_answer_is_the_same_whether_a_code_was_sent_or_not(visitor: Visitor) -> None:
    linda = visitor.linda
    phone_of(linda).text("+19045550143", "STOP")
    other = Visitor(linda)
    other.says("hi")
    answers = [visitor.gives(), visitor.gives(), other.gives("+19045550143"), other.gives(linda.shop.phone)]
    assert {(each.status, str(each.body), str(each.headers)) for each in answers} == {
        (202, str(answers[0].body), str(answers[0].headers))
    }
    assert len(codes_on(linda, NUMBER)) == 1
    assert codes_on(linda, "+19045550143") == codes_on(linda, linda.shop.phone) == []


def test_an_answer_takes_as_long_whether_a_code_was_sent_or_not(visitor: Visitor) -> None:
    clock = clock_of(visitor.linda)
    took = []
    for _ in range(2):
        began = clock.monotonic()
        visitor.gives()
        took.append(round(clock.monotonic() - began, 3))
    assert took[0] == took[1]


def test_one_code_for_a_number_in_ten_minutes_whoever_asks(visitor: Visitor) -> None:
    other = Visitor(visitor.linda)
    other.says("hi")
    for each in (visitor, other, visitor):
        each.gives()
    assert len(codes_on(visitor.linda, NUMBER)) == 1
    later(visitor.linda, minutes=10)
    other.gives()
    assert len(codes_on(visitor.linda, NUMBER)) == 2


def asks_for_four(visitor: Visitor, place: int) -> list[int]:
    """Let a visitor ask for codes to four numbers of their own `place`; return the statuses."""
    visitor.says("hi")
    return [visitor.gives(f"+1904555{100 + 4 * place + each:04}").status for each in range(4)]


def test_three_codes_for_a_visitor_in_a_day_and_the_fourth_is_told_of_the_shops_number(visitor: Visitor) -> None:
    assert asks_for_four(visitor, 0) == [202, 202, 202, 429]
    refused = visitor.gives()
    assert refused.body["detail"].endswith("To book, text or call (904) 555-0100.")
    assert 0 < int(refused.headers["retry-after"]) <= 86_400


def test_one_address_gets_six_codes_and_all_together_forty_so_that_none_uses_up_the_others(linda: Linda) -> None:
    at_one = [asks_for_four(Visitor(linda, address="198.51.100.1"), place) for place in range(3)]
    assert at_one == [[202, 202, 202, 429], [202, 202, 202, 429], [429] * 4]
    elsewhere = [asks_for_four(Visitor(linda, address=f"203.0.113.{place}"), place) for place in range(3, 15)]
    assert elsewhere == [[202, 202, 202, 429]] * 11 + [[202, 429, 429, 429]]


def test_a_number_gets_three_codes_a_day_whoever_asks_and_nobody_can_tell(linda: Linda) -> None:
    answers = []
    for place in range(5):
        visitor = Visitor(linda, address=f"198.51.100.{place}")
        visitor.says("hi")
        answers.append(visitor.gives().status)
        later(linda, minutes=10)
    assert answers == [202] * 5
    assert len(codes_on(linda, NUMBER)) == 3


@pytest.mark.parametrize(
    "body", [{"phone": NUMBER}, {"phone": NUMBER, "consent": False}, {"phone": NUMBER, "consent": None}]
)
def test_without_consent_no_code_is_sent(visitor: Visitor, body: dict[str, object]) -> None:
    assert visitor.send("POST", "/api/chat/phone", body).status == 422
    assert texts_on(visitor.linda, NUMBER) == []


@pytest.mark.parametrize(
    "number", ["12345", "+493012345678", "+14165550142", "+18765550142", "+19005550142", "nine", "", "911"]
)
def test_only_an_ordinary_number_of_the_united_states_gets_a_code(visitor: Visitor, number: str) -> None:
    assert visitor.gives(number).status == 422
    assert phone_of(visitor.linda).threads.all() == []


def test_who_stops_the_texts_gets_no_confirmation_by_text_any_more(visitor: Visitor) -> None:
    visitor.says(BOOK)
    visitor.confirms()
    phone_of(visitor.linda).text(NUMBER, "STOP")
    assert "You're booked" in visitor.says("ok")
    visitor.linda.sweeper.sweep()
    assert not any(each.startswith("Booked") for each in texts_on(visitor.linda, NUMBER))


def test_the_owners_next_customer_is_named_by_his_number(visitor: Visitor) -> None:
    visitor.says("book me tomorrow at 10am for my iphone 13 screen")
    visitor.confirms()
    visitor.says("ok")
    (next_up,) = phone_of(visitor.linda).text(OWNER, "who's next").replies
    assert "...0147" in next_up
