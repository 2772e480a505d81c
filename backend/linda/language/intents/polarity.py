"""Yes or no, whatever else a text says."""

from functools import cache

from linda.domain.pattern import Pattern
from linda.language.phrases import Hit, PhraseBook

_ASKING = Pattern(r"(?:is|are|do|does|can|could|would|will|what|when|where|how|which|who) ")
_CLAUSE_END = Pattern(r"[.?!] ")


def read_polarity(plain_text: str) -> str | None:
    """Returns "yes", "no", or None when the text answers neither way; "no problem" is a yes, "no power" no answer."""
    hits = list(_book().hits(plain_text))
    said = {key: [hit for hit in hits if hit.key == key] for key in ("yes", "no", "not_no", "not_yes")}
    no = [hit for hit in said["no"] if not any(_covers(other, hit) for other in said["not_no"])]
    yes = [
        hit
        for hit in said["yes"]
        if not any(_covers(other, hit) for other in said["not_yes"]) and not _asks(plain_text, hit)
    ]
    if not yes or not no:
        return "yes" if yes else "no" if no else None
    return "no" if min(hit.start for hit in no) <= min(hit.start for hit in yes) else "yes"


def _asks(plain_text: str, hit: Hit) -> bool:
    """Whether a yes word only ends a question ("open till 5, right?", "is that ok?")."""
    if plain_text[hit.start - 2] in ".?!,":
        return False
    ends = _CLAUSE_END.search(plain_text, max(hit.start, hit.end - 2))
    begins = max(plain_text.rfind(mark, 0, hit.start) for mark in (". ", "? ", "! ")) + 2
    return (ends is not None and ends[0] == "? ") or _ASKING.match(plain_text, begins) is not None


def _covers(exception: Hit, hit: Hit) -> bool:
    return exception.start < hit.end and hit.start < exception.end


@cache
def _book() -> PhraseBook:
    from linda.language.intents.vocabulary.yes_no import NOT_A_NO, NOT_A_YES, YES_NO

    return PhraseBook([*YES_NO.items(), ("not_no", NOT_A_NO), ("not_yes", NOT_A_YES)])
