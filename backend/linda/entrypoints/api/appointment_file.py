"""A customer's appointment for the calendar on his phone, behind the link of his confirmation."""

from dataclasses import dataclass

from aws_lambda_powertools.event_handler import Response

from linda.entrypoints.api.downloads import download
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem


@dataclass(frozen=True, slots=True)
class AppointmentFile:
    """The route /api/public/appointment.ics."""

    parts: Parts

    def show(self, booking: str = "") -> Response[str]:
        """Return the booking that a confirmation's link names; it says nobody's name and no number."""
        found = self.parts.records.schedule.find_linked(booking)
        if found is None:
            raise Problem(404, "There is no such appointment any more: it was moved or cancelled.")
        from linda.adapters.calendar_feed import appointment

        return download("appointment.ics", "text/calendar; charset=utf-8", appointment(self.parts.shop, found))
