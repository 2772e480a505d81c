"""Scope: what knocks at the webhooks of a whole LINDA. Forged requests leave no trace, genuine ones get an answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from linda.adapters.simulated_phone.webhook import read_twiml
from linda.bootstrap import Linda, join
from linda.conversation.brain import Brain
from linda.domain.errors import StoreUnavailable
from linda.records.store import Item, Range, Store, Write
from linda.records.tables import Table
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from linda.testing.scripted_model import Fail, Say, ScriptedModel
from tests.faults.signature_vectors import (
    AUTH_TOKEN,
    FORGED_REQUESTS,
    PUBLIC_URL,
    SID,
    TRUE_REQUESTS,
    Event,
    Vector,
    fields,
    signed,
)
from tests.shop_desk import local_settings

SHOP_PHONE = "+19045550100"
FOR_THE_FALLBACK = signed(url=PUBLIC_URL + "/twilio/fallback", path="/twilio/fallback")
SORRY = "Sorry, our system is down. Please call (904) 555-0100."


class WatchedStore(MemoryStore):
    """Remembers every call, reads included."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        self.calls.append(f"get {table.name}")
        return super().get(table, key)

    def query(self, table: Table, partition: str, within: Range | None = None, **more: Any) -> list[Item]:
        self.calls.append(f"query {table.name}")
        return super().query(table, partition, within, **more)

    def transact(self, *writes: Write) -> None:
        self.calls.append("transact")
        super().transact(*writes)


class BrokenStore(MemoryStore):
    """Can't be reached; the first `good` calls still get through."""

    def __init__(self, good: int = 0) -> None:
        super().__init__()
        self.good = good

    def _fail(self) -> None:
        self.good -= 1
        if self.good < 0:
            raise StoreUnavailable("the disk is gone")

    def get(self, table: Table, key: Mapping[str, str | int]) -> Item | None:
        self._fail()
        return super().get(table, key)

    def query(self, table: Table, partition: str, within: Range | None = None, **more: Any) -> list[Item]:
        self._fail()
        return super().query(table, partition, within, **more)

    def transact(self, *writes: Write) -> None:
        self._fail()
        super().transact(*writes)


def open_house(
    folder: Path,
    *,
    model: Brain | None = None,
    store: Store | None = None,
    public_url: str = PUBLIC_URL,
    auth_token: str = AUTH_TOKEN,
    checkpoint: Callable[[str], None] | None = None,
) -> Linda:
    settings = replace(
        local_settings(folder),
        public_url=public_url,
        twilio_account_sid="AC" + "0b" * 16,
        twilio_auth_token=auth_token,
        twilio_phone_number=SHOP_PHONE,
        local=False,
    )
    clock = FakeClock(datetime.fromisoformat("2026-02-10T10:00-05:00"))
    return join(settings, clock=clock, model=model, store=store or MemoryStore(), checkpoint=checkpoint)


def texts_in(answer: Mapping[str, Any]) -> list[str]:
    assert answer["statusCode"] == 200
    return [each.body for each in read_twiml(answer["headers"]["content-type"], answer["body"].encode())]


def test_there_are_enough_of_both_kinds() -> None:
    assert (len(FORGED_REQUESTS) >= 60, len(TRUE_REQUESTS) >= 20) == (True, True)


@pytest.mark.parametrize("vector", FORGED_REQUESTS, ids=lambda vector: vector.name)
def test_a_forged_request_gets_403_and_reaches_neither_store_nor_model(vector: Vector, tmp_path: Path) -> None:
    model, store = ScriptedModel(), WatchedStore()
    house = open_house(tmp_path, model=model, store=store, public_url=vector.public_url, auth_token=vector.auth_token)
    answer = house.webhooks.handle(vector.event, None)
    assert (answer["statusCode"], answer["body"]) == (403, "Forbidden")
    assert (store.calls, model.turns) == ([], [])


@pytest.mark.parametrize("vector", TRUE_REQUESTS, ids=lambda vector: vector.name)
def test_a_genuine_request_gets_twiml_and_is_accepted_once(vector: Vector, tmp_path: Path) -> None:
    model = ScriptedModel(Say("Hello there!"))
    house = open_house(tmp_path, model=model, public_url=vector.public_url, auth_token=vector.auth_token)
    first, again = (house.webhooks.handle(vector.event, None) for _ in range(2))
    accepted = house.records.inbox.get(SID)
    if vector.name == "a short code":
        assert (texts_in(first), accepted, model.turns) == ([], None, [])
    else:
        assert texts_in(first) == ["Hi, LINDA here, Brandon's assistant. Hello there!"]
        assert accepted is not None
        assert (accepted.is_done, len(model.turns)) == (True, 1)
    assert again == first


