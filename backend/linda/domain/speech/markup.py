"""What is for the eye only: links, lists, tags and typographic characters."""

import re
import unicodedata

from linda.domain.pattern import Pattern
from linda.domain.speech.rewriting import Rule, rewritten

_TYPOGRAPHY = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u00b4": "'",
        "`": "",
        "\u2013": "-",
        "\u2014": " - ",
        "\u2212": "-",
        "\u2044": "/",
        "\u2022": ", ",
    }
)
_LIST_MARK = Pattern(r"^\s*(?:[-*+>#]+|\d{1,2}[.)])\s+")
_ENDED = ".!?:,;"
_HOST = r"\b(?:[A-Za-z0-9-]+\.)+(?:com|net|org|shop|us|io|co|app|dev|example)\b"


def _host_words(match: re.Match[str]) -> str:
    return match[0].replace(".", " dot ")


_RULES: tuple[Rule, ...] = (
    (Pattern(r"</?[A-Za-z][^<>]*>"), " "),
    (Pattern(r"\[([^\[\]]*)\]\([^()\s]*\)"), r"\1"),
    (Pattern(rf"(?:https?://|www\.|{_HOST}/)\S*?(?=[.,!?;:)]*(?:\s|$))"), ""),
    (Pattern(r"(?<=[A-Za-z0-9])@(?=[A-Za-z0-9])"), " at "),
    (Pattern(_HOST), _host_words),
)


def without_markup(text: str) -> str:
    """Return `text` in one line of plain characters; a link with a path is not said, a mere address is."""
    plain = unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY)).translate(_TYPOGRAPHY)
    plain = "".join(each if each.isdecimal() or not each.isnumeric() else " " for each in plain)
    return rewritten(_one_line(plain), _RULES)


def _one_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return "".join(lines)
    said = ""
    for line in lines:
        item = _LIST_MARK.sub("", line)
        pause = "" if not said or said[-1] in _ENDED else "," if item != line else "."
        said += f"{pause} {item}"
    return said
