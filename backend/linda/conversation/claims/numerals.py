"""Number words into digits: "seventy-nine" is 79, "two thirty" is 2:30, "the twelfth" is the 12th."""

import re
from collections.abc import Sequence

from linda.domain.pattern import Pattern

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: number for number, word in enumerate(_UNITS.split())}
_VALUES |= {"seventeen": 17, "eighteen": 18, "nineteen": 19, "fourty": 40}
_VALUES |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000}
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
_DAYS = {word: number for number, word in enumerate(_ORDINALS.split(), 3)}
_DAYS |= {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}

_WORD = "(?:" + "|".join(sorted([*_VALUES, *_SCALES], key=len, reverse=True)) + r")\b"
_RUN = Pattern(rf"\b(?:an? (?={'|'.join(_SCALES)}))?{_WORD}(?:(?: and | oh |[ -]){_WORD}){{0,7}}\b")
_ISH = Pattern(rf"\b({'|'.join(_VALUES)})-?ish\b")
_TOKEN = Pattern(rf"{_WORD}|\boh\b")
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_ORDINAL = Pattern(
    rf"\b(?:(?P<tens>twenty|thirty)[ -])?(?P<day>{'|'.join(_DAYS)}|(?<=[a-z][ -])(?:first|second))\b"
    r"(?! (?:opening|slot|spot|time|one|thing|party|available|start|appointment|visit|of (?!"
    rf"{_MONTH})))"
)
_ONE_COUNTED = Pattern(
    r"[ -]?(?:p\.?m|a\.?m|o'?clock|dollars?|bucks?|percent|%|(?:hour|hr|min|minute|day|week|month|year)s?\b|ish|"
    r"(?:more |last |final |open |available |only )?(?:opening|slot|spot|appointment|left)|tomorrow|today"
    r"|available|open\b)"
)
_ONE_AFTER = Pattern(r"\b(?:at|by|until|till|after|before|around|from) $")
_ONE_PRONOUN = Pattern(r" (?:of|more|point|time|place)\b")
_FIRST_DAY = {"first": 1, "second": 2}


def digits_for_words(text: str) -> str:
    """Return `text` with its number words in digits; "one" stays where it is a pronoun."""
    return _RUN.sub(_digits, _ORDINAL.sub(_day_number, _ISH.sub(r"\1 ish", text)))


def _day_number(match: re.Match[str]) -> str:
    tens, word = match["tens"], match["day"]
    if word in _FIRST_DAY and not tens and not re.search(rf"{_MONTH},? (?:the )?$", match.string[: match.start()]):
        return match[0]
    return f"{_VALUES.get(tens or '', 0) + (_DAYS | _FIRST_DAY)[word]}th"


def _digits(match: re.Match[str]) -> str:
    if match[0] == "one" and _is_pronoun(match):
        return match[0]
    return " ".join(_clocks(_numbers(_TOKEN.findall(match[0]))))


def _is_pronoun(one: re.Match[str]) -> bool:
    after = one.string[one.end() :]
    if _ONE_AFTER.search(one.string[: one.start()]):
        return _ONE_PRONOUN.match(after) is not None
    return _ONE_COUNTED.match(after) is None


def _numbers(words: Sequence[str]) -> list[int]:
    """Add up what belongs together: tens with a unit, hundreds with what follows; "oh" is a zero."""
    done: list[int] = []
    for word in words:
        if word in _SCALES:
            done[-1:] = [(done[-1] if done else 1) * _SCALES[word]]
        elif done and _joins(done[-1], _VALUES.get(word, 0)):
            done[-1] += _VALUES[word]
        else:
            done.append(_VALUES.get(word, 0))
    return done


def _joins(number: int, more: int) -> bool:
    if number % 100 == 0:
        return number >= 100 and more > 0
    return number % 10 == 0 and number % 100 >= 20 and 0 < more < 10


def _clocks(numbers: list[int]) -> list[str]:
    """Write an hour followed by minutes as a clock: 2 30 is 2:30, 2 0 5 is 2:05."""
    done: list[str] = []
    while numbers:
        hour, *rest = numbers
        if 1 <= hour <= 24 and len(rest) > 1 and rest[0] == 0:
            done.append(f"{hour}:0{rest[1]}")
            numbers = rest[2:]
        elif 1 <= hour <= 24 and rest and 10 <= rest[0] <= 59:
            done.append(f"{hour}:{rest[0]}")
            numbers = rest[1:]
        else:
            done.append(str(hour))
            numbers = rest
    return done
