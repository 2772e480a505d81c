"""The sentences of a text that is still being written: which of them are surely over."""

from linda.domain.pattern import Pattern

_END = Pattern(r"(?<!\S)(?P<word>\S*?)(?P<mark>[.!?]+)[\"')\]]*\s+(?=(?P<next>\S))")
_ABBREVIATIONS = """
st ave blvd rd dr ln ct hwy pkwy ste apt mr mrs ms jr sr no nos vs etc eg ie approx appt appts inc co ext tel
mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec min mins hr hrs
"""
_SHORT = frozenset(_ABBREVIATIONS.split())
"""What is written with a full stop of its own; some of these end a sentence too, which is then said with the next."""


def first_sentence(growing: str) -> str | None:
    """Return the first sentence of `growing`, or None while it may still go on.

    A mark ends a sentence when a blank and the beginning of the next one follow it, so "$71.10", "10 a.m. tomorrow" and
    "Main St. today" are never cut, however the pieces of the text arrive.
    """
    for end in _END.finditer(growing):
        if not _goes_on(end["word"], end["mark"], end["next"]):
            return growing[: end.end()].rstrip()
    return None


def _goes_on(word: str, mark: str, following: str) -> bool:
    if following.islower():
        return True
    letters = word.lower().replace(".", "").strip("\"'([")
    return mark == "." and (letters in _SHORT or (letters.isalpha() and (len(letters) == 1 or "." in word)))
