"""The parts as they are joined: what the settings ask for, and nothing else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from linda.adapters.simulated_phone import SimulatedPhone
from linda.adapters.sqlite_store import SqliteStore
from linda.adapters.twilio_phone.rest import TwilioSender
from linda.bootstrap import join
from linda.domain.errors import InvalidShop, StoreUnavailable
from linda.records.counters import DailySums
from linda.testing.memory_store import MemoryStore
from linda.testing.responses_script import calls, out_of_credit, says
from linda.testing.responses_server import ResponsesServer
from tests.shop_desk import CUSTOMER, local_settings, open_shop, phone_of

DAY = date(2026, 2, 10)


def test_a_laptop_has_sqlite_rules_and_a_simulated_phone(tmp_path: Path) -> None:
    linda = join(local_settings(tmp_path))
    try:
        assert isinstance(linda.records.store, SqliteStore)
        assert isinstance(linda.sender, SimulatedPhone)
        assert linda.sender.line.auth_token == linda.webhooks.auth_token
        assert set(linda.routes) == {"/", "/api", "/twilio"}
    finally:
        linda.close()


def test_a_real_phone_is_twilios_and_its_token_verifies(tmp_path: Path) -> None:
    settings = replace(
        local_settings(tmp_path),
        local=False,
        twilio_account_sid="AC1",
        twilio_auth_token="secret",  # noqa: S106 - a made-up token
        twilio_phone_number="+19045550100",
    )
    linda = join(settings, store=MemoryStore())
    assert isinstance(linda.sender, TwilioSender)
    assert linda.webhooks.auth_token == "secret"  # noqa: S105 - the same
    assert not (tmp_path / "simulated-phone.token").exists()


def test_a_broken_shop_file_is_told_before_any_file_is_made(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text("name = 7", encoding="utf-8")
    settings = replace(local_settings(tmp_path / "data"), shop_file=tmp_path / "shop.toml")
    with pytest.raises(InvalidShop):
        join(settings)
    assert not (tmp_path / "data").exists()


def test_a_store_that_can_not_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "linda.sqlite3").mkdir()
    with pytest.raises(StoreUnavailable, match=r"linda\.sqlite3"):
        join(local_settings(tmp_path))


def test_a_model_answers_through_the_whole_house_and_its_cost_is_kept(tmp_path: Path) -> None:
    quote = calls("quote_repair", repair_type="screen", device="iphone 13", service_mode=None)
    with ResponsesServer(quote, says("An iPhone 13 screen starts at $79."), out_of_credit()) as server:
        settings = replace(local_settings(tmp_path), openai_base_url=server.base_url, openai_model="gpt-4o")
        linda = join(settings, store=MemoryStore())
        try:
            first = phone_of(linda).text(CUSTOMER, "how much is a screen for my iphone 13?")
            second = phone_of(linda).text(CUSTOMER, "what are your hours?")
            today = linda.clock.now().astimezone(linda.shop.timezone).date()
            spent = DailySums(linda.records.store, "model").total(today)
        finally:
            linda.close()
        server.assert_done()
    assert first.replies == ("Hi, LINDA here, Brandon's assistant. An iPhone 13 screen starts at $79.",)
    assert "9 AM-5 PM" in second.replies[0], "the rules answer when the account is empty"
    assert spent > 0


def test_with_no_money_for_the_day_the_model_is_not_asked(tmp_path: Path) -> None:
    with ResponsesServer() as server:
        settings = replace(local_settings(tmp_path), openai_base_url=server.base_url, model_daily_cents=0)
        linda = join(settings, store=MemoryStore())
        try:
            replies = phone_of(linda).text(CUSTOMER, "what are your hours?").replies
        finally:
            linda.close()
        server.assert_done()
    assert "9 AM-5 PM" in replies[0]


def test_checkpoints_are_told(tmp_path: Path) -> None:
    seen: list[str] = []
    linda = join(local_settings(tmp_path), store=MemoryStore(), checkpoint=seen.append)
    phone_of(linda).text(CUSTOMER, "hello")
    assert seen == ["accepted", "leased", "thought", "committed"]


def test_closing_lets_go_of_the_file(tmp_path: Path) -> None:
    with open_shop(folder=tmp_path) as linda:
        phone_of(linda).text(CUSTOMER, "hello")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["linda.sqlite3", "secret.keys", "simulated-phone.token"]
