"""The shape of one topic's vocabulary."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Says:
    """Phrases for one topic, one a line.

    Attributes:
        strong: One of them is enough.
        weak: Two of them are enough.
        against: Speaks against the topic; outweighs one strong phrase.
    """

    strong: str
    weak: str = ""
    against: str = ""
