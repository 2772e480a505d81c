"""The daily spend cap: when the day's money is used up, the rules answer."""

from datetime import date
from typing import Protocol

from linda.domain.limits import MODEL_MONEY, MODEL_MONEY_OF_A_CUSTOMER

MICROS_PER_CENT = 10_000


class DailySum(Protocol):
    """A sum that is kept for each local day, shared by every process."""

    def total(self, day: date) -> int:
        """Return the sum of `day` so far."""

    def add(self, day: date, amount: int) -> None:
        """Add `amount` to the sum of `day`, whoever else adds at the same moment."""


class SpendCap:
    """Lets a model be asked while the day's cost is below `cap_cents`; 0 keeps it off.

    Calls that are under way are not foreseen, so a day can end above the cap by what runs at once.
    """

    def __init__(self, sums: DailySum, cap_cents: int) -> None:
        """Keep the cost in `sums`, in millionths of a dollar."""
        self._sums = sums
        self._cap = cap_cents * MICROS_PER_CENT * MODEL_MONEY.most // 100

    def allows(self, day: date) -> bool:
        """Return whether there is money left on `day` (a local date)."""
        return self._sums.total(day) < self._cap

    def allows_customer(self, spent_micros: int) -> bool:
        """Return whether a customer for whom `spent_micros` were spent today has not had their share of the day."""
        return spent_micros * 100 < self._cap * MODEL_MONEY_OF_A_CUSTOMER.most

    def count(self, day: date, cost_micros: int) -> None:
        """Add what a reply cost, also one that came to nothing."""
        if cost_micros:
            self._sums.add(day, cost_micros)
