"""Number words into digits: "twenty second" is 22TH, "two thirty" is 2:30, "nine" is 9."""

from linda.language.when.vocabulary import listed

_CARDINALS = """
zero one two three four five six seven eight nine ten eleven twelve
thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_ORDINALS = """
zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
CARDINALS = {word: number for number, word in enumerate(_CARDINALS.split())}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split())} | {"thirtieth": 30}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
BEFORE_ONE = listed("""
at around about by before after past to until from between and or half quarter in within every last for -
""")
AFTER_ONE = CARDINALS.keys() | TENS.keys() | listed("hour day week minute month year am pm oclock half quarter oh")
"""Beside these "one" is a number; elsewhere it is the pronoun of "this one"."""


def read_number(words: list[str], at: int) -> tuple[str, int] | None:
    """Read a number word at a place.

    Args:
        words: the plain words of a text.
        at: where to read.

    Returns:
        The digits (with TH for an ordinal) and how many words they took, or None.
    """
    word = words[at]
    if word == "one" and not _is_counted(words, at):
        return None
    if word in TENS:
        return _tens(TENS[word], words[at + 1 : at + 3])
    if word in CARDINALS:
        return _clock(CARDINALS[word], words, at) or (str(CARDINALS[word]), 1)
    if word in ORDINALS:
        return f"{ORDINALS[word]}TH", 1
    return None


def _is_counted(words: list[str], at: int) -> bool:
    before, after = words[max(at - 2, 0) : at], words[at + 1 : at + 2]
    return (before != ["this", "past"] and not {*before[-1:]}.isdisjoint(BEFORE_ONE)) or not {*after}.isdisjoint(
        AFTER_ONE
    )


def _tens(tens: int, following: list[str]) -> tuple[str, int]:
    hyphen = following[:1] == ["-"]
    unit = following[hyphen] if len(following) > hyphen else ""
    if 1 <= CARDINALS.get(unit, 0) <= 9:
        return str(tens + CARDINALS[unit]), 2 + hyphen
    if 1 <= ORDINALS.get(unit, 0) <= 9:
        return f"{tens + ORDINALS[unit]}TH", 2 + hyphen
    return str(tens), 1


def _clock(hour: int, words: list[str], at: int) -> tuple[str, int] | None:
    """Read an hour followed by its minutes in words: two thirty, five-fifteen, eleven oh five."""
    hyphen = words[at + 1 : at + 2] == ["-"]
    after = at + 1 + hyphen
    following = words[after : after + 3]
    if not (1 <= hour <= 12 and following):
        return None
    minute, taken = _minutes(following)
    return (f"{hour}:{minute:02}", 1 + hyphen + taken) if 0 < minute < 60 else None


def _minutes(words: list[str]) -> tuple[int, int]:
    if words[0] in {"oh", "o"}:
        digit = CARDINALS.get("".join(words[1:2]), 0)
        return (digit if digit <= 9 else 0), 2
    if words[0] in TENS:
        digits, taken = _tens(TENS[words[0]], words[1:])
        return (int(digits) if digits.isdigit() else 0), taken
    minute = CARDINALS.get(words[0], 0)
    return (minute if minute >= 10 else 0), 1
