"""Numbers as an American says them."""

from collections.abc import Iterable

_BELOW_TWENTY = """
zero one two three four five six seven eight nine ten eleven twelve
thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_SMALL = _BELOW_TWENTY.split()
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_MILLION = 1_000_000


def cardinal(number: int) -> str:
    """Say how many: "seventy-nine", "one thousand two hundred"; from a million on digit by digit."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return _TENS[tens] + (f"-{_SMALL[unit]}" if unit else "")
    if number >= _MILLION:
        return digit_words(str(number))
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    high, rest = divmod(number, size)
    return f"{cardinal(high)} {name}" + (f" {cardinal(rest)}" if rest else "")


def ordinal(number: int) -> str:
    """Say which: "tenth", "twenty-first"."""
    words = cardinal(number)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in _IRREGULAR:
        return words[:start] + _IRREGULAR[last]
    return words.removesuffix("y") + "ieth" if last.endswith("y") else f"{words}th"


def digit_words(digits: str) -> str:
    """Say every digit by itself: "four four one seven"."""
    return " ".join(_SMALL[int(digit)] for digit in digits)


def group_words(groups: Iterable[str]) -> str:
    """Say groups of digits with a breath between them: "nine zero four, five five five, zero one four two"."""
    return ", ".join(digit_words(group) for group in groups)


def label_words(digits: str) -> str:
    """Say a number as it stands for a model, a year or a house: "thirteen", "twenty twenty-six", "twelve oh five".

    Five digits and more, and what begins with a zero, are said digit by digit.
    """
    if len(digits) > 4 or (digits[0] == "0" and len(digits) > 1):
        return digit_words(digits)
    hundreds, rest = divmod(int(digits), 100)
    if hundreds < 10 or (hundreds % 10 == 0 and rest < 10):
        return cardinal(int(digits))
    if rest == 0:
        return f"{cardinal(hundreds)} hundred"
    return f"{cardinal(hundreds)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def decimal_words(number: str) -> str:
    """Say a number with its fraction: "one thousand two hundred", "one point five", "seventeen point two"."""
    whole, *fractions = number.replace(",", "").split(".")
    said = cardinal(int(whole)) if "," in number or fractions else label_words(whole)
    return " point ".join([said, *map(digit_words, fractions)])
