"""Twilio's voice fallback: the step that failed is done without a model, or given again where it was decided."""

from dataclasses import replace
from typing import Any

import pytest

from linda.adapters.simulated_phone.twiml_verbs import Gather, Hangup
from linda.adapters.simulated_phone.webhook import Post
from linda.adapters.twilio_phone.calls.webhooks import SORRY, CallWebhooks
from linda.bootstrap import Linda
from linda.domain.errors import StoreUnavailable
from linda.domain.shop import Mode
from linda.entrypoints.lambda_call import post_in_process
from linda.testing.memory_store import MemoryStore
from linda.testing.scripted_model import Fail, Say, ScriptedModel
from tests.caller import Caller, words
from tests.shop_desk import open_shop, phone_of

PRICE = {"SpeechResult": "how much is an iphone 13 screen"}
STEP = "/turn?step=1&empty=0"


def failed(linda: Linda, path: str) -> dict[str, str]:
    return {"ErrorCode": "11200", "ErrorUrl": phone_of(linda).line.url(f"/twilio/voice{path}")}


def picked_up(linda: Linda) -> Caller:
    state = linda.records.states.current(fresh=True)
    linda.records.states.change(replace(state, mode=Mode.GYM), by="test")
    caller = Caller(linda)
    caller.asks("")
    return caller


def test_a_step_that_was_decided_is_given_again_byte_for_byte() -> None:
    model = ScriptedModel(Say("Sure, what kind of phone is it?"))
    with open_shop(store=MemoryStore(), model=model) as linda:
        caller = picked_up(linda)
        caller.asks(STEP, SpeechResult="can you fix my phone")
        first = caller.last
        caller.asks("/fallback", SpeechResult="can you fix my phone", **failed(linda, STEP))
        assert caller.last == first
        assert len(model.turns) == 1


def test_a_step_that_was_not_is_done_by_the_rules_and_no_model_is_asked() -> None:
    model = ScriptedModel()
    with open_shop(store=MemoryStore(), model=model) as linda:
        caller = picked_up(linda)
        assert "seventy-nine dollars" in words(caller.asks("/fallback", **PRICE, **failed(linda, STEP)))
        fell_back = caller.last
        caller.asks(STEP, **PRICE)
        assert caller.last == fell_back, "the first route, when it comes late, gives the same"
        assert model.turns == []


@pytest.mark.parametrize("error_url", ["", "x", "https://[", "https://elsewhere.example/a", "/twilio/voice/fallback"])
def test_without_a_step_to_go_on_from_the_call_is_picked_up(error_url: str) -> None:
    with open_shop(store=MemoryStore()) as linda:
        picked_up(linda).tells()
        caller = Caller(linda, call_sid="CA" + "9" * 32)
        verbs = caller.asks("/fallback", ErrorCode="11200", ErrorUrl=error_url)
        assert isinstance(verbs[0], Gather)


def test_the_owners_leg_and_the_end_of_a_call_fall_back_too() -> None:
    with open_shop(store=MemoryStore()) as linda:
        caller = picked_up(linda)
        assert "Press one to take it." in words(caller.asks("/fallback", **failed(linda, "/screen")))
        assert caller.asks("/fallback", Digits="2", **failed(linda, "/screened")) == (Hangup(),)


class AwayStore(MemoryStore):
    """A store that can be away."""

    is_away = False

    def transact(self, *writes: Any) -> None:
        if self.is_away:
            raise StoreUnavailable("away")
        super().transact(*writes)


def test_a_store_that_is_away_sends_twilio_to_the_fallback_where_there_is_one_else_apologises() -> None:
    store = AwayStore()
    with open_shop(store=store) as linda:
        caller = picked_up(linda)
        store.is_away = True
        assert words(caller.asks(STEP, **PRICE)) == SORRY
        calls = replace(linda.webhooks.calls, has_fallback=True)
        phone = phone_of(linda)
        webhook = phone.line.signed(phone.line.url(f"/twilio/voice{STEP}"), {"CallSid": caller.call_sid, **PRICE})
        phone.post = post_to(linda, calls)
        assert phone.post(webhook.path, webhook.headers, webhook.body)[0] == 503
        assert words(caller.asks("/fallback", **PRICE, **failed(linda, STEP))) == SORRY


def post_to(linda: Linda, calls: CallWebhooks) -> Post:
    webhooks = replace(linda.webhooks, calls=calls)
    return post_in_process(webhooks.handle, linda.clock, host="localhost:8000")


def test_a_turn_that_breaks_is_an_apology_and_the_call_goes_on() -> None:
    model = ScriptedModel(Fail(RuntimeError("broken")))
    with open_shop(store=MemoryStore(), model=model) as linda:
        verbs = picked_up(linda).asks(STEP, **PRICE)
        assert "Brandon will text you back" in words(verbs)
        assert isinstance(verbs[0], Gather)


def test_a_step_that_breaks_is_an_apology(caplog: pytest.LogCaptureFixture) -> None:
    with open_shop(store=MemoryStore()) as linda:
        caller = picked_up(linda)
        thoughtless = replace(linda.webhooks.calls.calls, thinking=None)  # type: ignore[arg-type]
        calls = replace(linda.webhooks.calls, calls=thoughtless)
        phone_of(linda).post = post_to(linda, calls)
        assert words(caller.asks(STEP, **PRICE)) == SORRY
        assert "broke" in caplog.text
