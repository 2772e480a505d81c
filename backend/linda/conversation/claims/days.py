"""Is each day, part of a day and relative moment one that there is a reason to name?"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from linda.conversation.claims.hours_claims import OFFERS, is_closed_right, speaks_of_hours
from linda.conversation.claims.moments import ECHO
from linda.conversation.claims.page import Figure, Mark
from linda.conversation.claims.sentences import Clause, Sentence
from linda.conversation.claims.sources import Sources
from linda.domain.hours import hours_on
from linda.domain.opening_choice import part_of_day
from linda.domain.pattern import Pattern

_OTHER_PARTS = {"midday": (11, 14), "evening": (16, 24), "night": (18, 24)}
_NO = Pattern(
    r"\b(?:no|not|nothing|none|full|booked|taken|gone|closed|unavailable|can't|cannot|isn't|aren't|don't"
    r"|doesn't|won't|off|sorry|sold out|slammed)\b"
)
_ONLY_ASKS = Pattern(r"\b(?:check|look|try|prefer|rather|another|which|what|mean|else|different)\b")
_ONLY_DAYS = Pattern(r"^\W*(?:(?:is|was) (?:that|it|this)(?: for)?|for|on)?[\W]*[DA](?:[\W]*(?:or|,)?[\W]*[DA])*\W*$")


def false_days(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each day, part of a day or relative moment without a source."""
    for sentence in sentences:
        for clause in sentence.clauses():
            for segment in clause.segments():
                for figure in segment.of(Mark.DAY):
                    if not _is_day_right(figure, segment, clause, sources):
                        yield f"day {figure.said} has no source"
            for figure in clause.figures:
                if figure.mark is Mark.PART and not _is_part_right(figure, clause, sources):
                    yield f'"{figure.said}" has no source'


def _is_day_right(figure: Figure, segment: Clause, clause: Clause, sources: Sources) -> bool:
    days = frozenset(figure.days)
    if not days:
        return False
    if _is_asked_back(days, clause, sources):
        return True
    if speaks_of_hours(clause):
        return is_closed_right(segment, clause, sources)
    if _denies(clause):
        return _is_denial_right(days, clause, sources)
    if OFFERS.search(clause.text):
        return bool(days & _open_days(figure, sources))
    return bool(days & (_open_days(figure, sources) | _known_days(sources))) or _is_reason(figure, clause, sources)


def _is_reason(figure: Figure, clause: Clause, sources: Sources) -> bool:
    """Tell whether the clause is nothing but the shop's own reason for a day off: "(Thanksgiving Day)"."""
    reasons = {hours_on(sources.turn.shop, day).reason.lower() for day in figure.days}
    return figure.said in reasons and _ONLY_DAYS.match(clause.text) is not None


def _open_days(figure: Figure, sources: Sources) -> frozenset[date]:
    moments = sources.evidence.moments
    if figure.part:
        return frozenset(each.date() for each in moments if part_of_day(each.time()) == figure.part)
    return frozenset(each.date() for each in moments)


def _known_days(sources: Sources) -> frozenset[date]:
    known = {sources.today, sources.today + timedelta(days=1), *sources.evidence.days}
    known |= {each.date() for each in (*sources.evidence.denied, *sources.booked)}
    known |= {day for day, _ in sources.former} | ({sources.until.date()} if sources.until else set())
    return frozenset(known)


def _denies(clause: Clause) -> bool:
    no_openings = any(each.number == 0 for each in clause.of(Mark.OPENINGS))
    return no_openings or _NO.search(clause.text) is not None


def _is_denial_right(days: frozenset[date], clause: Clause, sources: Sources) -> bool:
    if clause.of(Mark.TIME):
        return bool(
            days & (_known_days(sources) | sources.heard_days | {each.date() for each in sources.evidence.moments})
        )
    shut = {day for day in days if not hours_on(sources.turn.shop, day).stretches}
    if shut:
        return True
    parts = {each.part for each in clause.of(Mark.PART)}
    free = sources.evidence.moments - sources.booked - sources.ends
    opened = {each.date() for each in free if not parts or any(_is_in_part(each, part) for part in parts)}
    return bool(days & (_known_days(sources) | sources.heard_days)) and (
        not days & opened or 0 in sources.evidence.counts
    )


def _is_asked_back(days: frozenset[date], clause: Clause, sources: Sources) -> bool:
    if not days & sources.heard_days:
        return False
    if re.search(r"\byou (?:said|asked for|wanted|wrote)\b", clause.text):
        return True
    asks = ECHO.search(clause.sentence.text) or _ONLY_ASKS.search(clause.text) or _ONLY_DAYS.match(clause.text)
    return clause.sentence.is_question and asks is not None and not OFFERS.search(_without_asking(clause.text))


def _without_asking(text: str) -> str:
    return text.replace("what about", "").replace("which day works", "")


def _is_part_right(figure: Figure, clause: Clause, sources: Sources) -> bool:
    if clause.is_question and ECHO.search(clause.text):
        return True
    if _denies(clause) and not clause.of(Mark.TIME):
        return True
    days = {day for each in clause.of(Mark.DAY) for day in each.days}
    moments = [each for each in sources.evidence.moments if not days or each.date() in days]
    return any(_is_in_part(each, figure.part) for each in moments)


def _is_in_part(moment: datetime, part: str) -> bool:
    begins, ends = _OTHER_PARTS.get(part, (0, 0))
    return part_of_day(moment.time()) == part or begins <= moment.hour < ends
