"""Scope: phase 10, the four scenarios: at any hour, and when something breaks off."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from linda.conversation.session import take_over
from linda.domain.errors import InvalidInput, VendorFailed
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode
from linda.entrypoints.phases.end_to_end import local_stage, main, play
from linda.entrypoints.phases.scenarios import (
    ASKER,
    BOOKER,
    CALLER,
    SCENARIOS,
    Scenario,
    Setting,
    at_the_gym,
    book_by_text,
    book_by_voice,
    change_of_state,
    choose,
)
from linda.entrypoints.phases.stage import ScenarioFailed, Stage
from linda.testing.scripted_model import Say, ScriptedModel
from tests.phases.in_process import run
from tests.phases.plan import ROOT
from tests.phases.put_back import assert_put_back
from tests.shop_desk import open_shop, phone_of

pytestmark = pytest.mark.usefixtures("away")

SHOP = ROOT / "shop.toml"


@pytest.mark.parametrize(
    "moment",
    [
        "2026-02-10T09:00",
        "2026-02-10T14:46",
        "2026-02-10T16:30",  # too late for today
        "2026-02-14T22:46",  # Sunday ahead
        "2026-03-07T23:30",  # the clocks go forward
        "2026-10-31T23:30",  # and back
        "2026-12-23T20:00",  # two days off ahead
    ],
)
def test_the_scenarios_pass_at_any_hour(moment: str) -> None:
    with local_stage(SHOP, datetime.fromisoformat(moment)) as stage:
        assert play(stage, SCENARIOS) == len(SCENARIOS)
        assert_put_back(stage, OwnerState())


def test_a_second_run_on_the_same_store_passes_too() -> None:
    with local_stage(SHOP) as stage:
        assert [play(stage, SCENARIOS) for _ in range(3)] == [len(SCENARIOS)] * 3
        lead = stage.records.leads.get(BOOKER)
        assert lead is not None
        texts = [each for each in stage.records.leads.events(lead.lead_id) if each["event"] == "text_in"]
        assert len(texts) == 1


def test_what_a_killed_run_left_is_freed_by_the_next() -> None:
    with local_stage(SHOP) as stage:
        setting = choose(stage)
        book_by_text(stage, setting)
        assert stage.bookings(BOOKER)
        assert play(stage, SCENARIOS) == len(SCENARIOS)
        assert_put_back(stage, OwnerState())


def test_the_owner_finds_his_own_state_again() -> None:
    with local_stage(SHOP) as stage:
        mine = OwnerState(mode=Mode.DRIVING, note="to the bank", bulletin="New: tablets", max_discount_percent=5)
        stage.records.states.change(mine, by="text")
        assert play(stage, SCENARIOS) == len(SCENARIOS)
        assert_put_back(stage, mine)


def test_a_state_the_owner_sets_meanwhile_stays() -> None:
    def owner_goes_home(stage: Stage, setting: Setting) -> str:
        now = stage.records.states.current(fresh=True)
        stage.records.states.change(replace(now, mode=Mode.CLOSED, until=None), by="text")
        return "He is at home"

    with local_stage(SHOP) as stage:
        assert play(stage, {"the owner goes home": owner_goes_home}) == 1
        assert stage.records.states.current(fresh=True).mode is Mode.CLOSED


def test_a_booking_is_cancelled_also_when_a_turn_of_its_customer_broke_off() -> None:
    def breaks_off(stage: Stage, setting: Setting) -> str:
        book_by_text(stage, setting)
        lead = stage.records.leads.get(BOOKER)
        assert lead is not None
        assert take_over(stage.records, stage.clock, lead)
        raise KeyboardInterrupt

    with local_stage(SHOP) as stage:
        with pytest.raises(KeyboardInterrupt):
            play(stage, {"breaks off": breaks_off})
        assert_put_back(stage, OwnerState())


def test_a_scenario_that_fails_is_told_and_the_others_are_played(capsys: pytest.CaptureFixture[str]) -> None:
    def fails(stage: Stage, setting: Setting) -> str:
        raise ScenarioFailed("2 bookings still fit, LINDA counted [3].")

    with local_stage(SHOP) as stage:
        assert play(stage, {"a lie": fails, **SCENARIOS}) == len(SCENARIOS)
        assert_put_back(stage, OwnerState())
    assert "❌ 2 bookings still fit, LINDA counted [3]." in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("end", [KeyboardInterrupt(), VendorFailed("gone", permanent=True)])
def test_everything_is_put_back_when_it_breaks_off(end: BaseException) -> None:
    def breaks_off(stage: Stage, setting: Setting) -> str:
        book_by_text(stage, setting)
        assert stage.bookings(BOOKER)
        raise end

    with local_stage(SHOP) as stage:
        with pytest.raises(type(end)):
            play(stage, {"breaks off": breaks_off})
        assert_put_back(stage, OwnerState())


@pytest.mark.parametrize("scenario", [at_the_gym, change_of_state])
def test_a_scenario_notices_a_count_that_is_not_the_calendars(scenario: Scenario) -> None:
    def misled(stage: Stage, setting: Setting) -> str:
        return scenario(stage, replace(setting, minutes=15))  # LINDA counts by the 45 minutes of a screen

    with local_stage(SHOP) as stage:
        assert play(stage, {"misled": misled}) == 0


def test_a_model_that_talks_and_never_books_has_not_passed() -> None:
    model = ScriptedModel(*[Say("One moment, I look.")] * 5)
    with open_shop(model=model) as linda:
        stage = Stage(linda.shop, linda.records, linda.clock, phone_of(linda), lambda line: None)
        assert play(stage, {"booking": book_by_text}) == 0
    assert len(model.turns) > 1  # it was asked again, in other words


def test_a_customer_who_gets_no_answer_is_a_scenario_that_failed() -> None:
    with local_stage(SHOP) as stage:
        setting = choose(stage)
        stage.text(ASKER, "please stop texting me")
        with pytest.raises(ScenarioFailed, match="LINDA gave no answer"):
            at_the_gym(stage, setting)


def test_a_day_that_filled_up_meanwhile_is_told() -> None:
    with local_stage(SHOP) as stage:
        sunday = replace(choose(stage), day=date(2026, 2, 15))
        with pytest.raises(ScenarioFailed, match="Somebody took the last opening of Sun Feb 15"):
            book_by_text(stage, sunday)


def test_a_shop_that_repairs_no_iphones_is_told_so() -> None:
    with local_stage(SHOP) as stage:
        other = replace(stage, shop=replace(stage.shop, services=()))
        with pytest.raises(InvalidInput, match="has no iphone_screen"):
            choose(other)


def test_a_calendar_without_room_is_told_so() -> None:
    with local_stage(SHOP) as stage:
        closed = replace(stage, shop=replace(stage.shop, hours={}))
        with pytest.raises(InvalidInput, match="room for 4 repairs"):
            choose(closed)


def test_the_command_ends_with_zero_only_when_all_have_passed() -> None:
    result = run(main, "--local")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "✅ 4 of 4 scenarios passed"


def silent(stage: Stage) -> None:
    now = stage.records.states.current(fresh=True)
    stage.records.states.change(replace(now, answers_calls=False), by="text")


def test_a_caller_who_is_not_answered_is_a_scenario_that_failed() -> None:
    with local_stage(SHOP) as stage:
        setting = choose(stage)
        silent(stage)
        with pytest.raises(ScenarioFailed, match="LINDA ended the call"):
            book_by_voice(stage, setting)


def test_a_call_that_books_nothing_has_not_passed() -> None:
    model = ScriptedModel(*[Say("One moment, I look.")] * 5)
    with open_shop(model=model) as linda:
        stage = Stage(linda.shop, linda.records, linda.clock, phone_of(linda), lambda line: None)
        assert play(stage, {"a call": book_by_voice}) == 0


def test_a_confirmation_that_has_left_is_read_all_the_same() -> None:
    with open_shop() as linda:
        stage = Stage(linda.shop, linda.records, linda.clock, phone_of(linda), lambda line: None)
        call = stage.call(CALLER)
        stage.say(call, "Hi, this is Kim, book an iphone 13 screen tomorrow at ten")
        (booking,) = stage.bookings(CALLER)
        linda.sweeper.sweep()
        assert "Wed Feb 11 at 10 AM" in stage.confirmation(call, booking)
        assert stage.confirmation(stage.call(CALLER), booking) == ""
