"""What a reply may draw on: the turn's tool results, the shop's own data, the owner's state, the customer's words."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from linda.conversation.brain import Turn
from linda.conversation.claims.letters import plain_letters
from linda.conversation.claims.page import Page
from linda.conversation.claims.reading import read_page
from linda.conversation.evidence import Evidence
from linda.conversation.toolbox import Status, ToolRun
from linda.domain.owner_state import OwnerState

CALENDAR_TOOLS = frozenset({"check_availability", "hold_slot"})
BOOKING_TOOLS = frozenset({"book_slot", "move_booking"})


@dataclass(frozen=True)
class Sources:
    """Everything that can entitle a claim of this turn. `runs` are all tool runs, earlier ones of the turn included."""

    turn: Turn
    evidence: Evidence
    runs: tuple[ToolRun, ...]

    @cached_property
    def state(self) -> OwnerState:
        """Return the owner's state in force."""
        return self.turn.state.at(self.turn.now)

    @cached_property
    def until(self) -> datetime | None:
        """Return when the owner's mode ends, on the shop's clock."""
        return self.state.until.astimezone(self.turn.shop.timezone) if self.state.until else None

    @cached_property
    def today(self) -> date:
        """Return the shop's day."""
        return self.turn.now.date()

    @cached_property
    def heard(self) -> Page:
        """Return what the customer wrote in this turn, as a page."""
        return read_page(self.turn.text, self.turn.now, self.turn.shop.owner)

    @cached_property
    def heard_times(self) -> frozenset[time]:
        """Return the times the customer spoke of, now or before."""
        said = {each for figure in self.heard.figures for each in figure.times}
        return frozenset(said | set(_times(self._asked)) | ({self.turn.facts.time} if self.turn.facts.time else set()))

    @cached_property
    def heard_days(self) -> frozenset[date]:
        """Return the days the customer spoke of, now or before."""
        said = {each for figure in self.heard.figures for each in figure.days}
        return frozenset(said | set(_days(self._asked)) | ({self.turn.facts.day} if self.turn.facts.day else set()))

    @cached_property
    def _asked(self) -> tuple[str, ...]:
        """Return the texts kept with our last question, which an answer may be asked about again."""
        return tuple(_texts(self.turn.pending.data)) if self.turn.pending else ()

    @cached_property
    def bookings(self) -> tuple[dict[str, Any], ...]:
        """Return the bookings that stand, as the tools told of them."""
        return tuple(_bookings(self.runs))

    @cached_property
    def booked(self) -> frozenset[datetime]:
        """Return the starts of the bookings that stand."""
        return frozenset(found for each in self.bookings if (found := self._start(each)) is not None)

    @cached_property
    def ends(self) -> frozenset[datetime]:
        """Return when the work of those bookings is over: nameable, but no opening unless the calendar says so."""
        spans = ((self._start(each), int(each.get("minutes") or 0)) for each in self.bookings)
        over = frozenset(start + timedelta(minutes=minutes) for start, minutes in spans if start)
        looks = (run.outcome.evidence.moments for run in self.runs if run.tool in CALENDAR_TOOLS)
        return over.difference(self.booked, *looks)

    @cached_property
    def former(self) -> frozenset[tuple[date, time]]:
        """Return the places that were given up in this turn, as day and wall clock."""
        moved = (str(run.outcome.data.get("moved_from", "")) for run in self.done("move_booking"))
        read = (_day_and_time(*each.split(" ", 1)) for each in moved if " " in each)
        dropped = (self._start(run.outcome.data) for run in self.done("cancel_booking"))
        return frozenset([each for each in read if each] + [(each.date(), each.time()) for each in dropped if each])

    @cached_property
    def codes(self) -> frozenset[str]:
        """Return the codes of the customer's bookings."""
        told = (run.outcome.data for run in self.runs if run.tool in {*BOOKING_TOOLS, "cancel_booking"})
        return frozenset(str(each["code"]) for each in (*self.bookings, *told) if each.get("code"))

    @cached_property
    def verbatim(self) -> tuple[str, ...]:
        """Return the sentences of the owner that may be repeated word for word, longest first."""
        shop, state = self.turn.shop, self.state
        written = [state.bulletin, state.note, state.greeting or "", shop.assistant.greeting]
        written += [shop.address, shop.directions, *(item.pitch for item in shop.add_ons), *shop.closures.values()]
        sentences = {plain_letters(part) for text in written for part in (text, *text.split(". "))}
        return tuple(sorted((each for each in sentences if len(each.split()) > 1), key=len, reverse=True))

    def done(self, *tools: str) -> tuple[ToolRun, ...]:
        """Return the runs of `tools` that did what they are for."""
        return tuple(run for run in self.runs if run.tool in tools and run.outcome.status is Status.DONE)

    def _start(self, booking: Any) -> datetime | None:
        found = _day_and_time(str(booking.get("date", "")), str(booking.get("time", "")))
        return datetime.combine(*found, tzinfo=self.turn.shop.timezone) if found else None


def _bookings(runs: Sequence[ToolRun]) -> Iterator[dict[str, Any]]:
    """Yield the bookings that tools told of; what was cancelled or moved since is left out."""
    standing: dict[str, dict[str, Any]] = {}
    for run in runs:
        if run.outcome.status is not Status.DONE:
            continue
        data = dict(run.outcome.data)
        if run.tool == "my_bookings":
            standing |= {str(each.get("code")): dict(each) for each in data.get("bookings", ())}
        elif run.tool == "cancel_booking":
            standing.pop(str(data.get("code")), None)
        elif run.tool in BOOKING_TOOLS:
            for code in [code for code, each in standing.items() if _is_place(each, str(data.get("moved_from", "")))]:
                del standing[code]
            standing[str(data.get("code"))] = data
    yield from standing.values()


def _is_place(booking: dict[str, Any], place: str) -> bool:
    return f"{booking.get('date')} {booking.get('time')}" == place


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from (text for each in data.values() for text in _texts(each))
    elif isinstance(data, list | tuple):
        yield from (text for each in data for text in _texts(each))


def _days(texts: Sequence[str]) -> Iterator[date]:
    for text in texts:
        with suppress(ValueError):
            yield datetime.fromisoformat(text).date()


def _times(texts: Sequence[str]) -> Iterator[time]:
    for text in texts:
        with suppress(ValueError):
            yield time.fromisoformat(text.partition("T")[2][:5] or text)


def _day_and_time(day: str, at: str) -> tuple[date, time] | None:
    try:
        return date.fromisoformat(day), datetime.strptime(at, "%I:%M %p").time()  # noqa: DTZ007 - a wall clock
    except ValueError:
        return None
