"""Texted English into words: one spelling for case, quotes, clock suffixes and texters' short forms."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from linda.domain.pattern import Pattern

MAX_TEXT = 1600
"""Characters read of one text: the longest body Twilio accepts (Messages resource, parameter Body)."""

SHORT_FORMS = """
tomorrow: tmr tmrw tmw tml tmro tmrow tmoro tmorrow tomoro tomorro tomo 2mor 2moro 2morro 2morrow 2mrw 2mro 2mr 2mrrw
today: 2day tdy 2dy
tonight: 2nite 2night 2nyt tonite tnite tonyt
night: nite nyt
morning: mrng mrn mornin morn mornings mng
afternoon: aft afternn aftn afternoons arvo
evening: evng evning evenin evenings eves
noon: noontime noonish
week: wk weeks wks
weekend: wkend wknd weekends wkends
before: b4 bfor bfore
next: nxt nex
around: ~ ard arnd round approx approximately roughly circa
about: abt
until: til till untill 'til
after: aftr
at: @
you: u ya
your: ur yr
are: r
please: pls plz plse
thanks: thx thnx tnx
appointment: appt apt appointmnt
because: bc cuz coz
with: w/
minute: min mins minutes minuets mns minuts
hour: hr hrs hours
sec: secs seconds
day: days
month: months mth mths
year: years yr yrs
quarter: qtr quater
okay: ok k kk okey
"""


def _by_form(table: str) -> dict[str, str]:
    """Turn the lines "word: form form" into one dictionary from form to word."""
    rows = (line.split(": ") for line in table.strip().splitlines())
    return {form: word for word, forms in rows for form in forms.split()}


PLAIN = _by_form(SHORT_FORMS)
_QUOTES = str.maketrans("\u2018\u2019\u02bc\u00b4`\u201c\u201d\u2013\u2014\u2212\u2026", "'''''\"\"---.")
_ISO_TIME = Pattern(r"(?<=\d-\d\d)t(?=\d\d:)")
_WORD = Pattern(
    r"""
      o\s?['"]?\s?clock\b                        # o'clock, o"clock, o clock
    | (?<![^\W\d_])[ap]\s?\.\s?m\b(?:\s?\.)?    # a.m. p.m a. m.
    | (?<=\d)\s[ap]\sm\b                         # 9 p m
    | (?:2m(?:or|r)[a-z]*|2(?:nite|night|nyt|day|dy)|b4|w/)(?![a-z0-9])
    | \d+(?:[:./-]\d+)+ | \d+ | [^\W\d_]+(?:'[^\W\d_]+)* | [^\s\w]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text and where it stood: `start` and `end` count characters of the given text."""

    text: str
    start: int
    end: int
    glued: bool
    """True when nothing separates it from the word before ("4" and "pm" in "4pm")."""


def words(text: str) -> tuple[Word, ...]:
    """Split a text into plain lower-case words, numbers and marks, short forms written out."""
    return tuple(_words(text[:MAX_TEXT]))


def plain(text: str) -> str:
    """Return the text's plain words with one space between them."""
    return " ".join(word.text for word in words(text))


def _words(text: str) -> Iterator[Word]:
    folded, origin = _fold(text)
    folded = _ISO_TIME.sub(" ", folded)
    last = -1
    for match in _WORD.finditer(folded):
        start, end = match.span()
        form = match.group()
        start += len(form) - len(form.lstrip())
        yield Word(_spelt_out(form), origin[start], origin[end - 1] + 1, glued=start == last)
        last = end


def _spelt_out(form: str) -> str:
    if form[-1:] in "mk." and (letters := re.sub(r"[^a-z]", "", form)) in {"am", "pm", "oclock"}:
        return letters
    return PLAIN.get(form, form)


def _fold(text: str) -> tuple[str, range | list[int]]:
    """Lower-case the text and undo typographic characters; the second value maps back to the original."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text.translate(_QUOTES)):
        folded = "" if unicodedata.category(character) == "Cf" else unicodedata.normalize("NFKC", character).lower()
        letters.append(folded)
        origin.extend([index] * len(folded))
    return "".join(letters), origin
