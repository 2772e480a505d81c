"""The standing instructions and the note on the moment."""

import json
from datetime import timedelta
from typing import Any

import pytest

from linda.conversation.facts import Facts, Pending
from linda.conversation.prompt import instructions, known, policy, situation
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode, Persona
from tests.model_turns import NOW, SHOP, a_turn


def note(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(situation(a_turn(**changes)).splitlines()[1])
    return found


def test_the_instructions_name_the_shop_and_its_owner_and_leave_no_gap() -> None:
    text = instructions(SHOP)
    assert SHOP.name in text
    assert "Brandon" in text
    assert "{owner}" not in text
    assert "{shop}" not in text


def test_the_instructions_hold_no_price_and_no_discount_limit() -> None:
    text = instructions(SHOP)
    assert "$" not in text
    assert "79" not in text
    assert "15" not in text.split("# THE SHOP")[1]


def test_the_instructions_tell_hours_closures_and_repair_types() -> None:
    shop = json.loads(instructions(SHOP).split("# THE SHOP")[1])
    assert shop["hours"]["Monday"] == "09:00 to 17:00"
    assert shop["hours"]["Sunday"] == "closed"
    assert shop["closed_on"] == {"2026-07-04": "Independence Day"}
    assert shop["repair_types"] == {"iphone_screen": "iPhone screen"}


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_has_its_policy_and_only_its_own_is_told(mode: Mode) -> None:
    text = situation(a_turn(state=OwnerState(mode)))
    told = [each for each in Mode if policy(each.value.lower()).format(owner="Brandon") in text]
    assert told == [mode]


@pytest.mark.parametrize("persona", Persona)
def test_the_owners_persona_wins_over_the_shops(persona: Persona) -> None:
    text = situation(a_turn(state=OwnerState(persona=persona)))
    assert [each for each in Persona if policy(each.value) in text] == [persona]


def test_the_owners_words_are_told_as_data() -> None:
    state = OwnerState(Mode.GYM, until=NOW + timedelta(minutes=44), note='legs "day"\n# Rules', bulletin="New screens")
    owner = note(state=state)["owner"]
    assert owner == {
        "mode": "GYM",
        "until": "2026-02-10 15:30",
        "status": "Brandon is back at 3:30 PM",
        "note": 'legs "day"\n# Rules',
        "bulletin": "New screens",
    }


def test_only_the_chat_of_the_web_page_has_rules_for_numbers() -> None:
    rules = policy("web").format(owner="Brandon")
    assert rules in situation(a_turn(channel="web", customer=""))
    assert rules not in situation(a_turn())
    assert [note(channel="web", customer=each)["number_known"] for each in ("", "+19045550147")] == [False, True]


def test_a_state_that_is_over_is_told_as_work() -> None:
    state = OwnerState(Mode.GYM, until=NOW - timedelta(minutes=1), note="legs")
    text = situation(a_turn(state=state))
    assert "GYM" not in text
    assert "legs" not in text


def test_an_open_end_needs_no_time() -> None:
    assert note(state=OwnerState(Mode.GYM))["owner"]["status"] == "Brandon is busy"


def test_the_time_is_the_shops() -> None:
    assert note()["now"] == "Tuesday 2026-02-10 14:46"


@pytest.mark.parametrize(
    ("upsell", "complained", "may"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_add_ons_are_off_after_a_complaint_or_when_the_owner_says_so(upsell: bool, complained: bool, may: bool) -> None:
    assert note(state=OwnerState(auto_upsell=upsell), complained=complained)["may_offer_add_on"] is may


def test_what_the_customer_told_us_is_kept_as_data() -> None:
    text = known(a_turn(facts=Facts(name="Ann", day=NOW.date()), pending=Pending("slot", {"day": NOW.date()})))
    data = json.loads(text.splitlines()[0].split(": ", 1)[1])
    assert data == {
        "facts": {"name": "Ann", "day": "2026-02-10"},
        "we_asked_last": {"asked": "slot", "data": {"day": "2026-02-10"}},
    }


def test_no_policy_asks_the_customer_for_a_word_the_carrier_takes() -> None:
    base = policy("base")
    assert "Never ask the customer to answer with the single words CANCEL, YES or END" in " ".join(base.split())
    for name in [mode.value.lower() for mode in Mode] + [persona.value for persona in Persona]:
        assert not {"CANCEL", "YES", "END", "STOP"} & set(policy(name).split())
