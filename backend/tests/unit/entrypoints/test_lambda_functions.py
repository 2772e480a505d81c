"""The functions' files do four steps and join LINDA once per container."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from linda.adapters.simulated_phone import Line
from linda.entrypoints.http_event import HttpRequest, build_event
from linda.settings import LOCAL_ACCOUNT, local_token
from tests.shop_desk import OWNER, ROOT


@pytest.fixture
def dispatcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.setenv("LINDA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LINDA_SHOP_FILE", str(ROOT / "shop.toml"))
    monkeypatch.setenv("LINDA_OWNER_PHONE", OWNER)
    monkeypatch.syspath_prepend(str(ROOT / "backend" / "lambda"))
    utils = importlib.import_module("utils")
    utils.linda.cache_clear()
    yield importlib.import_module("dispatcher")
    utils.linda().close()
    utils.linda.cache_clear()


def test_the_dispatcher_answers_a_signed_text_and_joins_linda_once(dispatcher: ModuleType) -> None:
    linda = dispatcher.linda()
    line = Line(
        LOCAL_ACCOUNT, local_token(linda.settings.data_dir), linda.shop.phone, linda.settings.public_url, "/twilio/sms"
    )
    webhook = line.webhook("SM" + "0d" * 16, "+19045550142", "hi")
    request = HttpRequest("POST", webhook.path, headers=tuple(webhook.headers.items()), body=webhook.body)
    event = build_event(request, now=linda.clock.now(), request_id="1")
    answer = dispatcher.handler(event, None)
    assert (answer["statusCode"], "assistant" in answer["body"]) == (200, True)
    assert dispatcher.linda() is linda


def test_the_dispatcher_refuses_what_nobody_signed(dispatcher: ModuleType) -> None:
    linda = dispatcher.linda()
    event = build_event(HttpRequest("POST", "/twilio/sms"), now=linda.clock.now(), request_id="1")
    assert dispatcher.handler(event, None)["statusCode"] == 403
