"""What one number may use up by text and by call, and that all others are served as ever."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.domain.limits import (
    ALERTS_ABOUT_A_CUSTOMER,
    ALERTS_OF_ALL,
    ALERTS_OF_VISITORS,
    CALLS_OF_A_NUMBER,
    DANGER_OF_VISITORS,
    TEXTS_BACK,
    TEXTS_OF_A_NUMBER,
)
from linda.testing.memory_store import MemoryStore
from tests.caller import Caller, words
from tests.shop_desk import CUSTOMER, OWNER, clock_of, open_shop, phone_of
from tests.visitor import Visitor

OTHER = "+19045550143"


@pytest.fixture
def linda() -> Iterator[Linda]:
    with open_shop(store=MemoryStore()) as opened:
        yield opened


def answers(linda: Linda, number: str) -> int:
    return len([each for each in phone_of(linda).threads.of(number) if each.author == "shop"])


def needed(linda: Linda) -> list[str]:
    while linda.sweeper.sweep().sent:
        pass
    return [text.body for text in phone_of(linda).threads.of(OWNER) if "needs you" in text.body]


def rung(linda: Linda, number: str, call_sid: str) -> str:
    """Return what a call hears first."""
    return words(Caller(linda, number, call_sid).asks("", CallStatus="ringing"))


def test_a_number_that_texts_without_end_is_answered_sixty_times_an_hour_and_others_as_ever(linda: Linda) -> None:
    phone = phone_of(linda)
    for number in range(TEXTS_OF_A_NUMBER.most + 5):
        phone.text(CUSTOMER, f"how much is an iphone {11 + number % 6} screen? {number}")
        clock_of(linda).advance(timedelta(seconds=20))
    assert answers(linda, CUSTOMER) == TEXTS_OF_A_NUMBER.most
    phone.text(OTHER, "how much is an iphone 13 screen?")
    assert answers(linda, OTHER) == 1
    clock_of(linda).advance(timedelta(hours=1))
    phone.text(CUSTOMER, "how much is an iphone 13 screen?")
    assert answers(linda, CUSTOMER) == TEXTS_OF_A_NUMBER.most + 1


def test_a_number_that_calls_without_end_is_asked_to_text_and_others_are_greeted(linda: Linda) -> None:
    said = [rung(linda, CUSTOMER, f"CA{each:032d}") for each in range(CALLS_OF_A_NUMBER.most + 1)]
    assert "has called a lot" not in said[-2]
    assert "has called a lot" in said[-1]
    assert "has called a lot" not in rung(linda, OTHER, f"CA{99:032d}")
    clock_of(linda).advance(timedelta(hours=1))
    assert "has called a lot" not in rung(linda, CUSTOMER, f"CA{100:032d}")


def test_one_customer_texts_the_owner_five_times_a_day_and_danger_gets_through_from_others(linda: Linda) -> None:
    visitor = Visitor(linda)
    for _ in range(ALERTS_ABOUT_A_CUSTOMER.most + 3):
        visitor.says("can i talk to brandon please")
        clock_of(linda).advance(timedelta(minutes=10))
    assert len(needed(linda)) <= ALERTS_ABOUT_A_CUSTOMER.most
    assert visitor.lead.handed_over, "the request stands in Needs you"
    phone_of(linda).text(OTHER, "my battery is smoking!!")
    assert "URGENT" in needed(linda)[-1]


def test_strangers_use_up_the_days_texts_to_the_owner_and_danger_still_reaches_them(linda: Linda) -> None:
    for place in range(ALERTS_OF_ALL.most + 5):
        phone_of(linda).text(f"+190455501{place:02}", "can i talk to brandon please")
    told = needed(linda)
    assert len(told) == ALERTS_OF_ALL.most
    assert len([each for each in told if each.endswith("further requests stand in Needs you on your desk.")]) == 1
    phone_of(linda).text("+19045550198", "my battery is smoking!!")
    assert "URGENT" in needed(linda)[-1]


def new_visitors_say(linda: Linda, text: str, visitors: int) -> None:
    """Have as many visitors say `text` as one address may bring, each more than once."""
    for place in range(visitors):
        visitor = Visitor(linda, address=f"198.51.100.{place}")
        for _ in range(ALERTS_ABOUT_A_CUSTOMER.most):
            visitor.says(text)


def test_visitors_who_come_anew_each_time_leave_two_thirds_of_the_days_texts_to_customers_with_a_number(
    linda: Linda,
) -> None:
    new_visitors_say(linda, "can i talk to brandon please", 8)
    told = needed(linda)
    assert len(told) == ALERTS_OF_VISITORS.most
    assert told[-1].endswith("further requests stand in Needs you on your desk.")
    phone_of(linda).text(OTHER, "can i talk to brandon please")
    assert "(904) 555-0143" in needed(linda)[-1]


def test_danger_made_up_by_ever_new_visitors_ends_and_that_of_a_number_does_not(linda: Linda) -> None:
    new_visitors_say(linda, "my battery is smoking!!", 8)
    assert len(needed(linda)) == DANGER_OF_VISITORS.most
    phone_of(linda).text(OTHER, "my battery is smoking!!")
    assert "URGENT (904) 555-0143" in needed(linda)[-1]


def test_calls_that_show_ever_other_numbers_have_sixty_texts_a_day_sent_and_each_call_is_noted(linda: Linda) -> None:
    numbers = [f"+190455501{place:02}" for place in range(TEXTS_BACK.most + 5)]
    for place, number in enumerate(numbers):
        caller = Caller(linda, number, f"CA{place:032d}")
        caller.asks("", CallStatus="ringing")
        caller.tells()
    assert sum(answers(linda, number) for number in numbers) == TEXTS_BACK.most
    assert linda.records.leads.get(numbers[-1]) is not None
    clock_of(linda).advance(timedelta(days=1))
    caller = Caller(linda, numbers[-1], f"CA{99:032d}")
    caller.asks("", CallStatus="ringing")
    caller.tells()
    assert answers(linda, numbers[-1]) == 1
