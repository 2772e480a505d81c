"""Reads the shop file, as a whole or not at all."""

import re
import tomllib
from collections.abc import Iterable, Mapping
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


def load_shop(path: Path) -> Shop:
    """Return the shop described by the file at `path`.

    Raises:
        InvalidShop: the file can't be read, or says something that can't be; every problem with its line and key.
    """
    try:
        return parse_shop(path.read_bytes().decode("utf-8-sig"), path.name)
    except OSError as error:
        raise InvalidShop(
            [f"{path}: can't be read ({error.strerror}); LINDA_SHOP_FILE names the shop file."]
        ) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InvalidShop([f"{path.name} line {line}: must be saved as UTF-8 text."]) from error


def parse_shop(toml: str, name: str = "shop.toml") -> Shop:
    """Return the shop described by a TOML text; `name` is how problems call the file.

    Raises:
        InvalidShop: the text says something that can't be; every problem with its line and key.
    """
    raw = _tables(toml, name)
    findings = list(cross_findings(raw))
    reading = Reading()
    form: ShopForm = reading.value(ShopForm, raw, ())
    findings += reading.findings
    if not reading.findings:
        shop = _shop(form)
        findings += unbookable_services(shop)
    if findings:
        raise InvalidShop(_placed(findings, toml, name))
    return shop


def _placed(findings: Iterable[Finding], toml: str, name: str) -> list[str]:
    lines = key_lines(toml)
    placed = sorted({(line_of(lines, path), _key_words(path), sentence) for path, sentence in findings})
    return [f"{name} line {line}, {key}: {sentence}" for line, key, sentence in placed]


def _tables(toml: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        match = _AT_LINE.match(str(error))
        what = match["what"] if match else str(error)
        line = (match and match["line"]) or len(toml.splitlines())
        raise InvalidShop([f"{name} line {line}: {what} (this is not TOML; see https://toml.io)."]) from error
    except RecursionError as error:
        raise InvalidShop([f"{name}: lists or tables are nested far too deep."]) from error


def _key_words(path: KeyPath) -> str:
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
