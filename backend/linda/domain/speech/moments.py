"""Times of day, dates, weekdays and the ranges between them."""

import re

from linda.domain.pattern import Pattern
from linda.domain.speech.number_words import cardinal, label_words, ordinal
from linda.domain.speech.rewriting import Rule, one_of

_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_DAYS |= {day: day for day in _DAYS.values()}
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - a list reads worse
)
_BY_MONTH = {form: month for month in _MONTHS for form in (month, month[:3])} | {"Sept": "September"}
_DAY = one_of(_DAYS)
_MONTH = one_of(_BY_MONTH)
_DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_BEFORE_A_DATE = rf"(?:(?:{_DAY}),?|[Oo]n|[Bb]y|[Uu]ntil|[Ff]rom|[Tt]hrough|[Bb]efore|[Aa]fter|[Ss]ince|[Ff]or)"
_NAMED_HOURS = {("12", "AM"): "midnight", ("12", "PM"): "noon"}


def _half(match: re.Match[str]) -> str:
    """Write AM and PM in one way; the last dot of "p.m." stays where a sentence ends with it."""
    ends = match["inner"] == "" or match["end"] is not None
    return f" {match['half'].upper()}M{match['dot'] if ends else ''}"


def _clock(match: re.Match[str]) -> str:
    hour, minute, half = match["hour"], match["minute"] or "00", match["half"]
    if minute == "00":
        named = _NAMED_HOURS.get((hour, half))
        return named or f"{cardinal(int(hour))} {half or _o_clock(hour)}"
    said = f"{cardinal(int(hour) or 12)} {'oh ' if minute[0] == '0' else ''}{cardinal(int(minute))}"
    return f"{said} {half}" if half else f"{said}{'' if int(hour) else ' AM'}"


def _o_clock(hour: str) -> str:
    return "o'clock" if 1 <= int(hour) <= 12 else "hundred hours"


def _day(match: re.Match[str]) -> str:
    return _DAYS[match[1]]


def _date(match: re.Match[str]) -> str:
    day = f"{_DAYS[match['weekday']]}, " if match["weekday"] else ""
    last = f" to {ordinal(int(match['last']))}" if match["last"] else ""
    year = f", {label_words(match['year'])}" if match["year"] else ""
    pause = "" if match["time"] is None else ","
    return f"{day}{_BY_MONTH[match['month']]} {ordinal(int(match['day']))}{last}{year}{pause}"


def _in_figures(match: re.Match[str]) -> str:
    said = f"{_MONTHS[int(match['month']) - 1]} {ordinal(int(match['day']))}"
    year = match["year"]
    return f"{said}, {label_words(year if len(year) == 4 else f'20{year}')}" if year else said


def _after_its_cue(match: re.Match[str]) -> str:
    return f"{match['cue']} {_in_figures(match)}"


HALVES: tuple[Rule, ...] = (
    (
        Pattern(r"(?<=\d) ?(?P<half>[AaPp])(?P<inner>\.?)[Mm]\b(?P<dot>\.?)(?P<end>(?=\s+(?:[A-Z]|i[A-Z])|\s*$))?"),
        _half,
    ),
)
DATES: tuple[Rule, ...] = (
    (Pattern(r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b"), _in_figures),
    (
        Pattern(rf"\b(?P<month>0?[1-9]|1[0-2])/(?P<day>{_DAY_NUMBER})/(?P<year>\d{{4}}|\d\d)\b"),
        _in_figures,
    ),
    (
        Pattern(
            rf"\b(?P<cue>{_BEFORE_A_DATE}) (?P<month>0?[1-9]|1[0-2])/(?P<day>{_DAY_NUMBER})(?P<year>(?!))?(?![\d/])"
        ),
        _after_its_cue,
    ),
    (
        Pattern(
            r"(?<![\d/])(?<!hone )(?<!axy )(?<!ixel )(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])(?P<year>(?!))?"
            r"(?![\d/])"
        ),
        _in_figures,
    ),
    (Pattern(rf"\b({_DAY})\.? ?- ?({_DAY})\b"), lambda match: f"{_DAYS[match[1]]} through {_DAYS[match[2]]}"),
    (
        Pattern(
            rf"\b(?:(?P<weekday>{_DAY})\.?,? )?(?P<month>{_MONTH})\.? (?P<day>{_DAY_NUMBER})(?:st|nd|rd|th)?"
            rf"(?: ?- ?(?P<last>{_DAY_NUMBER})(?![\d:]))?(?:,? (?P<year>20\d\d))?(?![\d:])"
            r"(?P<time>(?= \d{1,2}(?::\d\d)? [AP]M))?"
        ),
        _date,
    ),
    (Pattern(rf"\b({_DAY})\.(?= (?!i[A-Z])[a-z])"), _day),
    (Pattern(rf"\b({_DAY})\b"), _day),
    (Pattern(rf"\b({_MONTH})\.?(?= \d)"), lambda match: _BY_MONTH[match[1]]),
)
RANGES: tuple[Rule, ...] = ((Pattern(r"((?:\d|%)(?: ?(?:AM|PM|hrs?|mins?|h))?) ?- ?(?=\$?\d)"), r"\1 to "),)
CLOCKS: tuple[Rule, ...] = (
    (Pattern(r"(?<![\d:])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?: (?P<half>[AP]M)\b)?(?![\d:])"), _clock),
    (Pattern(r"(?<![\d:.])(?P<hour>1[0-2]|[1-9])(?P<minute>(?!))? (?P<half>[AP]M)\b"), _clock),
)
