"""Which lines of the price book a piece of text names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from linda.domain.pattern import Pattern
from linda.domain.price_book import NoPrice, find_service, plain_words
from linda.domain.shop import AddOn, Service, Shop

_T = TypeVar("_T")

_BRANDS = (
    ("iphone", r"\biphones?\b|\bapple\b|\bios\b"),
    ("samsung", r"\bsamsungs?\b|\bgalaxy\b|\bsammy\b"),
    ("ipad", r"\bipads?\b"),
    ("google", r"\bpixels?\b|\bgoogle\b"),
    ("motorola", r"\bmoto(?:rola)?\b"),
    ("oneplus", r"\bone ?plus\b"),
    ("lg", r"\blg\b"),
    ("other", r"\b(?:laptop|macbook|tablet|computer|watch|console|kindle|airpods?|nokia|huawei|xiaomi)s?\b"),
)
_UNLISTED = Pattern(
    r"\b(?:camera|lens|speaker|mic|microphone|earpiece|button|sim|data recovery|unlock(?:ing)?|software"
    r"|motherboard|logic board"
    r"|face id|touch id|laptop|macbook|tablet|computer|watch|console|charger|cable|headphones?|airpods?)s?\b"
)
_NOT_A_CASE = Pattern(
    r"\b(?:in|just in|in that|in any|either|that) case\b|\bcovers? (?:it|that|the|your|all|everything)\b"
)


@dataclass(frozen=True, slots=True)
class Item:
    """Something with a price in cents; None where the shop has no fixed price for it."""

    id: str
    price: int | None


def named_items(text: str, shop: Shop, brand: str | None) -> tuple[Item, ...]:
    """Return the items that the plain `text` names; `brand` is the make where the text names none."""
    plain = _NOT_A_CASE.sub(" ", text)
    brand = named_brand(plain) or brand
    found: dict[str, Item] = {}
    names = _names(shop.services, shop.add_ons)
    for match in names.pattern.finditer(plain):
        for item in _items(shop, names, match[0].rstrip("s"), brand) or _items(shop, names, match[0], brand):
            found[item.id] = item
    if not found and _UNLISTED.search(plain):
        return (Item("unlisted", None),)
    return tuple(found.values())


def named_brand(text: str) -> str | None:
    """Return the make that `text` names."""
    return next((brand for brand, pattern in _BRANDS if re.search(pattern, text)), None)


def _items(shop: Shop, names: "_Names", phrase: str, brand: str | None) -> list[Item]:
    exact = names.add_ons.get(phrase) or names.lines.get(phrase)
    if exact:
        return list(exact)
    return [item for kind in names.kinds.get(phrase, ()) for item in _of_kind(shop, kind, brand)]


def _of_kind(shop: Shop, kind: str, brand: str | None) -> list[Item]:
    line = find_service(shop, kind, brand)
    if isinstance(line, NoPrice):
        return [Item(each.id, each.price) for each in line.choices] or [Item(f"unlisted {kind}", None)]
    return [Item(line.id, line.price)]


def _own_phrases(line: Service) -> set[str]:
    return {plain_words(each).removeprefix("free ") for each in (line.id, line.name, *line.aliases)}


def _kind_phrases(line: Service) -> set[str]:
    """Return what the repair is called without its make: "screen", "glass", "display" of an iPhone screen."""
    words = {plain_words(line.repair)}
    if line.brand:
        words |= {" ".join(word for word in each.split() if not named_brand(word)) for each in _own_phrases(line)}
    return words - {""}


@dataclass(frozen=True, slots=True)
class _Names:
    """Every phrase of a price book, with what it names: add-ons, lines, or kinds of damage; `pattern` finds them."""

    add_ons: Mapping[str, tuple[Item, ...]]
    lines: Mapping[str, tuple[Item, ...]]
    kinds: Mapping[str, tuple[str, ...]]
    pattern: Pattern


@lru_cache(maxsize=8)
def _names(services: tuple[Service, ...], add_ons: tuple[AddOn, ...]) -> _Names:
    extras = [(plain_words(each), Item(item.id, item.price)) for item in add_ons for each in (item.name, *item.aliases)]
    lines = [(phrase, Item(line.id, line.price)) for line in services for phrase in _own_phrases(line)]
    kinds = [(phrase, line.repair) for line in services for phrase in _kind_phrases(line)]
    phrases = {phrase for phrase, _ in (*extras, *lines, *kinds)}
    longest_first = sorted(phrases, key=lambda each: (-len(each), each))
    pattern = Pattern(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")s?\b")
    return _Names(_gathered(extras), _gathered(lines), _gathered(kinds), pattern)


def _gathered(pairs: Iterable[tuple[str, _T]]) -> dict[str, tuple[_T, ...]]:
    found: dict[str, tuple[_T, ...]] = {}
    for phrase, named in pairs:
        found[phrase] = tuple(dict.fromkeys((*found.get(phrase, ()), named)))
    return found
