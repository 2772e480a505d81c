"""Regular expressions that are compiled when they are first used.

LINDA reads texts with some six hundred patterns. Compiling them all took a fifth of every start, also of commands
that read no text at all.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A regular expression with the searching half of `re.Pattern`; the syntax is checked at the first use."""

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keep `source` as it is."""
        self.pattern = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Find the first place where it matches."""
        return self._compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Match at `start`."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of `text`."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Yield every match, in order."""
        return self._compiled.finditer(text, start)

    def findall(self, text: str) -> list[str]:
        """Return what every match found."""
        return self._compiled.findall(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return `text` with its matches replaced."""
        return self._compiled.sub(replacement, text, count)

    def split(self, text: str, most: int = 0) -> list[str]:
        """Return the pieces of `text` between its matches."""
        return list(self._compiled.split(text, most))
