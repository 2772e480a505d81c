"""Lengths of time: "45 min", "an hour and a half", "2-3 days"."""

import re

from linda.language.when.grammar import Chart, Hit, Length, rule

UNIT = r"(?P<unit>minute|hour|day|nights|week|fortnight|month|year|sec|hrs?|h|m)"
VAGUE = {"a": 1.0, "an": 1.0, "couple": 2.0, "pair": 2.0, "few": 3.0, "several": 3.0}
MINUTES = {"sec": 1 / 60, "minute": 1, "m": 1, "hour": 60, "h": 60, "hr": 60}
DAYS = {"day": 1, "nights": 1, "week": 7, "fortnight": 14}
MONTHS = {"month": 1, "year": 12}
MOST = 36_500.0
"""No length counts more than this of its unit, so that no sum leaves the calendar."""


def length(amount: float, unit: str) -> Length:
    """Return the length of an amount of a unit."""
    amount = min(amount, MOST)
    if unit in MONTHS:
        return Length(months=min(round(amount * MONTHS[unit]), 1200))
    if unit in DAYS and (amount * DAYS[unit]).is_integer():
        return Length(days=int(min(amount * DAYS[unit], MOST)))
    return Length(minutes=round(amount * (MINUTES.get(unit) or DAYS[unit] * 1440)))


def _counted(match: re.Match[str], _: Chart) -> Hit:
    return Hit("U", length=length(_amount(match["n"]), match["unit"]))


def _and_a_half(match: re.Match[str], _: Chart) -> Hit:
    return Hit("U", length=length(_amount(match["n"]) + 0.5, match["unit"]))


def _fraction(match: re.Match[str], _: Chart) -> Hit | None:
    below = int(match["b"])
    return (
        Hit("U", length=length(_amount(match["n"] or "0") + int(match["a"]) / below, match["unit"])) if below else None
    )


def _half(match: re.Match[str], _: Chart) -> Hit:
    return Hit("U", length=length(0.5, match["unit"]))


def _quarters(match: re.Match[str], _: Chart) -> Hit:
    return Hit("U", length=Length(minutes=round(15 * _amount(match["n"] or "1"))))


def _hours_and_minutes(match: re.Match[str], _: Chart) -> Hit:
    hours, minutes = _amount(match["n"]), _amount(match["m"])
    return Hit("U", length=Length(minutes=round(min(hours, MOST) * 60 + min(minutes, MOST))))


def _sum(match: re.Match[str], chart: Chart) -> Hit:
    one, two = (chart.hit(match, name).length for name in ("U", "U2"))
    return Hit("U", length=Length(one.minutes + two.minutes, one.days + two.days, one.months + two.months))


def _amount(said: str) -> float:
    return VAGUE[said] if said in VAGUE else float(said[:9])


RULES = (
    rule("an hour and a half", rf"(?P<n>\d+|an?) {UNIT}(?: and)? (?:a|1) half", _and_a_half),
    rule("two and a half hours", rf"(?P<n>\d+) and (?:a|1) half {UNIT}", _and_a_half),
    rule("1 1/2 hours", r"(?:(?P<n>\d+) )?(?P<a>\d)/(?P<b>\d) (?:of )?(?:an )?(?P<unit>hour|h)", _fraction),
    rule("half an hour", r"(?:a |1 )?half (?:of )?(?:an? |- )?(?P<unit>hour|day)", _half),
    rule("a quarter of an hour", r"(?:(?P<n>\d+|an?) )?(?:- )?quarters? (?:of )?(?:an )?hour", _quarters),
    rule(
        "1 hour 20 minutes",
        r"(?P<n>\d+|an?) (?:hour|hr|h) (?:and )?(?P<m>\d+) (?:minute|m)",
        _hours_and_minutes,
    ),
    rule("an hour or two", rf"an? {UNIT} or (?P<n>2)", _counted),
    rule("2-3 days", rf"\d+(?: - |-| to | or )(?P<n>\d+) (?:business )?{UNIT}", _counted),
    rule(
        "45 minutes",
        rf"(?:a )?(?P<n>\d+(?:\.\d+)?|an?|couple|pair|few|several) (?:of |more |- )?{UNIT}",
        _counted,
    ),
    rule("1 month 21 days", r"<U>(?: ,)?(?: and)? <U2>", _sum),
)
