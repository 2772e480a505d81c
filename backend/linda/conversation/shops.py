"""Where a turn gets its shop from."""

from typing import Protocol

from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop


class Shops(Protocol):
    """The shop as it is in force."""

    def of(self, state: OwnerState) -> Shop:
        """Return the shop that goes with `state`: a turn asks once, and sees one shop from start to end."""
