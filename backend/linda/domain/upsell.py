"""What to offer beside a booked repair: one thing, once, and never to somebody who has just complained."""

from collections.abc import Collection

from linda.domain.owner_state import OwnerState
from linda.domain.shop import AddOn, Shop


def next_add_on(
    shop: Shop, state: OwnerState, booked: Collection[str], offered: Collection[str], *, complained: bool
) -> AddOn | None:
    """Return the add-on to offer to a customer who just booked, or None.

    `booked` are the service ids of the booking; `offered` the add-ons this customer was ever offered, whatever the
    answer was: nothing is offered twice. `complained`: the customer complained in this conversation.
    """
    if complained or not state.auto_upsell or not booked:
        return None
    return next((item for item in shop.add_ons if item.id not in offered and _goes_with(item, booked)), None)


def _goes_with(item: AddOn, booked: Collection[str]) -> bool:
    return not item.after or any(service in item.after for service in booked)
