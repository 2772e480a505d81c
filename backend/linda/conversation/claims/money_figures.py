"""Reading money and percentages: "$79", "79 bucks", "usd 79", "free", "half price", "15 percent"."""

import re

from linda.conversation.claims.page import Figure, Mark, Page, read_pattern

_AMOUNT = r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:[.,](?P<cents>\d{1,2})(?!\d))?"
_UNIT = r"dollars?|dolla?rs?|bucks?|usd|us\$|\$|smackers|bones|clams|quid|euros?|eur|pounds?|gbp|pesos?"
_PRICES = re.compile(
    rf"(?<![\w$])(?:us ?)?\$ ?{_AMOUNT}(?: ?(?:usd|dollars?|bucks?)\b)?(?!\d|[.,]\d)"
    rf"|\busd ?{_AMOUNT.replace('whole', 'whole2').replace('cents', 'cents2')}(?!\d|[.,]\d)"
    rf"|(?<![\w.,$]){_AMOUNT.replace('whole', 'whole3').replace('cents', 'cents3')}[ -]?(?:{_UNIT})(?!\w)"
)
_FREE = re.compile(
    r"\b(?:free[ -]of[ -]charge|at no (?:extra |additional )?(?:cost|charge)|no (?:extra |additional )?(?:cost|charge|fee)s?"
    r"|without (?:any )?(?:extra |additional )?(?:cost|charge)|on the house|on us|my treat|our treat|complimentary|gratis|gratuit\w*"
    r"|(?:costs?|pay|charge|owe)(?: you)? (?:nothing|nada|zilch|zip|\$?0(?!\d))|(?:won't|will not|doesn't|not gonna|not going to) (?:cost|charge)"
    r"(?: you)?(?: a(?:ny)? (?:thing|penny|dime|cent)| anything)?|nothing to pay|waiv(?:e|ed|ing)|throw(?:n|ing)? in"
    r"|(?:two|2) for (?:one|1|the price of)|bogo|buy one|free(?:bie|bies)?)\b"
)
_PERCENTS = re.compile(
    r"(?<![\w.])(?:(?P<number>\d+(?:\.\d+)?) ?-?(?:%|percent|per cent|pct|per-cent|prozent|por ciento)"
    r"|(?P<half>half|1/2|50/50)[ -](?:off|price|the price|the cost|of the price|of that)"
    r"|(?:a |one )?(?P<third>third|quarter|fifth|tenth|3th|5th|10th) off)"
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


def _price(match: re.Match[str]) -> Figure:
    said = match.groupdict()
    whole = next(said[key] for key in ("whole", "whole2", "whole3") if said[key])
    cents = next((said[key] for key in ("cents", "cents2", "cents3") if said[key]), "")
    return Figure(Mark.PRICE, match[0], int(whole.replace(",", "")[:9]) * 100 + int(cents.ljust(2, "0")))


def _percent(match: re.Match[str]) -> Figure:
    number = match["number"]
    if number:
        return Figure(Mark.PERCENT, match[0], int(number[:6]) if number.isdigit() else -1)
    return Figure(Mark.PERCENT, match[0], 50 if match["half"] else -1)
