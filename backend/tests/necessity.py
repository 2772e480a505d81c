"""A proof that a regular expression matches nothing but texts that hold one of some words.

The tree of the expression is read like a text: what is known of a state is how much of a word stands at its end. A
character that may be several is the worst one for the proof. What is left in the end without a word refutes it.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

# By name, because type checkers know these two only at times.
code, parser = import_module("re._constants"), import_module("re._parser")

_FEW = 8
_NO_WIDTH = {code.AT, code.ASSERT, code.ASSERT_NOT}


def every_match_holds(source: str, words: Sequence[str]) -> bool:
    """Tell whether it is proven that every match of `source` holds one of `words`."""
    return not _Reader(words).read(parser.parse(source), frozenset({""}))


class _Reader:
    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._beginnings = {word[:length] for word in words for length in range(len(word))}

    def read(self, tree: Iterable[tuple[Any, Any]], states: frozenset[str]) -> frozenset[str]:
        """Return the ends that texts without any word can have behind `tree`."""
        for kind, value in tree:
            states = self._after(kind, value, states)
        return states

    def _after(self, kind: Any, value: Any, states: frozenset[str]) -> frozenset[str]:
        if kind in _NO_WIDTH or not states:
            return states
        if kind is code.LITERAL:
            return self._with([chr(value)], states)
        if kind is code.IN and len(value) <= _FEW and all(each is code.LITERAL for each, _ in value):
            return self._with([chr(each) for _, each in value], states)
        if kind is code.SUBPATTERN:
            return self.read(value[3], states)
        if kind is code.BRANCH:
            return frozenset().union(*(self.read(each, states) for each in value[1]))
        if kind in {code.MAX_REPEAT, code.MIN_REPEAT}:
            least, _, body = value
            return self._repeated(least, body, states)
        return frozenset({""})

    def _repeated(self, least: int, tree: Any, states: frozenset[str]) -> frozenset[str]:
        for _ in range(least):
            states = self.read(tree, states)
        while not (more := self.read(tree, states)) <= states:
            states |= more
        return states

    def _with(self, characters: Sequence[str], states: frozenset[str]) -> frozenset[str]:
        longer = {state + each for state in states for each in characters}
        return frozenset(self._end(each) for each in longer if not each.endswith(tuple(self._words)))

    def _end(self, text: str) -> str:
        """Return the longest end of `text` that a word begins with."""
        return next(text[at:] for at in range(len(text) + 1) if text[at:] in self._beginnings | {""})
