"""What a customer says about money: his price, his percentage, his reasons."""

from functools import cache

from linda.domain.pattern import Pattern
from linda.language.phrases import PhraseBook

_PERCENT = Pattern(r"(?<= )(\d{1,3}) ?(?:%|percent|pct)(?= )")
_AMOUNT = (
    r"(?P<sign>\$?)(?P<whole>\d{2,4})(?:\.(?P<cents>\d\d))?(?P<after>\$?)(?: (?P<word>bucks|dollars|dollar|cash|usd))?"
    r"(?! (?:off|less|percent|%|minutes|hour|hours|days|am|pm|oclock))(?= )"
)
_OFFERED = Pattern(
    r"(?<= )(?P<verb>(?:can|could|would|will|do) you (?:do|go|take|accept)|you (?:do|take)|do it|do|go|for|at|make it"
    r"|how about|what about|take|pay|give you|accept|settle for|meet me at|have|got|offer)"
    r" (?:do |take |accept |go |it |for |only |like |down |to |just )*" + _AMOUNT
)
_BARE = Pattern(r"(?<=\. )(?P<verb>)" + _AMOUNT + r"(?= (?:and|cash|deal|final|take it|ok|firm|[.?!]))")
_NEVER_A_TIME = Pattern(r"you (?:take|accept)|pay|give you|accept|settle for|meet me|offer")
_SELDOM_A_TIME = Pattern(r"you (?:do|go)|do|go|how about|what about|take|have|got")


def read_offered_cents(plain_text: str) -> int | None:
    """The price a customer offers, in cents; what could be a time of day is no offer unless marked as money."""
    for match in [*_OFFERED.finditer(plain_text), *_BARE.finditer(plain_text)]:
        if match["sign"] or match["after"] or match["word"] or _is_money(match["verb"], match["whole"]):
            return int(match["whole"]) * 100 + int(match["cents"] or 0)
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


def _is_money(verb: str, whole: str) -> bool:
    """Whether a bare number is an amount: "would you take 100" is, "can you do 230" may be half past two."""
    if _NEVER_A_TIME.search(verb):
        return len(whole) < 4
    return len(whole) == 2 and int(whole) > 31 and _SELDOM_A_TIME.search(verb) is not None


@cache
def _book() -> PhraseBook:
    from linda.language.intents.vocabulary.reasons import REASONS

    return PhraseBook(REASONS.items())
