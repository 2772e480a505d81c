"""Which repairs a text asks for, from part names and symptoms."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from linda.domain.pattern import Pattern
from linda.language.phrases import Hit, PhraseBook
from linda.language.spelling import plain
from linda.language.symptoms import SYMPTOMS

_DENIED_BEFORE = Pattern(
    r" (?:not|no|never|nothing (?:is )?wrong with|instead of|rather than|forget|besides|except|without|need|want)"
    r"(?: (?:the|my|a|an|about|need|want|any|new|for|it))* $"
)
_NEED = Pattern(r"(?<!not) (?:need|want)(?: (?:the|my|a|an|about|any|new|for|it))* $")
_DENIED_AFTER = Pattern(
    r"(?:glass |part |itself |replacement )?(?:is|are|was|looks|seems|feels|works|work|still|got|has been|already)"
    r"(?: (?:is|still|works|work|totally|all|just|already|looks|perfectly|completely|actually|been))*"
    r"(?: (?:fine|ok|good|great|perfect|intact|new|undamaged|fixed|replaced)"
    r"(?= (?:[.?!,]|but|and|just|so|now|though|it))"
    r"| not (?:cracked|broken|shattered|damaged|(?:the|a) (?:problem|issue)|bad|swollen|dead))"
)


def read_repairs(text: str, aliases: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The repairs a text asks for.

    Args:
        text: One text as it came from the phone.
        aliases: The shop's own names for its repairs, phrase to repair id; they win over the built-in symptoms.

    Returns:
        Repair ids in the order the text names them, each once; a part said to be fine is left out.
    """
    words = plain(text)
    named = _alias_hits(words, tuple(sorted((aliases or {}).items())))
    told: list[Hit] = []
    for hit in sorted(_symptoms().every_hit(words), key=_longest_first):
        if not _overlaps(hit, told):
            told.append(hit)
    hits = [*named, *(hit for hit in told if hit.key and not _overlaps(hit, named))]
    asked = [hit for hit in sorted(hits, key=lambda hit: hit.start) if not _denied(words, hit)]
    return _without_weaker(tuple(dict.fromkeys(hit.key for hit in asked)))


def _without_weaker(repairs: tuple[str, ...]) -> tuple[str, ...]:
    if "remote_diagnostic" in repairs or len(repairs) > 1:
        return tuple(repair for repair in repairs if repair != "diagnostics")
    return repairs


def _overlaps(hit: Hit, others: list[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _longest_first(hit: Hit) -> tuple[int, int]:
    return (hit.start - hit.end, hit.start)


def _denied(words: str, hit: Hit) -> bool:
    before = words[max(0, hit.start - 60) : hit.start]
    if _DENIED_AFTER.match(words, hit.end):
        return True
    return _DENIED_BEFORE.search(before) is not None and _NEED.search(before) is None


@cache
def _symptoms() -> PhraseBook:
    return PhraseBook(SYMPTOMS.items())


@lru_cache(maxsize=16)
def _alias_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<= )(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + r") ")


def _alias_hits(words: str, aliases: tuple[tuple[str, str], ...]) -> list[Hit]:
    ids = {plain(phrase).strip(" .?!,"): repair for phrase, repair in aliases}
    ids.pop("", None)
    if not ids:
        return []
    found = _alias_pattern(tuple(ids)).finditer(words)
    return [Hit(ids[match[0].strip()], match[0], match.start(), match.end()) for match in found]
