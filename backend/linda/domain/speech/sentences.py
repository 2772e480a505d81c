"""Sentences for the ear: two at most, the question last, and never more than a caller can keep in mind."""

import re
from dataclasses import dataclass
from itertools import pairwise

from linda.domain.pattern import Pattern

MOST_WORDS = 60
_SENTENCE = Pattern(r"([^.!?]+)([.!?]*)")
_WEIGHTY = Pattern(
    r"\b(?:dollars?|cents?|free|code|percent|no|not|never|nothing|none|only|cannot|without|booked|cancelled|moved)\b"
    r"|n't\b",
    re.IGNORECASE,
)
"""What a statement that is left out must not speak of, while there is another one to leave out."""
_NEGATION = Pattern(r"\b(?:no|not|never|nothing|none|cannot|without)\b|n't\b", re.IGNORECASE)
_COURTESY = Pattern(
    r"(?:hi|hello|hey|thanks|thank you|sorry|no problem|no worries|okay|ok|sure|great|perfect|cool)\b", re.IGNORECASE
)
_CONJUNCTION = Pattern(r"(?:and|but|or|so)\b", re.IGNORECASE)
_VERBLESS = Pattern(r"code\b", re.IGNORECASE)
_SMALL = """
a an the this that these those it it's that's there there's he he's she she's they they're we we're we've you you're
your our my its his her their today tomorrow nothing only just no not yes please see which what when where who how is
are do does did can can't could should shall will would want at on in for to from after before until if then also
and or but so walk-ins repairs prices added moved done add open closed on-site let let's tell code thanks thank
sorry if because
"""
_SMALL_WORDS = frozenset(_SMALL.split())
"""Words that lose their capital where a sentence is joined to another; a name keeps it."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: str
    end: str

    @property
    def asks(self) -> bool:
        return "?" in self.end

    @property
    def length(self) -> int:
        return len(self.words.split())


def in_two_sentences(text: str) -> str:
    """Return `text` (words and marks only) in at most two sentences; of several questions one is made, and put last."""
    sentences = [_Sentence(match[1].strip(" ,"), match[2]) for match in _SENTENCE.finditer(text)]
    said = [each for each in sentences if each.words]
    questions = [each for each in said if each.asks]
    statements = _bounded([each for each in said if not each.asks], sum(each.length for each in questions))
    halves = [statements, questions] if questions or len(statements) < 2 else [statements[:-1], statements[-1:]]
    return " ".join(_joined(each) for each in halves if each)


def _bounded(statements: list[_Sentence], asked: int) -> list[_Sentence]:
    """Leave out whole statements while there are too many words: chatter in the middle first, the last one last."""
    kept = list(statements)
    droppable = sorted(kept[1:-1], key=lambda each: _WEIGHTY.search(each.words) is not None) + kept[1:][-1:]
    for each in droppable:
        if asked + sum(one.length for one in kept) <= MOST_WORDS:
            break
        kept.remove(each)
    return kept


def _joined(sentences: list[_Sentence]) -> str:
    words = sentences[0].words
    for before, each in pairwise(sentences):
        words += _link(before.words, each.words, is_last=each is sentences[-1]) + _inside(each.words)
    end = "?" if sentences[-1].asks else "!" if "!" in sentences[-1].end else "."
    return _capital(words) + end


def _link(before: str, after: str, *, is_last: bool) -> str:
    """Return what joins two statements; after a negation never a mere comma, which could carry it on."""
    if _CONJUNCTION.match(after) or _VERBLESS.match(after):
        return ", "
    needs_word = _NEGATION.search(before) or (is_last and not _COURTESY.match(before))
    return ", and " if needs_word else ", "


def _inside(words: str) -> str:
    first = words.partition(" ")[0].rstrip(",")
    return words[:1].lower() + words[1:] if first.lower() in _SMALL_WORDS else words


def _capital(words: str) -> str:
    return words if words[1:2].isupper() else words[:1].upper() + words[1:]
