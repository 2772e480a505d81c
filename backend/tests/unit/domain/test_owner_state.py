from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from linda.domain.errors import InvalidInput
from linda.domain.owner_state import OwnerState, describe, free_from, max_discount, validate
from linda.domain.shop import Mode
from tests.unit.domain.shops import SHOP, WORKING, a_shop, away, local

AFTERNOON = local("2026-02-10T14:46")


@pytest.mark.parametrize(
    ("state", "now", "words"),
    [
        (WORKING, "2026-02-10T14:46", "Brandon is at the shop."),
        (away(Mode.WORK, "2026-02-10T16:00"), "2026-02-10T14:46", "Brandon is at the shop until 4 PM."),
        (away(Mode.GYM, "2026-02-10T15:30"), "2026-02-10T14:46", "Brandon is at the gym until 3:30 PM."),
        (away(Mode.GYM, "2026-02-10T15:30"), "2026-02-10T15:30", "Brandon is at the shop."),
        (away(Mode.DRIVING), "2026-02-10T14:46", "Brandon is on the road right now."),
        (away(Mode.CUSTOM, note="at the dentist"), "2026-02-10T14:46", "Brandon is at the dentist right now."),
        (away(Mode.CUSTOM, "2026-02-11T10:00"), "2026-02-10T14:46", "Brandon is away until tomorrow at 10 AM."),
        (away(Mode.CLOSED), "2026-02-10T14:46", "The shop is closed for today."),
        (away(Mode.CLOSED, "2026-02-12T00:00"), "2026-02-10T14:46", "The shop is closed until Thu Feb 12 at 9 AM."),
        (WORKING, "2026-02-10T18:00", "The shop is closed and opens tomorrow at 9 AM."),
        (WORKING, "2026-02-15T12:00", "The shop is closed and opens tomorrow at 9 AM."),
        (away(Mode.GYM, "2026-02-10T11:00"), "2026-02-10T08:00", "The shop is closed and opens today at 11 AM."),
        (away(Mode.GYM), "2026-02-10T08:00", "The shop is closed and opens tomorrow at 9 AM."),
        (
            away(Mode.CLOSED, "2026-02-12T12:00"),
            "2026-02-10T18:00",
            "The shop is closed and opens Thu Feb 12 at 12 PM.",
        ),
        (WORKING, "2026-12-25T12:00", "The shop is closed today (Christmas Day) and opens tomorrow at 9 AM."),
    ],
)
def test_customers_hear_what_the_owner_does(state: OwnerState, now: str, words: str) -> None:
    assert describe(SHOP, state, local(now)) == words


def test_a_shop_that_never_opens_promises_no_opening() -> None:
    shop = a_shop(hours={}, special_hours={})
    assert describe(shop, WORKING, AFTERNOON) == "The shop is closed."


def test_a_closed_shop_that_opens_no_more_is_closed_until_the_owner_said() -> None:
    shop = a_shop(hours={}, special_hours={AFTERNOON.date(): SHOP.hours[0]})
    state = away(Mode.CLOSED, "2026-02-11T10:00")
    assert describe(shop, state, AFTERNOON) == "The shop is closed until tomorrow at 10 AM."


def test_braces_in_a_note_are_only_text() -> None:
    state = away(Mode.CUSTOM, note="at {owner.timezone}")
    assert describe(SHOP, state, AFTERNOON) == "Brandon is at {owner.timezone} right now."


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (WORKING, AFTERNOON),
        (away(Mode.WORK, "2026-02-10T16:00"), AFTERNOON),
        (away(Mode.GYM, "2026-02-10T15:30"), local("2026-02-10T15:30")),
        (away(Mode.GYM, "2026-02-10T14:00"), AFTERNOON),
        (away(Mode.GYM), None),
    ],
)
def test_work_is_taken_from_when_the_owner_is_back(state: OwnerState, expected: datetime | None) -> None:
    assert free_from(SHOP, state, AFTERNOON) == expected


def test_a_state_that_is_over_reads_as_working_and_keeps_the_settings() -> None:
    state = away(Mode.GYM, "2026-02-10T14:00", note="leg day", bulletin="New screens in!", max_discount_percent=20)
    over = state.at(AFTERNOON)
    assert (over.mode, over.until, over.note) == (Mode.WORK, None, "")
    assert (over.bulletin, over.max_discount_percent) == ("New screens in!", 20)


@pytest.mark.parametrize(("setting", "cap"), [(None, 15), (0, 0), (20, 20)])
def test_the_owners_setting_of_the_day_is_the_cap(setting: int | None, cap: int) -> None:
    assert max_discount(SHOP, OwnerState(max_discount_percent=setting)) == cap


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"until": local("2026-02-10T15:30"), "note": "x" * 200, "max_discount_percent": 0},
        {"voice": "Google.en-US-Neural2-F"},
        {"max_discount_percent": 100, "bulletin": "50% off everything \N{PARTY POPPER}"},
    ],
)
def test_a_state_that_can_be_is_accepted(changes: dict[str, Any]) -> None:
    state = replace(WORKING, **changes)
    assert validate(state, AFTERNOON) is state


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"until": AFTERNOON.replace(tzinfo=None)}, "until: needs a time zone"),
        ({"until": AFTERNOON}, "until: must lie ahead"),
        ({"until": local("2027-02-12T09:00")}, "at most a year"),
        ({"max_discount_percent": 101}, "max_discount_percent: must be a whole number from 0 to 100, not 101"),
        ({"max_discount_percent": True}, "not True"),
        ({"max_discount_percent": 5.5}, r"not 5\.5"),
        ({"note": "x" * 201}, "note: must be one line of at most 200 characters"),
        ({"bulletin": "two\nlines"}, "bulletin: must be one line"),
        ({"voice": "alloy"}, "voice: must be a voice of the carrier, like Polly.Joanna-Neural, not 'alloy'"),
        ({"note": "x" * 201, "max_discount_percent": -1}, r"max_discount_percent.*note"),
    ],
)
def test_a_state_that_can_not_be_is_refused_with_every_problem(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        validate(replace(WORKING, **changes), AFTERNOON)
