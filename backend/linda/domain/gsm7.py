"""The GSM-7 alphabet, and folding into it.

The alphabet is 3GPP TS 23.038, tables 6.2.1 and 6.2.1.1. What is folded goes beyond Twilio's Smart Encoding list
("List of characters replaced by Smart Encoding"), because that one is a paid switch of a Messaging Service and
leaves accents and signs such as the degree alone.
"""

import unicodedata

from linda.domain.pattern import Pattern

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")

_ALIKE = {
    '"': "«»“”„‟ʺˮ❝❞〝〞″",
    "'": "‘’‚‛‹›ʻʼʽʹˈˊˋ`´′❛❜",  # noqa: RUF001 - the characters to fold are the point
    "-": "‐‑‒–—―−⁃•·∙●▪◦",  # noqa: RUF001
    "/": "⁄∕÷",  # noqa: RUF001
    "*": "∗",  # noqa: RUF001
    "~": "∼˜",  # noqa: RUF001
    "...": "…",
    "->": "→➔➜➡",
    "<-": "←⬅",
    "<=": "≤",
    ">=": "≥",
    "!=": "≠",
    "+/-": "±",
    "x": "×✕✖",  # noqa: RUF001
    " deg": "°º",
    " cents": "¢",
    "(c)": "©",
    "(R)": "®",
    "TM": "™",
    "d": "đð",
    "D": "ĐÐ",
    "h": "ħ",
    "i": "ı",  # noqa: RUF001
    "l": "ł",
    "L": "Ł",
    "oe": "œ",
    "OE": "Œ",
    "SS": "ẞ",
    "th": "þ",
    "TH": "Þ",
    "\n": "\f\v\x85\u2028\u2029",
    " ": "\t",
}
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_FOLDS = str.maketrans(
    {each: plain for plain, characters in _ALIKE.items() for each in characters}
    | {raised: f"^{digit}" for raised, digit in _SUPERSCRIPTS.items()}
)
_FRACTION_AFTER_DIGIT = Pattern(r"(?<=\d)(?=[¼½¾⅐-⅞])")
_SPACES = Pattern(" {2,}")
_SPEECHLESS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "So", "Sk"})


def fold(text: str) -> str:
    """Return `text` with everything that has a GSM-7 spelling in that spelling.

    Curly quotes, dashes, accents, fractions and the like are rewritten so that figures keep their meaning (a half
    after a three is "3 1/2", a raised two "^2"); pictures, invisible marks and control characters go. Letters of
    other scripts stay, because dropping them would change what is said, and so does a text of pictures alone.
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = _FRACTION_AFTER_DIGIT.sub(" ", composed).translate(_FOLDS)
    folded = _SPACES.sub(" ", "".join(map(_fold_character, plain))).strip(" ")
    return folded if folded.strip() or not text.strip() else text


def _fold_character(character: str) -> str:
    if character in BASIC or character in EXTENSION:
        return character
    if unicodedata.category(character) in _SPEECHLESS:
        return ""
    plain = unicodedata.normalize("NFKD", character).translate(_FOLDS)
    plain = "".join(each for each in plain if unicodedata.category(each) not in _SPEECHLESS)
    return plain if all(each in BASIC or each in EXTENSION for each in plain) else character
