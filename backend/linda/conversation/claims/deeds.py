"""Was it done what the text says was done? Booked, moved, dropped, discounted, handed over."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from linda.conversation.claims.page import Mark
from linda.conversation.claims.sentences import Clause, Sentence
from linda.conversation.claims.sources import Sources

_FILL = r"(?: (?:now|all|just|already|officially|successfully|gone ahead and|also|both|been|definitely|fully|still))*"
_I = r"\b(?:i|we|i've|we've|i have|we have|i'd|we'd|brandon|he|he's|has|have)"
_THING = r"(?:booking|appointment|slot|spot|reservation|visit|repair|time)"


@dataclass(frozen=True, slots=True)
class Deed:
    """A claim that something was done: how it sounds, what it is called, and what proves it."""

    name: str
    pattern: re.Pattern[str]
    is_proven: Callable[[Clause, Sources], bool]


def false_deeds(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each deed that was not done."""
    for sentence in sentences:
        for clause in sentence.clauses():
            yield from (
                f"{deed.name} is said, but not so"
                for deed in DEEDS
                if _is_claimed(deed, clause) and not deed.is_proven(clause, sources)
            )


def _is_claimed(deed: Deed, clause: Clause) -> bool:
    match = deed.pattern.search(clause.text)
    return match is not None and not clause.is_question and _MAYBE.search(clause.text[: match.end()]) is None


_MAYBE = re.compile(
    r"\b(?:if|once|when|whether|unless|before|after|as soon as|until|want|would|shall|should|could|can i|can we|let me know|to get|need to|ready to|like to|happy to|i can"
    r"|we can|not|isn't|aren't|wasn't|haven't|hasn't|n't|no|nothing|never|cannot|any|how to|who)\b"
)


def _booked(clause: Clause, sources: Sources) -> bool:
    figures = clause.sentence.figures
    times = {each for figure in figures if figure.mark is Mark.TIME for each in figure.times}
    days = {each for figure in figures if figure.mark is Mark.DAY for each in figure.days}
    places = [(each.date(), each.time()) for each in sources.booked]
    return any((not times or at in times) and (not days or day in days) for day, at in places)


def _ran(*tools: str) -> Callable[[Clause, Sources], bool]:
    return lambda clause, sources: bool(sources.done(*tools))


def _discounted(clause: Clause, sources: Sources) -> bool:
    del clause
    return any(run.outcome.data.get("discount_percent") for run in sources.runs if run in sources.done(run.tool))


def _accepted(clause: Clause, sources: Sources) -> bool:
    del clause
    return any(
        run.outcome.data.get("accepted") is True or run.arguments.get("accepted") is True
        for run in sources.done("log_upsell")
    )


def _never(clause: Clause, sources: Sources) -> bool:
    del clause, sources
    return False


