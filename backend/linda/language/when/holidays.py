"""Holidays that American customers name: "u open labor day?", "the day after thanksgiving"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from linda.language.when.calendar_math import nth_weekday, shift
from linda.language.when.grammar import Build, Chart, Hit, rule

Yearly = Callable[[int], date | None]
DAY = "(?: day)?"


def easter(year: int) -> date:
    """Return Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


def _on(month: int, day: int) -> Yearly:
    return lambda year: date(year, month, day)


def _nth(nth: int, weekday: int, month: int, plus: int = 0) -> Yearly:
    def found(year: int) -> date | None:
        day = nth_weekday(year, month, weekday, nth)
        return day and shift(day, plus)

    return found


def _easter(plus: int) -> Yearly:
    return lambda year: easter(year) + timedelta(plus)


def _coming(yearly: Yearly) -> Build:
    def build(match: re.Match[str], chart: Chart) -> Hit | None:
        if said := match["y"]:
            day = yearly(int(said))
        elif match["which"] in {"last", "previous"}:
            years = (chart.today.year, chart.today.year - 1)
            day = next((found for year in years if (found := yearly(year)) and found < chart.today), None)
        else:
            years = (chart.today.year, chart.today.year + 1)
            day = next((found for year in years if (found := yearly(year)) and found >= chart.today), None)
        return Hit("D", days=(day,)) if day else None

    return build


HOLIDAYS: tuple[tuple[str, str, Yearly], ...] = (
    ("new year's eve", "new years? (?:eve|evening)|nye", _on(12, 31)),
    ("new year's day", f"(?<!chinese )(?<!lunar )new years?{DAY}", _on(1, 1)),
    ("mlk day", f"(?:mlk|martin luther king(?: 's| jr|s)?){DAY}", _nth(3, 0, 1)),
    ("valentine's day", f"valentines?{DAY}", _on(2, 14)),
    ("presidents day", f"presidents?'?{DAY}", _nth(3, 0, 2)),
    ("st patrick's day", f"(?:st|saint) (?:patricks?|pattys?|paddys?){DAY}", _on(3, 17)),
    ("good friday", "good DAY4", _easter(-2)),
    ("easter", f"easter(?: DAY6)?{DAY}", _easter(0)),
    ("mother's day", "mothers?'? day", _nth(2, 6, 5)),
    ("memorial day", f"memorial{DAY}", _nth(-1, 0, 5)),
    ("father's day", "fathers?'? day", _nth(3, 6, 6)),
    ("juneteenth", "juneteenth", _on(6, 19)),
    ("independence day", "independence day|4TH of MONTH7", _on(7, 4)),
    ("labor day", "labou?r day", _nth(1, 0, 9)),
    ("columbus day", "columbus day|indigenous peoples?'? day", _nth(2, 0, 10)),
    ("halloween", "halloween", _on(10, 31)),
    ("veterans day", "veterans?'? day", _on(11, 11)),
    ("black friday", "black DAY4", _nth(4, 3, 11, plus=1)),
    ("thanksgiving", f"thanksgiving{DAY}", _nth(4, 3, 11)),
    ("christmas eve", "(?:christmas|xmas|x - mas) (?:eve|evening)", _on(12, 24)),
    ("christmas", f"(?:christmas|xmas|x - mas){DAY}", _on(12, 25)),
)

RULES = tuple(
    rule(
        name,
        rf"(?:the )?(?:(?P<which>next|this|coming|last|previous) )?(?:{words})(?: (?P<y>20\d\d))?",
        _coming(yearly),
    )
    for name, words, yearly in HOLIDAYS
)