def test_the_same_message_id_with_another_text_gets_the_stored_reply_and_has_no_effect(tmp_path: Path) -> None:
    model = ScriptedModel(Say("Hello there!"))
    house = open_house(tmp_path, model=model)
    first = house.webhooks.handle(signed(), None)
    assert house.webhooks.handle(signed(fields(Body="cancel everything")), None) == first
    assert len(model.turns) == 1
    kept = house.records.inbox.get(SID)
    assert kept is not None
    assert kept.text == "Hi, how much is an iPhone 13 screen?"


@pytest.mark.parametrize(
    "changes",
    [
        {"From": "72975"},
        {"From": "611"},
        {"From": SHOP_PHONE},
        {"From": "+19045550177", "To": "+19045550177"},
        {"From": ""},
        {"From": "+2666"},
        {"From": "whatsapp:+19045550142"},
        {"MessageSid": ""},
        {"MessageSid": "SM123"},
        {"MessageSid": "../" + SID},
    ],
    ids=str,
)
def test_whom_nobody_can_answer_gets_an_empty_answer_and_leaves_no_row(changes: dict[str, str], tmp_path: Path) -> None:
    model, store = ScriptedModel(), WatchedStore()
    house = open_house(tmp_path, model=model, store=store)
    assert texts_in(house.webhooks.handle(signed(fields(**changes)), None)) == []
    assert (store.calls, model.turns) == ([], [])


CALL = [("CallSid", "CA" + "0c" * 16), ("From", "+19045550142"), ("To", SHOP_PHONE), ("SpeechResult", "book it")]
STEPS = ("", "/turn", "/wait", "/dialed", "/screen", "/screened", "/status", "/fallback", "/relayed")


@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_a_call_that_was_signed_for_another_address_reaches_neither_store_nor_model(
    step: str, tmp_path: Path
) -> None:
    path = f"/twilio/voice{step}"
    elsewhere = (f"{PUBLIC_URL}/twilio/sms", f"{PUBLIC_URL}{path}?step=2&empty=0", f"{PUBLIC_URL}{path}/")
    for url in elsewhere:
        model, store = ScriptedModel(), WatchedStore()
        house = open_house(tmp_path, model=model, store=store)
        answer = house.webhooks.handle(signed(CALL, url=url, path=path, query="step=1&empty=0"), None)
        assert (answer["statusCode"], store.calls, model.turns) == (403, [], []), url


def test_two_texts_in_one_form_are_nobodys_to_choose_from(tmp_path: Path) -> None:
    model = ScriptedModel()
    house = open_house(tmp_path, model=model)
    assert texts_in(house.webhooks.handle(signed([*fields(), ("Body", "book it")]), None)) == []
    assert model.turns == []


PICTURE = {"NumMedia": "1", "MediaUrl0": "https://api.example.com/1", "MediaContentType0": "image/jpeg"}


@pytest.mark.parametrize("body", ["", "   \n", "can you fix this?"])
def test_a_picture_is_acknowledged_and_not_looked_at(body: str, tmp_path: Path) -> None:
    house = open_house(tmp_path)
    (reply,) = texts_in(house.webhooks.handle(signed(fields(Body=body, **PICTURE)), None))
    assert "LINDA" in reply
    kept = house.records.inbox.get(SID)
    assert kept is not None
    assert (kept.media, kept.is_done) == (1, True)


@pytest.mark.parametrize("count", ["", "-1", "1e9", "9999999999", "one", "99"])
def test_a_strange_count_of_pictures_is_no_picture(count: str, tmp_path: Path) -> None:
    house = open_house(tmp_path)
    assert len(texts_in(house.webhooks.handle(signed(fields(NumMedia=count)), None))) == 1
    kept = house.records.inbox.get(SID)
    assert kept is not None
    assert kept.media == 0


@pytest.mark.parametrize("body", ["", " ", "\n\n", "\u200b", "\x00", "?", "👍", "."])
def test_a_text_of_nothing_gets_a_question_and_not_silence(body: str, tmp_path: Path) -> None:
    house = open_house(tmp_path)
    (reply,) = texts_in(house.webhooks.handle(signed(fields(Body=body)), None))
    assert reply.startswith("Hi, LINDA here, Brandon's assistant. ")


def test_without_a_store_the_customer_is_told_to_call_and_no_model_is_asked(tmp_path: Path) -> None:
    model = ScriptedModel()
    house = open_house(tmp_path, model=model, store=BrokenStore())
    assert texts_in(house.webhooks.handle(signed(), None)) == [SORRY]
    assert model.turns == []


