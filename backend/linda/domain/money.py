"""Money is integer cents of a dollar, everywhere."""

from typing import NewType

Cents = NewType("Cents", int)


def dollars(amount: Cents) -> str:
    """Write `amount` cents the way a price is texted: "$79", "$67.15"."""
    whole, cents = divmod(amount, 100)
    return f"${whole:,}" if cents == 0 else f"${whole:,}.{cents:02d}"


def price_words(amount: Cents) -> str:
    """Write a price in a sentence: "free" for nothing, else as `dollars`."""
    return "free" if amount == 0 else dollars(amount)
