"""The chat of the web page over HTTP: what is accepted, how much of it, and what comes back of hostile texts."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from linda.bootstrap import Linda
from linda.domain.limits import CHAT_OF_ALL
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import OWNER, clock_of, open_shop
from tests.visitor import Visitor, texts_on

ID = "b" * 32


@pytest.fixture
def linda() -> Iterator[Linda]:
    with open_shop("2026-02-10T10:07", store=MemoryStore()) as opened:
        yield opened


@pytest.fixture
def visitor(linda: Linda) -> Visitor:
    return Visitor(linda)


def later(visitor: Visitor, **delta: float) -> None:
    clock_of(visitor.linda).advance(timedelta(**delta))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "\N{PILE OF POO}" * 500,
        "a" * 1000,
        "line\nline",
        '"; DROP TABLE leads; --',
        "{owner}",
    ],
)
def test_a_text_comes_back_as_the_text_it_was(visitor: Visitor, text: str) -> None:
    answer = visitor.post(text)
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/json"
    assert visitor.lines()[0] == ("you", text)


def test_control_characters_are_left_out(visitor: Visitor) -> None:
    assert visitor.post("a\x00b\x1b[31mc \ufffe").status == 200
    assert visitor.lines()[0] == ("you", "ab[31mc")


@pytest.mark.parametrize(
    "body",
    [
        {"visitor": None, "id": ID, "text": ""},
        {"visitor": None, "id": ID, "text": " \n\x00"},
        {"visitor": None, "id": ID, "text": "x" * 1001},
        {"visitor": None, "id": ID, "text": "half a character \ud800"},
        {"visitor": None, "id": ID.upper(), "text": "hi"},
        {"visitor": None, "id": ID[:-1], "text": "hi"},
        {"visitor": None, "id": f"{ID}\n", "text": "hi"},
        {"visitor": 5, "id": ID, "text": "hi"},
        {"visitor": None, "id": ID, "text": ["hi"]},
        {"visitor": None, "id": ID, "text": "hi", "channel": "sms"},
        {"text": "hi"},
    ],
    ids=str,
)
def test_what_can_not_be_a_text_is_refused_and_leaves_nothing(visitor: Visitor, body: dict[str, object]) -> None:
    assert visitor.send("POST", "/api/chat", body).status == 422
    assert visitor.linda.records.leads.by_activity() == []


@pytest.mark.parametrize("word", ["stop", "STOP", "start", "unsubscribe", "please stop texting me"])
def test_the_carriers_words_are_words_like_any_other_here(visitor: Visitor, word: str) -> None:
    assert visitor.says(word)
    assert visitor.lead.opted_out_at == 0
    assert "$79" in visitor.says("how much for an iphone 13 screen")


def test_the_owner_is_told_of_a_visitor_by_his_name_or_as_a_visitor(linda: Linda) -> None:
    nameless, ana = Visitor(linda), Visitor(linda)
    ana.says("hi, my name is Ana")
    for each in (nameless, ana):
        assert "text you" not in each.says("i want to talk to a human")
    linda.sweeper.sweep()
    first, second = texts_on(linda, OWNER)
    assert first.startswith("A visitor of the web page needs you")
    assert second.startswith("Ana needs you")


def test_twenty_texts_in_ten_minutes_and_the_next_one_when_they_are_over(visitor: Visitor) -> None:
    statuses = [visitor.post("hi").status for _ in range(21)]
    assert statuses == [200] * 20 + [429]
    assert visitor.post("hi").headers["retry-after"] == "600"
    later(visitor, minutes=10)
    assert visitor.post("hi").status == 200


def test_a_text_that_was_accepted_is_answered_again_when_the_limit_is_reached(visitor: Visitor) -> None:
    first = visitor.post("hi", ID)
    for _ in range(19):
        visitor.post("hi")
    assert visitor.post("hi").status == 429
    assert visitor.post("hi", ID).body == first.body


def test_sixty_texts_an_hour_from_one_address_whoever_sends_them(linda: Linda) -> None:
    visitors = [Visitor(linda) for _ in range(4)]
    statuses = [each.post("hi").status for each in visitors for _ in range(16)]
    assert statuses == [200] * 60 + [429] * 4
    assert Visitor(linda, visitors[0].token, "198.51.100.8").post("hi").status == 200


def test_twenty_new_visitors_a_day_from_one_address(linda: Linda) -> None:
    visitors = [Visitor(linda) for _ in range(21)]
    assert [each.post("hi").status for each in visitors] == [200] * 20 + [429]
    assert visitors[0].post("hi").status == 200, "one who is known goes on"
    assert Visitor(linda, address="198.51.100.8").post("hi").status == 200
    clock_of(linda).advance(timedelta(days=1))
    assert visitors[20].post("hi").status == 200


def test_when_all_together_have_used_up_the_day_the_answer_says_what_else_to_do(linda: Linda) -> None:
    confirmed = Visitor(linda, address="203.0.113.9")
    confirmed.post("hi")
    confirmed.confirms()
    visitors = [Visitor(linda, address=f"198.51.100.{number}") for number in range(31)]
    statuses = [each.post("hi").status for each in visitors for _ in range(20)]
    assert statuses == [200] * 599 + [429] * 21
    assert confirmed.post("still there?").status == 200, "a confirmed number is not kept out by strangers"
    refused = Visitor(linda, address="203.0.113.1").post("hi")
    assert refused.body["detail"] == "The chat is full for today: please text or call (904) 555-0100."
    assert 0 < int(refused.headers["retry-after"]) <= 86_400


def test_one_address_uses_up_a_fifth_of_the_days_texts_at_most(linda: Linda) -> None:
    statuses = []
    for hour in range(4):
        statuses += [Visitor(linda, address="198.51.100.7").post("hi").status for _ in range(4)]
        many = Visitor(linda, address="198.51.100.7", token=None)
        many.post("hi")
        for _ in range(3):
            statuses += [many.post("hi").status for _ in range(19)]
            clock_of(linda).advance(timedelta(minutes=10))
        clock_of(linda).advance(timedelta(minutes=30 + hour))
    assert statuses.count(200) <= CHAT_OF_ALL.most / 5


def test_no_address_is_kept(linda: Linda) -> None:
    store = linda.records.store
    assert isinstance(store, MemoryStore)
    Visitor(linda, address="198.51.100.77").post("hi")
    kept = repr(vars(store))
    assert "rate#chat-address#" in kept
    assert "198.51.100.77" not in kept