DEEDS = (
    Deed(
        "a booking",
        re.compile(
            rf"\b(?:you're|you are|you've been|you have been|u r|ur|you|it's|it is|that's|that is|all|consider (?:it|yourself|that)|we're|{_THING}(?: is| was| has been|'s))(?: is| are)?{_FILL}"
            r" (?:booked|confirmed|scheduled|reserved|locked in|all set|set for|set at|in for|down for|good to go|on (?:the|our|my) (?:calendar|schedule|books?)|penciled in|penned in|secured|squared away|yours)\b"
            rf"|{_I}{_FILL} (?:booked|reserved|scheduled|penciled|locked|confirmed|secured|saved)(?: in)? (?:you|it|that|your|this|T|D|the {_THING})\b"
            rf"|{_I}{_FILL} (?:put|got|have) (?:you|your {_THING}|it|that|this) (?:down|in|on|at|for|D|T|booked|set|scheduled|confirmed|covered)\b"
            r"|\b(?:T|D|it) (?:is|are)(?: all| now)* (?:yours|confirmed|locked in|booked for you|reserved for you|set)\b"
            r"|\b(?:see|expect|expecting|seeing|catch) (?:you|ya|u)(?: (?:at|on|then|soon|there|D|T|in)|\W*$)"
            r"|^\W*(?:booked|confirmed|reserved|scheduled|done|all set|all done|locked in|it's a date|you got it)\b(?! with)|\bbooking confirmed\b|\bappointment (?:made|set)\b"
        ),
        _booked,
    ),
    Deed(
        "a hold",
        re.compile(
            rf"{_I}(?:'ll| will|'m|'re| am| are)?{_FILL} (?:hold|holding|held|keep|keeping|kept|save|saving|set aside)(?: on to)? (?:it|that|this|T|D|the|your|a (?:slot|spot))\b|\bi'll (?:hold|keep|save)\b|\b(?:held|on hold) for you\b"
        ),
        _ran("hold_slot", "book_slot", "move_booking"),
    ),
    Deed(
        "a move",
        re.compile(
            rf"{_I}{_FILL} (?:moved|rescheduled|switched|changed|pushed|bumped|swapped|shifted)\b|\b(?:it's|you're|you've been|{_THING}(?: is| was| has been|'s)|that's){_FILL} (?:moved|rescheduled|switched|changed|pushed|bumped)\b|^\W*(?:moved|rescheduled)\b"
        ),
        _ran("move_booking"),
    ),
    Deed(
        "a cancellation",
        re.compile(
            r"\b(?:cancell?ed|called off|taken off (?:the|our) (?:calendar|schedule|books?)|(?:removed|dropped|deleted) your)\b"
        ),
        _ran("cancel_booking"),
    ),
    Deed(
        "a discount",
        re.compile(
            r"\b(?:discount|deal|coupon|C|C off|P off)(?: \w+)?(?: is| was| has been|'s)?(?: now| already)? (?:applied|approved|authorized|granted|added|taken off|knocked off|locked in|yours)\b"
            r"|\b(?:applied|knocked|took|taken|gave|given|approved|authorized|got|shaved|dropped|added)(?: \w+){0,3} (?:discount|C|P off|C off|deal)\b|\bwith (?:your|the) discount\b"
        ),
        _discounted,
    ),
    Deed(
        "a word to the owner",
        re.compile(
            rf"(?:{_I}|i'll|i will|we'll|i'm|let me){_FILL} (?:let|letting|told|tell|telling|texted|text|texting|called|calling|notified|notify|notifying|alerted|alert|messaged|message|informed|inform|pinged|ping"
            r"|flagged|flag|passed|pass|passing|forwarded|forward|asked|handed|escalated|looped)\b(?: \w+){0,4} (?:brandon|the owner|him|my boss|the boss|owner|along|manager)\b"
            r"|\b(?:brandon|the owner|he|someone|somebody|a (?:human|person|technician|tech|manager|rep|agent)|our (?:team|tech|technician|manager))(?:'s| has| is| was| will|'ll)(?: be)?{_FILL} (?:been )?"
            r"(?:notified|told|informed|alerted|on (?:his|the|their) way|calling|texting|call|text|reach|contact|reaching|get back|getting back|be in touch|ring|phone|message|reply|follow up)\b"
        ),
        _ran("hand_to_owner"),
    ),
    Deed(
        "an add-on",
        re.compile(rf"{_I}{_FILL} (?:added|included|thrown in|put)(?: \w+){{0,3}} (?:protector|case|it|that)\b"),
        _accepted,
    ),
    Deed(
        "something no tool does",
        re.compile(
            rf"\b(?:refunded|refund (?:is|has|was|will be|issued|processed)|payment (?:received|processed|went)|charged your|invoice (?:is|was|sent)|your (?:phone|repair|device|screen|iphone)(?: V)?(?: is|'s){_FILL} (?:ready|done|fixed|repaired|finished|complete)"
            r"|(?:sent|emailed|mailed|texting|sending|emailing) you|check your (?:e-?mail|inbox)|(?:i'll|i will|we'll|we will) (?:e-?mail|mail|send|ship|refund|pay|drive|deliver|pick (?:you|it) up)"
            r"|ordered (?:the|your|a) (?:part|screen|battery)|part(?:s)? (?:is|are|has|have) (?:arrived|in stock|ordered|here))\b"
        ),
        _never,
    ),
)
