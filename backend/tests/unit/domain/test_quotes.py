from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain.errors import InvalidInput, Refused
from linda.domain.quotes import quote
from linda.domain.shop import ServiceMode
from tests.unit.domain.shops import SHOP, a_shop

SERVICE_IDS = [service.id for service in SHOP.services]


def test_one_repair_costs_its_starting_price() -> None:
    found = quote(SHOP, ["iphone_screen"])
    assert (found.price, found.total, found.minutes, found.surcharge, found.discount) == (7900, 7900, 45, 0, 0)
    assert found.starting_at
    assert found.name == "iPhone screen"
    assert found.service_ids == ("iphone_screen",)


def test_several_repairs_add_up_in_money_and_minutes() -> None:
    found = quote(SHOP, ["iphone_screen", "battery", "battery"])
    assert (found.total, found.minutes) == (7900 + 2 * 4900, 105)
    assert found.name == "iPhone screen + 2 x battery"


def test_a_visit_adds_the_surcharge_once_and_never_discounts_it() -> None:
    found = quote(SHOP, ["iphone_screen", "battery"], service_mode=ServiceMode.ON_SITE, discount_percent=10)
    assert (found.surcharge, found.discount, found.total) == (2000, 1280, 12800 + 2000 - 1280)


@pytest.mark.parametrize(
    ("percent", "discount", "total"), [(0, 0, 7900), (1, 79, 7821), (10, 790, 7110), (15, 1185, 6715)]
)
def test_a_discount_is_taken_off_in_cents(percent: int, discount: int, total: int) -> None:
    found = quote(SHOP, ["iphone_screen"], discount_percent=percent)
    assert (found.discount_percent, found.discount, found.total) == (percent, discount, total)


@pytest.mark.parametrize("service_id", ["water_damage", "diagnostics"])
def test_fees_and_free_lines_are_never_discounted(service_id: str) -> None:
    found = quote(SHOP, [service_id], discount_percent=15)
    assert (found.discountable, found.discount, found.discount_percent) == (0, 0, 0)
    assert not found.starting_at


def test_an_add_on_counts_in_the_total_alone() -> None:
    found = quote(SHOP, ["iphone_screen"], add_ons=["screen_protector"], discount_percent=10)
    assert (found.total, found.minutes, found.discount) == (7900 + 1500 - 790, 45, 790)
    assert found.service_ids == ("iphone_screen",)
    assert found.name == "iPhone screen + screen protector"


@given(st.lists(st.sampled_from(SERVICE_IDS), min_size=1, max_size=4), st.integers(0, 100), st.integers(0, 100))
def test_no_quote_falls_below_the_floor(service_ids: list[str], percent: int, floor: int) -> None:
    shop = a_shop(discounts=SHOP.discounts.__class__(100, (), floor, SHOP.discounts.daily_budget))
    found = quote(shop, service_ids, discount_percent=percent)
    kept = found.discountable - found.discount
    assert kept * 100 >= found.discountable * floor
    assert 0 <= found.discount <= found.discountable
    assert found.total == sum(line.price for line in found.lines) - found.discount


@pytest.mark.parametrize(
    ("service_ids", "add_ons", "named"),
    [
        ([], [], "at least one repair"),
        (["screen"], [], "iphone_screen, samsung_screen"),
        (["battery"], ["mug"], "phone_case"),
    ],
)
def test_what_the_shop_does_not_sell_has_no_quote(service_ids: list[str], add_ons: list[str], named: str) -> None:
    with pytest.raises(InvalidInput, match=named):
        quote(SHOP, service_ids, add_ons=add_ons)


@pytest.mark.parametrize(
    ("service_id", "service_mode", "said"),
    [
        ("remote_diagnostic", ServiceMode.ON_SITE, "can't do remote diagnostic on site"),
        ("iphone_screen", ServiceMode.REMOTE, "can't do iPhone screen remotely"),
    ],
)
def test_a_repair_is_refused_where_it_is_not_done(service_id: str, service_mode: ServiceMode, said: str) -> None:
    with pytest.raises(Refused, match=said):
        quote(SHOP, [service_id], service_mode=service_mode)


@pytest.mark.parametrize("percent", [-1, 101, True, 5.0, "5"], ids=repr)
def test_a_quote_takes_no_discount_that_is_no_whole_percentage(percent: Any) -> None:
    with pytest.raises(InvalidInput, match="whole number of percent"):
        quote(SHOP, ["battery"], discount_percent=percent)


def test_a_remote_look_is_free() -> None:
    assert quote(SHOP, ["remote_diagnostic"], service_mode=ServiceMode.REMOTE).total == 0
