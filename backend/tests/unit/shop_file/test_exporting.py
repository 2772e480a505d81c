"""What the owner changed on the dashboard, written back as a shop file: the same shop, and his own words in it."""

from copy import deepcopy
from difflib import ndiff
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.adapters.shop_file.exporting import exported
from linda.adapters.shop_file.load import ShopFile, parse_shop, parse_shop_file, shop_of
from linda.adapters.shop_file.sections import SECTIONS, changed_sections, dollars_text, sections_of
from linda.domain.money import Cents
from linda.domain.shop import Shop
from tests.unit.shop_file.changed_shops import changes
from tests.unit.shop_file.test_shop_file import TOML

FILE = parse_shop_file(TOML)
WRITTEN = sections_of(FILE.shop)


def shop_with(file: ShopFile = FILE, **sections: Any) -> Shop:
    """Return the file's shop with other `sections`, which must be legal."""
    shop = shop_of({**file.tables, **sections})
    assert isinstance(shop, Shop), shop
    return shop


def lines_changed(**sections: Any) -> list[str]:
    """Return the lines that go (-) and come (+) when `sections` are written back."""
    text = exported(FILE, shop_with(**sections))
    return [line for line in ndiff(TOML.splitlines(), text.splitlines()) if line[0] in "+-"]


@given(st.lists(changes(), min_size=1, max_size=3))
def test_any_sequence_of_changes_exported_and_loaded_is_the_same_shop(given_changes: list[dict[str, Any]]) -> None:
    file = FILE
    for sections in given_changes:
        shop = shop_of({**file.tables, **sections})
        if isinstance(shop, Shop):
            text = exported(file, shop)
            assert parse_shop(text) == shop
            assert {line for line in TOML.splitlines() if line.startswith("# ")} <= set(text.splitlines())
            file = parse_shop_file(text)


@given(changes())
def test_what_is_kept_of_a_change_gives_the_same_shop_again(sections: dict[str, Any]) -> None:
    shop = shop_of({**FILE.tables, **sections})
    if isinstance(shop, Shop):
        kept = changed_sections(shop, FILE.shop)
        assert set(kept) <= set(sections)
        assert shop_with(**kept) == shop


def test_the_file_itself_has_no_change_and_is_exported_letter_by_letter() -> None:
    assert tuple(WRITTEN) == SECTIONS
    assert shop_with(**WRITTEN) == FILE.shop
    assert changed_sections(FILE.shop, FILE.shop) == {}
    assert exported(FILE, FILE.shop) == TOML


@pytest.mark.parametrize(("cents", "text"), [(0, "0"), (7900, "79"), (7950, "79.50"), (9999999, "99999.99")])
def test_dollars_are_written_as_people_write_them(cents: int, text: str) -> None:
    assert dollars_text(Cents(cents)) == text


def test_only_the_lines_of_what_changed_are_touched() -> None:
    services = deepcopy(WRITTEN["services"])
    services[0]["price"], services[2]["price"] = "85", "49.50"
    assert lines_changed(services=services) == ["- price = 79", "+ price = 85", "- price = 49", '+ price = "49.50"']


def test_a_comment_beside_a_changed_value_stays() -> None:
    booking = {**WRITTEN["booking"], "benches": 2}
    assert [line.split("#")[-1] for line in lines_changed(booking=booking)] == [" repairs at the same time"] * 2


def test_a_new_day_off_stands_under_its_heading_and_not_behind_the_next_comment() -> None:
    text = exported(FILE, shop_with(closures={"2026-12-24": "Christmas Eve", "2026-07-03": "Fishing"}))
    assert '2026-12-24 = "Christmas Eve"\n2026-07-03 = "Fishing"\n\n# Single days with other hours' in text


def test_a_service_that_goes_takes_its_lines_along_and_leaves_the_comment_of_the_next_section() -> None:
    left = [each for each in WRITTEN["services"] if each["id"] != "remote_diagnostic"]
    text = exported(FILE, shop_with(services=left))
    assert "remote_diagnostic" not in text
    assert '"free look"]\n\n# Offered once, after a booking.' in text


