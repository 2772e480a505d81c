"""What a text must hold for a pattern to match, read off the pattern without compiling it.

Most patterns find nothing in most texts, and compiling one takes ten times as long as this. Only the plain parts of
the syntax are understood: whatever else stands in a pattern is taken for something that needs nothing. That no match
of any pattern of ours can do without what is read off here is proven in `test_needed.py`.
"""

import re

Needed = tuple[tuple[str, ...], ...]
"""Of each group one text must be there."""

_Parts = list[tuple[str, ...]]
_PIECES = re.compile(
    r"([^\\[\](){}|?*+.^$]+)(?![?*{])"
    r"|(\((?:\?:|\?P<\w+>|\?<?[=!])?)"
    r"|(\)(?:[?*+]|\{[\d,]+\})?)"
    r"|(\|)"
    r"|(?:\\x..|\\.|\[[^]]*\]|.)(?:[?*+]|\{[\d,]+\})*"
)


def needed(pattern: str) -> Needed:
    """Return what every match of `pattern` holds: its literals, and for each group of alternatives one of several."""
    outer: list[tuple[list[_Parts], _Parts, bool]] = []
    done: list[_Parts] = []
    parts: _Parts = []
    for literal, opening, closing, bar in _PIECES.findall(pattern):
        if literal:
            parts.append((literal.strip(),))
        elif opening:
            outer.append((done, parts, opening[-1] in "=!"))
            done, parts = [], []
        elif bar:
            done.append(parts)
            parts = []
        elif closing:
            inner = _one_of([*done, parts])
            done, parts, looks_around = outer.pop()
            if closing in {")", ")+"} and not looks_around:
                parts += inner
    return tuple(each for each in _one_of([*done, parts]) if all(each))


def holds(text: str, groups: Needed) -> bool:
    """Tell whether `text` holds one of each of `groups`: without that no match is possible."""
    return all(any(each in text for each in one_of) for one_of in groups)


def _one_of(alternatives: list[_Parts]) -> _Parts:
    """Return what all alternatives need; of each the part that the fewest texts hold."""
    if len(alternatives) == 1:
        return alternatives[0]
    best = [max(parts, key=_shortest, default=()) for parts in alternatives]
    return [tuple(dict.fromkeys(text for each in best for text in each))] if all(best) else []


def _shortest(texts: tuple[str, ...]) -> int:
    return min(map(len, texts))
