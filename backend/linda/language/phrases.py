r"""The notation of the vocabulary tables: phrases of whole words, matched in the plain form of a text.

    how much .. cost|run        words in order; `|` one of; `..` up to four words of the same clause between
    {cancel} ?my|the {booking}  `{...}` a word class; `?` the word may be missing; `a_b` one alternative of two words
    ^ no $                      `^` a clause begins (a greeting is no part of it), `$` it ends
    < no > , at # , for $#      `<` the text begins, `>` it ends; `#` a number; `$#` an amount of money

A phrase is looked at only when the words it cannot do without are in the text, and compiled when first looked at.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from linda.language.tables import lines
from linda.language.word_classes import CLASSES

GAP = r"(?:[^ .?!]+ ){0,4}?"
MARKS = {
    "..": GAP,
    "^": r"(?:(?<=[.?!,] )|(?<=\. hi )|(?<=\. hey )|(?<=\. yo )|(?<=\. hello ))",
    "<": r"(?<=\A\. )",
    "$": r"(?=[.?!] )",
    ">": r"(?=[.?!] \Z)",
    "#": r"\$?\d[\d.:/]*(?:st|nd|rd|th)?[%$+]? (?:, )?",
    "$#": r"(?:\$\d[\d.]*|\d+\$|\d+ (?:bucks|dollars)) ",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase was found: the table's key and the span in the plain form."""

    key: str
    phrase: str
    start: int
    end: int


class PhraseBook:
    """Phrases by key, indexed by a word each of them needs."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._by_word: dict[str, list[tuple[int, str, str]]] = {}
        order = 0
        for key, table in phrases:
            for phrase in lines(table):
                order += 1
                for word in needed_words(phrase):
                    self._by_word.setdefault(word, []).append((order, key, phrase))

    def hits(self, plain_text: str) -> Iterator[Hit]:
        """Every phrase found in the text, where it is first found, in the tables' order."""
        for key, phrase in self._candidates(plain_text):
            match = pattern(phrase).search(plain_text)
            if match:
                yield Hit(key, phrase, match.start(), match.end())

    def every_hit(self, plain_text: str) -> Iterator[Hit]:
        """Every phrase at every place it is found, in the tables' order."""
        for key, phrase in self._candidates(plain_text):
            for match in pattern(phrase).finditer(plain_text):
                yield Hit(key, phrase, match.start(), match.end())

    def _candidates(self, plain_text: str) -> list[tuple[str, str]]:
        words = set(plain_text.split())
        found = {entry for word in words for entry in self._by_word.get(word, ())}
        return [(key, phrase) for _, key, phrase in sorted(found) if could_match(phrase, words)]


@lru_cache(maxsize=2048)
def pattern(phrase: str) -> re.Pattern[str]:
    """The regular expression of a phrase; bounded gaps only, so matching is linear in the text."""
    return re.compile(r"(?<= )" + "".join(_item(item) for item in phrase.split()))


def could_match(phrase: str, words: Set[str]) -> bool:
    """Tell whether a text of `words` has one word for each place of the phrase that can't stay empty."""
    return not any(words.isdisjoint(each) for each in places(phrase))


def needed_words(phrase: str) -> tuple[str, ...]:
    """The smallest set of words of which one must be in a text for the phrase to match."""
    fewest = min(places(phrase), key=len)
    return tuple(fewest)


@lru_cache(maxsize=2048)
def places(phrase: str) -> tuple[frozenset[str], ...]:
    """The first words of whatever may stand in each place of the phrase that takes words and nothing else."""
    return tuple(filter(None, (_first_words(item) for item in phrase.split() if item[0] != "?")))


@cache
def _first_words(item: str) -> frozenset[str]:
    if item.isalpha():
        return frozenset({item})  # as most are
    allowed = alternatives(item)
    return frozenset() if MARKS.keys() & set(allowed) else frozenset(word.split()[0] for word in allowed)


def _item(item: str) -> str:
    if item in MARKS:
        return MARKS[item]
    allowed = alternatives(item.lstrip("?"))
    words = sorted((word for word in allowed if word not in MARKS), key=len, reverse=True)
    choices = [f"(?:{'|'.join(map(re.escape, words))}) (?:, )?", *(MARKS[word] for word in allowed if word in MARKS)]
    return f"(?:{'|'.join(choices)})" + ("?" if item[0] == "?" else "")


def alternatives(item: str) -> list[str]:
    """What may stand for one item of a phrase: words, groups of words, or marks."""
    names = (_class(part) for part in item.split("|"))
    return [word.replace("_", " ") for words in names for word in words]


def _class(part: str) -> list[str]:
    return CLASSES[part[1:-1]].split() if part[0] == "{" else [part]
