"""Numbers as the line writes them: 9TH, 4 PM, "9-12" in three tokens, and no number where letters are glued to it."""

from linda.domain.pattern import Pattern
from linda.language.normalise import Word
from linda.language.when.numbers import read_number
from linda.language.when.token import Token
from linda.language.when.vocabulary import MONTH, TOKEN, listed

CLOCK_SUFFIX = {"am": "AM", "a": "AM", "pm": "PM", "p": "PM", "pmn": "PM", "pnm": "PM"}
ORDINAL_SUFFIX = listed("st nd rd th")
NUMBER_SUFFIX = TOKEN.keys() | listed(
    "ish h hr hrs hour minute m min day d week w month year x nights noon oclock ampm"
)
"""Letters that may be glued to a number and leave it one: 2hrs, 15sep, 5ish."""
NUMBER_PREFIX = MONTH.keys() | {"h", "at", "by"}
OPAQUE = "\u00a7"
"""What stands for a number that is part of a name: s22, 64gb, a14."""
_HALF = r"(\d{1,2}|\d{1,2}[:.]\d\d|\d{4}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)"
_HALVES = Pattern(f"{_HALF}-{_HALF}")
_DIGITS = Pattern(r"[\d.:/-]*\d")


def split(word: Word) -> list[Token]:
    """Split "9-12" and "9:30-11:00"; 3-15 can only be a day, and 12/3 or 555-0142 stay whole."""
    text = word.text.removesuffix("'s") if word.text[0].isalpha() else word.text
    match = _HALVES.fullmatch(text)
    if not match or _is_month_and_day(match[1], match[2]):
        return [Token(text, word.start, word.end, word.glued)]
    dash = word.start + match.end(1)
    return [
        Token(match[1], word.start, dash, word.glued),
        Token("-", dash, dash + 1),
        Token(match[2], dash + 1, word.end),
    ]


def _is_month_and_day(left: str, right: str) -> bool:
    return len(left) <= 2 and len(right) == 2 and int(left) <= 12 < int(right) <= 31


def spell_out(tokens: list[Token]) -> list[Token]:
    """Write number words in digits."""
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


def join_suffixes(tokens: list[Token]) -> list[Token]:
    """Write 9th as 9TH and 4pm as 4 PM; mixed otherwise, letters and digits are no number."""
    done: list[Token] = []
    for token in tokens:
        before = done[-1] if done else None
        if before is None or not _DIGITS.fullmatch(before.text):
            done.append(_after_letters(token, before))
        elif token.glued and token.text in ORDINAL_SUFFIX:
            before.text, before.end = f"{int(before.text)}TH" if before.text.isdigit() else OPAQUE, token.end
        else:
            done.append(_after_digits(token, before))
    return done


def _after_letters(token: Token, before: Token | None) -> Token:
    if (
        before
        and token.glued
        and token.text[0].isdigit()
        and before.text.isalpha()
        and before.text not in NUMBER_PREFIX
    ):
        token.text = OPAQUE
    return token


def _after_digits(token: Token, before: Token) -> Token:
    if token.text in CLOCK_SUFFIX and (token.glued or len(token.text) == 2):
        token.text = CLOCK_SUFFIX[token.text]
    elif token.glued and token.text.isalpha() and token.text not in NUMBER_SUFFIX:
        before.text = OPAQUE
    return token
