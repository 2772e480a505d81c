"""Scope: phase 10 without --local: over a real server, with webhooks that are signed as Twilio signs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from linda.bootstrap import Linda
from linda.domain.errors import VendorFailed
from linda.domain.owner_state import OwnerState
from linda.entrypoints.phases.end_to_end import main, play, real_stage
from linda.entrypoints.phases.scenarios import (
    BOOKER,
    SCENARIOS,
)
from linda.settings import Settings
from linda.testing.clock import FakeClock
from tests.phases.in_process import problem
from tests.phases.plan import ROOT
from tests.phases.put_back import assert_put_back
from tests.phases.serving import serving

pytestmark = pytest.mark.usefixtures("away")

SHOP = ROOT / "shop.toml"
TOKEN = "f" * 32
ACCOUNT = "AC" + "0b" * 16
NUMBER = "+19045550100"
NOON = datetime(2026, 2, 10, 12, tzinfo=ZoneInfo("America/New_York"))


def test_the_scenarios_pass_over_a_real_server_with_signed_webhooks(away: Path) -> None:
    with running(away) as (linda, clock), real_stage(linda.settings, clock) as stage:
        assert play(stage, SCENARIOS) == len(SCENARIOS)
        assert_put_back(stage, OwnerState())
        assert linda.records.leads.get(BOOKER) is not None
        assert linda.records.inbox.waiting() == 0  # so nothing goes out by the REST API either


def test_another_token_is_told_from_another_address(away: Path) -> None:
    with (
        running(away) as (linda, clock),
        real_stage(replace(linda.settings, twilio_auth_token=TOKEN[1:]), clock) as stage,
    ):
        with pytest.raises(VendorFailed, match="refused the signature"):
            play(stage, SCENARIOS)
        assert_put_back(stage, OwnerState())


def test_a_store_that_is_not_lindas_is_told(away: Path) -> None:
    with running(away) as (linda, clock):
        elsewhere = replace(linda.settings, data_dir=away / "elsewhere")
        with real_stage(elsewhere, clock) as stage, pytest.raises(VendorFailed, match="keeps her records elsewhere"):
            play(stage, SCENARIOS)


def test_an_address_where_nobody_answers_is_told_and_the_state_is_put_back(away: Path) -> None:
    settings = replace(real_settings(away), public_url="http://127.0.0.1:1")
    with real_stage(settings, FakeClock(NOON)) as stage:
        with pytest.raises(VendorFailed, match="Nobody answers at LINDA_PUBLIC_URL"):
            play(stage, SCENARIOS)
        assert_put_back(stage, OwnerState())


def test_the_command_refuses_an_address_that_is_none() -> None:
    said = problem(
        main,
        LINDA_PUBLIC_URL="linda.example.com",
        TWILIO_ACCOUNT_SID=ACCOUNT,
        TWILIO_AUTH_TOKEN=TOKEN,
        TWILIO_PHONE_NUMBER=NUMBER,
    )
    assert said.startswith("LINDA_PUBLIC_URL is 'linda.example.com'")


def real_settings(folder: Path) -> Settings:
    return Settings.from_environment(
        {
            "LINDA_DATA_DIR": str(folder / "data"),
            "LINDA_SHOP_FILE": str(SHOP),
            "LINDA_OWNER_PHONE": "+19045550199",
            "LINDA_PUBLIC_URL": "http://127.0.0.1:1",
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_PHONE_NUMBER": NUMBER,
        }
    )


@contextmanager
def running(folder: Path) -> Iterator[tuple[Linda, FakeClock]]:
    clock = FakeClock(NOON)
    with serving(clock, folder / "data", account=ACCOUNT, token=TOKEN, number=NUMBER) as linda:
        yield linda, clock
