"""Regular expressions that are compiled when they are first used.

LINDA reads texts with some six hundred patterns. Compiling them all took a fifth of every start, also of commands
that read no text at all, and one text would still need a third of them; a `LongPattern` is spared most texts.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from linda.domain.needed import Needed, holds, needed


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


class LongPattern(Pattern):
    """A pattern that takes milliseconds to compile, and is not compiled for a text that it surely does not match."""

    def __init__(self, source: str) -> None:
        """Keep `source` as it is; it has no flags, which could change what a match needs."""
        super().__init__(source)

    @cached_property
    def needs(self) -> Needed:
        """Return what every match holds."""
        return needed(self.pattern)

    def could_match(self, text: str) -> bool:
        """Tell whether `text` holds what every match needs; False is certain, True says little."""
        return holds(text, self.needs)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Find the first place where it matches."""
        return super().search(text, start, end) if self.could_match(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Match at `start`."""
        return super().match(text, start) if self.could_match(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole of `text`."""
        return super().fullmatch(text) if self.could_match(text) else None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Yield every match, in order."""
        return super().finditer(text, start) if self.could_match(text) else iter(())

    def findall(self, text: str) -> list[str]:
        """Return what every match found."""
        return super().findall(text) if self.could_match(text) else []

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return `text` with its matches replaced."""
        return super().sub(replacement, text, count) if self.could_match(text) else text

    def split(self, text: str, most: int = 0) -> list[str]:
        """Return the pieces of `text` between its matches."""
        return super().split(text, most) if self.could_match(text) else [text]
