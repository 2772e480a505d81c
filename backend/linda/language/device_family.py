"""What is known of one brand's way of naming phones."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

_UNITS = (
    "minutes|hour|hours|day|days|week|weeks|month|months|year|years|am|oclock|percent|dollars|bucks|people|times|phones|"
    "iphones|tax|off|of|more|yrs|yr|yo"
)
NO_UNIT = rf"(?! (?:{_UNITS})\b)"
"""A number before a unit is no model: "iphone 5 minutes ago"."""


@dataclass(frozen=True, slots=True)
class Family:
    """One brand's way of naming models.

    Attributes:
        brand: The brand's key.
        names: Words that name the brand.
        model: The model's written form, from the groups of either expression.
        named: What may follow a name, as a regular expression; empty when nothing may.
        bare: What names a model without the brand, as a regular expression; empty when nothing does.
    """

    brand: str
    names: tuple[str, ...]
    model: Callable[[Mapping[str, str]], str]
    named: str = ""
    bare: str = ""
