"""Saying yes to a time without naming it: "that works", "come then", "it's open"."""

from collections.abc import Iterator, Sequence

from linda.conversation.claims.page import Mark
from linda.conversation.claims.sentences import Sentence
from linda.conversation.claims.shapes import either, shape
from linda.conversation.claims.sources import Sources
from linda.domain.pattern import Pattern

_AGREES = shape(
    either(r"""
        \b(?:that|it|this|your|the)(?: same)?(?: time| slot| day| one)?(?: still| also)? (?:works|fits\
        |will work|can work|is good|should work)\b
        \b(?:that|it|this|your|the)(?: same)?(?: time| slot| day| one)?(?:'s| is)(?: still| also| wide| all)* \
        (?:open|free|available|fine|perfect|doable|possible)\b
        \b(?:we|i)(?: can|'ll)(?: definitely| totally)? (?:do|make|manage|fit) (?:that|it|then|you in)\b
        \b(?:you can|just|please|go ahead and|sure)?,? ?come(?: on)?(?: by| in| over)? (?:then|at that time|that day)\b
    """)
)
_DENIES = Pattern(r"\b(?:not|no|if|whether|check|whichever)\b|n't\b")


def false_agreements(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence where LINDA agrees to a time of the customer's that is not open."""
    for sentence in sentences:
        for clause in sentence.clauses():
            match = _AGREES.search(clause.text)
            names_time = any(each.mark in {Mark.TIME, Mark.DAY} for each in clause.figures)
            if not match or clause.is_question or names_time or _DENIES.search(clause.text):
                continue
            if _is_unproven(sources):
                yield f'"{match[0].strip()}" agrees to a time that is not open'


def _is_unproven(sources: Sources) -> bool:
    """Tell whether the customer wished for a time or day that no result shows as open or booked."""
    said = sources.heard.figures
    times = {each for figure in said if figure.mark is Mark.TIME for each in figure.times}
    days = {each for figure in said if figure.mark is Mark.DAY for each in figure.days}
    moments = sources.evidence.moments
    if times:
        return all(each.time() not in times or (bool(days) and each.date() not in days) for each in moments)
    return bool(days) and all(each.date() not in days for each in moments)
