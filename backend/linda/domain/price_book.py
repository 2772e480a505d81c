"""Which line of the price book a repair belongs to. Every price LINDA says comes from here, never from a model."""

from dataclasses import dataclass
from enum import StrEnum

from linda.domain.shop import Service, Shop


class NoPriceReason(StrEnum):
    """Why the price book has no line for a repair."""

    WHICH_BRAND = "which_brand"
    NEEDS_A_LOOK = "needs_a_look"
    UNKNOWN_REPAIR = "unknown_repair"


@dataclass(frozen=True, slots=True)
class NoPrice:
    """There is no fixed price.

    `choices` are the lines that differ by brand when only the brand is missing; `instead` is the free look
    (diagnostics) that finds the price, or None when the shop has none.
    """

    reason: NoPriceReason
    repair: str
    brand: str | None
    choices: tuple[Service, ...] = ()
    instead: Service | None = None


def find_service(shop: Shop, repair: str, brand: str | None = None) -> Service | NoPrice:
    """Return the line for a kind of damage ("screen") on a `brand` ("iphone"), or why there is none."""
    lines = [line for line in shop.services if line.repair == repair]
    exact = next((line for line in lines if line.brand == brand), None) or next(
        (line for line in lines if line.brand is None), None
    )
    if exact is not None:
        return exact
    look = next((line for line in shop.services if line.repair == "diagnostics"), None)
    if not lines:
        return NoPrice(NoPriceReason.UNKNOWN_REPAIR, repair, brand, instead=look)
    if brand is None:
        return NoPrice(NoPriceReason.WHICH_BRAND, repair, brand, choices=tuple(lines), instead=look)
    return NoPrice(NoPriceReason.NEEDS_A_LOOK, repair, brand, instead=look)


def named_service(shop: Shop, words: str) -> Service | None:
    """Return the line whose id, name or alias is `words`, whatever their case and with spaces or underscores."""
    wanted = plain_words(words)
    return next(
        (
            line
            for line in shop.services
            if wanted in {plain_words(each) for each in (line.id, line.name, *line.aliases)}
        ),
        None,
    )


def plain_words(words: str) -> str:
    """Return `words` the way names are compared: small letters, single spaces, no underscores or dashes."""
    return " ".join(words.lower().replace("_", " ").replace("-", " ").split())
