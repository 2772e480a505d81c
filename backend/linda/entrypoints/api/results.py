"""What LINDA did for the shop in the last days."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query

from linda.conversation.results import Results, count_results
from linda.entrypoints.api.parts import Parts


@dataclass(frozen=True, slots=True)
class ResultRoutes:
    """The route /api/results."""

    parts: Parts

    def of_days(self, days: Annotated[int, Query(ge=1, le=31)] = 7) -> Results:
        """Return the figures of the last `days` days, today included."""
        return counted(self.parts, days)


def counted(parts: Parts, days: int) -> Results:
    """Count the last `days` days of this shop."""
    owner = parts.settings.owner_phone
    return count_results(parts.records, parts.clock, parts.shop.timezone, days, but_for=owner)


class WeekCache:
    """The week's figures for a page that is asked every few seconds: counted anew every ten seconds."""

    FRESH = timedelta(seconds=10)

    def __init__(self, parts: Parts) -> None:
        """Count by `parts`."""
        self._parts = parts
        self._counted: tuple[datetime, Results] | None = None

    def week(self) -> Results:
        """Return the figures of the last seven days, at most ten seconds old."""
        parts, now = self._parts, self._parts.clock.now()
        if self._counted is None or not timedelta(0) <= now - self._counted[0] < self.FRESH:
            self._counted = (now, counted(parts, 7))
        return self._counted[1]
