"""Which starts of a day can be booked."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel

from linda.conversation.tools.reading import read_day
from linda.domain.openings import day_openings
from linda.domain.shop import ServiceMode
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
        service_mode: Annotated[ServiceMode, Query()] = ServiceMode.IN_SHOP,
        moving: Annotated[str, Query(max_length=8)] = "",
    ) -> DayOpenings:
        """Return the openings of a day, today's when none is named, counted from the calendar now.

        `moving` is the code of a booking that is to be moved: its own time counts as free.
        """
        on = read_day(day) if day else self.parts.clock.now().astimezone(self.parts.shop.timezone).date()
        state = self.parts.records.states.current(fresh=True)
        rows, now = self.parts.records.schedule.rows(on), self.parts.clock.now()
        own = next((row["owner"] for row in rows if moving and row.get("code") == moving), "")
        busy = taken(rows, epoch_ms(self.parts.clock), but_for=own)
        found = day_openings(self.parts.shop, state, on, minutes, busy, now=now, service_mode=service_mode)
        return DayOpenings(date=on, minutes=minutes, openings=[each.start for each in found])
