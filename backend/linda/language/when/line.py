"""A text as the grammar reads it: tokens with one space between them, each knowing where it stood."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from linda.language.normalise import Word, words
from linda.language.when.numbers import read_number
from linda.language.when.spelling import day_meant, month_meant
from linda.language.when.vocabulary import (
    ALSO_WORDS,
    DATE_FOLLOWERS,
    DATE_NEIGHBOURS,
    END_MARKS,
    MONTH,
    TOKEN,
    WEEKDAY,
)

CLOCK_SUFFIX = {"am": "AM", "a": "AM", "pm": "PM", "p": "PM", "pmn": "PM", "pnm": "PM", "ampm": "", "amp": "AM"}
NUMBER_SUFFIX = frozenset(
    ["th", "st", "nd", "rd", "ish", "h", "hour", "hours", "minute", "m", "min", "mins", "hr", "hrs", "day", "days", "week", "weeks", "month", "months", "d", "w", "year", "x"]
)
OPAQUE = "\u00a7"
HOURS = re.compile(r"(\d{1,2}|\d{1,2}[:.]\d\d|\d{4})-(\d{1,2}|\d{1,2}[:.]\d\d|\d{4})")
NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a text joined by spaces, with a space at both ends."""

    text: str
    places: tuple[int, ...]
    """Where each token begins in `text`."""
    origins: tuple[tuple[int, int], ...]
    """Where each token stood in the customer's text."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of `text` to the customer's text."""
        first = max(bisect_right(self.places, start) - 1, 0)
        last = max(bisect_right(self.places, end - 1) - 1, 0)
        return self.origins[first][0], self.origins[last][1]


@dataclass(slots=True)
class _Token:
    text: str
    start: int
    end: int
    glued: bool = False


def read_line(text: str) -> Line:
    """Write a text in the tokens of the grammar."""
    tokens = [token for word in words(text) for token in _split(word)]
    for stage in (_join_suffixes, _spell_numbers, _name_dates):
        tokens = stage(tokens)
    places, at = [], 1
    for token in tokens:
        places.append(at)
        at += len(token.text) + 1
    joined = "".join(f" {token.text}" for token in tokens) + " "
    return Line(joined, tuple(places), tuple((token.start, token.end) for token in tokens))


def _split(word: Word) -> list[_Token]:
    """Split "9-12" and "9:30-11:00"; other compounds (12/3, 555-0142) stay whole."""
    text = word.text.removesuffix("'s") if word.text[0].isalpha() else word.text
    if match := HOURS.fullmatch(text):
        dash = word.start + match.end(1)
        return [
            _Token(match[1], word.start, dash, word.glued),
            _Token("-", dash, dash + 1),
            _Token(match[2], dash + 1, word.end),
        ]
    return [_Token(text, word.start, word.end, word.glued)]


def _join_suffixes(tokens: list[_Token]) -> list[_Token]:
    """Write 9th as 9TH and 4pm as 4 PM; what mixes letters and digits otherwise is no number (s22, 64gb)."""
    done: list[_Token] = []
    for token in tokens:
        before = done[-1] if done else None
        if before is None or not NUMBER.match(before.text[-1:]):
            done.append(_after_word(token, before))
        elif token.text in CLOCK_SUFFIX and (token.glued or len(token.text) == 2):
            done.append(_Token(CLOCK_SUFFIX[token.text] or ".", token.start, token.end))
        elif token.glued and token.text in {"st", "nd", "rd", "th"}:
            before.text, before.end = f"{int(before.text)}TH" if before.text.isdigit() else OPAQUE, token.end
        else:
            if token.glued and token.text.isalpha() and token.text not in NUMBER_SUFFIX:
                before.text = OPAQUE
            done.append(token)
    return done


def _after_word(token: _Token, before: _Token | None) -> _Token:
    if before and token.glued and token.text[0].isdigit() and before.text.isalpha() and before.text not in MONTH:
        token.text = OPAQUE
    return token


def _spell_numbers(tokens: list[_Token]) -> list[_Token]:
    spelt = [token.text for token in tokens]
    done, at = [], 0
    while at < len(tokens):
        token, taken = tokens[at], 1
        if found := read_number(spelt, at):
            token.text, taken = found
            token.end = tokens[at + taken - 1].end
        done.append(token)
        at += taken
    return done


def _name_dates(tokens: list[_Token]) -> list[_Token]:
    """Write weekdays, months and relative days as their tokens, misspelt ones too, words out of context not."""
    done: list[_Token] = []
    plain = [token.text for token in tokens]
    for index, token in enumerate(tokens):
        if token.text in {"tonight", "overnight"}:
            done.append(_Token("TODAY", token.start, token.end))
            token.text = "night"
        else:
            token.text = _date_token(plain, index)
        done.append(token)
    return done


def _date_token(plain: list[str], index: int) -> str:
    word = plain[index]
    if not word[0].isalpha() or word.isupper():
        return word
    if word in ALSO_WORDS:
        return TOKEN[word] if _in_date_context(plain, index) else word
    if word in TOKEN:
        return TOKEN[word]
    if meant := day_meant(word):
        return TOKEN.get(meant, "minute" if meant == "minutes" else meant)
    if _beside_number(plain, index) and (meant := month_meant(word)):
        return TOKEN[meant]
    return word


def _in_date_context(plain: list[str], index: int) -> bool:
    word = plain[index]
    before = plain[index - 1] if index else ""
    after = plain[index + 1] if index + 1 < len(plain) else ""
    if word in MONTH:
        return _beside_number(plain, index) or (before in {"in", "of", "since", "until"} and word != "may")
    if before in DATE_NEIGHBOURS or after in DATE_FOLLOWERS or before in WEEKDAY or after in WEEKDAY:
        return True
    return bool(NUMBER.match(after)) or (not before and (not after or after in END_MARKS))


def _beside_number(plain: list[str], index: int) -> bool:
    """Whether a day number stands beside a month: 3rd of march, march the 3rd, 3 march."""
    after = plain[index + 1 : index + 3]
    before = plain[max(index - 2, 0) : index]
    if after[:1] in (["the"], ["."]):
        after = after[1:]
    if before[-1:] in (["of"], ["."]):
        before = before[:-1]
    return any(word[0].isdigit() and word.removesuffix("TH").isdigit() for word in (*after[:1], *before[-1:]))
