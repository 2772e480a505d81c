"""How many phones a text means: "2 iphone 12s", "16 pro max x2"; the 4 of "how much 4 iphone 13" is a "for"."""

from linda.domain.pattern import Pattern

_COUNTS = {
    "two": 2,
    "both": 2,
    "couple": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
}
_COUNT = Pattern(
    r"(?<! at)(?<! by)(?<! around) (\d{1,2}|two|both|couple|three|four|five|six|seven|eight|ten) "
    r"(?:(?:x|of|my|our|the|other|cracked|broken|old|more|busted|different|damaged|shattered|used|apple|dead) ){0,3}$"
)
_TIMES = Pattern(r" ?x ?(\d{1,2}) ")
_PRICE_FOR = Pattern(
    r"\b(?:how much|prices?|pricing|price check|costs?|quotes?|estimates?|charges?|charging|rates?)"
    r"(?: (?:(?:(?:would|will|do|does|is|that) )?(?:it|you|that|me|us)(?: (?:be|run|cost|charge|want))?|run|please))?"
    r" [24] (?:(?:my|our|the|cracked|broken|old|busted|damaged|shattered|used|apple|dead) ){0,3}$"
)
_PLURAL_NAME = Pattern(r"\b(?:iphones|phones|pixels|androids|droids|pros|minis|pluses|maxes|xrs|(?:[789]|1\d)s)\b")
_PLURAL_PART = Pattern(
    r" ?(?:(?!and\b|or\b)[a-z]+ ){0,3}(?:phones|screens|displays|batter(?:ie|y)s|ports|cameras|lens[ei]s|glasses|backs"
    r"|speakers|buttons|repairs|replacements|fixes|devices|ones) "
)


def how_many(words: str, start: int, end: int) -> int:
    """Return how many phones are meant by the device that stands at `start` to `end` in the plain form `words`."""
    before = max(0, start - 60)
    counted = None if _is_for(words, before, start, end) else _COUNT.search(words, before, start)
    if counted:
        count = _COUNTS.get(counted[1]) or int(counted[1])
    else:
        times = _TIMES.match(words, end)
        count = int(times[1]) if times else 1
    return count if 1 <= count <= 20 else 1


def _is_for(words: str, before: int, start: int, end: int) -> bool:
    """Tell whether the number before the device stands for "for" or "to": after a price word, before one phone."""
    if _PRICE_FOR.search(words, before, start) is None:
        return False
    return _PLURAL_NAME.search(words, start, end) is None and _PLURAL_PART.match(words, end) is None
