"""What a caller means before any turn: a goodbye, a pitch, a wish for the owner."""

import pytest

from linda.conversation.calls.hearing import is_farewell, is_sales_call, wants_a_person
from linda.conversation.calls.phrases import GOODBYE, parting

FAREWELLS = """
bye
okay thank you bye bye
no thanks, that's all, goodbye
great, have a good one
yes thanks bye
Thanks Linda, see you tomorrow.
good night
"""
NO_FAREWELLS = """
don't say goodbye yet
i dropped it last night good night what a mess
hey by the way it's about my phone
i haven't said bye
talk to you later about the price
tomorrow at two thirty thanks bye
thanks
the first one thank you bye
"""
PITCHES = """
your google business listing is about to expire, press one to speak to an agent
this is not a sales call, we have reviewed your merchant services
final notice regarding your account
you are pre approved for a lower interest rate
we have been trying to reach you about your extended warranty, press 1 to be connected to our specialist
"""
NO_PITCHES = """
does the screen repair come with an extended warranty
hi i found you on your google listing do you fix an iphone 13 screen
it told me to press one but nothing happened how much is an iphone 12 battery
what's your interest rate if i pay for the repair in two parts
please do not hang up
google listing says you close at five
the voicemail said press two
do you take credit card
"""


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("said", lines(FAREWELLS))
def test_it_is_a_farewell(said: str) -> None:
    assert is_farewell(said)


@pytest.mark.parametrize("said", lines(NO_FAREWELLS))
def test_it_is_more_than_a_farewell_or_none(said: str) -> None:
    assert not is_farewell(said)


@pytest.mark.parametrize("said", lines(PITCHES))
def test_it_is_a_pitch(said: str) -> None:
    assert is_sales_call(said)


@pytest.mark.parametrize("said", lines(NO_PITCHES))
def test_a_customer_is_no_pitch(said: str) -> None:
    assert not is_sales_call(said)


def test_who_asks_for_the_owner_and_a_price_wants_more_than_the_owner() -> None:
    assert wants_a_person("can I talk to Brandon please", "Brandon")
    assert not wants_a_person("can i talk to Brandon and how much is an iphone 13 screen", "Brandon")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("You're welcome.", "You're welcome."),
        (
            "You're booked: tomorrow at 10 AM, $71.10. Add a case?",
            f"You're booked: tomorrow at 10 AM, $71.10. {GOODBYE}",
        ),
        ("What can I do for you?", GOODBYE),
    ],
)
def test_who_says_goodbye_is_told_what_was_done_and_asked_nothing(reply: str, said: str) -> None:
    assert parting(reply) == said
