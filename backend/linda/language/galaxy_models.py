"""How Samsung's phones are named."""

from collections.abc import Mapping

from linda.language.device_family import NO_UNIT, Family

_SUFFIX = r"(?P<suffix>(?: (?:ultra|plus|\+|fe|edge|active|5g|4g|lite)(?= )){0,3})(?= )"
_NAMED = (
    r"(?:(?P<series>(?:z )?(?:flip|fold)|note|tab|[saj](?= ?\d)) ?)?"
    r"(?P<number>[as]?\d{1,2}[es]?(?= )|(?<=[a-z] ))"
)
_BARE = (
    r"(?:(?:sam|sammy) (?=[saj] ?\d|note|z |flip|fold))?"
    r"(?P<series>s(?=(?:[3-9]|10|2[0-6])(?:e|fe)? )|s(?= 2[0-6] (?:ultra|plus|fe))|a(?=[0-7]\d[se]? )|j(?=[2-8] )"
    r"|z ?(?:flip|fold)|note(?= ?(?:[3-589]|10|20) )|(?:flip|fold)(?= ?[1-7] )) ?"
    r"(?P<number>\d{1,2}[es]?(?= ))?"
)
_SERIES = {"note": "Note ", "flip": "Z Flip ", "fold": "Z Fold ", "tab": "Tab "}
_SUFFIXES = {"ultra": "Ultra", "plus": "Plus", "+": "Plus", "fe": "FE", "edge": "Edge", "active": "Active", "5g": "5G"}


def _galaxy(said: Mapping[str, str]) -> str:
    series, number = said.get("series", "").removeprefix("z").strip(), said.get("number", "")
    if not series and not number:
        return ""
    name = _SERIES.get(series) or (series or "s").upper()
    words = dict.fromkeys(said.get("suffix", "").split())
    suffix = "".join(f" {_SUFFIXES[word]}" for word in words if word in _SUFFIXES)
    return f"Galaxy {name}{_number(name, number)}".strip() + suffix


def _number(name: str, number: str) -> str:
    if name == "S" and number.endswith("s"):
        return number.removesuffix("s")
    return number.upper() if name == "Tab " else number


GALAXY = Family(
    brand="samsung",
    names=("samsung galaxy", "samsung", "samsungs", "galaxy", "galaxys"),
    model=_galaxy,
    named=_NAMED + NO_UNIT + _SUFFIX,
    bare=_BARE + NO_UNIT + _SUFFIX,
)
