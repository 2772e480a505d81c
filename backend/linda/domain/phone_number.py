"""Phone numbers: kept in E.164, shown as people write them.

What counts as a number is the library `phonenumbers` (Google's metadata); it is loaded only when a person typed
the number, because the numbers that a carrier hands over are in E.164 already.
"""

import re

from linda.domain.errors import InvalidInput
from linda.domain.pattern import Pattern

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_NORTH_AMERICAN = Pattern(r"\+1([0-9]{3})([0-9]{3})([0-9]{4})")
_SHORT_CODE = Pattern(r"[0-9]{3,6}")
_TYPED = Pattern(r"\+?[\d\s()./\-\u00a0\u2010-\u2015]+")


def is_e164(text: str) -> bool:
    """Tell whether `text` has the form of an E.164 number (ITU-T E.164: a plus, then at most 15 digits)."""
    return _E164.fullmatch(text) is not None


def is_short_code(text: str) -> bool:
    """Tell whether `text` is a sender without a full number: a short code or a carrier's service.

    US short codes have five or six digits, carriers' own services three or four; nobody reads a reply there.
    """
    return _SHORT_CODE.fullmatch(text) is not None


def to_e164(text: str, region: str = "US") -> str:
    """Return the number that a person typed in E.164.

    Args:
        text: the number with or without country code, with any of the usual spaces, dots, dashes and brackets.
        region: the two-letter country a number without country code belongs to.

    Raises:
        InvalidInput: `text` is no phone number, or more than one, or has letters or an extension.
    """
    import phonenumbers

    typed = text.strip()
    if not _TYPED.fullmatch(typed):
        raise InvalidInput(_complaint(text))
    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException as error:
        raise InvalidInput(_complaint(text)) from error
    if not phonenumbers.is_valid_number(number):
        raise InvalidInput(_complaint(text))
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def is_in_us(number: str) -> bool:
    """Tell whether the E.164 `number` belongs to the United States; +1 has Canada and the Caribbean too."""
    import phonenumbers

    return phonenumbers.region_code_for_number(phonenumbers.parse(number)) == "US"


def is_premium(number: str) -> bool:
    """Tell whether the E.164 `number` is one at which whoever texts or calls it pays a price of its owner's making."""
    import phonenumbers

    return phonenumbers.number_type(phonenumbers.parse(number)) == phonenumbers.PhoneNumberType.PREMIUM_RATE


def display(number: str) -> str:
    """Return an E.164 `number` as people write it: "(904) 555-0142", others with their country code.

    A short code, or anything else that is no number of a known country, is shown as it is.
    """
    north_american = _NORTH_AMERICAN.fullmatch(number)
    if north_american:
        area, exchange, line = north_american.groups()
        return f"({area}) {exchange}-{line}"
    if not is_e164(number):
        return number
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _complaint(text: str) -> str:
    return f"{text[:40]!r} is no phone number; write it like (904) 555-0142 or +19045550142"
