import pytest

from linda.domain.owner_state import OwnerState
from linda.domain.upsell import next_add_on
from tests.unit.domain.shops import SHOP, WORKING, a_shop


@pytest.mark.parametrize(
    ("booked", "offered", "expected"),
    [
        (["iphone_screen"], [], "screen_protector"),
        (["iphone_screen"], ["screen_protector"], "phone_case"),
        (["battery", "samsung_screen"], [], "screen_protector"),
        (["battery"], [], "phone_case"),
    ],
)
def test_the_first_thing_that_goes_with_the_repair_is_offered(
    booked: list[str], offered: list[str], expected: str
) -> None:
    found = next_add_on(SHOP, WORKING, booked, offered, complained=False)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    ("booked", "offered", "complained", "state"),
    [
        (["iphone_screen"], [], True, WORKING),
        (["iphone_screen"], [], False, OwnerState(auto_upsell=False)),
        (["iphone_screen"], ["screen_protector", "phone_case"], False, WORKING),
        (["water_damage"], [], False, WORKING),
        ([], [], False, WORKING),
    ],
    ids=["after a complaint", "switched off", "offered before", "nothing goes with it", "nothing booked"],
)
def test_nothing_is_offered(booked: list[str], offered: list[str], complained: bool, state: OwnerState) -> None:
    assert next_add_on(SHOP, state, booked, offered, complained=complained) is None


def test_an_add_on_that_names_no_repair_goes_with_all() -> None:
    cable = SHOP.add_ons[0].__class__("cable", "cable", SHOP.add_ons[0].price, "A cable?")
    assert next_add_on(a_shop(add_ons=(cable,)), WORKING, ["water_damage"], [], complained=False) == cable
