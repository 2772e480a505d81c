"""Reading money and percentages: "$79", "79 bucks", "usd 79", "free", "half price", "15 percent"."""

import re

from linda.conversation.claims.page import Figure, Mark, Page, read_pattern
from linda.conversation.claims.shapes import either, shape
from linda.domain.pattern import Pattern

_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.,]\d{1,2}(?!\d))?"
_PRICES = shape(
    either(r"""
        (?<![\w$])(?:us ?)?\$ ?<AMOUNT>(?: ?(?:usd|dollars?|bucks?)\b)?(?!\d|[.,]\d)
        \busd ?<AMOUNT>(?!\d|[.,]\d)
        (?<![\w.,$])<AMOUNT>[ -]?(?:dollars?|dolla|bucks?|usd|us\$|\$|smackers|bones|clams)(?!\w)
    """),
    AMOUNT=_AMOUNT,
)
_DIGITS = Pattern(_AMOUNT)
_PARTS = Pattern(r"(?P<whole>[\d,]*?\d)(?:[.,](?P<cents>\d{1,2}))?")
_FREE = shape(
    r"\b<WORDS>\b",
    WORDS=either(r"""
        free[ -]of[ -]charge | (?:at )?no (?:extra |additional )?(?:cost|(?:sur)?charge|fee)s?
        without (?:any )?(?:extra |additional )?(?:cost|charge)
        on the house | on us | my treat | our treat | complimentary | gratis | gratuit\w* | for nothing | nothing to pay
        (?:costs?|pay|charge|owe)(?: you)? (?:nothing|nada|zilch|zip|\$?0(?!\d))
        (?:won't|will not|doesn't|not gonna|not going to) (?:cost|charge)(?: you)?(?: a(?:ny)? (?:thing|penny\
        |dime|cent)| anything)?
        waiv(?:e|ed|ing) | throw(?:n|ing)? in | (?:two|2) for (?:one|1|the price of) | bogo | buy one
        free(?:bie|bies)?
    """),
)
_PERCENTS = shape(
    either(r"""
        (?<![\w.])(?P<number>\d+(?:\.\d+)?) ?-?(?:%|percent\b|per[ -]cent\b|pct\b|prozent\b|por ciento\b)
        (?<![\w.])(?P<half>half|1/2|50/50)[ -](?:off|price|the price|the cost|of the price|of that)\b
        \b(?:a |one )?(?:third|quarter|fifth|tenth|3th|5th|10th) off\b
    """),
)


def read_prices(page: Page) -> Page:
    """Read every amount of money that says so itself."""
    return read_pattern(page, _PRICES, _price)


def read_free(page: Page) -> Page:
    """Read every way to say that something costs nothing."""
    return read_pattern(page, _FREE, lambda match: Figure(Mark.PRICE, match[0], 0))


def read_percents(page: Page) -> Page:
    """Read percentages; half and the like are percentages too. A broken one is -1, which nothing entitles to."""
    return read_pattern(page, _PERCENTS, _percent)


def _price(match: re.Match[str]) -> Figure | None:
    amount = _DIGITS.search(match[0])
    parts = _PARTS.fullmatch(amount[0]) if amount else None
    if parts is None:
        return None
    whole = int(parts["whole"].replace(",", "")[:9])
    return Figure(Mark.PRICE, match[0], whole * 100 + int((parts["cents"] or "").ljust(2, "0")))


def _percent(match: re.Match[str]) -> Figure:
    number = match["number"]
    if number:
        return Figure(Mark.PERCENT, match[0], int(number[:6]) if number.isdigit() else -1)
    return Figure(Mark.PERCENT, match[0], 50 if match["half"] else -1)
