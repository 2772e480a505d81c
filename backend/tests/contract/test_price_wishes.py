"""A price only the owner can give: asked once, answered by him or by time, undone while the text is held."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.conversation.approvals import Approvals
from linda.conversation.session import take_over
from linda.domain.errors import InvalidInput, Refused
from linda.domain.price_wish import Answer
from linda.records.approvals import Approval
from linda.records.counters import Counter
from linda.records.leads import Lead
from linda.records.store import Store
from tests.shop_desk import CUSTOMER, OWNER, clock_of, open_shop, phone_of

HAGGLE = ("how much for an iphone 13 screen", "too expensive", "still too much", "can you do $60?")


@pytest.fixture
def linda(store: Store) -> Iterator[Linda]:
    with open_shop("2026-02-10T10:07", store=store) as opened:
        yield opened


def texted(linda: Linda, *texts: str, sender: str = CUSTOMER) -> str:
    for text in texts:
        clock_of(linda).advance(timedelta(seconds=20))
        (reply,) = phone_of(linda).text(sender, text).replies
        linda.sweeper.sweep()
    return reply


def lead(linda: Linda) -> Lead:
    found = linda.records.leads.get(CUSTOMER)
    assert found is not None
    return found


def asked(linda: Linda) -> Approval:
    texted(linda, *HAGGLE)
    approval = Approval.from_item(lead(linda).approval)
    assert approval is not None
    return approval


def approvals(linda: Linda) -> Approvals:
    return Approvals(linda.shop, linda.records, linda.clock)


def heard(linda: Linda, *, after: timedelta = timedelta(seconds=6), person: str = CUSTOMER) -> list[str]:
    """Return what arrived on a phone once the held text had time to leave."""
    before = len(phone_of(linda).threads.of(person))
    clock_of(linda).advance(after)
    linda.sweeper.sweep()
    return [each.body for each in phone_of(linda).threads.of(person)[before:]]


def test_the_owner_gets_one_text_with_both_prices_the_words_and_a_code(linda: Linda) -> None:
    approval = asked(linda)
    (text,) = [each.body for each in phone_of(linda).threads.of(OWNER)]
    assert "iPhone 13 screen for $60 instead of $67.15" in text
    assert '"can you do $60?"' in text
    assert text.endswith(f"Text OK {approval.code} or NO {approval.code}.")


def test_a_yes_holds_at_once_and_the_next_booking_has_that_very_price(linda: Linda) -> None:
    approval = asked(linda)
    decided = approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.APPROVE, by="test")
    assert (decided.amount, decided.says) == (6000, "LINDA gives $60 for iPhone 13 screen.")
    assert heard(linda) == ["Brandon says yes: iPhone 13 screen for $60. When would you like to come in?"]
    texted(linda, "tomorrow 10am")
    (reference,) = lead(linda).bookings
    booking = linda.records.schedule.find(reference)
    assert booking is not None
    assert (booking.price, booking.discount_percent) == (6000, 24)


def test_what_he_gives_does_not_come_out_of_the_days_money_for_lindas_gifts(linda: Linda) -> None:
    approval = asked(linda)
    before = given_today(linda)
    approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.APPROVE, by="test")
    heard(linda)
    texted(linda, "tomorrow 10am")
    assert given_today(linda) == before


def test_halfway_is_whole_dollars_and_a_no_keeps_what_was_promised(linda: Linda) -> None:
    approval = asked(linda)
    assert approval.wish.amounts() == {Answer.APPROVE: 6000, Answer.OFFER: 6300, Answer.KEEP: 6715}
    approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.KEEP, by="test")
    assert heard(linda)[0].startswith("Brandon has to keep iPhone 13 screen at $67.15.")
    assert (lead(linda).discount or {})["percent"] == 15


def test_undo_takes_text_and_price_back_and_the_question_stands_again(linda: Linda) -> None:
    approval = asked(linda)
    before = lead(linda)
    approvals(linda).decide(before.lead_id, approval.approval_id, Answer.APPROVE, by="test")
    assert approvals(linda).undo(before.lead_id, approval.approval_id) == approval
    after = lead(linda)
    assert (after.approval, after.discount, after.recent) == (before.approval, before.discount, before.recent)
    assert heard(linda) == []
    assert texted(linda, f"ok {approval.code}", sender=OWNER) == "Done. LINDA gives $60 for iPhone 13 screen."


def test_once_the_text_has_left_there_is_no_undo(linda: Linda) -> None:
    approval = asked(linda)
    approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.APPROVE, by="test")
    assert len(heard(linda)) == 1
    with pytest.raises(Refused, match="has left"):
        approvals(linda).undo(lead(linda).lead_id, approval.approval_id)
    assert (lead(linda).discount or {})["percent"] == 24


def test_a_booking_made_meanwhile_gets_the_new_price_and_undo_gives_the_old_one_back(linda: Linda) -> None:
    approval = asked(linda)
    texted(linda, "ok tomorrow 10am")
    (reference,) = lead(linda).bookings

    def price() -> int:
        booking = linda.records.schedule.find(reference)
        assert booking is not None
        return booking.price

    assert price() == 6715
    approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.APPROVE, by="test")
    assert price() == 6000
    approvals(linda).undo(lead(linda).lead_id, approval.approval_id)
    assert price() == 6715
    approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.OFFER, by="test")
    assert price() == 6300
    assert heard(linda) == ["Brandon can do iPhone 13 screen for $63."]


@pytest.mark.parametrize(("said", "price"), [("OK", "$60"), ("no", "$67.15"), ("half", "$63")])
def test_the_owner_answers_by_text_with_the_code(linda: Linda, said: str, price: str) -> None:
    approval = asked(linda)
    assert price in texted(linda, f"{said} {approval.code}", sender=OWNER)
    assert price in phone_of(linda).threads.of(CUSTOMER)[-1].body
    assert "Nothing is waiting" in texted(linda, f"ok {approval.code}", sender=OWNER)


def test_a_code_in_a_customers_text_decides_nothing(linda: Linda) -> None:
    approval = asked(linda)
    texted(linda, f"ok {approval.code}")
    assert lead(linda).approval is not None


def test_an_hour_without_an_answer_keeps_the_price_and_says_so(linda: Linda) -> None:
    asked(linda)
    assert heard(linda, after=timedelta(minutes=55)) == []
    (text,) = heard(linda, after=timedelta(minutes=6))
    assert text.startswith("Brandon couldn't answer yet, so iPhone 13 screen stays at $67.15.")
    assert lead(linda).approval is None


def test_asked_at_night_the_owner_is_texted_at_eight_and_has_his_hour(linda: Linda) -> None:
    clock_of(linda).advance(timedelta(hours=12))
    asked(linda)
    assert phone_of(linda).threads.of(OWNER) == []
    assert len(heard(linda, after=timedelta(hours=9, minutes=55), person=OWNER)) == 1
    assert lead(linda).approval is not None
    heard(linda, after=timedelta(hours=1, minutes=10))
    assert lead(linda).approval is None


def test_two_answers_at_once_are_one(linda: Linda) -> None:
    approval = asked(linda)
    approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.APPROVE, by="one")
    with pytest.raises(Refused, match="answered already"):
        approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.KEEP, by="two")
    assert (lead(linda).discount or {})["percent"] == 24


def test_while_linda_answers_the_customer_the_owner_is_asked_to_wait(linda: Linda) -> None:
    approval = asked(linda)
    assert take_over(linda.records, linda.clock, lead(linda)) is not None
    with pytest.raises(Refused, match="right now"):
        approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.APPROVE, by="test")
    assert lead(linda).approval is not None


def test_a_customer_who_opted_out_meanwhile_is_not_texted(linda: Linda) -> None:
    approval = asked(linda)
    phone_of(linda).text(CUSTOMER, "stop texting me please")
    approvals(linda).decide(lead(linda).lead_id, approval.approval_id, Answer.APPROVE, by="test")
    assert heard(linda) == []


def test_a_conversation_that_is_not_there_is_named(linda: Linda) -> None:
    with pytest.raises(InvalidInput, match="no such conversation"):
        approvals(linda).decide("lead_nobody", "ask-1", Answer.KEEP, by="test")


def given_today(linda: Linda) -> int:
    return Counter(linda.records.store, "discount", "2026-02-10").value()
