"""A price below what LINDA may give herself: what the owner can answer to it."""

from dataclasses import dataclass
from enum import StrEnum

from linda.domain.money import Cents

LEAST_SHARE = 50
"""Percent of the price in force; a wish below that is a joke, and jokes don't ring the owner's phone."""


class Answer(StrEnum):
    """What the owner can say."""

    APPROVE = "approve"
    OFFER = "offer"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class PriceWish:
    """A customer who has the price `current` (with every discount LINDA could give) asks for `wanted`; cents."""

    current: Cents
    wanted: Cents

    @property
    def is_serious(self) -> bool:
        """Tell whether the owner should be asked at all."""
        return self.current * LEAST_SHARE <= self.wanted * 100 < self.current * 100

    @property
    def halfway(self) -> Cents | None:
        """Return the whole dollars in the middle, None where no whole dollar lies between the two."""
        middle = (self.current + self.wanted) // 200 * 100
        return Cents(middle) if self.wanted < middle < self.current else None

    def amounts(self) -> dict[Answer, Cents]:
        """Return every answer the owner has, with the price it means."""
        halfway = {Answer.OFFER: self.halfway} if self.halfway is not None else {}
        return {Answer.APPROVE: self.wanted, **halfway, Answer.KEEP: self.current}
