"""The sections of the shop file that the owner changes on the dashboard, in the form of the file."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from linda.adapters.shop_file.form import WeekForm
from linda.domain.money import Cents
from linda.domain.shop import Hours, Shop

SECTIONS = (
    "assistant",
    "hours",
    "closures",
    "special_hours",
    "booking",
    "discounts",
    "services",
    "add_ons",
    "modes",
)
"""In the order of the file. Who the shop is (its name, number, place) stands in the file alone."""

DOLLARS = frozenset({"price", "daily_budget", "on_site_surcharge"})
"""The keys that hold an amount of money."""


def sections_of(shop: Shop) -> dict[str, Any]:
    """Return every section of `shop` as JSON values, each in the one way LINDA writes it; dollars are text."""
    week = zip(WeekForm.__annotations__, range(7), strict=True)
    return {
        "assistant": _record(shop.assistant),
        "hours": {day: _hours(shop.hours[number]) for day, number in week},
        "closures": _by_day(shop.closures),
        "special_hours": {day: _hours(each) for day, each in _by_day(shop.special_hours).items()},
        "booking": _record(shop.booking),
        "discounts": _record(shop.discounts),
        "services": [_record(each) for each in shop.services],
        "add_ons": [_record(each) for each in shop.add_ons],
        "modes": {mode.value: _record(each) for mode, each in shop.modes.items()},
    }


def changed_sections(shop: Shop, file: Shop) -> dict[str, Any]:
    """Return the sections in which `shop` is not the one of the `file`."""
    before = sections_of(file)
    return {name: section for name, section in sections_of(shop).items() if section != before[name]}


def dollars_text(amount: Cents) -> str:
    """Write an amount the way the file does: "79", "79.50"."""
    whole, cents = divmod(amount, 100)
    return f"{whole}.{cents:02d}" if cents else str(whole)


def _record(record: Any) -> dict[str, Any]:
    """Return the fields of a dataclass; what has its usual value is left out, as people leave it out of the file."""
    given = {spec.name: (getattr(record, spec.name), spec.default) for spec in fields(record)}
    return {name: _value(name, value) for name, (value, usual) in given.items() if usual is MISSING or value != usual}


def _value(name: str, value: Any) -> Any:
    if name in DOLLARS:
        return dollars_text(value)
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return str(value) if isinstance(value, str) else value


def _hours(stretches: tuple[Hours, ...]) -> str | list[str]:
    written = [f"{_time(each.opens)}-{_time(each.closes)}" for each in stretches]
    return written if len(written) > 1 else (written or ["closed"])[0]


def _time(moment: Any) -> str:
    return f"{moment.hour}:{moment.minute:02d}"


def _by_day(days: Mapping[date, Any]) -> dict[str, Any]:
    return {day.isoformat(): days[day] for day in sorted(days)}
