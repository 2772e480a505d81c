"""How people spell on a phone keyboard, brought into one plain form.

The plain form is what every vocabulary table is written in: lower case, contractions and SMS spellings written out,
one space around each token, a full stop before the first and after the last clause: `. hi , how much for a battery ? `.
"""

import re
import unicodedata
from functools import lru_cache

from linda.domain.pattern import Pattern
from linda.language.sms_words import EMOJI, EXACT_ONLY, KNOWN_WORDS, SPELLINGS

MAX_CHARS = 1600  # Twilio's longest message body
_TOKEN = Pattern(r"\$?\d+(?:[.:/]\d+)*[%$+]?(?![a-z0-9])|[a-z0-9]+|[%$&+]|[.?!;\n]+|,")
_RUN_OF_ENDS = Pattern(r"(?:[.?!] ){2,}")
_ENDS = Pattern(r"[.?!;\n]")
_STRETCHED = Pattern(r"([a-z])\1{2,}")
_APOSTROPHES = Pattern("['`\u00b4\u2018\u2019\u02bc]")
_CLITICS = (("'re", " are"), ("'ll", " will"), ("'ve", " have"), ("'m", " am"), ("'d", " would"), ("'", ""))
_ILL = Pattern(r"(?<!\bam )(?<!\bso )(?<!\bis )(?<!\bgot )(?<!\bfeel )(?<!\bwas )\bill (?!\.)")
_MASKED = Pattern(r"[^\W\d_]+\*+[^\W\d_]+")
"""A swear word with stars in it says nothing, and what is left of one must not: its last four letters mean a port."""
_TITLE = Pattern(r"\b(dr|mr|mrs|ms|st)\.")
_YOU_ALL = Pattern(r"\byou (?:guys|all|folks|ppl|people)\b")
_CLOCK = Pattern(r"(?<![a-z])(\d{1,2}(?::?\d\d)?)(am|pm)\b")
_TWICE = Pattern(r"\b([a-z]+ )\1+")


def edit_distance(left: str, right: str, limit: int) -> int:
    """Typing slips between two words (insert, drop, change, swap of neighbours); `limit + 1` once beyond the limit."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        here = [row]
        for column, other in enumerate(right, 1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > limit:
            return limit + 1
        before, above = above, here
    return min(above[-1], limit + 1)


def slips_allowed(word: str) -> int:
    """How many typing slips a word may hold: none below five letters, two from nine."""
    return 0 if len(word) < 5 else 1 if len(word) < 9 else 2


@lru_cache(maxsize=4096)
def respell(word: str) -> str:
    """The known word a customer meant, or the word itself (`battry` gives `battery`, `batter` stays)."""
    if word in SPELLINGS:
        return SPELLINGS[word]
    if not word.isalpha() or word in EXACT_ONLY or not slips_allowed(word) or len(word) > 16:
        return word
    return nearest(word, _known_words().get(word[0], ()))


def nearest(word: str, candidates: tuple[str, ...]) -> str:
    """The candidate with the fewest slips within what `slips_allowed` grants, or the word itself."""
    limit = slips_allowed(word)
    best, fewest = word, limit + 1
    for candidate in candidates:
        slips = edit_distance(word, candidate, limit)
        if slips < fewest:
            best, fewest = candidate, slips
    return best


@lru_cache(maxsize=1)
def _known_words() -> dict[str, tuple[str, ...]]:
    by_initial: dict[str, list[str]] = {}
    for word in KNOWN_WORDS:
        by_initial.setdefault(word[0], []).append(word)
    return {initial: tuple(words) for initial, words in by_initial.items()}


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """The text in the plain form; never raises and looks at the first 1,600 characters only."""
    tokens = (_plain_token(token) for token in _TOKEN.findall(_folded(text[:MAX_CHARS])))
    words = _RUN_OF_ENDS.sub(_one_end, " ".join((*tokens, "")))
    words = ". " + _TWICE.sub(r"\1", _YOU_ALL.sub("you", _ILL.sub("i will ", words))).lstrip(".?!, ")
    return words if words.endswith((". ", "? ", "! ")) else words + ". "


def _folded(text: str) -> str:
    for picture, meaning in EMOJI.items():
        text = text.replace(picture, f" {meaning} ")
    text = _APOSTROPHES.sub("'", unicodedata.normalize("NFKD", text)).lower()
    text = _MASKED.sub(" ", _TITLE.sub(r"\1", text))
    for clitic, word in _CLITICS:
        text = text.replace(clitic, word)
    bare = "".join(char for char in text if not unicodedata.combining(char))
    bare = _CLOCK.sub(r"\1 \2", bare).replace("any more", "anymore")
    return _STRETCHED.sub(r"\1\1", bare)


def _one_end(ends: re.Match[str]) -> str:
    return "? " if "?" in ends[0] else "! " if "!" in ends[0] else ". "


def _plain_token(token: str) -> str:
    if _ENDS.match(token):
        return "?" if "?" in token else "!" if "!" in token else "."
    return respell(token)
