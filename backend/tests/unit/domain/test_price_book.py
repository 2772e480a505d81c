import pytest

from linda.domain.price_book import NoPrice, NoPriceReason, find_service, named_service
from linda.domain.shop import Service
from tests.unit.domain.shops import SHOP, a_shop

DIAGNOSTICS = SHOP.service("diagnostics")


@pytest.mark.parametrize(
    ("repair", "brand", "service_id"),
    [
        ("screen", "iphone", "iphone_screen"),
        ("screen", "samsung", "samsung_screen"),
        ("battery", "iphone", "battery"),
        ("battery", "pixel", "battery"),
        ("battery", None, "battery"),
        ("water_damage", None, "water_damage"),
    ],
)
def test_a_repair_finds_its_line(repair: str, brand: str | None, service_id: str) -> None:
    found = find_service(SHOP, repair, brand)
    assert isinstance(found, Service)
    assert found.id == service_id


def test_a_line_for_the_make_wins_over_the_line_for_all_makes() -> None:
    everyone = Service("any_screen", "screen", "screen", SHOP.services[0].price, 60)
    shop = a_shop(services=(everyone, *SHOP.services))
    assert find_service(shop, "screen", "samsung") == SHOP.service("samsung_screen")
    assert find_service(shop, "screen", "pixel") == everyone


def test_the_screen_of_another_make_needs_a_look_and_the_look_is_free() -> None:
    found = find_service(SHOP, "screen", "pixel")
    assert found == NoPrice(NoPriceReason.NEEDS_A_LOOK, "screen", "pixel", instead=DIAGNOSTICS)
    assert DIAGNOSTICS is not None
    assert DIAGNOSTICS.price == 0


def test_a_screen_of_an_unnamed_make_asks_which_one() -> None:
    found = find_service(SHOP, "screen")
    assert isinstance(found, NoPrice)
    assert found.reason is NoPriceReason.WHICH_BRAND
    assert [line.id for line in found.choices] == ["iphone_screen", "samsung_screen"]


def test_a_repair_nobody_prices_gets_a_look_too() -> None:
    found = find_service(SHOP, "antenna", "iphone")
    assert found == NoPrice(NoPriceReason.UNKNOWN_REPAIR, "antenna", "iphone", instead=DIAGNOSTICS)


def test_a_shop_without_diagnostics_offers_no_look() -> None:
    found = find_service(a_shop(services=SHOP.services[:2]), "screen", "pixel")
    assert isinstance(found, NoPrice)
    assert found.instead is None


@pytest.mark.parametrize(
    ("words", "service_id"),
    [
        ("iphone_screen", "iphone_screen"),
        ("iPhone Screen", "iphone_screen"),
        ("  galaxy   DISPLAY ", "samsung_screen"),
        ("back-glass", "back_glass"),
        ("battery", "battery"),
        ("free look", "diagnostics"),
    ],
)
def test_a_service_is_found_by_any_of_its_names(words: str, service_id: str) -> None:
    found = named_service(SHOP, words)
    assert found is not None
    assert found.id == service_id


@pytest.mark.parametrize("words", ["", "screen", "iphone_screen; drop"])
def test_words_that_name_no_service_find_none(words: str) -> None:
    assert named_service(SHOP, words) is None
