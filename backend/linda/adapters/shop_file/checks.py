"""What must fit together across the shop file. Reads the raw tables, so that it also works beside other mistakes."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from linda.adapters.shop_file.legal import shown
from linda.adapters.shop_file.lines import Path
from linda.domain.price_book import plain_words
from linda.domain.public_holidays import public_holidays
from linda.domain.shop import Hours, Shop

Finding = tuple[Path, str]
_SAMPLE_YEAR = 2026
_OBSERVED = " (observed)"


def cross_findings(raw: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield each place where two parts of the file contradict each other, with a sentence."""
    yield from _same_ids(raw)
    yield from _same_words(raw)
    yield from _same_repairs(raw)
    yield from _unknown_services(raw)
    yield from _closed_and_open(raw)
    yield from _cap_under_floor(raw)
    yield from _unknown_holidays(raw)


def unbookable_services(shop: Shop) -> Iterator[Finding]:
    """Yield each service that takes longer than the shop is ever open, so that nobody could book it."""
    longest = max((_minutes(each) for stretches in shop.hours.values() for each in stretches), default=0)
    for index, service in enumerate(shop.services):
        if service.minutes > longest:
            yield ("services", index, "minutes"), f"must fit into the opening hours of one day ({longest} minutes)"


def _minutes(stretch: Hours) -> int:
    opens, closes = stretch.opens, stretch.closes
    return (closes.hour - opens.hour) * 60 + closes.minute - opens.minute


def _rows(raw: Mapping[str, Any], table: str) -> list[tuple[Path, Mapping[str, Any]]]:
    rows = raw.get(table)
    listed = rows if isinstance(rows, list) else []
    return [((table, index), row) for index, row in enumerate(listed) if isinstance(row, dict)]


def _same_ids(raw: Mapping[str, Any]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, row in [*_rows(raw, "services"), *_rows(raw, "add_ons")]:
        given = row.get("id")
        if isinstance(given, str):
            if given in seen:
                yield (*path, "id"), f"must be unique, but {shown(given)} is used above"
            seen.add(given)


def _same_words(raw: Mapping[str, Any]) -> Iterator[Finding]:
    owners: dict[str, Path] = {}
    for path, row in [*_rows(raw, "services"), *_rows(raw, "add_ons")]:
        for key, word in _words(row):
            first = owners.setdefault(plain_words(word), path)
            if first != path:
                yield (*path, key), f"must mean one thing, but {shown(word)} already names {first[0]}[{first[1]}]"


def _words(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    aliases = row.get("aliases")
    listed = [("aliases", each) for each in aliases] if isinstance(aliases, list) else []
    yield from ((key, word) for key, word in [("name", row.get("name")), *listed] if isinstance(word, str))


def _same_repairs(raw: Mapping[str, Any]) -> Iterator[Finding]:
    seen: set[tuple[str, Any]] = set()
    for path, row in _rows(raw, "services"):
        pair = (str(row.get("repair")), str(row.get("brand")))
        if pair in seen and "repair" in row:
            make = f"brand {shown(row['brand'])}" if "brand" in row else "all makes"
            yield (*path, "repair"), f"must be one line per damage and make, but {pair[0]} for {make} is priced above"
        seen.add(pair)


def _unknown_services(raw: Mapping[str, Any]) -> Iterator[Finding]:
    ids = [row["id"] for _, row in _rows(raw, "services") if isinstance(row.get("id"), str)]
    for path, row in _rows(raw, "add_ons"):
        after = row.get("after")
        for given in after if isinstance(after, list) else []:
            if given not in ids:
                yield (*path, "after"), f"must be ids of services ({', '.join(ids)}), not {shown(given)}"


def _closed_and_open(raw: Mapping[str, Any]) -> Iterator[Finding]:
    closures, special = raw.get("closures"), raw.get("special_hours")
    if isinstance(closures, dict) and isinstance(special, dict):
        for day in closures.keys() & special.keys():
            yield ("special_hours", day), "must not be listed under closures too: is the shop open or closed?"


def _cap_under_floor(raw: Mapping[str, Any]) -> Iterator[Finding]:
    table = raw.get("discounts")
    given = table if isinstance(table, dict) else {}
    cap, floor = given.get("max_percent"), given.get("floor_percent")
    if isinstance(cap, int) and isinstance(floor, int) and 0 <= cap <= 100 < cap + floor:
        yield ("discounts", "floor_percent"), f"must leave room for max_percent: {100 - cap} or less, not {floor}"


def _unknown_holidays(raw: Mapping[str, Any]) -> Iterator[Finding]:
    wanted = raw.get("holidays")
    if not isinstance(wanted, list) or not wanted:
        return
    country, state = str(raw.get("country", "US")), str(raw.get("state", "FL"))
    try:
        legal = sorted(
            {name for day in public_holidays(country, state, _SAMPLE_YEAR).values() for name in day.split("; ")}
        )
    except NotImplementedError:
        yield ("country",), f"must be a country and state with known public holidays, not {country} and {state}"
        return
    for given in wanted:
        if isinstance(given, str) and given.removesuffix(_OBSERVED) not in legal:
            near = get_close_matches(given, legal, 1)
            hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(legal)}"
            yield ("holidays",), f"must be public holidays of {country} {state}, not {shown(given)}; {hint}"
