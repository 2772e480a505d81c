"""Who picks up first: the owner where the mode says so and the shop is open, else LINDA."""

from datetime import datetime

from linda.domain.hours import is_open
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop


def rings_owner(shop: Shop, state: OwnerState, now: datetime) -> bool:
    """Tell whether the owner's phone is to be rung for a call at the aware moment `now`.

    Not outside the shop's hours, whatever the mode says; and always within them when LINDA is to answer no calls.
    """
    wants_calls = shop.modes[state.mode].first_pickup == "owner" or not state.answers_calls
    return wants_calls and is_open(shop, now)
