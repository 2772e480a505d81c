"""The sweeper on every store: what a dead process left is finished once, and what is due is sent once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from linda.conversation.brain import Turn
from linda.conversation.toolbox import Toolbox
from linda.domain.errors import TextNotSent
from linda.entrypoints.jobs import Swept
from linda.records import epoch_ms
from linda.records.inbox import confirm
from linda.records.outbox import CLAIM_MS, GIVE_UP_AFTER, OutgoingText, claim, enqueue, outgoing_key
from linda.records.store import Item, Put, Store
from linda.records.tables import INBOX
from tests.house import BOOK, BOOKED, CUSTOMER, OTHER, OWNER, House, book_or_chat
from tests.running.proof import in_proof

WEBHOOK = timedelta(seconds=15)
CONFIRMED = timedelta(seconds=60)


@pytest.fixture
def house(store: Store) -> House:
    return House(store)


def queue(house: House, body: str = "Reminder.", **changes: object) -> OutgoingText:
    now = epoch_ms(house.clock)
    text = replace(OutgoingText(outgoing_key(body), CUSTOMER, body, now, now), **changes)  # type: ignore[arg-type]
    house.store.transact(enqueue(text))
    return text


def row(house: House, text: OutgoingText) -> Item:
    item = house.store.get(INBOX, {"key": text.key})
    assert item is not None
    return item


def test_nothing_due_is_nothing_done(house: House) -> None:
    house.text("SM1", "hello")
    assert house.sweep() == Swept()


def test_a_text_whose_webhook_died_is_answered_by_a_text_of_our_own_once(house: House) -> None:
    house.arrive("SM1", "hello")
    assert house.sweep() == Swept(), "its webhook may still be at it"
    house.clock.advance(WEBHOOK)
    assert house.sweep() == Swept(answered=1, sent=1)
    assert house.sweep() == Swept()
    assert house.phone.texts == [(CUSTOMER, "You said: hello")]
    assert house.text("SM1", "hello").texts == (), "the answer left by text, so a repeat has nothing to say"


def test_several_texts_of_one_customer_get_one_answer_and_two_customers_get_their_own(house: House) -> None:
    for sid, text, customer in (("SM1", "one", CUSTOMER), ("SM2", "two", CUSTOMER), ("SM3", "three", OTHER)):
        house.arrive(sid, text, customer)
    house.clock.advance(WEBHOOK)
    assert house.sweep().sent == 2
    assert sorted(house.phone.texts) == [(CUSTOMER, "You said: one\ntwo"), (OTHER, "You said: three")]


def test_one_poisoned_message_does_not_stop_the_others(house: House) -> None:
    house.brain.script = poisoned
    for number, customer in enumerate((OTHER, CUSTOMER, OWNER)):
        house.arrive(f"SM{number}", "poison" if customer == CUSTOMER else "hello", customer)
    house.clock.advance(WEBHOOK)
    assert house.sweep() == Swept(answered=3, sent=4)
    assert len(house.brain.turns) == 2


def poisoned(turn: Turn, tools: Toolbox) -> str:
    if "poison" in turn.text:
        raise ZeroDivisionError
    return book_or_chat(turn, tools)


def deadly(turn: Turn, tools: Toolbox) -> str:
    raise Died


class Died(BaseException):
    """The process is gone."""


def test_a_text_that_breaks_its_turn_gets_the_apology_at_once_and_the_owner_an_alert(house: House) -> None:
    house.brain.script = poisoned
    (sorry,) = house.text("SM1", "poison").texts
    house.sweep()
    assert sorry.endswith("Sorry, I'm having trouble. Brandon will text you back.")
    assert [(to, "poison" in body) for to, body in house.phone.texts] == [(OWNER, True)]
    assert house.text("SM1", "poison").texts == (sorry,)
    assert len(house.brain.turns) == 1


def test_a_message_that_kills_its_process_is_closed_after_three_tries(
    house: House,
) -> None:
    house.brain.script = deadly
    with pytest.raises(Died):
        house.text("SM1", "poison")
    for _ in range(2):
        house.clock.advance(timedelta(seconds=30))
        with pytest.raises(Died):
            house.sweep()
    house.clock.advance(timedelta(seconds=30))
    house.brain.script = poisoned
    assert house.sweep() == Swept(answered=1, sent=2)
    assert len(house.brain.turns) == 3
    sorry = dict(house.phone.texts)[CUSTOMER]
    assert sorry.endswith("Sorry, I'm having trouble. Brandon will text you back.")
    assert "poison" in dict(house.phone.texts)[OWNER]
    assert house.message("SM1").is_done
    assert house.lead().handed_over
    assert "gave up" in house.events()[-1]["receipt"]["rules"][0]


def test_who_opted_out_gets_no_apology(house: House) -> None:
    house.brain.script = deadly
    with pytest.raises(Died):
        house.text("SM1", "poison")
    lead = house.lead()
    house.store.transact(
        house.records.leads.put(replace(lead, version=lead.version + 1, opted_out_at=1, tries=3), lead.version)
    )
    house.clock.advance(WEBHOOK)
    house.sweep()
    assert [to for to, _ in house.phone.texts] == [OWNER]
    assert house.message("SM1").is_done


def test_an_answer_that_never_reached_the_carrier_is_sent_once(house: House) -> None:
    house.text("SM1", BOOK)
    house.clock.advance(CONFIRMED - timedelta(milliseconds=1))
    assert house.sweep() == Swept()
    house.clock.advance(timedelta(milliseconds=1))
    assert house.sweep() == Swept(resent=1, sent=1)
    house.clock.advance(CONFIRMED)
    assert house.sweep() == Swept()
    assert house.phone.texts == [(CUSTOMER, BOOKED)]


def test_an_answer_that_the_carrier_has_is_not_sent_again(house: House) -> None:
    house.text("SM1", BOOK)
    house.phone.taken.append((CUSTOMER, BOOKED, house.clock.now()))
    house.clock.advance(CONFIRMED)
    assert house.sweep() == Swept(confirmed=1)
    house.clock.advance(CONFIRMED)
    assert house.sweep() == Swept()
    assert len(house.phone.texts) == 1


def test_an_older_text_with_the_same_words_is_not_taken_for_the_answer(house: House) -> None:
    house.phone.taken.append((CUSTOMER, "You said: hello", house.clock.now()))
    house.clock.advance(timedelta(minutes=1))
    house.text("SM1", "hello")
    house.clock.advance(CONFIRMED)
    assert house.sweep() == Swept(resent=1, sent=1)


def test_an_answer_that_was_confirmed_is_not_asked_for(house: House) -> None:
    house.text("SM1", BOOK)
    house.store.transact(confirm("SM1"))
    house.phone.deaf = True
    house.clock.advance(CONFIRMED)
    assert house.sweep() == Swept()


def test_a_carrier_that_can_not_be_asked_is_asked_again_later(house: House) -> None:
    house.text("SM1", BOOK)
    house.clock.advance(CONFIRMED)
    house.phone.deaf = True
    assert house.sweep() == Swept(waiting=1)
    assert house.phone.texts == []
    house.phone.deaf = False
    house.clock.advance(CONFIRMED)
    assert house.sweep() == Swept(resent=1, sent=1)


def test_a_text_leaves_when_it_is_due_and_once(house: House) -> None:
    text = queue(house, due_at=epoch_ms(house.clock) + 1000)
    assert house.sweep() == Swept()
    house.clock.advance(timedelta(seconds=1))
    assert house.sweep() == Swept(sent=1)
    assert house.sweep() == Swept()
    assert (row(house, text)["status"], row(house, text)["provider_sid"]) == ("sent", "SMout1")


def test_a_text_whose_answer_was_lost_is_looked_up_and_not_sent_again(house: House) -> None:
    text = queue(house)
    house.phone.lost.add(text.body)
    assert house.sweep() == Swept(waiting=1)
    house.clock.advance(timedelta(milliseconds=CLAIM_MS))
    assert house.sweep() == Swept(sent=1)
    assert house.phone.texts == [(CUSTOMER, text.body)]
    assert row(house, text)["provider_sid"] == "SMout1"


def test_a_text_whose_sender_died_before_sending_is_sent(house: House) -> None:
    text = queue(house)
    house.store.transact(claim(text, epoch_ms(house.clock)))
    assert house.sweep() == Swept(), "its sender may be at it"
    house.clock.advance(timedelta(milliseconds=CLAIM_MS))
    assert house.sweep() == Swept(sent=1)
    assert house.phone.texts == [(CUSTOMER, text.body)]


def test_a_text_of_unknown_fate_is_not_sent_while_the_carrier_can_not_be_asked(house: House) -> None:
    text = queue(house)
    house.store.transact(claim(text, epoch_ms(house.clock)))
    house.phone.deaf = True
    for _ in range(5):
        house.clock.advance(timedelta(milliseconds=CLAIM_MS))
        assert house.sweep().sent == 0
    assert house.phone.texts == []
    assert row(house, text)["status"] == "sending"


def test_a_refusal_for_good_closes_a_text_with_its_reason(house: House) -> None:
    text = queue(house)
    house.phone.trouble[text.body] = TextNotSent("21610: opted out", permanent=True)
    assert house.sweep() == Swept(failed=1)
    house.clock.advance(timedelta(days=1))
    assert house.sweep() == Swept()
    assert (row(house, text)["status"], row(house, text)["reason"]) == ("failed", "21610: opted out")


def test_a_passing_refusal_is_tried_again_until_it_passes(house: House) -> None:
    text = queue(house)
    house.phone.trouble[text.body] = TextNotSent("20429: too many", permanent=False)
    assert house.sweep() == Swept(waiting=1)
    house.clock.advance(timedelta(minutes=1))
    assert house.sweep() == Swept(waiting=1)
    del house.phone.trouble[text.body]
    house.clock.advance(timedelta(minutes=1))
    assert house.sweep() == Swept(sent=1)


def test_a_text_that_nobody_takes_is_given_up_at_last(house: House) -> None:
    text = queue(house)
    house.phone.trouble[text.body] = TextNotSent("20429: too many", permanent=False)
    swept = []
    for _ in range(GIVE_UP_AFTER + 3):
        swept.append(house.sweep())
        house.clock.advance(timedelta(hours=1))
    assert swept[:GIVE_UP_AFTER] == [Swept(waiting=1)] * GIVE_UP_AFTER
    assert swept[GIVE_UP_AFTER:] == [Swept(failed=1), Swept(), Swept()]
    assert "12 attempts" in row(house, text)["reason"]


def test_a_text_to_who_opted_out_meanwhile_is_not_sent(house: House) -> None:
    house.text("SM1", "hello")
    house.store.transact(confirm("SM1"))
    text = queue(house, about=house.lead().lead_id)
    house.clock.advance(timedelta(seconds=1))
    house.text("SM2", "STOP")
    assert house.sweep() == Swept(failed=1)
    assert house.phone.texts == []
    assert "opted out" in row(house, text)["reason"]


def test_the_confirmation_of_an_opt_out_is_still_sent(house: House) -> None:
    house.arrive("SM1", "please stop texting me")
    house.clock.advance(WEBHOOK)
    assert house.sweep() == Swept(answered=1, sent=1)
    assert "no more texts" in house.phone.texts[0][1]


def test_two_sweepers_at_once_send_each_text_once(house: House) -> None:
    for number in range(5):
        queue(house, f"Reminder {number}.")
    house.arrive("SM1", "hello")
    house.clock.advance(WEBHOOK)
    rows = house.records.inbox.due(epoch_ms(house.clock))
    other = house.another()
    other.phone = house.phone
    swept = house.sweep()
    late = [other.sweeper._settled(each) for each in rows]
    assert (swept.sent, set(late)) == (6, {"waiting"})
    assert len(house.phone.texts) == 6


def test_a_row_that_nobody_can_read_does_not_stop_the_others(house: House) -> None:
    house.store.transact(Put(INBOX, {"key": "out#bad", "due": "due", "due_at": 1}))
    house.store.transact(Put(INBOX, {"key": "msg#bad", "due": "due", "due_at": 1}))
    queue(house)
    assert house.sweep() == Swept(sent=1, broken=2)


def test_a_thousand_due_rows_are_one_sweep(house: House) -> None:
    many = in_proof(1_000)
    for number in range(many):
        queue(house, f"Reminder {number}.")
    assert house.sweep() == Swept(sent=many)
    assert len(set(house.phone.texts)) == many
