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
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50}


BEFORE_ONE = listed("at around about by before after past to until from between and or half quarter in within every last - for")
AFTER_ONE = CARDINALS.keys() | TENS.keys() | listed("hour day week minute month year am pm a.m p.m oclock half quarter oh")


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
    """Whether "one" is a number, and not the pronoun of "this one"."""
    before = words[at - 1] if at else ""
    return before in BEFORE_ONE or "".join(words[at + 1 : at + 2]) in AFTER_ONE


def _tens(tens: int, following: list[str]) -> tuple[str, int]:
    hyphen = following[:1] == ["-"]
    unit = following[hyphen] if len(following) > hyphen else ""
    if 1 <= CARDINALS.get(unit, 0) <= 9:
        return str(tens + CARDINALS[unit]), 2 + hyphen
    if 1 <= ORDINALS.get(unit, 0) <= 9:
        return f"{tens + ORDINALS[unit]}TH", 2 + hyphen
    return str(tens), 1


def _clock(hour: int, words: list[str], at: int) -> tuple[str, int] | None:
    """Read an hour followed by its minutes in words: two thirty, eleven oh five."""
    following = words[at + 1 : at + 2]
    if not (1 <= hour <= 12 and following):
        return None
    if following[0] in {"oh", "o"}:
        digit = CARDINALS.get(words[at + 2] if at + 2 < len(words) else "", 0)
        return (f"{hour}:0{digit}", 3) if 1 <= digit <= 9 else None
    if following[0] in TENS:
        digits, taken = _tens(TENS[following[0]], words[at + 2 : at + 4])
    else:
        digits, taken = str(CARDINALS.get(following[0], 0)), 1
    return (f"{hour}:{digits}", 1 + taken) if digits.isdigit() and 10 <= int(digits) <= 59 else None
