"""Undoing disguises of letters: wide, small, raised, accented or invisible characters, digits of other scripts."""

import re
import unicodedata

from linda.domain.gsm7 import fold
from linda.domain.pattern import Pattern

_QUOTES = str.maketrans("\u2018\u2019\u02bc\u00b4`\u201c\u201d\u2044", "'''''\"\"/")
_DASHES = Pattern(r"[\u2010-\u2015\u2212]")
_DROPPED = frozenset({"Mn", "Me", "Cf", "So", "Sk"})
_OTHER_SCRIPT = Pattern(r"[^\W\d_a-z]")
_FRACTION = Pattern(r"(?<=\d)(?=[\u00bc-\u00be\u2150-\u215e])")
_SPACED_LETTERS = Pattern(r"\b(?:[a-z][ .-]){3,}[a-z]\b")


def plain_letters(text: str) -> str:
    """Return `text` in small letters and digits of the keyboard, so that a figure looks like one."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", _FRACTION.sub(" ", text).translate(_QUOTES))
        text = "".join(map(_plain, _DASHES.sub("-", text)))
    small = " ".join(text.lower().replace("`", "'").split())
    return _SPACED_LETTERS.sub(lambda match: re.sub(r"[ .-]", "", match[0]), small)


def has_other_script(text: str) -> bool:
    """Tell whether letters are left that can't be read here; "рм" in Cyrillic looks like pm."""
    return _OTHER_SCRIPT.search(text) is not None


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) in _DROPPED:
        return ""
    digit = unicodedata.decimal(character, None)
    return str(digit) if digit is not None else fold(character)
