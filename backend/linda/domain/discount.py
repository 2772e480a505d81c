"""The law of discounts: whole percents up to the owner's cap, for a named reason, above a floor, within a budget."""

from dataclasses import dataclass
from enum import StrEnum

from linda.domain.errors import DiscountRefused, InvalidInput
from linda.domain.money import Cents, dollars
from linda.domain.owner_state import OwnerState, max_discount
from linda.domain.shop import Shop

FIRST_OFFER_PERCENT = 10


class Reason(StrEnum):
    """Why money may be given away (the plan's list)."""

    REPEAT_CUSTOMER = "repeat_customer"
    REFERRAL = "referral"
    BULK_REPAIR = "bulk_repair"
    SERVICE_RECOVERY = "service_recovery"
    CUSTOMER_REQUEST = "customer_request"


@dataclass(frozen=True, slots=True)
class Discount:
    """A discount that may be promised: `cents` off, `percent` of what can be discounted."""

    percent: int
    reason: Reason
    cents: Cents


def whole_percent(percent: object) -> int:
    """Return `percent` if it is a whole number from 0 to 100; True, 5.0 and "5" are none.

    Raises:
        InvalidInput: it is anything else.
    """
    if type(percent) is int and 0 <= percent <= 100:
        return percent
    raise InvalidInput(f"A discount is a whole number of percent from 0 to 100, not {percent!r}.")


def discount_cents(price: Cents, percent: int, floor_percent: int) -> Cents:
    """Return `percent` of `price`, half a cent rounded up, cut so that `floor_percent` of the price remains."""
    off = (price * percent + 50) // 100
    floor = -(-price * floor_percent // 100)
    return Cents(min(off, price - floor))


def percent_for_price(price: Cents, wanted: Cents) -> int:
    """Return the fewest whole percent off that bring `price` down to `wanted` cents or less."""
    if wanted < 0:
        raise InvalidInput("A price can't be below zero.")
    return next(percent for percent in range(101) if price - discount_cents(price, percent, 0) <= wanted)


def authorize(
    shop: Shop, state: OwnerState, percent: int, reason: str, *, price: Cents, given_today: Cents
) -> Discount:
    """Allow a discount of `percent` on `price` (the part of a quote that can be discounted), or say no.

    `given_today` is what was already given away this shop day, in cents.

    Raises:
        InvalidInput: `percent` is no whole number from 0 to 100 (True, 5.0 and "5" are none), or `reason` is unknown.
        DiscountRefused: over the cap or under the floor, nothing to discount, a reason this shop does not honour, or
            the day's budget is used up; carries the highest percentage that would be allowed.
    """
    checked = whole_percent(percent)
    why = _reason(reason)
    best = _best(shop, state, why, price, given_today)
    if checked <= best:
        return Discount(checked, why, discount_cents(price, checked, shop.discounts.floor_percent))
    if not best:
        raise DiscountRefused("I can't take anything off that price.", best_percent=0)
    off = discount_cents(price, best, shop.discounts.floor_percent)
    raise DiscountRefused(
        f"{best}% off is the most I can do: {dollars(Cents(price - off))} instead of {dollars(price)}.",
        best_percent=best,
    )


def ladder(shop: Shop, state: OwnerState, reason: str, *, price: Cents, given_today: Cents) -> tuple[int, ...]:
    """Return the percentages to offer one after the other while haggling: a first step, then the most allowed."""
    best = _best(shop, state, _reason(reason), price, given_today)
    steps = (FIRST_OFFER_PERCENT, best) if best > FIRST_OFFER_PERCENT else (best,)
    return steps if best else ()


def best_for(
    shop: Shop, state: OwnerState, reason: str, *, price: Cents, given_today: Cents, offered: int = 0
) -> Discount | None:
    """Return the next discount to offer after one of `offered` percent, or None when there is nothing more to give."""
    step = next(
        (step for step in ladder(shop, state, reason, price=price, given_today=given_today) if step > offered), None
    )
    return None if step is None else authorize(shop, state, step, reason, price=price, given_today=given_today)


def _reason(reason: object) -> Reason:
    if isinstance(reason, str) and reason in set(Reason):
        return Reason(reason)
    raise InvalidInput(f"{reason!r} is no reason for a discount; legal: {', '.join(Reason)}.")


def _best(shop: Shop, state: OwnerState, reason: Reason, price: Cents, given_today: Cents) -> int:
    policy = shop.discounts
    if reason not in policy.reasons or price <= 0:
        return 0
    left = policy.daily_budget - given_today
    candidates = range(min(max_discount(shop, state), 100 - policy.floor_percent), 0, -1)
    return next((each for each in candidates if 0 < discount_cents(price, each, policy.floor_percent) <= left), 0)
