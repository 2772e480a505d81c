"""The table of limits: each has a way out, and no one source can use up what belongs to everybody."""

import re
from pathlib import Path

import pytest

import linda
from linda.domain import limits
from linda.domain.limits import (
    ALERTS_ABOUT_A_CUSTOMER,
    ALERTS_OF_ALL,
    ALERTS_OF_VISITORS,
    CHAT_OF_ALL,
    CHAT_OF_AN_ADDRESS_A_DAY,
    CODES_ASKED_FOR,
    CODES_TEXTED,
    CODES_TO_ALL_NUMBERS,
    DANGER_OF_VISITORS,
    DAY_MS,
    LIMITS,
    MODEL_MONEY,
    MODEL_MONEY_OF_A_CUSTOMER,
    NUMBERS_OF_AN_ADDRESS,
    TEXTS_BACK,
    TRIES_OF_THE_SECOND_FACTOR,
    Allowance,
    Limit,
    Per,
)

SHARES = [
    (CODES_TEXTED, CODES_ASKED_FOR),
    (CODES_TO_ALL_NUMBERS, NUMBERS_OF_AN_ADDRESS),
    (CHAT_OF_ALL, CHAT_OF_AN_ADDRESS_A_DAY),
    (ALERTS_OF_ALL, ALERTS_ABOUT_A_CUSTOMER),
    (ALERTS_OF_VISITORS, ALERTS_ABOUT_A_CUSTOMER),
    (DANGER_OF_VISITORS, ALERTS_ABOUT_A_CUSTOMER),
    (MODEL_MONEY, MODEL_MONEY_OF_A_CUSTOMER),
]
PACKAGE = Path(linda.__file__).parent


@pytest.mark.parametrize(("of_all", "of_one"), SHARES, ids=lambda each: each.name)
def test_no_one_source_uses_up_more_than_a_third_of_what_belongs_to_everybody(of_all: Limit, of_one: Limit) -> None:
    assert of_one.per is not Per.EVERYBODY
    assert of_one.window_ms == of_all.window_ms
    assert of_one.most * 3 <= of_all.most


def test_no_visitors_without_a_number_use_up_more_than_a_third_of_the_texts_to_the_owner() -> None:
    assert ALERTS_OF_VISITORS.most * 3 <= ALERTS_OF_ALL.most


def test_every_total_has_its_share_but_the_one_that_no_stranger_reaches_and_one_text_for_each_number() -> None:
    totals = {each for each in LIMITS if each.per is Per.EVERYBODY}
    assert totals == {of_all for of_all, _ in SHARES} | {TRIES_OF_THE_SECOND_FACTOR, TEXTS_BACK}


def test_every_limit_is_in_the_table_once_and_says_what_an_honest_person_gets() -> None:
    defined = [each for each in vars(limits).values() if isinstance(each, Limit)]
    assert sorted(each.name for each in LIMITS) == sorted(each.name for each in defined)
    assert len({each.name for each in LIMITS}) == len(LIMITS)
    assert all(each.counts and each.instead and each.most > 0 for each in LIMITS)


def test_every_limit_of_the_table_is_used_and_no_other_is_made() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    names = [name for name, each in vars(limits).items() if isinstance(each, Limit)]
    own = PACKAGE / "domain/limits.py"
    elsewhere = "".join(text for path, text in sources.items() if path != own)
    assert [name for name in names if not re.search(rf"\b{name}\b", elsewhere)] == []
    assert [str(path) for path, text in sources.items() if path != own and re.search(r"\bLimit\(", text)] == []


def test_an_allowance_is_of_the_time_since_the_first_use() -> None:
    first = Allowance().at(1000, CODES_TEXTED).used()
    assert first == Allowance(1, 1000 + DAY_MS) == Allowance.from_item(first.to_item())
    assert first.at(999 + DAY_MS, CODES_TEXTED) == first
    assert first.at(1000 + DAY_MS, CODES_TEXTED) == Allowance(0, 1000 + 2 * DAY_MS)
    assert Allowance.from_item({}) == Allowance()
