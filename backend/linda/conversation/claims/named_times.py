"""Every time of a text in its place, with the days it may be meant for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from linda.conversation.claims.hours_claims import OFFERS, speaks_of_hours
from linda.conversation.claims.page import Figure, Mark
from linda.conversation.claims.sentences import Clause, Sentence, placed
from linda.domain.pattern import Pattern

_ADDS_DAY = Pattern(
    r"^\W*(?:(?:and )?(?:that's|that is|this is|these are|they're|it's|i mean|for|on|both|all)\b)?[^TDA]{0,20}D[^T]*$"
)


Days = tuple[frozenset[date], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A time where it stands, with the days it may be meant for (none: no day is named)."""

    figure: Figure
    clause: Clause
    segment: Clause
    days: Days
    before: str
    after: str
    following: str

    @property
    def all_days(self) -> set[date]:
        """Return every day it may be meant for, as one set."""
        return {day for days in self.days for day in days}


def named_times(sentences: Sequence[Sentence]) -> Iterator[Named]:
    """Yield the times of `sentences`; a day named with an offer is carried on to the next sentence."""
    carried: Days = ()
    for number, sentence in enumerate(sentences):
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        parts = [(clause, segment) for clause in sentence.clauses() for segment in clause.segments()]
        said = [_days(segment) for _, segment in parts]
        in_place = iter([each for each in placed(sentence.text, sentence.figures) if each[0].mark is Mark.TIME])
        for at, (clause, segment) in enumerate(parts):
            for figure in segment.of(Mark.TIME):
                _, before, after = next(in_place)
                days = _days_around(said, at) or _named_after(following) or carried
                yield Named(figure, clause, segment, days, before, after, following.text if following else "")
        carried = _carried(sentence) or carried


def _days_around(said: Sequence[Days], at: int) -> Days:
    """Return the days of the segment `at`, else those nearest before and after it in its sentence."""
    if said[at]:
        return said[at]
    before = next((days for days in reversed(said[:at]) if days), ())[-1:]
    after = next((days for days in said[at + 1 :] if days), ())[:1]
    return (*before, *after)


def _named_after(following: Sentence | None) -> Days:
    """Return the day that the next sentence adds: "2 PM is open. That's for tomorrow."."""
    if following is None or not _ADDS_DAY.match(following.text):
        return ()
    return tuple(frozenset(each.days) for each in following.figures if each.mark is Mark.DAY)[:1]


def _days(part: Clause) -> Days:
    return tuple(frozenset(each.days) for each in part.of(Mark.DAY))


def _carried(sentence: Sentence) -> Days:
    """Return the day an offer names, which the next sentence's times are of too."""
    clauses = [each for each in sentence.clauses() if each.of(Mark.DAY) and not speaks_of_hours(each)]
    offers = [each for each in clauses if OFFERS.search(each.text) or each.of(Mark.TIME)]
    return _days(offers[-1])[-1:] if offers else ()
