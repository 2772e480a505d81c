"""Numbers that are names (codes, phones, addresses) and the abbreviations of letters."""

import re

from linda.domain.pattern import Pattern
from linda.domain.speech.number_words import digit_words, group_words
from linda.domain.speech.rewriting import Rule, one_of

_STATES = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia
|ID Idaho|IL Illinois|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota
|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York
|NC North Carolina|ND North Dakota|OH Ohio|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota
|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
"""
_BY_STATE = {form: state for form, _, state in (row.strip().partition(" ") for row in _STATES.split("|"))}
"""Without those that are words themselves: "Want it, OK?" speaks of no Oklahoma."""
_STREETS = {
    "St": "Street",
    "Ave": "Avenue",
    "Blvd": "Boulevard",
    "Rd": "Road",
    "Dr": "Drive",
    "Ln": "Lane",
    "Ct": "Court",
    "Hwy": "Highway",
    "Pkwy": "Parkway",
}
_CODE = (
    r"(?:[Cc]ode|CODE|[Pp]in|PIN|ZIP|[Zz]ip(?: code)?|(?:[Oo]rder|[Tt]icket|[Bb]ooking|[Cc]onfirmation)(?: number| #))"
)
_SENTENCE_ENDS = r"(?=\s*$|\s+(?:[A-Z]|i[A-Z]))"


def _phone(match: re.Match[str]) -> str:
    return group_words(group for group in match.groups() if group)


def _groups(match: re.Match[str]) -> str:
    return group_words(re.findall(r"\d+", match[0]))


def _code(match: re.Match[str]) -> str:
    digits = match["digits"]
    if len(digits) < 6:
        return match["before"] + digit_words(digits)
    return match["before"] + group_words(digits[place : place + 3] for place in range(0, len(digits), 3))


def _street(match: re.Match[str]) -> str:
    return f"{match[1]}{_STREETS[match[2]]}{match[3] or ''}"


CONTACTS: tuple[Rule, ...] = (
    (Pattern(r"(?<![\d.$,])(?:\+?(1)[ .-]?)?\(?(\d{3})\)?[ .-]?(\d{3})[ .-]?(\d{4})(?!\d)"), _phone),
    (Pattern(r"\+[1-9]\d?[\d ()-]{6,}\d"), _groups),
    (Pattern(r"(?<![\d.$,-])(\d{3})[-.](\d{4})(?![\d-])"), _phone),
    (Pattern(rf"(?P<before>\b{_CODE}:?(?: is)?:? )#?(?P<digits>\d{{3,}})(?!\d)"), _code),
    (Pattern(r"(?P<before>)#(?P<digits>\d{4,})"), lambda match: f"number {_code(match)}"),
    (Pattern(r"#(?=\d)"), "number "),
    (Pattern(r"(?<!\d)24/7"), "twenty-four seven"),
    (Pattern(r"(?<!\d)50/50"), "fifty-fifty"),
)
GROUPS: tuple[Rule, ...] = ((Pattern(r"\d+(?:-\d+){2,}"), _groups),)
ABBREVIATIONS: tuple[Rule, ...] = (
    (
        Pattern(
            r"\b((?:\d+|[Oo]n|[Aa]t|[Oo]ff|[Nn]ear|[Ii]n|[Tt]o) (?:[A-Z\d][\w']*\.? ){1,3})"
            rf"({one_of(_STREETS)})\b(?:(\.){_SENTENCE_ENDS}|\.)?"
        ),
        _street,
    ),
    (Pattern(r"\bSt\.? (?=[A-Z])"), "Saint "),
    (Pattern(r"\bDr\.? (?=[A-Z])"), "Doctor "),
    (Pattern(r"\b(Mr|Mrs|Ms)\."), r"\1"),
    (Pattern(r"\b(?:Ste|ste)\.? (?=\d)"), "Suite "),
    (Pattern(r"\b(?:Apt|apt)\.? (?=\d)"), "apartment "),
    (Pattern(rf"(?<=[a-z], )({one_of(_BY_STATE)})\b"), lambda match: _BY_STATE[match[1]]),
    (Pattern(r"\b[Ww]/o\b"), "without"),
    (Pattern(r"\b[Ww]/(?=[\s\w])"), "with "),
    (Pattern(r"\be\.g\.,?"), "for example"),
    (Pattern(r"\bi\.e\.,?"), "that is"),
    (Pattern(rf"\betc(?:(\.){_SENTENCE_ENDS}|\.)?"), r"and so on\1"),
    (Pattern(r"\bvs\b\.?"), "versus"),
    (Pattern(r"\bapprox\b\.?"), "about"),
    (Pattern(r"\b(A|a)ppts?\b\.?(?! [A-Z])"), r"\1ppointment"),
    (Pattern(r"(?<=\b[A-Za-z])\.(?=[A-Za-z]\b)"), ""),
    (Pattern(r"\b(?=[A-Z]*[AEIOU])[A-Z]{4,}\b"), lambda match: match[0].capitalize()),
)