def test_a_service_that_comes_stands_behind_the_others() -> None:
    new = {"id": "camera", "name": "camera", "repair": "camera", "price": "99", "minutes": 60}
    text = exported(FILE, shop_with(services=[*WRITTEN["services"], new]))
    assert (
        '\n\n[[services]]\nid = "camera"\nname = "camera"\nrepair = "camera"\nprice = 99\nminutes = 60\n\n# Off' in text
    )


def test_services_are_put_in_another_order_with_their_comments() -> None:
    first, *others = WRITTEN["services"]
    shop = shop_with(services=[*others, first])
    text = exported(FILE, shop)
    assert "remote = true                      # done over the phone or a screen share" in text
    assert parse_shop(text) == shop


def test_a_shop_that_offers_no_add_on_any_more_keeps_the_comment_that_follows() -> None:
    shop = shop_with(add_ons=[])
    text = exported(FILE, shop)
    assert "[[add_ons]]" not in text
    assert "# What each of your modes means." in text
    assert parse_shop(text) == shop


def test_add_ons_that_stand_before_everything_else_can_go_too() -> None:
    add_ons = TOML[TOML.index("[[add_ons]]") : TOML.index("# What each of your modes")]
    file = parse_shop_file(TOML.replace(add_ons, "").replace("[assistant]", f"{add_ons}[assistant]"))
    shop = shop_with(file, add_ons=[])
    assert parse_shop(exported(file, shop)) == shop


def without(*sections: str) -> str:
    """Return the shipped file without some of its sections."""
    blocks = TOML.split("\n\n")
    return "\n\n".join(each for each in blocks if not any(f"[{name}]" in each for name in sections))


OTHER_FORMS = {
    "an inline table": TOML.replace('[closures]\n2026-12-24 = "Christmas Eve"\n', "").replace(
        "[assistant]", 'closures = {2026-12-24 = "Christmas Eve"}\n\n[assistant]'
    ),
    "dotted keys": TOML.replace('[closures]\n2026-12-24 = "Christmas Eve"\n', "").replace(
        "[assistant]", 'closures.2026-12-24 = "Christmas Eve"\n\n[assistant]'
    ),
    "a quoted day": TOML.replace("2026-12-24 =", '"2026-12-24" ='),
    "a day in another form": TOML.replace("2026-12-24 =", "20261224 ="),
    "none at all": without("closures", "special_hours", "add_ons"),
    "services in one list": without("services").replace(
        "[assistant]",
        'services = [{id = "look", name = "look", repair = "look", price = 5.5, minutes = 30}]\n\n[assistant]',
    ).replace('["iphone_screen", "samsung_screen"]', "[]").replace(
        '["iphone_screen", "samsung_screen", "battery", "charging_port", "back_glass"]', "[]"
    ),
    "windows line ends": TOML.replace("\n", "\r\n"),
    "no line end at the end": TOML.rstrip("\n"),
    "modes apart": TOML.replace("[modes.GYM]", "[modes_GYM]").split("[modes_GYM]")[0]
    + "[modes.DRIVING]" + TOML.split("[modes.DRIVING]")[1]
    + "\n[modes.GYM]" + TOML.split("[modes.GYM]")[1].split("[modes.DRIVING]")[0],
}  # fmt: skip


@pytest.mark.parametrize("toml", OTHER_FORMS.values(), ids=OTHER_FORMS)
def test_a_file_in_another_form_of_toml_is_exported_as_well(toml: str) -> None:
    file = parse_shop_file(toml)
    sections = deepcopy(sections_of(file.shop))
    sections["closures"] = {"2026-07-03": "Fishing"}
    sections["special_hours"] = {"2026-07-04": ["9:00-10:00", "11:00-12:00"]}
    sections["services"][0]["price"] = "85.50"
    sections["modes"]["GYM"]["walk_ins"] = True
    sections["add_ons"] = [{"id": "cable", "name": "cable", "price": "9", "pitch": "A cable for $9?"}]
    shop = shop_with(file, **sections)
    assert parse_shop(exported(file, shop)) == shop
