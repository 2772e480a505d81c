"""Words as a speech recogniser writes them down, brought to what somebody would have texted.

Times may stay words, which the reading of times knows. What has to be figures are the numbers of models, sums, shares
and what is said digit by digit.
"""

import re

from linda.domain.pattern import Pattern
from linda.language.when.numbers import CARDINALS, TENS

_NUMBER_WORD = "|".join(sorted({*CARDINALS, *TENS, "oh", "hundred"}, key=len, reverse=True))
_DIGIT_WORD = "|".join(["oh", *(word for word, number in CARDINALS.items() if number < 10)])
_RUN = Pattern(
    rf"(?P<run>\b(?:a (?=hundred))?(?:{_NUMBER_WORD})\b(?:(?:[ -]| and )(?:{_NUMBER_WORD})\b)*)"
    r"(?P<unit> (?:dollars?|bucks?|percent|per cent)\b)?",
    re.IGNORECASE,
)
_LAST_WORD = Pattern(r"([a-z]+) $", re.IGNORECASE)
_MISHEARD = (
    (
        Pattern(
            r"\b(?:eye ?|i(?! phone (?:you|him|her|them|back|up|tomorrow|at|in)\b) ?)(phone|pad)(s?)\b", re.IGNORECASE
        ),
        r"i\1\2",
    ),
    (Pattern(r"\bbye the way\b", re.IGNORECASE), "by the way"),
    (Pattern(rf"\bdouble ({_DIGIT_WORD})\b", re.IGNORECASE), r"\1 \1"),
    (Pattern(rf"\btriple ({_DIGIT_WORD})\b", re.IGNORECASE), r"\1 \1 \1"),
    (Pattern(r"\bgalaxy (?:as|ass|ess) (?=\w)", re.IGNORECASE), "galaxy s "),
)
_OFFER = Pattern(
    r"\b(?:take|pay|give you|you do|do it for|low as|go(?: down)? to|only have|make it|how about|what about"
    r"|offer(?: you)?) $",
    re.IGNORECASE,
)
_NO_SUM = Pattern(
    r" (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|min|hour|day|phone|am\b|pm\b|o)", re.IGNORECASE
)
"""What a number is of when it is no sum of money: a day, a time, a length of time, a count."""
_LEAST_OFFER = 20  # below, it is a time of day
_GLUED = (
    (Pattern(r"\b(iphone) (?:10|x) ([rs])\b", re.IGNORECASE), r"\1 x\2"),
    (Pattern(r"\b(iphone) s e\b", re.IGNORECASE), r"\1 se"),
    (Pattern(r"\b(iphone [56]) s\b", re.IGNORECASE), r"\1s"),
    (Pattern(r"\b(pixel \d) a(?= (?:screen|battery|charging|repair|pro)|$)", re.IGNORECASE), r"\1a"),
    (Pattern(r"\b(galaxy|samsung) ([saz]) ?(?=\d)", re.IGNORECASE), r"\1 \2"),
    (Pattern(r"\bs ?(?=[12]\d\b)", re.IGNORECASE), "s"),
)
_MODELS = frozenset(("iphone", "ipad", "pixel", "note", "galaxy", "moto", "fold", "flip", "oneplus"))
_LETTERS = frozenset("gsa")
_SHORTEST_NUMBER = 7  # digits of a phone number without its area


def as_text(speech: str) -> str:
    """Return `speech` with its models, sums and digits in figures, and the names that recognisers mistake."""
    text = speech
    for pattern, meant in (*_MISHEARD, (_RUN, _in_figures), *_GLUED):
        text = pattern.sub(meant, text)
    return text


def _in_figures(match: re.Match[str]) -> str:
    unit = (match["unit"] or "").strip().lower()
    words = re.split(r"[ -]", match["run"].lower().replace(" and ", " "))
    if unit:
        sum_of = _value(words)
        return f"{sum_of}%" if unit.startswith("per") else f"${sum_of}"
    if _is_offer(match, words):
        return f"${_value(words)}"
    digits = "".join(map(str, _groups(words)))
    is_time = len(words) == 3 and words[1] == "oh"
    is_spelled = len(words) > 2 and not is_time and all(_digit(word) is not None for word in words)
    if "hundred" not in words and (is_spelled or len(digits) >= _SHORTEST_NUMBER):
        return digits
    before = _LAST_WORD.search(match.string[: match.start()])
    if before is None or words[0] in {"one", "oh", "hundred"}:
        return match[0]
    return _model(before[1].lower(), words) or match[0]


def _model(before: str, words: list[str]) -> str:
    """Return the number of a model in figures, and what follows it in words: "iphone eleven ten am"; "" for none."""
    taken = 1 + (words[0] in TENS and len(words) > 1 and bool(_digit(words[1])))
    if before not in _MODELS and not (before in _LETTERS and taken == len(words)):
        return ""
    return " ".join([str(_groups(words[:taken])[0]), *words[taken:]])


def _is_offer(match: re.Match[str], words: list[str]) -> bool:
    """Tell whether a bare number is what somebody would pay: "would you take sixty"."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_one_number = len(_groups(words)) == 1 or "hundred" in words
    is_a_sum = is_one_number and _value(words) >= _LEAST_OFFER
    return is_a_sum and _OFFER.search(before) is not None and _NO_SUM.match(after) is None


def _digit(word: str) -> int | None:
    value = 0 if word == "oh" else CARDINALS.get(word, TENS.get(word, 10))
    return value if value < 10 else None


def _groups(words: list[str]) -> list[int]:
    """Return the numbers that follow each other: "fifty five twenty" are 55 and 20."""
    groups: list[int] = []
    for place, word in enumerate(words):
        digit = _digit(word)
        if digit and place and words[place - 1] in TENS:
            groups[-1] += digit
        else:
            groups.append(TENS.get(word, digit if digit is not None else CARDINALS.get(word, 100)))
    return groups


def _value(words: list[str]) -> int:
    """Return how much it is: "a hundred twenty" are 120, "one twenty" too, as sums are said."""
    total = 0
    for group in _groups([word for word in words if word != "a"]):
        if group == 100:
            total = max(total, 1) * 100
        elif 0 < total < 10 <= group:
            total = total * 100 + group
        else:
            total += group
    return total
