"""Reads the shop file, as a whole or not at all."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from linda.adapters.shop_file.checks import Finding, cross_findings, unbookable_services
from linda.adapters.shop_file.form import ShopForm, WeekForm
from linda.adapters.shop_file.lines import Path as KeyPath
from linda.adapters.shop_file.lines import key_lines, line_of
from linda.adapters.shop_file.reading import Reading
from linda.domain.errors import InvalidShop
from linda.domain.shop import AddOn, Assistant, BookingPolicy, DiscountPolicy, Mode, ModePolicy, Service, Shop

_AT_LINE = re.compile(r"^(?P<what>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class ShopFile:
    """A shop file that was read: how problems call it, its text, its tables, and the shop they describe."""

    name: str
    text: str
    tables: Mapping[str, Any]
    shop: Shop


def load_shop(path: Path) -> Shop:
    """Return the shop described by the file at `path`; raises as `read_shop_file`."""
    return read_shop_file(path).shop


def read_shop_file(path: Path) -> ShopFile:
    """Return the file at `path` with the shop it describes.

    Raises:
        InvalidShop: the file can't be read, or says something that can't be; every problem with its line and key.
    """
    try:
        return parse_shop_file(path.read_bytes().decode("utf-8-sig"), path.name)
    except OSError as error:
        raise InvalidShop(
            [f"{path}: can't be read ({error.strerror}); LINDA_SHOP_FILE names the shop file."]
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidShop([f"{path.name} line {line}: must be saved as UTF-8 text."]) from error


def parse_shop(toml: str, name: str = "shop.toml") -> Shop:
    """Return the shop described by a TOML text; `name` is how problems call the file; raises as `parse_shop_file`."""
    return parse_shop_file(toml, name).shop


def parse_shop_file(toml: str, name: str = "shop.toml") -> ShopFile:
    """Return a TOML text with the shop it describes; `name` is how problems call the file.

    Raises:
        InvalidShop: the text says something that can't be; every problem with its line and key.
    """
    tables = _tables(toml, name)
    shop = shop_of(tables)
    if isinstance(shop, Shop):
        return ShopFile(name, toml, tables, shop)
    raise InvalidShop(_placed(shop, toml, name))


def shop_of(tables: Mapping[str, Any]) -> Shop | list[Finding]:
    """Return the shop that the tables of a shop file describe, or all that can't be in them."""
    findings = list(cross_findings(tables))
    reading = Reading()
    form: ShopForm = reading.value(ShopForm, tables, ())
    findings += reading.findings
    if reading.findings:
        return findings
    shop = _shop(form)
    findings += unbookable_services(shop)
    return findings or shop


def _placed(findings: Iterable[Finding], toml: str, name: str) -> list[str]:
    lines = key_lines(toml)
    placed = sorted({(line_of(lines, path), key_words(path), sentence) for path, sentence in findings})
    return [f"{name} line {line}, {key}: {sentence}" for line, key, sentence in placed]


def _tables(toml: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        match = _AT_LINE.match(str(error))
        what = match["what"] if match else str(error)
        line = (match and match["line"]) or len(toml.splitlines())
        raise InvalidShop([f"{name} line {line}: {what} (this is not TOML; see https://toml.io)."]) from error
    except ValueError as error:  # Python reads no whole number of more than 4300 digits
        raise InvalidShop([f"{name}: a number in it is far too long."]) from error
    except RecursionError as error:
        raise InvalidShop([f"{name}: lists or tables are nested far too deep."]) from error


def key_words(path: KeyPath) -> str:
    """Write the path of a key the way people do: services[2].price."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _shop(form: ShopForm) -> Shop:
    week: Mapping[str, Any] = {**form["hours"]}
    values: dict[str, Any] = {
        **form,
        "hours": {number: week[day] for number, day in enumerate(WeekForm.__annotations__)},
        "assistant": Assistant(**form["assistant"]),
        "services": tuple(Service(**each) for each in form["services"]),
        "add_ons": tuple(AddOn(**each) for each in form.get("add_ons", [])),
        "discounts": DiscountPolicy(**form["discounts"]),
        "booking": BookingPolicy(**form["booking"]),
        "modes": {mode: ModePolicy(**form["modes"][mode.value]) for mode in Mode},
    }
    return Shop(**values)
