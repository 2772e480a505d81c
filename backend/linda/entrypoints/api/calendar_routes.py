"""The calendar over HTTP: some days of it, and time the owner takes off."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel, ConfigDict, Field, StrictStr

from linda.conversation.tools.reading import read_clock, read_day
from linda.domain.errors import Conflict, Refused
from linda.domain.ids import block_id
from linda.domain.openings import CELL_MINUTES
from linda.entrypoints.api.calendar import Calendar, CalendarItem, day_of
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.records import epoch_ms
from linda.records.schedule import Claim, block_all, unblock

DAY_MINUTES = 24 * 60


class TimeOff(BaseModel):
    """Time the owner takes off the calendar: from `time` (HH:MM or 2:30 PM) for `minutes`."""

    model_config = ConfigDict(extra="forbid")

    date: StrictStr
    time: StrictStr
    minutes: Annotated[int, Field(ge=CELL_MINUTES, le=DAY_MINUTES, multiple_of=CELL_MINUTES)]
    note: Annotated[str, Field(max_length=80)] = ""


@dataclass(frozen=True, slots=True)
class CalendarRoutes:
    """The routes /api/calendar and /api/blocks."""

    parts: Parts

    def days(
        self,
        first: Annotated[str | None, Query(alias="from")] = None,
        days: Annotated[int, Query(ge=1, le=31)] = 7,
    ) -> Calendar:
        """Return the calendar of some days, from today when no first day is named."""
        start = read_day(first) if first else self._today
        return Calendar(days=[day_of(self.parts, start + timedelta(days=n)) for n in range(days)])

    def take_off(self, off: TimeOff) -> CalendarItem:
        """Take time off the calendar; 409 when somebody is booked in it. The same time again is the same block."""
        day, at = read_day(off.date), read_clock(off.time)
        minute = at.hour * 60 + at.minute - at.minute % CELL_MINUTES
        if minute + off.minutes > DAY_MINUTES:
            raise Problem(422, "minutes: it ends after midnight; take the next day off by itself.")
        key = block_id(day, minute, off.minutes)
        benches = range(self.parts.shop.booking.benches)
        claims = [Claim(day.isoformat(), minute, off.minutes, bench, key) for bench in benches]
        try:
            self.parts.records.store.transact(*block_all(claims, epoch_ms(self.parts.clock), off.note.strip()))
        except Conflict:
            raise Refused("Something is in the calendar at that time already: move or cancel it first.") from None
        return next(each for each in day_of(self.parts, day).items if each.id == key)

    def give_back(self, block: str, day: Annotated[str, Query(alias="date")]) -> Response[str]:
        """Free what was taken off."""
        rows = [each for each in self.parts.records.schedule.rows(read_day(day)) if each["owner"] == block]
        if not any(each["kind"] == "block" for each in rows):
            raise Problem(404, "Nothing is taken off there.")
        self.parts.records.store.transact(*unblock(rows))
        return Response(204, body="")

    @property
    def _today(self) -> date:
        return self.parts.clock.now().astimezone(self.parts.shop.timezone).date()
