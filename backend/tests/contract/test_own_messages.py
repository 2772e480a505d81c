"""The owner in a conversation himself: LINDA falls silent, his texts are held, and undo is true."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.conversation.acceptance import receive
from linda.conversation.brain import Deadline
from linda.conversation.own_messages import LONGEST, OwnMessages
from linda.domain.errors import InvalidInput, Refused
from linda.records.leads import Lead
from linda.records.outbox import FAILED, SENT
from linda.records.store import Store
from tests.house import a_text
from tests.shop_desk import CUSTOMER, clock_of, open_shop, phone_of


@pytest.fixture
def linda(store: Store) -> Iterator[Linda]:
    with open_shop("2026-02-10T10:07", store=store) as opened:
        phone_of(opened).text(CUSTOMER, "how much for an iphone 13 screen")
        yield opened


def own(linda: Linda) -> OwnMessages:
    return OwnMessages(linda.records, linda.clock, linda.sender)


def lead(linda: Linda) -> Lead:
    found = linda.records.leads.get(CUSTOMER)
    assert found is not None
    return found


def replies(linda: Linda, text: str) -> tuple[str, ...]:
    clock_of(linda).advance(timedelta(seconds=20))
    return phone_of(linda).text(CUSTOMER, text).replies


def on_the_phone(linda: Linda) -> list[str]:
    return [each.body for each in phone_of(linda).threads.of(CUSTOMER) if each.author == "shop"]


def after(linda: Linda, seconds: int) -> None:
    clock_of(linda).advance(timedelta(seconds=seconds))
    linda.sweeper.sweep()


def test_taken_over_linda_is_silent_until_it_is_given_back(linda: Linda) -> None:
    own(linda).take(lead(linda).lead_id)
    assert replies(linda, "tomorrow 10am?") == ()
    own(linda).give_back(lead(linda).lead_id)
    assert replies(linda, "tomorrow 10am?") != ()


def test_four_hours_after_his_last_word_linda_answers_again(linda: Linda) -> None:
    own(linda).take(lead(linda).lead_id)
    clock_of(linda).advance(timedelta(hours=3, minutes=59))
    assert replies(linda, "hello?") == ()
    clock_of(linda).advance(timedelta(minutes=2))
    assert replies(linda, "anybody there?") != ()


def test_what_she_was_about_to_say_when_he_took_over_is_not_said(linda: Linda) -> None:
    arrival = receive(linda.records, linda.clock, a_text("SMthinking", "and a battery?"))
    assert arrival.session is not None
    own(linda).take(lead(linda).lead_id)
    before = on_the_phone(linda)
    linda.engine._work(arrival.session, "SMthinking", Deadline.after(linda.clock, 5))
    after(linda, 20)
    assert on_the_phone(linda) == before
    message = linda.records.inbox.get("SMthinking")
    assert message is not None
    assert (message.is_done, message.reply) == (True, ())


def test_a_text_by_hand_leaves_after_five_seconds_and_silences_linda(linda: Linda) -> None:
    before = on_the_phone(linda)
    held = own(linda).send(lead(linda).lead_id, "a1", "I can do it at noon.\nBrandon")
    after(linda, 4)
    assert on_the_phone(linda) == before
    after(linda, 2)
    assert on_the_phone(linda) == [*before, "I can do it at noon. Brandon"]
    assert held.body == "I can do it at noon. Brandon"
    assert replies(linda, "ok") == ()


def test_undo_within_the_five_seconds_gives_the_text_back_and_nothing_leaves(linda: Linda) -> None:
    before, recent = on_the_phone(linda), lead(linda).recent
    own(linda).send(lead(linda).lead_id, "a1", "Oops")
    assert own(linda).undo(lead(linda).lead_id, "a1") == "Oops"
    after(linda, 60)
    assert on_the_phone(linda) == before
    assert lead(linda).recent == recent
    with pytest.raises(Refused, match="taken back"):
        own(linda).undo(lead(linda).lead_id, "a1")


def test_what_has_left_can_not_be_undone(linda: Linda) -> None:
    own(linda).send(lead(linda).lead_id, "a1", "Hi")
    after(linda, 6)
    with pytest.raises(Refused, match="has left"):
        own(linda).undo(lead(linda).lead_id, "a1")
    assert on_the_phone(linda)[-1] == "Hi"


def test_the_same_message_asked_twice_is_one_text(linda: Linda) -> None:
    first = own(linda).send(lead(linda).lead_id, "a1", "Hi")
    clock_of(linda).advance(timedelta(seconds=1))
    assert own(linda).send(lead(linda).lead_id, "a1", "Hi") == first
    after(linda, 30)
    assert on_the_phone(linda).count("Hi") == 1


def test_the_page_may_send_it_when_its_time_has_come_and_not_before(linda: Linda) -> None:
    own(linda).send(lead(linda).lead_id, "a1", "Hi")
    assert own(linda).release(lead(linda).lead_id, "a1").status == "queued"
    clock_of(linda).advance(timedelta(seconds=5))
    assert own(linda).release(lead(linda).lead_id, "a1").status == SENT
    assert on_the_phone(linda).count("Hi") == 1


def test_a_text_the_carrier_refuses_is_the_owners_trouble_until_it_is_sent_again(linda: Linda) -> None:
    phone_of(linda).blocked.add(CUSTOMER)
    own(linda).send(lead(linda).lead_id, "a1", "Hi")
    after(linda, 6)
    trouble = lead(linda).trouble
    assert trouble is not None
    assert (trouble["text"], "21610" in trouble["reason"]) == ("Hi", True)
    assert own(linda).release(lead(linda).lead_id, "a1").status == FAILED
    phone_of(linda).blocked.clear()
    assert own(linda).release(lead(linda).lead_id, "a1").status == SENT
    assert lead(linda).trouble is None


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST + 1)])
def test_a_text_no_carrier_takes_is_refused(linda: Linda, text: str) -> None:
    with pytest.raises(InvalidInput, match="1 to 1600"):
        own(linda).send(lead(linda).lead_id, "a1", text)


def test_who_wants_no_texts_gets_none_by_hand_either(linda: Linda) -> None:
    phone_of(linda).text(CUSTOMER, "STOP")
    with pytest.raises(Refused, match="no more texts"):
        own(linda).send(lead(linda).lead_id, "a1", "Hi")


def test_another_customers_message_is_not_there(linda: Linda) -> None:
    phone_of(linda).text("+19045550143", "hello")
    own(linda).send(lead(linda).lead_id, "a1", "Hi")
    other = linda.records.leads.get("+19045550143")
    assert other is not None
    with pytest.raises(Refused, match="no such text"):
        own(linda).undo(other.lead_id, "a1")


def test_closed_it_is_off_the_list_until_he_writes_again(linda: Linda) -> None:
    closed = own(linda).close(lead(linda).lead_id)
    assert closed.done_at >= closed.last_activity
    replies(linda, "one more thing")
    assert lead(linda).done_at < lead(linda).last_activity
