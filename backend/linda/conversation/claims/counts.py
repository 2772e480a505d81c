"""Is each number of openings left the calendar's?"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from linda.conversation.claims.count_figures import MANY
from linda.conversation.claims.hours_claims import speaks_of_hours
from linda.conversation.claims.page import Figure, Mark
from linda.conversation.claims.sentences import Clause, Sentence
from linda.conversation.claims.sources import Sources
from linda.domain.hours import hours_on
from linda.domain.opening_choice import part_of_day


def false_counts(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each number of openings without a source."""
    for sentence in sentences:
        for clause in sentence.clauses():
            for figure in clause.of(Mark.OPENINGS):
                if not _is_right(figure, clause, sources):
                    yield f'"{figure.said}" is not what the calendar counts'


def _is_right(figure: Figure, clause: Clause, sources: Sources) -> bool:
    if speaks_of_hours(clause):
        return True
    days = _days(clause)
    counts = _counts(days, sources)
    if figure.number == 0:
        return (
            0 in counts or bool(clause.of(Mark.TIME)) or _is_shut(days, sources) or _is_part_full(days, clause, sources)
        )
    if figure.number == MANY:
        return max(counts, default=0) >= 5 or re.fullmatch(r"\W*N\W*", clause.sentence.text) is not None
    if figure.said.startswith(("few", "several", "handful")):
        return max(counts, default=0) >= 3
    return figure.number in counts


def _days(clause: Clause) -> frozenset[date]:
    named = clause.of(Mark.DAY) or tuple(each for each in clause.sentence.figures if each.mark is Mark.DAY)
    return frozenset(day for each in named for day in each.days)


def _counts(days: frozenset[date], sources: Sources) -> frozenset[int]:
    """Return the numbers counted for `days`, as far as the results say which day they counted."""
    told = [run.outcome.data for run in sources.runs if run.tool == "check_availability"]
    by_day = {str(each.get("date")): int(each["left"]) for each in told if isinstance(each.get("left"), int)}
    if not by_day or not days:
        return sources.evidence.counts
    return frozenset(left for day, left in by_day.items() if day in {each.isoformat() for each in days})


def _is_part_full(days: frozenset[date], clause: Clause, sources: Sources) -> bool:
    """Tell whether a part of the day is named in which nothing was found, though the day was looked at."""
    parts = {each.part for each in clause.of(Mark.PART)} & {"morning", "afternoon", "evening"}
    looked = bool(days & sources.evidence.days) or not days
    found = {part_of_day(each.time()) for each in sources.evidence.moments if not days or each.date() in days}
    return bool(parts) and looked and not parts & found


def _is_shut(days: frozenset[date], sources: Sources) -> bool:
    return bool(days) and any(not hours_on(sources.turn.shop, day).stretches for day in days)
