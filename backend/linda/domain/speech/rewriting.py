"""Rewriting a text by a list of rules, each of which sees what the ones before have left."""

import re
from collections.abc import Callable, Iterable

from linda.domain.pattern import Pattern

Rule = tuple[Pattern, str | Callable[[re.Match[str]], str]]


def rewritten(text: str, rules: Iterable[Rule]) -> str:
    """Return `text` after every rule, in their order."""
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text


def one_of(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, the longer ones first."""
    return "|".join(sorted(words, key=len, reverse=True))
