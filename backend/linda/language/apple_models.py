"""How iPhones and iPads are named."""

from collections.abc import Mapping

from linda.language.device_family import NO_UNIT, Family

_LEAD_IN = r"(?:(?:, |is |its |it is |a |an |the |model |apple )*)"
_GENERATION = (
    r"(?: (?P<generation>2016|2020|2022|[123](?:st|nd|rd)?(?= gen)|[123](?:st|nd|rd)\b|[123](?= [.?!,]))"
    r"(?: gen(?:eration)?)?)?"
)
_SUFFIX = r"(?: (?P<suffix>pro (?:max(?:es)?|mx|mac|maxx|mas)|pm|pros?|minis?|plus(?:es)?|\+|max))?(?= )"
_NUMBER = r"(?P<number>(?:1[0-7]|[4-9])(?:s|e|\+)?|xs?|xrs?|air|se)(?= )"
_BARE_NUMBER = (
    r"(?P<number>1[1-7](?= (?:pro|mini)|s pro)|(?:[678]|1[456])(?= plus(?! tax))|16e(?= )|[678]\+|[56]s(?= )"
    r"|xrs?(?= )|xs(?= )|x(?= max)|se(?= (?:20|[123](?:st|nd|rd|\b)(?: gen)?)))"
)
_GENERATION_YEARS = {"1": "2016", "2": "2020", "3": "2022"}
_SUFFIXES = {
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
        return f"SE {_se_year(said.get('generation', ''))}".strip()
    if number.startswith("x"):
        return ("XR" if number == "xrs" else number.upper()) + (" Max" if suffix else "")
    if suffix == "pm" and not number.startswith("1"):
        return ""
    return f"{_written(number)} {_suffix(suffix, '+' if number.endswith('+') else '')}".strip()


def _written(number: str) -> str:
    """The number as Apple writes it: "12s" is a plural, "6s" a model."""
    if number == "air":
        return "Air"
    return number.rstrip("s+") + ("s" if number in {"4s", "5s", "6s"} else "")


def _se_year(generation: str) -> str:
    return generation if len(generation) == 4 else _GENERATION_YEARS.get(generation[:1], "")


def _suffix(suffix: str, plus: str) -> str:
    if suffix in {"pm", "max"} or suffix.startswith("pro m"):
        return "Pro Max"
    return _SUFFIXES.get(suffix or plus, "")


def _ipad(said: Mapping[str, str]) -> str:
    words = [word for word in said.get("rest", "").split() if not word.startswith("gen")]
    return " ".join(word if word == "mini" or word[0].isdigit() else word.title() for word in words)


IPHONE = Family(
    brand="iphone",
    names=("apple iphone", "iphone", "iphones", "apple phone", "ip", "iph"),
    model=_iphone,
    named=_LEAD_IN + _NUMBER + NO_UNIT + _GENERATION + _SUFFIX,
    bare=_BARE_NUMBER + _GENERATION + _SUFFIX,
)
IPAD = Family(
    brand="ipad",
    names=("ipad", "ipads"),
    model=_ipad,
    named=r"(?P<rest>(?:pro|air|mini)?(?: ?\d{1,2}(?:th|st|nd|rd)?(?= ))?(?: gen(?:eration)?)?)",
)
