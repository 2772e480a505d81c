"""What a customer says about money: his price, his percentage, his reasons."""

import re
from functools import cache

from linda.language.phrases import PhraseBook

_PERCENT = re.compile(r"(?<= )(\d{1,3}) ?(?:%|percent|pct)(?= )")
_AMOUNT = r"(\$?)(\d{2,4})(?:\.(\d\d))?(\$?)(?: (bucks|dollars|dollar|cash|usd))?(?! (?:off|less|percent|%|minutes|hour|days|am|pm|oclock))(?= )"
_MARKED = re.compile(
    r"(?<= )(?:can you|could you|would you|will you|you|do it|do|take|accept|go|about|for|give you|pay|got|have|offer|"
    r"at|make it|meet me at|settle for|how about|what about) (?:do |take |accept |go |it |for |only |like |down to |to )*"
    + _AMOUNT
)
_BARE = re.compile(r"(?<=\. )" + _AMOUNT + r"(?= (?:and|cash|deal|final|take it|ok|firm|[.?!]))")


def read_offered_cents(plain_text: str) -> int | None:
    """The price a customer offers, in cents; a number that could be a time of day is no offer unless marked as money."""
    for match in [*_MARKED.finditer(plain_text), *_BARE.finditer(plain_text)]:
        before, whole, cents, after, word = match.groups()
        if before or after or word or _cannot_be_a_time(whole, haggling=_haggles(match[0])):
            return int(whole) * 100 + int(cents or 0)
    return None


def read_percent(plain_text: str) -> int | None:
    """The percentage a customer names ("20% off?"), 1 to 100."""
    match = _PERCENT.search(plain_text)
    return int(match[1]) if match and 1 <= int(match[1]) <= 100 else None


def read_reasons(plain_text: str, *, haggles: bool) -> tuple[str, ...]:
    """The discount reasons a text gives; `customer_request` whenever it haggles."""
    found = {hit.key for hit in _book().hits(plain_text)}
    if haggles:
        found.add("customer_request")
    return tuple(sorted(found))


def _haggles(phrase: str) -> bool:
    return re.search(r"\b(?:take|accept|do it for|go|give you|pay|settle|do|meet me)\b", phrase) is not None


def _cannot_be_a_time(whole: str, *, haggling: bool) -> bool:
    return haggling and len(whole) == 2 and int(whole) > 31


@cache
def _book() -> PhraseBook:
    from linda.language.intents.vocabulary.reasons import REASONS

    return PhraseBook(REASONS.items())
