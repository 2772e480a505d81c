"""One token of the line, and the stage type that turns tokens into tokens."""

from dataclasses import dataclass


@dataclass(slots=True)
class Token:
    """A word, number or mark on its way into the line; `start` and `end` count characters of the given text."""

    text: str
    start: int
    end: int
    glued: bool = False
    """True when nothing separates it from the token before."""
