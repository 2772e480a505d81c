"""The customer's name, when he gives it."""

import re
import unicodedata

from linda.domain.pattern import Pattern
from linda.language.first_names import FIRST_NAMES
from linda.language.name_stop_words import NOT_NAMES

_NAME = r"([^\W\d_][^\W\d_'.\-]*(?:['\-][^\W\d_]+)*)"
_READ = 300  # characters; who gives his name does so early
_QUOTES = str.maketrans("\u2018\u2019", "''")
_PARTICLES = {"de", "del", "la", "los", "van", "von", "der", "al", "bin", "da", "di"}
_WORDS = Pattern(_NAME)
_SURELY = Pattern(
    r"\b(?:my (?:full |first )?name(?:'?s| is| will be)?|the name(?:'?s| is)|name(?:'?s| is|:)|names"
    r"|they call me|you can call me|call me|(?:under|for|in) the name(?: of)?"
    r"|(?:book|put|schedule|reserve) it (?:under|for)"
    r"|put me down as)"
    r"[ :,]{1,3}(?:is |it'?s |mr\.? |mrs\.? |ms\.? |dr\.? )?(?=[^\W\d_])",
    re.IGNORECASE,
)
_PERHAPS = Pattern(
    r"\b(?:it'?s|it is|this is|dis is|i'?m|i am|im|sure,?|yes,?|yeah,?|under|hi,?|hello,?|hey,?"
    r"|it'?s me,?|thats|that'?s|oh,?|ok,?)"
    r" (?:mr\.? |mrs\.? |ms\.? |dr\.? )?(?=[^\W\d_])",
    re.IGNORECASE,
)
_HERE = Pattern(_NAME + r" here\b", re.IGNORECASE)
_INTRODUCES = Pattern(r"\b(?:it'?s|it is|this is|dis is|i'?m|i am|im)\b", re.IGNORECASE)


def read_name(text: str, *, asked: bool) -> str | None:
    """The name a customer gives for himself.

    Args:
        text: One text as it came from the phone.
        asked: Whether the name was asked for just now; then a bare "Dave" counts.

    Returns:
        The name as it should be written, three words and "de la" at most; None for a device, a day or a yes.
    """
    text = text[:_READ].translate(_QUOTES).strip()
    for match in _SURELY.finditer(text):
        name = _name_at(text, match.end())
        if name:
            return name
    return _introduced(text, asked=asked) or (_bare(text) if asked else None)


def _introduced(text: str, *, asked: bool) -> str | None:
    for match in _PERHAPS.finditer(text):
        name = _name_at(text, match.end())
        introduces = _INTRODUCES.match(match[0]) is not None
        if name and ((introduces and _is_known(name)) or (asked and _stands_alone(text, match.end(), name))):
            return name
    here = _HERE.search(text)
    if here and _is_known(here[1]) and here[1].lower() not in NOT_NAMES:
        return _written(here[1])
    return None


def _is_known(name: str) -> bool:
    first = unicodedata.normalize("NFKD", name.split(maxsplit=1)[0].lower())
    return "".join(char for char in first if not unicodedata.combining(char)) in FIRST_NAMES


def _stands_alone(text: str, start: int, name: str) -> bool:
    rest = text[start + len(name) :].lstrip(" ")
    return (
        not rest or rest[0] in ".,!;:\n" or rest.lower().startswith(("and ", "please", "pls", "thanks", "thx", "btw"))
    )


def _bare(text: str) -> str | None:
    """A text that is nothing but a name, perhaps with more after a comma or full stop."""
    name = _name_at(text, 0)
    return name if name and _stands_alone(text, 0, name) else None


def _name_at(text: str, start: int) -> str | None:
    """Up to three words of a name beginning at a place, "de la" and the like not counted."""
    words: list[str] = []
    while sum(word.lower() not in _PARTICLES for word in words) < 3 and len(words) < 5:
        match = _WORDS.match(text, start)
        if not match or match[1].lower().replace("'", "") in NOT_NAMES or len(match[1]) > 20:
            break
        words.append(match[1])
        start = match.end()
        if text[start : start + 1] != " ":
            break
        start += 1
    if not words or (len(words) == 1 and len(words[0]) < 2):
        return None
    return " ".join(_written(word) for word in words)


def _written(word: str) -> str:
    if not (word.islower() or word.isupper()):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
