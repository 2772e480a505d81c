"""The grammar of phone models: which number and suffix may follow which name."""

from collections.abc import Mapping

from linda.domain.pattern import Pattern
from linda.language.apple_models import IPAD, IPHONE
from linda.language.device_family import NO_UNIT, Family
from linda.language.galaxy_models import GALAXY

_KEPT_UPPER = Pattern(r"[a-z]?\d*[a-z]?|\dg")
_OTHERS = {
    "macbook": "MacBook",
    "laptop": "laptop",
    "computer": "computer",
    "chromebook": "Chromebook",
    "ipod": "iPod",
    "airpods": "AirPods",
    "airpod": "AirPods",
    "apple watch": "Apple Watch",
    "smartwatch": "smartwatch",
    "tablet": "tablet",
    "ps5": "PS5",
    "ps4": "PS4",
    "playstation": "PlayStation",
    "xbox": "Xbox",
    "nintendo switch": "Nintendo Switch",
    "nintendo": "Nintendo Switch",
    "kindle": "Kindle",
    "huawei": "Huawei",
    "xiaomi": "Xiaomi",
    "redmi": "Redmi",
    "nokia": "Nokia",
    "tcl": "TCL",
    "blackberry": "BlackBerry",
    "htc": "HTC",
    "zte": "ZTE",
    "alcatel": "Alcatel",
    "sony xperia": "Sony Xperia",
    "xperia": "Sony Xperia",
    "flip phone": "flip phone",
    "nothing phone": "Nothing Phone",
    "oppo": "Oppo",
    "vivo": "Vivo",
    "realme": "Realme",
    "revvl": "Revvl",
}


def _as_written(said: Mapping[str, str]) -> str:
    words = said.get("rest", "").split()
    return " ".join(word.upper() if _KEPT_UPPER.fullmatch(word) else word.title() for word in words)


def _pixel(said: Mapping[str, str]) -> str:
    words = said.get("rest", "").split()
    return (
        " ".join(["Pixel", words[0], *("XL" if word == "xl" else word.title() for word in words[1:])]) if words else ""
    )


FAMILIES = (
    IPAD,
    Family(
        brand="google",
        names=("google pixel", "pixel", "pixels", "google phone"),
        model=_pixel,
        named=rf"(?P<rest>\d{{1,2}}a?{NO_UNIT}(?: (?:pro|xl|fold)(?= )){{0,2}})(?= )",
    ),
    Family(
        brand="oneplus",
        names=("oneplus", "one plus phone", "1+", "one plus"),
        model=_as_written,
        named=r"(?P<rest>(?:nord|1?\d[tr]?)(?: (?:n\d+|pro|5g)(?= )){0,2})(?= )",
    ),
    Family(
        brand="motorola",
        names=("motorola", "moto"),
        model=_as_written,
        named=r"(?P<rest>(?:[gezx]\d{0,3}|edge|razr|one)(?= )"
        r"(?: (?:power|stylus|play|pure|fast|plus|ultra|5g|20[12]\d)(?= )){0,4})",
        bare=r"(?P<rest>razr)(?= )",
    ),
    Family(
        brand="lg",
        names=("lg",),
        model=_as_written,
        named=r"(?P<rest>(?:stylo|velvet|wing|aristo|[kgvq] ?\d{1,2})(?: \d{1,2})?)(?= )",
        bare=r"(?P<rest>stylo(?: \d)?)(?= )",
    ),
    GALAXY,
    Family(brand="other", names=tuple(_OTHERS), model=lambda said: _OTHERS[said["name"]]),
    IPHONE,
    Family(brand="android", names=("android", "androids", "droid", "droids"), model=lambda said: ""),
)
"""Tried in this order at each word; bare numbers ("13 pro") come last, after every named brand."""
