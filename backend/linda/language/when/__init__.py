"""Dates and times as people text them: pure functions of the text and the moment it was written."""

from linda.language.when.reader import mentions, read_when
from linda.language.when.reading import Mention, Moment, When

__all__ = ["Mention", "Moment", "When", "mentions", "read_when"]
