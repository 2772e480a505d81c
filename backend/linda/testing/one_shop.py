"""A shop whose owner never changes it."""

from dataclasses import dataclass

from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop


@dataclass(frozen=True, slots=True)
class OneShop:
    """The same `shop` whatever the state."""

    shop: Shop

    def current(self) -> Shop:
        """Return the shop."""
        return self.shop

    def of(self, state: OwnerState) -> Shop:
        """Return the shop."""
        return self.shop
