"""Money, percentages, lengths of time and counts."""

import re

from linda.domain.pattern import Pattern
from linda.domain.speech.number_words import cardinal, decimal_words, digit_words, label_words, ordinal
from linda.domain.speech.rewriting import Rule, one_of

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_UNITS = {
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "wk": "week",
    "wks": "week",
    "yr": "year",
    "yrs": "year",
    "mi": "mile",
    "GB": "gigabyte",
    "TB": "terabyte",
    "USD": "dollar",
}
_UNIT = one_of(_UNITS)
_FRACTIONS = {"1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter", "3/4": "three quarters"}


def _money(match: re.Match[str]) -> str:
    whole, _, cents = match["amount"].replace(",", "").partition(".")
    more = " and up" if match["more"] else ""
    if len(cents) > 2:
        return f"{cardinal(int(whole))} point {digit_words(cents)} dollars{more}"
    parts = [_counted(int(whole), "dollar")] if int(whole) or not int(cents or 0) else []
    if int(cents or 0):
        parts.append(_counted(int(cents.ljust(2, "0")), "cent"))
    return " and ".join(parts) + more


def _counted(number: int, unit: str) -> str:
    return f"{cardinal(number)} {unit}{'' if number == 1 else 's'}"


def _money_range(match: re.Match[str]) -> str:
    return f"{decimal_words(match[1])} to {decimal_words(match[2])} dollars"


def _measure(match: re.Match[str]) -> str:
    plural = "" if match["number"] == "1" else "s"
    return f"{decimal_words(match['number'])} {_UNITS[match['unit']]}{plural}"


def _wide(match: re.Match[str]) -> str:
    return f"{decimal_words(match['number'])}-{_UNITS[match['unit']]}"


def _decimals(match: re.Match[str]) -> str:
    return decimal_words(match[0])


MONEY_RANGES: tuple[Rule, ...] = (
    (Pattern(rf"\$ ?({NUMBER}) ?- ?({NUMBER})(?![\d%:]| ?(?:[AP]M|(?:{_UNIT})\b))"), _money_range),
)
MONEY: tuple[Rule, ...] = (
    (Pattern(r"\$ ?(?=\.\d)"), "$0"),
    (Pattern(r"\b([Aa]n?) \$(\d+)(?![\d.,]?\d|[-+])"), lambda match: f"{match[1]} {cardinal(int(match[2]))}-dollar"),
    (Pattern(rf"\$ ?(?P<amount>{NUMBER})(?P<more>\+)?"), _money),
    (Pattern(rf"(?P<amount>{NUMBER})(?P<more>(?!))?\$"), _money),
)
MEASURES: tuple[Rule, ...] = (
    (Pattern(r"(\d ?(?:hrs?|h))\b,? (?=\d+ ?mins?\b)"), r"\1 and "),
    (Pattern(rf"(?P<number>{NUMBER})-(?P<unit>{_UNIT})\b"), _wide),
    (Pattern(rf"(?P<number>{NUMBER}) ?(?P<unit>{_UNIT})\b"), _measure),
    (Pattern(r"\b(\d+)/(\d+)(?= (?:hours?|off|of|price|inch|day)\b)"), lambda m: _FRACTIONS.get(m[0], m[0])),
)
NUMBERS: tuple[Rule, ...] = (
    (Pattern(r"(\d+)(?:st|nd|rd|th)\b"), lambda match: ordinal(int(match[1]))),
    (Pattern(r"(?<=[^\W\d_])(?=\d)"), " "),
    (Pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)*(?!\d)|\d+(?:\.\d+)+"), _decimals),
    (Pattern(r"(?<!\w)\.(\d+)"), lambda match: f"point {digit_words(match[1])}"),
    (Pattern(r"(\d) x (?=[^\W\d])"), r"\1 "),
    (Pattern(r"(\d)x\b"), r"\1 times"),
    (Pattern(r"\bx ?(?=\d)"), "times "),
    (Pattern(r"(\d)([A-Za-z])\b"), lambda match: f"{match[1]} {match[2].upper()}"),
    (Pattern(r"(?<=\d)(?=[^\W\d_])"), " "),
    (Pattern(r"\d+"), lambda match: label_words(match[0])),
)