def test_where_there_is_a_fallback_it_is_left_to_that_to_answer_or_to_apologise(tmp_path: Path) -> None:
    class Forgetful(BrokenStore):
        """Writes the first transaction, and loses the answer to it."""

        def transact(self, *writes: Write) -> None:
            MemoryStore.transact(self, *writes)
            if self.good > 0:
                self.good = 0
                raise StoreUnavailable("no answer")

        def _fail(self) -> None:
            pass

    house = open_house(tmp_path, store=Forgetful(good=1))
    webhooks = replace(house.webhooks, has_fallback=True)
    answer = webhooks.handle(signed(), None)
    assert (answer["statusCode"], "TwiML" in answer["body"]) == (503, False)
    (said,) = texts_in(webhooks.handle(FOR_THE_FALLBACK, None))
    assert said != SORRY, "the text was accepted after all, and has its answer"
    broken = replace(open_house(tmp_path, store=BrokenStore()).webhooks, has_fallback=True)
    assert texts_in(broken.handle(FOR_THE_FALLBACK, None)) == [SORRY]


def test_wherever_the_store_breaks_a_signed_request_gets_twiml(tmp_path: Path) -> None:
    book = fields(Body="book iphone 13 screen tomorrow at 10 am")
    told: list[list[str]] = []
    for good in range(60):
        store = BrokenStore(good)
        house = open_house(tmp_path, store=store)
        told.append(texts_in(house.webhooks.handle(signed(book), None)))
        if store.good >= 0:
            break
    assert told[0] == [SORRY]
    assert "booked" in told[-1][0]
    assert {text for texts in told[:-1] for text in texts} == {SORRY}, "what is not written must not be told"


def test_a_brain_that_breaks_in_an_unforeseen_way_leaves_the_customer_with_an_apology_at_once(tmp_path: Path) -> None:
    house = open_house(tmp_path, model=ScriptedModel(Fail(ZeroDivisionError("nobody thought of this"))))
    (sorry,) = texts_in(house.webhooks.handle(signed(), None))
    kept = house.records.inbox.get(SID)
    assert kept is not None
    assert kept.is_done
    assert sorry == "Hi, LINDA here, Brandon's assistant. Sorry, I'm having trouble. Brandon will text you back."


STATUS = "/twilio/status"


def a_report(status: str = "delivered", ref: str = SID, **more: str) -> Event:
    pairs = [("MessageSid", "SM" + "1c" * 16), ("MessageStatus", status), *more.items()]
    query = f"ref={ref}"
    return signed(pairs, url=f"{PUBLIC_URL}{STATUS}?{query}", query=query, path=STATUS)


@pytest.mark.parametrize("status", ["queued", "sent", "delivered", "undelivered", "failed", ""])
def test_any_delivery_report_proves_that_the_answer_arrived(status: str, tmp_path: Path) -> None:
    house = open_house(tmp_path, model=ScriptedModel(Say("Hello there!")))
    house.webhooks.handle(signed(), None)
    assert house.records.inbox.waiting() == 1
    assert house.webhooks.handle(a_report(status), None) == {"statusCode": 204}
    assert house.records.inbox.waiting() == 0


@pytest.mark.parametrize("ref", ["", SID, "SM" + "ff" * 16, "msg%23x", "%00", "x" * 4000])
def test_a_report_on_what_nobody_sent_changes_nothing(ref: str, tmp_path: Path) -> None:
    house = open_house(tmp_path)
    assert house.webhooks.handle(a_report(ref=ref), None) == {"statusCode": 204}
    assert house.records.inbox.waiting() == 0


def test_a_forged_report_confirms_nothing(tmp_path: Path) -> None:
    house = open_house(tmp_path, model=ScriptedModel(Say("Hello there!")))
    house.webhooks.handle(signed(), None)
    forged = a_report()
    forged["headers"]["x-twilio-signature"] = signed()["headers"]["x-twilio-signature"]
    assert house.webhooks.handle(forged, None)["statusCode"] == 403
    assert house.records.inbox.waiting() == 1


def test_a_report_that_says_two_things_or_meets_a_broken_store_is_taken_all_the_same(tmp_path: Path) -> None:
    twice = [("MessageSid", SID), ("MessageStatus", "sent"), ("MessageStatus", "failed")]
    odd = signed(twice, url=f"{PUBLIC_URL}{STATUS}?ref={SID}", query=f"ref={SID}", path=STATUS)
    assert open_house(tmp_path).webhooks.handle(odd, None) == {"statusCode": 204}
    broken = open_house(tmp_path, store=BrokenStore())
    assert broken.webhooks.handle(a_report(), None) == {"statusCode": 204}


def test_a_signed_request_to_another_path_is_not_found(tmp_path: Path) -> None:
    store = WatchedStore()
    house = open_house(tmp_path, store=store)
    there = signed(url=f"{PUBLIC_URL}/twilio/fax", path="/twilio/fax")
    assert house.webhooks.handle(there, None) == {"statusCode": 404}
    assert store.calls == []
