"""The chat of the web page on every store: one id is one text, and what is his no other visitor sees."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.conversation.acceptance import receive
from linda.conversation.approvals import Approvals
from linda.conversation.inbound import Inbound
from linda.conversation.own_messages import OwnMessages
from linda.domain.price_wish import Answer
from linda.domain.visitor import message_id
from linda.records.store import Store
from tests.shop_desk import clock_of, open_shop, phone_of
from tests.together import at_once
from tests.visitor import Visitor

ID = "a" * 32
HELLO = "how much for an iphone 13 screen"


@pytest.fixture
def linda(store: Store) -> Iterator[Linda]:
    with open_shop("2026-02-10T10:07", store=store) as opened:
        yield opened


@pytest.fixture
def visitor(linda: Linda) -> Visitor:
    return Visitor(linda)


def on_phones(linda: Linda) -> list[str]:
    return [each.person for each in phone_of(linda).threads.all()]


@pytest.mark.parametrize("later", [timedelta(), timedelta(minutes=3), timedelta(days=400)], ids=str)
def test_the_same_id_gets_the_same_answer_at_any_age_and_has_no_second_effect(
    visitor: Visitor, later: timedelta
) -> None:
    first = visitor.post(HELLO, ID)
    before = visitor.lines()
    clock_of(visitor.linda).advance(later)
    assert visitor.post(HELLO, ID).body == first.body
    assert visitor.lines() == before


def test_a_first_text_whose_answer_was_lost_leads_to_the_same_chat(linda: Linda) -> None:
    first, again = Visitor(linda).post(HELLO, ID), Visitor(linda).post(HELLO, ID)
    assert first.body == again.body
    assert len(linda.records.leads.by_activity()) == 1


def test_the_same_text_many_times_at_once_is_one_text(visitor: Visitor) -> None:
    visitor.post("hi")
    answers = at_once(6, lambda _: Visitor(visitor.linda, visitor.token).post(HELLO, ID))
    assert {each.status for each in answers if each} == {200}
    assert [who for who, text in visitor.lines() if text == HELLO] == ["you"]


def test_another_visitor_with_the_same_id_gets_an_answer_of_his_own(linda: Linda) -> None:
    mine, other = Visitor(linda), Visitor(linda)
    mine.post("my iphone 13 screen is broken and my name is Ana", ID)
    answer = other.post("where are you", ID)
    assert other.token != mine.token
    assert "Jacksonville" in answer.body["lines"][0]["text"]
    assert not any("Ana" in text or "iphone" in text.lower() for _, text in other.lines())


def test_nobody_is_let_in_with_a_token_that_was_not_given_out(linda: Linda, visitor: Visitor) -> None:
    visitor.post(HELLO)
    kept = visitor.customer.removeprefix("web:")
    for token in ("0" * 64, "", kept, visitor.customer, visitor.lead.lead_id):
        stranger = Visitor(linda, token)
        assert stranger.send("GET", "/api/chat").status == 404
        assert stranger.gives().status == stranger.enters("123456").status == 404
    assert Visitor(linda, "0" * 64).post("hi").status == 404
    assert len(linda.records.leads.by_activity()) == 1


def test_the_token_is_in_no_row(visitor: Visitor) -> None:
    visitor.post(HELLO)
    records = visitor.linda.records
    kept = [visitor.lead.to_item(), records.leads.events(visitor.lead.lead_id)]
    assert visitor.token
    assert visitor.token not in repr(kept)


def test_what_the_owner_writes_is_read_once_it_has_left_and_reaches_no_carrier(visitor: Visitor) -> None:
    visitor.post(HELLO)
    linda, lead, seen = visitor.linda, visitor.lead, visitor.reads()["cursor"]
    own = OwnMessages(linda.records, linda.clock, linda.sender)
    own.send(lead.lead_id, "handmade1", "Come at noon.")
    assert visitor.reads(seen)["lines"] == []
    assert visitor.reads(seen)["cursor"] == seen
    clock_of(linda).advance(timedelta(seconds=5))
    own.release(lead.lead_id, "handmade1")
    said = visitor.reads(seen)
    assert [(each["who"], each["text"]) for each in said["lines"]] == [("owner", "Come at noon.")]
    assert said["cursor"] > seen
    assert visitor.reads(said["cursor"])["lines"] == []
    assert on_phones(linda) == []


def test_a_text_the_owner_took_back_is_never_read(visitor: Visitor) -> None:
    visitor.post(HELLO)
    linda = visitor.linda
    own = OwnMessages(linda.records, linda.clock, linda.sender)
    own.send(visitor.lead.lead_id, "handmade1", "Oops")
    own.undo(visitor.lead.lead_id, "handmade1")
    clock_of(linda).advance(timedelta(minutes=1))
    linda.sweeper.sweep()
    assert "Oops" not in repr(visitor.lines())


def test_the_owners_answer_about_a_price_comes_into_the_chat(visitor: Visitor) -> None:
    for text in (HELLO, "too expensive", "still too much", "can you do $60?"):
        visitor.says(text)
    linda, approval = visitor.linda, visitor.lead.approval
    assert approval is not None
    approvals = Approvals(linda.shop, linda.records, linda.clock)
    approvals.decide(visitor.lead.lead_id, approval["approval_id"], Answer.APPROVE, by="test")
    clock_of(linda).advance(timedelta(seconds=6))
    linda.sweeper.sweep()
    assert visitor.lines()[-1][0] == "linda"
    assert "Brandon says yes" in visitor.lines()[-1][1]


def test_a_text_whose_worker_died_is_seen_at_once_and_answered_by_the_sweeper(visitor: Visitor) -> None:
    visitor.post("hi")
    linda, seen = visitor.linda, visitor.reads()["cursor"]
    lost = Inbound(message_id(visitor.customer, ID), "web", visitor.customer, HELLO, linda.shop.phone)
    receive(linda.records, linda.clock, lost)
    waiting = visitor.reads(seen)
    assert ([each["text"] for each in waiting["lines"]], waiting["cursor"]) == ([HELLO], seen)
    clock_of(linda).advance(timedelta(seconds=20))
    linda.sweeper.sweep()
    assert [each["who"] for each in visitor.reads(seen)["lines"]] == ["you", "linda"]
    assert linda.records.inbox.waiting() == 0
    assert on_phones(linda) == []


def test_an_answered_text_leaves_the_sweeper_nothing_to_do(visitor: Visitor) -> None:
    visitor.post(HELLO)
    assert visitor.linda.records.inbox.waiting() == 0
