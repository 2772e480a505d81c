from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain.discount import Discount, Reason, authorize, best_for, discount_cents, ladder, percent_for_price
from linda.domain.errors import DiscountRefused, InvalidInput
from linda.domain.money import Cents
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop
from tests.unit.domain.shops import SHOP, WORKING, a_shop

SCREEN = Cents(7900)
NOTHING = Cents(0)
ASKED = Reason.CUSTOMER_REQUEST


def with_policy(**changes: Any) -> Shop:
    return a_shop(discounts=replace(SHOP.discounts, **changes))


@pytest.mark.parametrize("percent", [0, 1, 10, 15])
def test_a_discount_up_to_the_cap_is_allowed(percent: int) -> None:
    found = authorize(SHOP, WORKING, percent, "referral", price=SCREEN, given_today=NOTHING)
    assert found == Discount(percent, Reason.REFERRAL, Cents(79 * percent))


def test_a_discount_over_the_cap_is_refused_with_the_best_there_is() -> None:
    with pytest.raises(DiscountRefused, match=r"15% off is the most I can do: \$67\.15 instead of \$79\.") as refusal:
        authorize(SHOP, WORKING, 16, ASKED, price=SCREEN, given_today=NOTHING)
    assert refusal.value.best_percent == 15


@pytest.mark.parametrize("percent", [True, False, -1, 101, 5.0, float("nan"), float("inf"), "5", None, [5]], ids=repr)
def test_a_discount_that_is_no_whole_percentage_is_refused_by_type(percent: Any) -> None:
    with pytest.raises(InvalidInput, match="whole number of percent from 0 to 100"):
        authorize(SHOP, WORKING, percent, ASKED, price=SCREEN, given_today=NOTHING)


@pytest.mark.parametrize("reason", ["", "because", "REFERRAL", None, 5], ids=repr)
def test_a_reason_outside_the_list_is_refused_with_the_list(reason: Any) -> None:
    with pytest.raises(InvalidInput, match="repeat_customer, referral, bulk_repair"):
        authorize(SHOP, WORKING, 5, reason, price=SCREEN, given_today=NOTHING)


@pytest.mark.parametrize(
    ("shop", "price", "given_today"),
    [
        (with_policy(reasons=("referral",)), SCREEN, NOTHING),
        (SHOP, NOTHING, NOTHING),
        (SHOP, Cents(3), NOTHING),
        (SHOP, SCREEN, SHOP.discounts.daily_budget),
        (with_policy(max_percent=0), SCREEN, NOTHING),
        (with_policy(floor_percent=100), SCREEN, NOTHING),
    ],
    ids=[
        "a reason this shop does not honour",
        "nothing to discount",
        "not worth a cent",
        "the budget is used up",
        "no cap",
        "no room",
    ],
)
def test_where_nothing_can_be_given_the_refusal_says_so(shop: Shop, price: Cents, given_today: Cents) -> None:
    with pytest.raises(DiscountRefused, match="can't take anything off") as refusal:
        authorize(shop, WORKING, 5, ASKED, price=price, given_today=given_today)
    assert refusal.value.best_percent == 0


def test_the_days_budget_lowers_what_is_left_to_give() -> None:
    spent = Cents(SHOP.discounts.daily_budget - 400)
    with pytest.raises(DiscountRefused, match="5% off is the most") as refusal:
        authorize(SHOP, WORKING, 10, ASKED, price=SCREEN, given_today=spent)
    assert refusal.value.best_percent == 5


def test_the_last_cent_of_the_budget_can_be_given() -> None:
    spent = Cents(SHOP.discounts.daily_budget - 1185)
    assert authorize(SHOP, WORKING, 15, ASKED, price=SCREEN, given_today=spent).cents == 1185


@pytest.mark.parametrize(("cap", "best"), [(0, ()), (5, (5,)), (10, (10,)), (20, (10, 20)), (90, (10, 30))])
def test_the_owners_cap_of_the_day_wins_and_the_floor_still_holds(cap: int, best: tuple[int, ...]) -> None:
    state = OwnerState(max_discount_percent=cap)
    assert ladder(SHOP, state, ASKED, price=SCREEN, given_today=NOTHING) == best


def test_haggling_goes_up_one_step_at_a_time_and_ends() -> None:
    offers = []
    offered = 0
    for _ in range(5):
        found = best_for(SHOP, WORKING, ASKED, price=SCREEN, given_today=NOTHING, offered=offered)
        offered = found.percent if found else offered
        offers.append(found.cents if found else None)
    assert offers == [790, 1185, None, None, None]


@pytest.mark.parametrize(
    ("price", "percent", "floor", "cents"),
    [(7900, 15, 70, 1185), (50, 1, 0, 1), (49, 1, 0, 0), (150, 1, 0, 2), (7900, 50, 70, 2370), (7995, 30, 70, 2398)],
    ids=["exact", "half a cent up", "less than half down", "one and a half up", "cut at the floor", "cut by a cent"],
)
def test_half_a_cent_is_rounded_up_and_the_floor_wins(price: int, percent: int, floor: int, cents: int) -> None:
    assert discount_cents(Cents(price), percent, floor) == cents


@given(
    percent=st.integers(0, 100),
    cap=st.integers(0, 100),
    floor=st.integers(0, 100),
    price=st.integers(0, 50_000),
    budget=st.integers(0, 20_000),
    spent=st.integers(0, 20_000),
)
def test_no_discount_breaks_a_limit_and_every_refusal_names_a_lawful_one(
    *, percent: int, cap: int, floor: int, price: int, budget: int, spent: int
) -> None:
    shop = with_policy(floor_percent=floor, daily_budget=Cents(budget))
    state = OwnerState(max_discount_percent=cap)
    found = allowed(shop, state, percent, Cents(price), Cents(spent))
    assert found.percent <= min(cap, percent)
    assert (price - found.cents) * 100 >= price * floor
    assert found.cents == 0 or spent + found.cents <= budget
    assert abs(found.cents * 100 - price * found.percent) <= 100


def allowed(shop: Shop, state: OwnerState, percent: int, price: Cents, given_today: Cents) -> Discount:
    """Return the discount of `percent`, or the one its refusal names."""
    try:
        return authorize(shop, state, percent, ASKED, price=price, given_today=given_today)
    except DiscountRefused as refusal:
        return authorize(shop, state, refusal.best_percent, ASKED, price=price, given_today=given_today)


@pytest.mark.parametrize(
    ("wanted", "percent"), [(7900, 0), (9900, 0), (7821, 1), (7000, 12), (7110, 10), (7109, 11), (0, 100)]
)
def test_a_wanted_price_becomes_the_fewest_percent_that_reach_it(wanted: int, percent: int) -> None:
    assert percent_for_price(SCREEN, Cents(wanted)) == percent


def test_nobody_is_paid_for_a_repair() -> None:
    with pytest.raises(InvalidInput, match="below zero"):
        percent_for_price(SCREEN, Cents(-1))
