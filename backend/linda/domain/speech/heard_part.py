"""What a caller has heard of a reply before he broke in."""

from collections.abc import Sequence

Part = tuple[str, str]
"""A part of a reply: as it is written, and in the words that were said."""


def heard_part(parts: Sequence[Part], utterance: str) -> str:
    """Return, of a reply that was said in `parts`, what was said until it was broken off.

    Args:
        parts: what was said, in order.
        utterance: the words until then, as the carrier tells them; it may begin at any of the parts.

    Returns:
        Every part that was said to its end as it is written, and of the one that was not its words with "..."; what
        the carrier tells where that is none of the parts; "" when nothing was heard.
    """
    told = [_letters(word) for word in _words(utterance)]
    if not told:
        return ""
    for first in range(len(parts)):
        said = [(place, word) for place in range(first, len(parts)) for word in _words(parts[place][1])]
        if _begins([_letters(word) for _, word in said], told):
            return " ".join(filter(None, [*(written for written, _ in parts[:first]), _cut(parts, said, len(told))]))
    return f"{' '.join(utterance.split())}..."


def _cut(parts: Sequence[Part], said: Sequence[tuple[int, str]], count: int) -> str:
    """Return the text of the first `count` words of `said`, each of which is with the place of its part."""
    heard = said[:count]
    first, last = said[0][0], heard[-1][0]
    if count == len(said) or said[count][0] != last:
        return " ".join(filter(None, (written for written, _ in parts[first : last + 1])))
    whole = [written for written, _ in parts[first:last]]
    broken = [word for place, word in heard if place == last] if parts[last][0] else []
    return " ".join(filter(None, [*whole, f"{' '.join(broken)}..." if broken else ""]))


def _begins(said: Sequence[str], told: Sequence[str]) -> bool:
    """Tell whether `said` begins with what is told, of which the last word may be cut itself."""
    *whole, last = told
    return len(told) <= len(said) and list(said[: len(whole)]) == whole and said[len(whole)].startswith(last)


def _words(text: str) -> list[str]:
    return [word for word in text.split() if _letters(word)]


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word.lower()))
