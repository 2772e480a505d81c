"""Is what is said of opening hours and of the owner's return true?"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from linda.conversation.claims.page import Figure, Mark
from linda.conversation.claims.sentences import Clause
from linda.conversation.claims.shapes import either, shape
from linda.conversation.claims.sources import Sources
from linda.domain.hours import hours_on, next_opening_moment
from linda.domain.pattern import Pattern
from linda.domain.shop import Mode, Shop

OFFERS = shape(
    either(r"""
        \b<OFFER>\b
        \b[TDA](?: is|'s| are| was)?(?: still| also| wide| now| both)* (?:open|good|fine|ok|okay|perfect)\b
        \bP (?:from|after|at|all|until)\b
        \b(?:have|got|offer|do) (?:(?:D,? )?(?:at )?)?T(?! (?:to|until|till|-))
    """),
    OFFER=either("""
        book(?!ing (?:a|is)) | grab | squeeze | com(?:e|ing) | see you | fits? | works? | free | available
        availability
        slots? | spots? | openings? | appointments? | swing | drop | stop | bring | how about | what about | meet
        can do | could do | put you | lock | hold | holding | reserve | schedule | get you in | take you | wide open
        all yours | yours
    """),
)
"""Words that turn a time or day into something the customer may come for."""
_LAST_START = Pattern(r"\blast (?:start|repair|drop[- ]?off|appointment|booking)\b")
_HOURS = Pattern(rf"\b(?:open|opens|close|closes|closed|closing|reopen|reopens|hours)\b|{_LAST_START.pattern}")
_OPENS = Pattern(r"\b(?:opens?|open (?:at|from|again|D)|reopens?|from|hours|closed until|closed till)\b")
_CLOSES = Pattern(r"\b(?:closes?|closing|close|until|till|til)\b|T ?(?:-|to\b|through\b)")
_OWNER = shape(
    r"\b<WORD>\b",
    WORD=either("""
        owner | he | he's | he'll | back | until | till | til | gym | return(?:s|ing)? | lunch | break | road | out
        away
        busy | in at | opens | free (?:at|from|after) | after
    """),
)
_CLOSED = Pattern(
    r"\bclosed?\b(?! (?:at|around|by|until|till|T))|\bnot open\b|\bn't open\b|\bday off\b|\boff on\b|\bexcept\b"
)
_DAY_RANGE = Pattern(r"D ?(?:-|to|through|thru) ?D")


def speaks_of_hours(clause: Clause) -> bool:
    """Tell whether the clause is about opening hours, and not an offer in their dress."""
    return _HOURS.search(clause.text) is not None and (
        _LAST_START.search(clause.text) is not None or OFFERS.search(clause.text) is None
    )


def are_hours_right(figure: Figure, before: str, segment: Clause, clause: Clause, sources: Sources) -> bool:
    """Tell whether the time `figure` is the end of a stretch of hours on every day that is named with it."""
    named = _days_named(segment, sources) or _days_named(clause, sources)
    fits = [bool(_ends(figure, before, day, sources.turn.shop)) for day in named or _usual_days(sources)]
    return all(fits) if named else any(fits)


def _ends(figure: Figure, before: str, day: date, shop: Shop) -> set[time]:
    stretches = hours_on(shop, day).stretches
    if _LAST_START.search(before):
        last = timedelta(minutes=shop.booking.last_start_before_close)
        return {(datetime.combine(day, each.closes) - last).time() for each in stretches} & set(figure.times)
    opens, closes = _last(_OPENS, before), _last(_CLOSES, before)
    allowed = {each.closes for each in stretches} if closes > opens else {each.opens for each in stretches}
    return allowed & set(figure.times)


def is_closed_right(segment: Clause, clause: Clause, sources: Sources) -> bool:
    """Tell whether the days of a part of a clause about hours are as it says: closed, or open."""
    told = segment if _HOURS.search(segment.text) else clause
    shut = [not hours_on(sources.turn.shop, day).stretches for day in _days_named(segment, sources)]
    by_owner = _is_shut_by_owner(sources) and any(each.said == "today" for each in segment.of(Mark.DAY))
    return by_owner or all(shut) if _CLOSED.search(told.text) else not by_owner and not any(shut)


def _is_shut_by_owner(sources: Sources) -> bool:
    """Tell whether the owner has closed for the rest of today."""
    is_back = sources.until is not None and sources.until.date() == sources.today
    return sources.state.mode is Mode.CLOSED and not is_back


def is_until_right(figure: Figure, days: Iterable[date], clause: Clause, sources: Sources) -> bool:
    """Tell whether the clause speaks of the owner's return and the time is when his mode ends."""
    until = sources.until
    if until is None or not _OWNER.search(clause.text):
        return False
    named = set(days) or {sources.today}
    return until.time() in figure.times and until.date() in named


def _last(pattern: Pattern, before: str) -> int:
    return max((match.end() for match in pattern.finditer(before)), default=-1)


def _days_named(clause: Clause, sources: Sources) -> list[date]:
    named = [each for each in clause.of(Mark.DAY) if each.days]
    days = [_coming(figure, sources.today) for figure in named]
    if len(days) == 2 and _DAY_RANGE.search(clause.text):
        days = _week(days[0], days[1], sources)
    return days


def _coming(figure: Figure, today: date) -> date:
    return min((day for day in figure.days if day >= today), default=figure.days[0])


def _week(first: date, last: date, sources: Sources) -> list[date]:
    """Return one plain day of the week for each day from `first` to `last`: closures of a date are not meant."""
    length = (last.weekday() - first.weekday()) % 7
    shop = sources.turn.shop
    found = []
    for ahead in range(length + 1):
        weekday = (first.weekday() + ahead) % 7
        near = (sources.today + timedelta(days=each) for each in range(60))
        plain = [day for day in near if day.weekday() == weekday]
        usual = shop.hours.get(weekday, ())
        found.append(next((day for day in plain if hours_on(shop, day).stretches == usual), plain[0]))
    return found


def _usual_days(sources: Sources) -> list[date]:
    opens = next_opening_moment(sources.turn.shop, sources.turn.now)
    return [sources.today, *([opens.astimezone(sources.turn.shop.timezone).date()] if opens else [])]
