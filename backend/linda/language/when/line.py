"""A text as the grammar reads it: tokens with one space between them, each knowing where it stood."""

from bisect import bisect_right
from dataclasses import dataclass

from linda.language.normalise import words
from linda.language.when.date_words import name_dates
from linda.language.when.figures import join_suffixes, spell_out, split


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


def read_line(text: str) -> Line:
    """Write a text in the tokens of the grammar."""
    tokens = [token for word in words(text) if word.text not in {'"', "'"} for token in split(word)]
    for stage in (spell_out, join_suffixes, name_dates):
        tokens = stage(tokens)
    places, at = [], 1
    for token in tokens:
        places.append(at)
        at += len(token.text) + 1
    joined = "".join(f" {token.text}" for token in tokens) + " "
    return Line(joined, tuple(places), tuple((token.start, token.end) for token in tokens))
