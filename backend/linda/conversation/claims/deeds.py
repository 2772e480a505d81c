"""Was it done what the text says was done? Booked, moved, dropped, discounted, handed over."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from linda.conversation.claims.deed_words import (
    ADDED,
    BOOKED,
    CANCELLED,
    DISCOUNTED,
    DONE,
    HANDED_OVER,
    HELD,
    MAYBE,
    MOVED,
    NO_BOOKING,
    UNDOABLE,
)
from linda.conversation.claims.page import Mark
from linda.conversation.claims.sentences import Clause, Sentence
from linda.conversation.claims.sources import Sources
from linda.domain.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Deed:
    """A claim that something was done: what it is called, how it sounds, and what proves it."""

    name: str
    pattern: Pattern
    is_proven: Callable[[Clause, Sources], bool]


def false_deeds(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each deed that was not done."""
    for sentence in sentences:
        for clause in sentence.clauses():
            for deed in DEEDS:
                if _is_claimed(deed, clause) and not deed.is_proven(clause, sources):
                    yield f"{deed.name} is said, but not so"
            if NO_BOOKING.search(clause.text) and not clause.is_question and not _has_no_booking(sources):
                yield "it is said that there is no booking, but nothing looked"


def _is_claimed(deed: Deed, clause: Clause) -> bool:
    match = deed.pattern.search(clause.text)
    return match is not None and not clause.is_question and MAYBE.search(clause.text[: match.end()]) is None


def _booked(clause: Clause, sources: Sources) -> bool:
    figures = clause.sentence.figures
    times = {each for figure in figures if figure.mark is Mark.TIME for each in figure.times}
    days = {each for figure in figures if figure.mark is Mark.DAY for each in figure.days}
    places = [(each.date(), each.time()) for each in sources.booked]
    return any((not times or at in times) and (not days or day in days) for day, at in places)


def _has_no_booking(sources: Sources) -> bool:
    looked = any(run.outcome.sentence.startswith("There is no booking") for run in sources.runs)
    empty = any(not run.outcome.data.get("bookings") for run in sources.done("my_bookings"))
    return not sources.bookings and (looked or empty or bool(sources.done("cancel_booking")))


def _ran(*tools: str) -> Callable[[Clause, Sources], bool]:
    return lambda clause, sources: bool(sources.done(*tools))


def _owner_knows(clause: Clause, sources: Sources) -> bool:
    del clause
    asked_before = any(run.outcome.data.get("asked") for run in sources.runs if run.tool == "ask_owner")
    return asked_before or bool(sources.done("hand_to_owner"))


def _discounted(clause: Clause, sources: Sources) -> bool:
    del clause
    return any(run.outcome.data.get("discount_percent") for run in sources.runs if run in sources.done(run.tool))


def _accepted(clause: Clause, sources: Sources) -> bool:
    del clause
    return any(run.outcome.data.get("accepted") is True for run in sources.done("log_upsell"))


def _changed(clause: Clause, sources: Sources) -> bool:
    del clause
    return any(run.wrote for run in sources.runs)


def _never(clause: Clause, sources: Sources) -> bool:
    del clause, sources
    return False


DEEDS = (
    Deed("a booking", BOOKED, _booked),
    Deed("a deed", DONE, _changed),
    Deed("a hold", HELD, _ran("hold_slot", "book_slot", "move_booking")),
    Deed("a move", MOVED, _ran("move_booking")),
    Deed("a cancellation", CANCELLED, _ran("cancel_booking")),
    Deed("a discount", DISCOUNTED, _discounted),
    Deed("a word to the owner", HANDED_OVER, _owner_knows),
    Deed("an add-on", ADDED, _accepted),
    Deed("something no tool does", UNDOABLE, _never),
)
