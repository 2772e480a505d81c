"""Adding up what a customer asked for: repairs, add-ons, the on-site surcharge, a discount."""

from collections.abc import Sequence
from dataclasses import dataclass

from linda.domain.discount import discount_cents, whole_percent
from linda.domain.errors import InvalidInput, Refused
from linda.domain.money import Cents
from linda.domain.shop import Service, ServiceMode, Shop


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One repair or add-on of a quote, at its starting price in cents; an add-on takes no minutes."""

    id: str
    name: str
    price: Cents
    minutes: int = 0
    discountable: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """What the customer is told. Cents everywhere.

    `price` is the sum of the lines, `surcharge` the on-site part, `discount` what is taken off (`discount_percent`
    of `discountable`), `total` what remains; `minutes` the work at the bench. `starting_at`: the total may rise.
    """

    lines: tuple[QuoteLine, ...]
    price: Cents
    discountable: Cents
    surcharge: Cents
    discount_percent: int
    discount: Cents
    total: Cents
    minutes: int
    starting_at: bool

    @property
    def name(self) -> str:
        """Name everything in it: "iPhone screen + Battery", "2 x iPhone screen"."""
        names = [line.name for line in self.lines]
        return " + ".join(
            f"{names.count(name)} x {name}" if names.count(name) > 1 else name for name in dict.fromkeys(names)
        )

    @property
    def service_ids(self) -> tuple[str, ...]:
        """Return the ids of its repairs, without add-ons."""
        return tuple(line.id for line in self.lines if line.minutes)


def quote(
    shop: Shop,
    service_ids: Sequence[str],
    *,
    service_mode: ServiceMode = ServiceMode.IN_SHOP,
    discount_percent: int = 0,
    agreed_off: Cents = Cents(0),  # noqa: B008 - an int
    add_ons: Sequence[str] = (),
) -> Quote:
    """Add up repairs (an id twice is two devices) and add-ons.

    The discount is taken off the sum of the discountable lines, half a cent rounded up, and never goes below the
    shop's floor; fees, free lines, add-ons and the on-site surcharge are never discounted. Whether a discount may be
    given at all is for `discount.authorize` to say. `agreed_off` (cents) is what the owner himself agreed to take off:
    it stands instead of a percentage and knows no floor.

    Raises:
        InvalidInput: no repair, an id the price book does not have, or a discount that is no whole percentage.
        Refused: a repair that is not done in this service mode.
    """
    services = [_service(shop, service_id) for service_id in service_ids]
    if not services:
        raise InvalidInput("A quote needs at least one repair.")
    for service in services:
        _check_mode(service, service_mode)
    lines = (*map(_repair_line, services), *(_add_on_line(shop, each) for each in add_ons))
    price = sum(line.price for line in lines)
    discountable = Cents(sum(line.price for line in lines if line.discountable))
    surcharge = shop.booking.on_site_surcharge if service_mode is ServiceMode.ON_SITE else Cents(0)
    discount = discount_cents(discountable, whole_percent(discount_percent), shop.discounts.floor_percent)
    if agreed_off:
        discount = min(agreed_off, discountable)
        discount_percent = (discount * 100 + discountable // 2) // max(1, discountable)
    return Quote(
        lines=lines,
        price=Cents(price),
        discountable=discountable,
        surcharge=surcharge,
        discount_percent=discount_percent if discount else 0,
        discount=discount,
        total=Cents(price + surcharge - discount),
        minutes=sum(line.minutes for line in lines),
        starting_at=any(service.price and not service.fee for service in services),
    )


def _service(shop: Shop, service_id: str) -> Service:
    service = shop.service(service_id)
    if service is None:
        raise InvalidInput(f"{service_id!r} is not in the price book; it has {', '.join(s.id for s in shop.services)}.")
    return service


def _check_mode(service: Service, service_mode: ServiceMode) -> None:
    if service_mode is ServiceMode.ON_SITE and not service.on_site:
        raise Refused(f"We can't do {service.name} on site.")
    if service_mode is ServiceMode.REMOTE and not service.remote:
        raise Refused(f"We can't do {service.name} remotely.")


def _repair_line(service: Service) -> QuoteLine:
    discountable = service.discountable and not service.fee and service.price > 0
    return QuoteLine(service.id, service.name, service.price, service.minutes, discountable)


def _add_on_line(shop: Shop, add_on_id: str) -> QuoteLine:
    item = shop.add_on(add_on_id)
    if item is None:
        raise InvalidInput(f"{add_on_id!r} is no add-on; there are {', '.join(a.id for a in shop.add_ons)}.")
    return QuoteLine(item.id, item.name, item.price)
