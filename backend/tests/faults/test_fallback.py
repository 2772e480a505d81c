"""Scope: Twilio's fallback. Its request gets the answer that was ready, or the rules' own, and no model is asked."""

from pathlib import Path

import pytest

from linda.records.store import Store
from linda.testing.memory_store import MemoryStore
from linda.testing.scripted_model import Say, ScriptedModel
from tests.faults.signature_vectors import PUBLIC_URL, SID, Event, fields, signed
from tests.faults.test_forged_webhooks import SORRY, BrokenStore, open_house, texts_in

FALLBACK = "/twilio/fallback"
WHAT_FAILED = {"ErrorCode": "11200", "ErrorUrl": f"{PUBLIC_URL}/twilio/sms"}


class Killed(BaseException):
    """The process is gone."""


def by_fallback(url: str = PUBLIC_URL + FALLBACK, **more: str) -> Event:
    return signed(fields(**WHAT_FAILED, **more), url=url, path=FALLBACK)


def a_worker_died_in(folder: Path, store: Store, step: str) -> None:
    def checkpoint(reached: str) -> None:
        if reached == step:
            raise Killed

    house = open_house(folder, store=store, checkpoint=checkpoint)
    with pytest.raises(Killed):
        house.webhooks.handle(signed(), None)


def test_an_answer_that_was_ready_is_given_again_byte_for_byte(tmp_path: Path) -> None:
    model = ScriptedModel(Say("Hello there!"))
    house = open_house(tmp_path, model=model)
    first = house.webhooks.handle(signed(), None)
    assert house.webhooks.handle(by_fallback(), None) == first
    assert len(model.turns) == 1


@pytest.mark.parametrize("step", ["accepted", "leased", "thought"])
def test_a_turn_whose_worker_is_gone_is_answered_at_once_and_without_a_model(step: str, tmp_path: Path) -> None:
    store, model = MemoryStore(), ScriptedModel()
    a_worker_died_in(tmp_path, store, step)
    house = open_house(tmp_path, store=store, model=model)
    before = house.clock.now()
    (reply,) = texts_in(house.webhooks.handle(by_fallback(), None))
    assert "iPhone 13 screen" in reply
    assert (house.clock.now(), model.turns) == (before, []), "nobody waits for the lease of a worker who is gone"
    kept = house.records.inbox.get(SID)
    assert kept is not None
    assert kept.is_done


def test_a_text_that_never_reached_the_first_route_is_answered_here(tmp_path: Path) -> None:
    house = open_house(tmp_path, model=ScriptedModel())
    first, again = (house.webhooks.handle(by_fallback(), None) for _ in range(2))
    assert "iPhone 13 screen" in texts_in(first)[0]
    assert again == first


def test_the_signature_covers_the_fallbacks_own_address(tmp_path: Path) -> None:
    house = open_house(tmp_path)
    elsewhere = by_fallback(url=f"{PUBLIC_URL}/twilio/sms")
    assert house.webhooks.handle(elsewhere, None)["statusCode"] == 403


def test_what_went_wrong_is_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    open_house(tmp_path).webhooks.handle(by_fallback(), None)
    assert "error ['11200'] at ['https://linda.example.com/twilio/sms']" in caplog.text


def test_without_a_store_the_customer_is_told_to_call(tmp_path: Path) -> None:
    house = open_house(tmp_path, store=BrokenStore())
    assert texts_in(house.webhooks.handle(by_fallback(), None)) == [SORRY]
