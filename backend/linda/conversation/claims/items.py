"""Which lines of the price book a piece of text names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from linda.domain.price_book import NoPrice, find_service, plain_words
from linda.domain.shop import Service, Shop

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
_UNLISTED = re.compile(
    r"\b(?:camera|lens|speaker|mic|microphone|earpiece|button|sim|data recovery|unlock(?:ing)?|software"
    r"|motherboard|logic board"
    r"|face id|touch id|laptop|macbook|tablet|computer|watch|console|charger|cable|headphones?|airpods?)s?\b"
)
_NOT_A_CASE = re.compile(
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
    for match in _pattern(_phrases(shop)).finditer(plain):
        for item in _items(shop, match[0].rstrip("s"), brand) or _items(shop, match[0], brand):
            found[item.id] = item
    if not found and _UNLISTED.search(plain):
        return (Item("unlisted", None),)
    return tuple(found.values())


def named_brand(text: str) -> str | None:
    """Return the make that `text` names."""
    return next((brand for brand, pattern in _BRANDS if re.search(pattern, text)), None)


def _items(shop: Shop, phrase: str, brand: str | None) -> list[Item]:
    add_ons = [item for item in shop.add_ons if phrase in {plain_words(each) for each in (item.name, *item.aliases)}]
    if add_ons:
        return [Item(item.id, item.price) for item in add_ons]
    exact = [line for line in shop.services if phrase in _own_phrases(line)]
    if exact:
        return [Item(line.id, line.price) for line in exact]
    kinds = dict.fromkeys(line.repair for line in shop.services if phrase in _kind_phrases(line))
    return [item for kind in kinds for item in _of_kind(shop, kind, brand)]


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


def _phrases(shop: Shop) -> tuple[str, ...]:
    lines = [phrase for line in shop.services for phrase in (*_own_phrases(line), *_kind_phrases(line))]
    return tuple(lines + [plain_words(each) for item in shop.add_ons for each in (item.name, *item.aliases)])


@lru_cache(maxsize=8)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=lambda each: (-len(each), each))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")s?\b")
