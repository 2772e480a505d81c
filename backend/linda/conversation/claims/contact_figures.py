"""Reading what leads elsewhere, or names one of many: links, mail addresses, phone numbers, codes, phone models."""

import re

from linda.conversation.claims.page import Figure, Mark, Page, read_pattern
from linda.conversation.claims.shapes import either, shape
from linda.domain.pattern import Pattern

_TOP = either("""
    com | net | org | io | co | us | info | biz | ly | me | app | shop | store | link | site | online | xyz | dev | ai
    gl | be | tk | ru | cn | uk | de | tv | page | gg | to | edu | gov
""")
_DOT = r"(?:\.| dot | \(dot\) | \[dot\] )"
_LINKS = shape(
    either(r"""
        (?<![\w.+-])[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]{1,63}<DOT>\w+\S*
        (?<![\w.+-])[\w.+-]{1,64} at [\w-]{1,63} dot \w+
        \b(?:https?|ftp|tel|mailto|sms):\S+
        \bwww\b\S*
        (?<!\w)@[a-z_]\w+
        (?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}<DOT><TOP>\b(?:/\S*)?
        \$[a-z]\w+
    """),
    DOT=_DOT,
    TOP=_TOP,
)
_PHONES = Pattern(r"(?<![\w$.-])\+?\(?\d(?:[ ().-]{0,3}\d){6,14}(?!\w)(?![.:]\d)")
_ISO_DATE = Pattern(r"\d{4}-\d\d-\d\d")
_EMERGENCY = Pattern(r"\b(?:call|dial|ring|phone) (?P<hit>911)\b")
_CODES = Pattern(
    r"\b(?:code|ref(?:erence)?|confirmation(?: code| number)?|booking number|number)(?: (?:is|no|number))*\W{0,3}"
    r"(?P<hit>(?=[a-z]*\d)[a-z\d]{3,10})\b(?! ?(?:am|pm|dollars|bucks|%|min|hour|day))"
)
_SUFFIX = r"(?:[ +]?(?:pro max|pro|max|mini|plus|ultra|fe|xl|fold|lite|5g|4g|se|e|a|s)\b)*"
_NO_UNIT = either(r"""
    \w | :\d | [.,]\d
    [ ]?[ap]\.? ?m\b | [ ]?o'? ?clock | [ ]?(?:%|\$)
    [ ]?(?:dollars|bucks|percent|usd|left|min|hour|opening|slot|spot|day|week)
""").replace("(?:", "(?!", 1)
_MODELS = shape(
    either(r"""
        (?:(?<=iphone )|(?<=iphones )|(?<=iphone))(?:1[0-7]|[4-9])s?<SUFFIX><NO_UNIT>
        \b(?:s(?:[3-9]|1\d|2\d)|a[0-7]\d|x[rs]|se 20\d\d)<SUFFIX><NO_UNIT>
        (?:(?<=galaxy )|(?<=samsung )|(?<=galaxy z ))(?:note|flip|fold|z flip|z fold) ?\d{1,2}<SUFFIX><NO_UNIT>
        (?:(?<=pixel )|(?<=oneplus )|(?<=ipad )|(?<=ipad pro )|(?<=ipad air )|(?<=ipad mini )|(?\
        <=moto g))\d{1,2}(?:th gen)?<SUFFIX><NO_UNIT>
    """),
    SUFFIX=_SUFFIX,
    NO_UNIT=_NO_UNIT,
)


def read_contacts(page: Page) -> Page:
    """Read links, handles, mail addresses and phone numbers."""
    page = read_pattern(page, _LINKS, lambda match: Figure(Mark.CONTACT, match[0]))
    page = read_pattern(page, _EMERGENCY, lambda match: Figure(Mark.VERBATIM, match["hit"]))
    return read_pattern(page, _PHONES, _phone)


def read_codes(page: Page) -> Page:
    """Read booking codes."""
    return read_pattern(page, _CODES, lambda match: Figure(Mark.CODE, match["hit"]))


def read_models(page: Page) -> Page:
    """Read the numbers of phone models, which are nobody's claim."""
    return read_pattern(page, _MODELS, lambda match: Figure(Mark.DEVICE, match[0]))


def _phone(match: re.Match[str]) -> Figure | None:
    return None if _ISO_DATE.search(match[0]) else Figure(Mark.CONTACT, match[0])
