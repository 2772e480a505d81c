"""The owner's calendar for his own calendar program, behind a link that only he has."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from aws_lambda_powertools.event_handler import Response
from pydantic import BaseModel

from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.proofs import is_same
from linda.records.feed_key import FeedKey

PATH = "/api/calendar.ics"
DAYS_BACK = 30


class FeedLink(BaseModel):
    """Where a calendar program finds the bookings; whoever has the link can read them."""

    url: str


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """The routes /api/feed and /api/calendar.ics."""

    parts: Parts

    def link(self) -> FeedLink:
        """Return the link."""
        return self._link(self._key.current())

    def renew(self) -> FeedLink:
        """Return a new link; the old one ends."""
        return self._link(self._key.renewed())

    def calendar(self, key: str = "") -> Response[str]:
        """Return bookings and blocked time, from 30 days ago to the last day that can be booked."""
        if not is_same(key, self._key.stored() or secrets.token_hex(16)):
            raise Problem(404, "This link is no calendar, or not any more: take the one on the dashboard.")
        from linda.adapters.calendar_feed import calendar_feed

        shop, schedule = self.parts.shop, self.parts.records.schedule
        today = self.parts.clock.now().astimezone(shop.timezone).date()
        days = [today + timedelta(days=ahead) for ahead in range(-DAYS_BACK, shop.booking.horizon_days + 1)]
        rows = (row for day in days for row in schedule.rows(day))
        body = calendar_feed(shop, rows, days[0], days[-1])
        return Response(200, "text/calendar; charset=utf-8", body)

    @property
    def _key(self) -> FeedKey:
        return FeedKey(self.parts.records.store)

    def _link(self, key: str) -> FeedLink:
        return FeedLink(url=f"{self.parts.settings.public_url}{PATH}?key={key}")
