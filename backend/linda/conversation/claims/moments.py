"""Is each time and day one that results, hours, the owner's state or the customer's own words speak of?"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from linda.conversation.claims.denials import BOUND, says_no
from linda.conversation.claims.hours_claims import OFFERS, are_hours_right, is_until_right, speaks_of_hours
from linda.conversation.claims.named_times import Named, named_times
from linda.conversation.claims.page import Mark
from linda.conversation.claims.sentences import Sentence
from linda.conversation.claims.sources import Sources
from linda.domain.pattern import Pattern

ECHO = Pattern(
    r"\b(?:did you (?:mean|say)|do you mean|you (?:mean|meant|said|asked|wanted|wrote|picked|chose)"
    r"|is (?:that|it|this)(?: for)?|was that"
    r"|your (?:text|message)|to confirm|which (?:one|day)|do you (?:want|prefer)|or did)\b"
)
_READY = Pattern(r"\b(?:ready|done|finish(?:ed)?|until|till|by|pick ?up|out)\b|T (?:-|to) |-")
_FORMER = Pattern(r"\b(?:from|was|were|instead of|old|cancell?ed|your|longer|freed|released|moved)\b")


_STRETCH_BEFORE = Pattern(
    r"\b(?:after|before|from|between|since|between T and|T (?:to|until|till|through)|T ?-) (?:D (?:at )?)?$|T ?- ?$"
)
_STRETCH_AFTER = Pattern(
    r"^ ?(?:(?:-|to|until|till|through) ?T|on\b(?! D)|onwards?|(?:or|and) (?:later|after|earlier|before)\b)"
)
_FIRST = Pattern(
    r"\b(?:first|next|earliest|soonest)(?: \w+)? (?:opening|slot|spot|time|appointment|availability"
    r"|available|one|free)\b[^T]*$"
)
_LATER = Pattern(r"\b(?:after|past|later|from)\b")


def false_times(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each time without a source."""
    for named in named_times(sentences):
        if not is_time_right(named, sources):
            yield f"time {named.figure.said} is not an opening"


def is_time_right(named: Named, sources: Sources) -> bool:
    """Tell whether something entitles to name this time in this place."""
    denied = says_no(named.before, named.after, named.following)
    if is_stretched(named.before, named.after) and not denied and OFFERS.search(named.clause.text):
        return _is_stretch_right(named, sources)
    if _matches(named, _offered(named, sources)) and not (denied and _is_open(named, sources)):
        return is_first_right(named, sources)
    if denied and (_matches(named, sources.evidence.denied) or _is_echoed(named, sources)):
        return True
    return _is_of_shop(named, sources) or _is_former(named, sources) or _is_asked_back(named, sources)


def is_stretched(before: str, after: str) -> bool:
    """Tell whether a time is an end of a stretch: "after 2 PM", "2 PM to 4 PM", "from 2 PM on"."""
    return _STRETCH_BEFORE.search(before) is not None or _STRETCH_AFTER.match(after) is not None


def _is_stretch_right(named: Named, sources: Sources) -> bool:
    """Tell whether the stretch is that of a booking, or a bound beside a real opening."""
    own = [*sources.booked, *sources.ends]
    if _matches(named, own) or _is_former(named, sources) or any(at in named.figure.times for _, at in sources.former):
        return True
    beside = len(named.clause.of(Mark.TIME)) > 1 and BOUND.search(named.before) is not None
    return (beside and _is_heard(named, sources)) or (
        is_until_right(named.figure, named.all_days, named.clause, sources) and _is_bound_of_opening(named, sources)
    )


def is_first_right(named: Named, sources: Sources) -> bool:
    """Tell whether a time said to be the first or next opening is; any other time needs no such proof."""
    if not _FIRST.search(named.before) or _LATER.search(named.before):
        return True
    days = named.all_days
    opened = sources.evidence.moments - sources.booked - sources.ends
    first = min((each for each in opened if not days or each.date() in days), default=None)
    return first is None or first.time() in named.figure.times


def _offered(named: Named, sources: Sources) -> Collection[datetime]:
    moments = sources.evidence.moments
    return moments if _READY.search(named.before) else moments - sources.ends


def _is_open(named: Named, sources: Sources) -> bool:
    return _matches(named, sources.evidence.moments - sources.booked) and not _matches(named, sources.evidence.denied)


def _matches(named: Named, moments: Collection[datetime]) -> bool:
    near = [each.date() for each in moments if each.time() in named.figure.times]
    return bool(near) and (not named.days or any(day in days for days in named.days for day in near))


def _is_of_shop(named: Named, sources: Sources) -> bool:
    if any(each in sources.evidence.times for each in named.figure.times):
        return True
    if speaks_of_hours(named.clause) and are_hours_right(
        named.figure, named.before, named.segment, named.clause, sources
    ):
        return True
    if not is_until_right(named.figure, named.all_days, named.clause, sources):
        return False
    return OFFERS.search(named.clause.text) is None or _is_bound_of_opening(named, sources)


def _is_bound_of_opening(named: Named, sources: Sources) -> bool:
    """Tell whether "after 3:30" stands before or beside a real opening that is later."""
    later = (each for each in sources.evidence.moments if sources.until and each > sources.until)
    return re.search(r"\b(?:after|until|till) (?:D at )?$", named.before) is not None and next(later, None) is not None


def _is_former(named: Named, sources: Sources) -> bool:
    days = named.all_days
    places = [day for day, at in sources.former if at in named.figure.times]
    return _FORMER.search(named.clause.text) is not None and any(not days or day in days for day in places)


def _is_asked_back(named: Named, sources: Sources) -> bool:
    text = named.clause.text
    if not _is_heard(named, sources) or OFFERS.search(text):
        return False
    said = re.search(r"\byou (?:said|asked for|wanted|wrote)\b", text) is not None
    return said or (named.clause.sentence.is_question and ECHO.search(named.clause.sentence.text) is not None)


def _is_echoed(named: Named, sources: Sources) -> bool:
    return _is_heard(named, sources) and BOUND.search(named.before) is not None


def _is_heard(named: Named, sources: Sources) -> bool:
    return any(each in sources.heard_times for each in named.figure.times)
