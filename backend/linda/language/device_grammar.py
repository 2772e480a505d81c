"""The grammar of phone models: which number and suffix may follow which name."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_UNITS = (
    "minutes|hour|hours|day|days|week|weeks|month|months|year|years|am|oclock|percent|dollars|bucks|people|times|phones|"
    "iphones|tax|off|of|more|yrs|yr|yo"
)
_NO_UNIT = rf"(?! (?:{_UNITS})\b)"


@dataclass(frozen=True, slots=True)
class Family:
    """One brand's way of naming models.

    Attributes:
        brand: The brand's key.
        names: Words that name the brand.
        named: What may follow a name, as a regular expression.
        bare: What names a model without the brand, as a regular expression; empty when nothing does.
        model: The model's written form, from the groups of either expression.
    """

    brand: str
    names: tuple[str, ...]
    named: str
    bare: str
    model: Callable[[Mapping[str, str]], str]


_GENERATION = r"(?: (?P<generation>2016|2020|2022|[123](?:st|nd|rd)?(?= gen)|[123](?:st|nd|rd)\b|[123](?= [.?!,]))(?: gen(?:eration)?)?)?"
_APPLE_SUFFIX = r"(?: (?P<suffix>pro (?:max(?:es)?|mx|mac|maxx|mas)|pm|pros?|minis?|plus(?:es)?|\+|max))?(?= )"
_GENERATION_YEARS = {"1": "2016", "2": "2020", "3": "2022"}
_APPLE_SUFFIXES = {
    "pro": "Pro",
    "pros": "Pro",
    "mini": "mini",
    "minis": "mini",
    "plus": "Plus",
    "pluses": "Plus",
    "+": "Plus",
}


def _iphone(said: Mapping[str, str]) -> str:
    number, suffix = said.get("number", ""), said.get("suffix", "")
    if number == "se":
        generation = said.get("generation", "")
        return f"SE {_GENERATION_YEARS.get(generation[:1], generation) if len(generation) < 4 else generation}".strip()
    if number.startswith("x"):
        return ("XR" if number == "xrs" else number.upper()) + (" Max" if suffix else "")
    if suffix == "pm" and not number.startswith("1"):
        return ""
    whole = number.rstrip("s+")
    written = number.title() if number == "air" else whole + ("s" if number in {"4s", "5s", "6s"} else "")
    return f"{written} {_apple_suffix(suffix, '+' if number.endswith('+') else '')}".strip()


def _apple_suffix(suffix: str, plus: str) -> str:
    if suffix in {"pm", "max"} or suffix.startswith("pro m"):
        return "Pro Max"
    return _APPLE_SUFFIXES.get(suffix or plus, "")


_GALAXY_SUFFIX = r"(?P<suffix>(?: (?:ultra|plus|\+|fe|edge|active|5g|4g|lite)(?= )){0,3})(?= )"
_GALAXY_SERIES = {"note": "Note ", "flip": "Z Flip ", "fold": "Z Fold ", "tab": "Tab "}
_GALAXY_SUFFIXES = {
    "ultra": "Ultra",
    "plus": "Plus",
    "+": "Plus",
    "fe": "FE",
    "edge": "Edge",
    "active": "Active",
    "5g": "5G",
}


def _galaxy(said: Mapping[str, str]) -> str:
    series, number = said.get("series", "").removeprefix("z").strip(), said.get("number", "")
    if not series and not number:
        return ""
    letter = _GALAXY_SERIES.get(series) or (series or "s").upper()
    words = dict.fromkeys(said.get("suffix", "").split())
    suffix = "".join(f" {_GALAXY_SUFFIXES[word]}" for word in words if word in _GALAXY_SUFFIXES)
    return f"Galaxy {letter}{number}".strip() + suffix


def _titled(name: str) -> Callable[[Mapping[str, str]], str]:
    def model(said: Mapping[str, str]) -> str:
        words = said.get("rest", "").split()
        written = [word.upper() if re.fullmatch(r"[a-z]?\d*[a-z]?|xl|\dg", word) else word.title() for word in words]
        return " ".join([*([name] if name and written else []), *written])

    return model


def _pixel(said: Mapping[str, str]) -> str:
    words = said.get("rest", "").split()
    return (
        " ".join(["Pixel", words[0], *("XL" if word == "xl" else word.title() for word in words[1:])]) if words else ""
    )


def _ipad(said: Mapping[str, str]) -> str:
    words = [word for word in said.get("rest", "").split() if not word.startswith("gen")]
    return " ".join(word if word == "mini" or word[0].isdigit() else word.title() for word in words)


_OTHERS = {
    "macbook": "MacBook", "laptop": "laptop", "computer": "computer", "chromebook": "Chromebook", "ipod": "iPod",
    "airpods": "AirPods", "airpod": "AirPods", "apple watch": "Apple Watch", "smartwatch": "smartwatch",
    "tablet": "tablet", "ps5": "PS5", "ps4": "PS4", "playstation": "PlayStation", "xbox": "Xbox",
    "nintendo switch": "Nintendo Switch", "nintendo": "Nintendo Switch", "kindle": "Kindle", "huawei": "Huawei",
    "xiaomi": "Xiaomi", "redmi": "Redmi", "nokia": "Nokia", "tcl": "TCL", "blackberry": "BlackBerry", "htc": "HTC",
    "zte": "ZTE", "alcatel": "Alcatel", "sony xperia": "Sony Xperia", "xperia": "Sony Xperia", "flip phone": "flip phone",
    "nothing phone": "Nothing Phone", "oppo": "Oppo", "vivo": "Vivo", "realme": "Realme", "revvl": "Revvl",
}  # fmt: skip


FAMILIES = (
    Family(
        "ipad",
        ("ipad", "ipads"),
        r"(?P<rest>(?:pro|air|mini)?(?: ?\d{1,2}(?:th|st|nd|rd)?(?= ))?(?: gen(?:eration)?)?)",
        "",
        _ipad,
    ),
    Family(
        "google",
        ("google pixel", "pixel", "pixels", "google phone"),
        rf"(?P<rest>\d{{1,2}}a?{_NO_UNIT}(?: (?:pro|xl|fold)(?= )){{0,2}})(?= )",
        "",
        _pixel,
    ),
    Family(
        "oneplus",
        ("oneplus", "one plus phone", "1+", "one plus"),
        r"(?P<rest>(?:nord|1?\d[tr]?)(?: (?:n\d+|pro|5g)(?= )){0,2})(?= )",
        "",
        _titled(""),
    ),
    Family(
        "motorola",
        ("motorola", "moto"),
        r"(?P<rest>(?:[gezx]\d{0,3}|edge|razr|one)(?= )(?: (?:power|stylus|play|pure|fast|plus|ultra|5g|20[12]\d)(?= )){0,4})",
        r"(?P<rest>razr)(?= )",
        _titled(""),
    ),
    Family(
        "lg",
        ("lg",),
        r"(?P<rest>(?:stylo|velvet|wing|aristo|[kgvq] ?\d{1,2})(?: \d{1,2})?)(?= )",
        r"(?P<rest>stylo(?: \d)?)(?= )",
        _titled(""),
    ),
    Family(
        "samsung",
        ("samsung galaxy", "samsung", "samsungs", "galaxy", "galaxys"),
        rf"(?:(?P<series>(?:z )?(?:flip|fold)|note|tab|[saj](?= ?\d)) ?)?(?P<number>[as]?\d{{1,2}}[es]?(?= )|(?<=[a-z] )){_NO_UNIT}{_GALAXY_SUFFIX}",
        r"(?:(?:sam|sammy) (?=[saj] ?\d|note|z |flip|fold))?(?P<series>s(?=(?:[3-9]|10|2[0-6])(?:e|fe)? )|s(?= 2[0-6] (?:ultra|plus|fe))|a(?=[0-7]\d[se]? )|j(?=[2-8] )|z ?(?:flip|fold)|note(?= ?(?:[3-589]|10|20) )|(?:flip|fold)(?= ?[1-7] )) ?"
        rf"(?P<number>\d{{1,2}}[es]?(?= ))?{_NO_UNIT}{_GALAXY_SUFFIX}",
        _galaxy,
    ),
    Family("other", tuple(_OTHERS), "", "", lambda said: _OTHERS[said["name"]]),
    Family(
        "iphone",
        ("apple iphone", "iphone", "iphones", "apple phone", "ip", "iph"),
        rf"(?:(?:, |is |its |it is |a |an |the |model |apple )*)(?P<number>(?:1[0-7]|[4-9])(?:s|e|\+)?|xs?|xrs?|air|se)(?= ){_NO_UNIT}{_GENERATION}{_APPLE_SUFFIX}",
        r"(?P<number>1[1-7](?= (?:pro|mini)|s pro)|[678](?= plus)|1[456](?= plus)|16e(?= )|[678]\+|[56]s(?= )|xrs?(?= )|xs(?= )|x(?= max)|se(?= (?:20|[123](?:st|nd|rd|\b)(?: gen)?)))"
        rf"{_GENERATION}{_APPLE_SUFFIX}",
        _iphone,
    ),
    Family("android", ("android", "androids", "droid", "droids"), "", "", lambda said: ""),
)
