"""What is true may be said: no false alarm on honest replies."""

from dataclasses import replace
from datetime import datetime

import pytest

from linda.conversation.facts import Facts, Pending
from linda.domain.owner_state import OwnerState
from tests.unit.conversation.claims.worlds import NOTHING, TODAY, ZONE, a_world, openings, table, world_named

HONEST = table("honest")


@pytest.mark.parametrize(("world", "text"), HONEST, ids=[f"{world}: {text}" for world, text in HONEST])
def test_an_honest_reply_passes(world: str, text: str) -> None:
    assert world_named(world).faults(text) == []


def test_there_are_at_least_80_honest_replies() -> None:
    assert len(set(HONEST)) >= 80


def test_the_owners_bulletin_may_be_repeated_word_for_word_and_no_otherwise() -> None:
    world = a_world(state=OwnerState(bulletin="Two cases for $40 this week."))
    assert world.faults("By the way: Two cases for $40 this week.") == []
    assert world.faults("By the way: three cases for $40 this week.")


def test_a_day_the_customer_named_may_be_asked_back_but_not_offered() -> None:
    world = a_world(said="friday the 13th or the 20th", facts=Facts(services=("battery",)))
    assert world.faults("Did you mean Fri Feb 13 or Fri Feb 20?") == []
    assert world.faults("How about Fri Feb 13?")


def test_a_holiday_may_be_the_reason_for_a_day_off_and_no_offer() -> None:
    world = a_world(said="open thanksgiving?", now=datetime(2026, 11, 20, 12, 46, tzinfo=ZONE))
    assert world.faults("We're closed Thu Nov 26 (Thanksgiving Day).") == []
    for lie in (
        "Thu Nov 26 (Thanksgiving Day) is open.",
        "See you Thanksgiving Day!",
        "We're closed Thu Nov 26 (Easter).",
    ):
        assert world.faults(lie)


def test_a_day_of_our_last_question_may_be_asked_again() -> None:
    asked = replace(NOTHING.turn, pending=Pending("which_day", {"days": ["2026-02-13", "2026-02-20"]}))
    assert replace(NOTHING, turn=asked).faults("Do you mean Fri Feb 13 or Fri Feb 20?") == []
    assert NOTHING.faults("Do you mean Fri Feb 13 or Fri Feb 20?")


def test_the_customers_own_number_may_be_named() -> None:
    assert NOTHING.faults("I'll use (904) 555-0142 for the booking.") == []


def test_a_shop_without_warranty_promises_none() -> None:
    shop = replace(NOTHING.turn.shop, warranty_days=0)
    world = replace(NOTHING, turn=replace(NOTHING.turn, shop=shop))
    assert world.faults("Repairs come with a 90-day warranty.")
    assert world.faults("There's no warranty on repairs.") == []


def test_an_opening_right_after_a_booking_is_an_opening() -> None:
    booked = world_named("BOOKED")
    world = replace(booked, runs=(*booked.runs, openings(TODAY, "14:45", left=1)))
    assert world.faults("Later today I have 2:45 PM.") == []
    assert booked.faults("Later today I have 2:45 PM.")


def test_what_was_done_before_in_this_turn_counts() -> None:
    booked = world_named("BOOKED")
    told = replace(booked.turn, effects=booked.runs)
    world = replace(booked, turn=told, runs=())
    assert world.faults(f"You're booked for today at 2 PM, {TODAY:%b} 10.") == []
