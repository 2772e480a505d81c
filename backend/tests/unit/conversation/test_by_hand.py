"""A change by hand: the very tools, the same rules, a line in the journal, and no harm to a turn at hand."""

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

import pytest

from linda.conversation.acceptance import receive
from linda.conversation.by_hand import ByHand
from linda.conversation.toolbox import Status
from linda.conversation.turn import MOST_TRIES
from linda.domain.errors import Refused, StoreUnavailable
from linda.records import Records
from linda.records.leads import Lead
from linda.records.store import Put, Write
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.house import BOOK, BOOKED, CUSTOMER, NOW, House, a_text, the_shop

SLOT: dict[str, Any] = {"date": "2026-02-11", "time": "10:00", "repair_type": "battery", "device": "iPhone 13"}


class Hand:
    """The hand, with its own records."""

    def __init__(self, house: House | None = None) -> None:
        self.clock = house.clock if house else FakeClock(NOW.astimezone(UTC))
        self.records = house.records if house else Records.on(MemoryStore(), self.clock)
        self.hand = ByHand(the_shop(), self.records, self.clock, "cli")

    def lead(self) -> Lead:
        lead = self.records.leads.get(CUSTOMER)
        assert lead is not None
        return lead


def test_a_booking_by_hand_is_the_customers_and_is_in_his_journal() -> None:
    hand = Hand()
    run = hand.hand.run(CUSTOMER, "book_slot", SLOT)
    assert run.outcome.status is Status.DONE
    (event,) = hand.records.leads.events(hand.lead().lead_id)
    assert (event["event"], event["source"], event["run"]["tool"]) == ("by_hand", "cli", "book_slot")
    assert (len(hand.lead().bookings), hand.lead().effects, hand.lead().leased_until) == (1, (), 0)


def test_a_refusal_is_noted_too_and_the_lead_is_free_again() -> None:
    hand = Hand()
    run = hand.hand.run(CUSTOMER, "book_slot", SLOT | {"time": "3:00"})
    assert run.outcome.status is Status.REFUSED
    assert len(hand.records.leads.events(hand.lead().lead_id)) == 1
    assert hand.lead().leased_until == 0


def test_two_bookings_by_hand_are_two_messages() -> None:
    hand = Hand()
    for at in ("10:00", "11:00", "12:00"):
        assert hand.hand.run(CUSTOMER, "book_slot", SLOT | {"time": at}).outcome.status is Status.DONE
    assert hand.hand.run(CUSTOMER, "book_slot", SLOT | {"time": "13:00"}).outcome.status is Status.REFUSED


def test_while_linda_answers_the_customer_a_hand_waits() -> None:
    hand = Hand()
    assert receive(hand.records, hand.clock, a_text()).session is not None
    with pytest.raises(Refused, match="try again in a few seconds"):
        hand.hand.run(CUSTOMER, "book_slot", SLOT)


def test_changes_by_hand_are_no_failed_turns_of_the_customer() -> None:
    house = House(MemoryStore())
    hand = Hand(house)
    for _ in range(MOST_TRIES + 2):
        hand.hand.run(CUSTOMER, "my_bookings", {})
    assert hand.lead().tries == 0
    assert house.text("SM1", "hello").texts == ("You said: hello",)


def test_a_turn_that_died_half_way_still_finds_what_it_had_done() -> None:
    def die(step: str) -> None:
        if step == "thought":
            raise KeyboardInterrupt

    house = House(MemoryStore(), checkpoint=die)
    with pytest.raises(KeyboardInterrupt):
        house.text("SM1", BOOK)
    house.clock.advance(timedelta(seconds=20))
    before = house.lead()
    Hand(house).hand.run(CUSTOMER, "book_slot", SLOT | {"time": "14:00"})
    assert (house.lead().effects, house.lead().tries) == (before.effects, before.tries)
    survivor = house.another()
    survivor.sweep()
    assert survivor.phone.texts == [(CUSTOMER, BOOKED)]
    assert len(survivor.bookings()) == 2


class DeadAfterTheDeed(MemoryStore):
    """A store whose caller is gone before he can close what he did by hand."""

    def transact(self, *writes: Write) -> None:
        """Carry out `writes`, but for the closing ones."""
        if any(isinstance(each, Put) and each.item.get("event") == "by_hand" for each in writes):
            raise StoreUnavailable("gone")
        super().transact(*writes)


def test_a_hand_that_died_half_way_holds_up_no_text_and_its_deed_is_told_to_nobody() -> None:
    house = House(DeadAfterTheDeed())
    with pytest.raises(StoreUnavailable):
        Hand(house).hand.run(CUSTOMER, "book_slot", SLOT)
    house.clock.advance(timedelta(seconds=20))
    house.arrive("SM1", "hello")
    house.clock.advance(timedelta(seconds=20))
    house.sweep()
    assert house.phone.texts == [(CUSTOMER, "You said: hello")]
    assert (len(house.lead().bookings), house.lead().effects, house.lead().waiting) == (1, (), ())
    (told,) = [event["receipt"]["tools"] for event in house.events() if event["event"] == "reply"]
    assert told == []


def test_the_owners_state_of_this_moment_counts() -> None:
    hand = Hand()
    state = hand.records.states.current()
    hand.records.states.change(replace(state, until=None, max_discount_percent=0), by="test")
    hand.hand.run(CUSTOMER, "note_facts", {"device": "iPhone 13", "repair_type": "battery"})
    run = hand.hand.run(CUSTOMER, "authorize_discount", {"discount_percent": 5, "reason": "referral"})
    assert run.outcome.sentence == "I can't take anything off that price."
