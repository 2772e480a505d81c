import json
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from linda.adapters.shop_file import form, shop_schema
from linda.domain import shop

ROOT = Path(__file__).parents[4]
SHIPPED = ROOT / "backend" / "schemas" / "shop.schema.json"
EDITOR = Draft202012Validator(shop_schema())


def the_shop() -> dict[str, Any]:
    return tomllib.loads((ROOT / "shop.toml").read_text(encoding="utf-8"))


def test_the_shipped_schema_is_the_one_the_reader_gives() -> None:
    assert SHIPPED.read_text(encoding="utf-8") == json.dumps(shop_schema(), indent=2) + "\n"


def test_the_schema_is_one_and_accepts_the_shipped_shop() -> None:
    Draft202012Validator.check_schema(shop_schema())
    assert list(EDITOR.iter_errors(the_shop())) == []


@pytest.mark.parametrize("price", [79, 79.99, "79", "$79.50", 0])
def test_an_editor_accepts_every_way_to_write_a_price(price: object) -> None:
    tables = the_shop()
    tables["services"][0]["price"] = price
    assert list(EDITOR.iter_errors(tables)) == []


@pytest.mark.parametrize(
    ("table", "key", "value"),
    [
        ("booking", "benches", 0),
        ("booking", "travel_buffer", 33),
        ("booking", "colour", "red"),
        ("discounts", "max_percent", "15"),
        ("hours", "mon", "9-5"),
        ("hours", "sun", ["9:00-12:00", "closing"]),
        ("assistant", "persona", "chill"),
    ],
)
def test_an_editor_marks_what_the_reader_would_refuse(table: str, key: str, value: object) -> None:
    tables = the_shop()
    tables[table][key] = value
    assert list(EDITOR.iter_errors(tables)) != []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (form.ShopForm, shop.Shop),
        (form.ServiceForm, shop.Service),
        (form.AddOnForm, shop.AddOn),
        (form.DiscountForm, shop.DiscountPolicy),
        (form.BookingForm, shop.BookingPolicy),
        (form.ModeForm, shop.ModePolicy),
        (form.AssistantForm, shop.Assistant),
    ],
)
def test_the_file_can_say_whatever_the_rules_read(written: type, read: type) -> None:
    assert set(written.__annotations__) == {each.name for each in fields(read)}


def test_every_key_tells_an_editor_what_it_is_for() -> None:
    service = shop_schema()["properties"]["services"]["items"]["properties"]
    assert all(key.get("description") for key in service.values())
    assert shop_schema()["additionalProperties"] is False
