"""Which starts of a day can be booked."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel

from linda.conversation.tools.reading import read_day
from linda.domain.openings import day_openings
from linda.entrypoints.api.parts import Parts
from linda.records import epoch_ms
from linda.records.schedule import taken


class DayOpenings(BaseModel):
    """The starts at which work of `minutes` can begin on a day."""

    date: date
    minutes: int
    openings: list[datetime]


@dataclass(frozen=True, slots=True)
class Openings:
    """The route /api/openings."""

    parts: Parts

    def of_day(
        self,
        day: Annotated[str | None, Query(alias="date")] = None,
        minutes: Annotated[int, Query(ge=1, le=24 * 60)] = 45,
    ) -> DayOpenings:
        """Return the openings of a day, today's when none is named, counted from the calendar now."""
        on = read_day(day) if day else self.parts.clock.now().astimezone(self.parts.shop.timezone).date()
        state = self.parts.records.states.current(fresh=True)
        busy = taken(self.parts.records.schedule.rows(on), epoch_ms(self.parts.clock))
        found = day_openings(self.parts.shop, state, on, minutes, busy, now=self.parts.clock.now())
        return DayOpenings(date=on, minutes=minutes, openings=[each.start for each in found])
