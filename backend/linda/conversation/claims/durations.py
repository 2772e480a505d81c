"""Is each length of time that of a repair, of the warranty, or of a hold?"""

from collections.abc import Iterator, Sequence

from linda.conversation.claims.items import named_brand, named_items
from linda.conversation.claims.page import Figure, Mark
from linda.conversation.claims.sentences import Clause, Sentence
from linda.conversation.claims.sources import Sources
from linda.domain.pattern import Pattern

_WARRANTY = Pattern(r"\b(?:warrant(?:y|ies|ied)|guarantee[ds]?|cover(?:s|ed|age)?|protected)\b")
_WORK = Pattern(r"\b(?:ready|done|takes?(?! you)|finish(?:ed)?|fix(?:ed)?|repair(?:ed)?)\b")
_COME = Pattern(
    r"\b(?:come|see you|take you|fit you|get you|back|open|opens|slot|opening|free|available|here|there"
    r"|swing|stop by|drop)\b"
)


def false_durations(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each length of time without a source."""
    for sentence in sentences:
        for clause in sentence.clauses():
            for figure in clause.figures:
                if figure.mark is Mark.DURATION and not _is_right(figure, clause, sources):
                    yield f"duration {figure.said} has no source"
                if figure.mark is Mark.RELATIVE and not _is_moment_right(figure, clause, sources):
                    yield f'"{figure.said}" has no source'


def _is_right(figure: Figure, clause: Clause, sources: Sources) -> bool:
    shop, minutes = sources.turn.shop, figure.number
    if _WARRANTY.search(clause.sentence.text):
        return shop.warranty_days > 0 and minutes == shop.warranty_days * 1440
    return minutes in sources.evidence.minutes or minutes in _minutes_named(clause, sources)


def _is_moment_right(figure: Figure, clause: Clause, sources: Sources) -> bool:
    if any(each.time() in figure.times and each.date() in figure.days for each in sources.evidence.moments):
        return True
    return (
        _WORK.search(clause.text) is not None and not _COME.search(clause.text) and _is_right(figure, clause, sources)
    )


def _minutes_named(clause: Clause, sources: Sources) -> set[int]:
    shop = sources.turn.shop
    brand = named_brand(clause.sentence.text) or sources.turn.facts.brand
    items = named_items(clause.text, shop, brand) or named_items(clause.sentence.text, shop, brand)
    ids = {item.id for item in items} or set(sources.turn.facts.services)
    return {line.minutes for line in shop.services if line.id in ids}
