"""Which phones a text names: exact grammar for numbers and suffixes, spelling forgiven for the brand words only."""

import re
from dataclasses import dataclass, replace
from functools import cache

from linda.domain.pattern import Pattern
from linda.language.device_counts import how_many
from linda.language.device_family import Family
from linda.language.device_grammar import FAMILIES
from linda.language.spelling import plain, respell

_GLUED = Pattern(r"([a-z]{4,})(\d)")
_LETTERED = Pattern(r"\b(ip|iph|se|note|fold|flip|tab)(\d)")
_I_PHONE = Pattern(r"\bi phones?(?= (?:\d|x|se|screen|battery|pro))|(?:(?<=my )|(?<=an ))i phone\b")
_SUFFIXED = Pattern(r"\b([a-z]?\d{1,2})(promax|pro|max|mini|plus|ultra|fe|pm)")
_ANSWER_NAMES = {"iphone": "iphone", "samsung": "galaxy", "google": "pixel", "oneplus": "oneplus", "motorola": "moto"}
_BARE_ANSWER = Pattern(r" (?:(?:a|an|the|is|it|have|think|just|regular) )*(\d{1,2}[a-z]?\+?|x[rs]?|se|[ag]\d*) ")


@dataclass(frozen=True, slots=True)
class Device:
    """A phone, as far as the text says.

    Attributes:
        brand: iphone, samsung, google, motorola, lg, oneplus, android, ipad or other.
        model: "13 Pro Max", "Galaxy S22 Ultra", "Pixel 7a"; empty when only the brand is known.
        quantity: How many of them ("2 iphone 12s").
    """

    brand: str
    model: str = ""
    quantity: int = 1

    @property
    def label(self) -> str:
        """The name a customer would use: "iPhone 13 Pro Max", "Galaxy S22 Ultra", "Samsung"."""
        name = BRAND_NAMES[self.brand]
        if self.brand in {"iphone", "ipad", "motorola", "lg", "oneplus"}:
            return f"{name} {self.model}".strip()
        return self.model or name

    @property
    def is_specific(self) -> bool:
        """Whether the model is known, not only the brand."""
        return bool(self.model)


BRAND_NAMES = {
    "iphone": "iPhone",
    "samsung": "Samsung",
    "google": "Google Pixel",
    "motorola": "Motorola",
    "lg": "LG",
    "oneplus": "OnePlus",
    "android": "Android phone",
    "ipad": "iPad",
    "other": "other device",
}


def read_devices(text: str, *, asked_brand: str = "") -> tuple[Device, ...]:
    """The phones a text names.

    Args:
        text: One text as it came from the phone.
        asked_brand: The brand whose model was asked for just now; a bare number then counts ("the 13").

    Returns:
        Devices in the order of the text; a bare brand is left out where the same brand's model is named.
    """
    words = _spaced(plain(text))
    found = _found(words)
    if asked_brand and not any(device.is_specific for device in found):
        found.extend(_answer(words, asked_brand))
    return _merged(found)


def _spaced(words: str) -> str:
    words = _I_PHONE.sub("iphone", words)
    words = _GLUED.sub(r"\1 \2", words)
    words = _SUFFIXED.sub(r"\1 \2", _LETTERED.sub(r"\1 \2", words)).replace("promax", "pro max")
    return " ".join(respell(word) for word in words.split(" "))


def _device_at(words: str, start: int, family: Family) -> tuple[Device, int] | None:
    """The family's device that begins at a word, and where it ends."""
    name = next((name for name in family.names if words.startswith(name + " ", start)), None)
    if name is None:
        match = _compiled(family.bare).match(words, start) if family.bare else None
        return (_device(words, family, match, start), match.end()) if match else None
    end = start + len(name) + 1
    match = _compiled(family.named).match(words, end) if family.named else None
    if match is None or match.end() == end:
        return _device(words, family, None, start, name), end
    return _device(words, family, match, start, name), match.end()


def _device(words: str, family: Family, match: re.Match[str] | None, start: int, name: str = "") -> Device:
    said = {key: value for key, value in match.groupdict().items() if value} if match else {}
    end = match.end() if match else start + len(name)
    return Device(family.brand, family.model({**said, "name": name}), how_many(words, start, end))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _found(words: str) -> list[Device]:
    devices: list[Device] = []
    start = 0
    while 0 <= start < len(words):
        hit = next(filter(None, (_device_at(words, start, family) for family in FAMILIES)), None)
        if hit:
            devices.append(hit[0])
        start = words.find(" ", max(hit[1] - 1, start) if hit else start) + 1 or -1
    return devices


def _answer(words: str, brand: str) -> list[Device]:
    """The model given alone in answer to "which iPhone?"."""
    answer = _BARE_ANSWER.search(words) if brand in _ANSWER_NAMES else None
    if not answer:
        return []
    return [device for device in _found(f"{_ANSWER_NAMES[brand]} {words[answer.start(1) :]}")[:1] if device.is_specific]


def _merged(devices: list[Device]) -> tuple[Device, ...]:
    kinds = {device.brand for device in devices if device.is_specific}
    androids = {device.brand for device in devices} & {"samsung", "google", "motorola", "lg", "oneplus"}
    kept: dict[tuple[str, str], Device] = {}
    counts: dict[str, int] = {}
    for device in devices:
        vague = not device.is_specific and (device.brand in kinds or (device.brand == "android" and androids))
        if vague:
            counts[device.brand] = max(counts.get(device.brand, 1), device.quantity)
        else:
            kept.setdefault((device.brand, device.model), device)
    alone = len(kept) == 1
    return tuple(
        replace(device, quantity=max(device.quantity, counts.get(device.brand, 1))) if alone else device
        for device in kept.values()
    )
