"""Leads and bookings as tables to take along."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aws_lambda_powertools.event_handler import Response

from linda.conversation.who import number_of
from linda.domain.phone_number import display, is_e164
from linda.entrypoints.api.downloads import download
from linda.entrypoints.api.leads import LeadRoutes
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.sheets import sheet
from linda.records.schedule import Booking

MOST_LEADS = 100_000
DAYS_BACK = 365
CSV = "text/csv; charset=utf-8"

LEADS = ("Name", "Phone", "Device", "Quote", "Stage", "Last activity", "Next step")
BOOKINGS = (
    "Date",
    "Time",
    "Minutes",
    "Code",
    "Name",
    "Phone",
    "Device",
    "Services",
    "Where",
    "Price",
    "Discount %",
    "Booked by",
)


@dataclass(frozen=True, slots=True)
class Files:
    """The routes /api/leads.csv and /api/bookings.csv."""

    parts: Parts

    def leads(self) -> Response[str]:
        """Return every lead, the latest first."""
        rows = (
            (
                each.name,
                each.phone_display,
                each.device,
                _amount(each.quote_cents),
                each.stage,
                _moment(each.last_at),
                each.next_step,
            )
            for each in LeadRoutes(self.parts).rows(MOST_LEADS).leads
        )
        return download(f"linda-leads-{self._today}.csv", CSV, sheet(LEADS, rows))

    def bookings(self) -> Response[str]:
        """Return the bookings of the last year and those ahead, by time."""
        rows = (
            (
                each.day,
                f"{each.starts // 60:02d}:{each.starts % 60:02d}",
                str(each.minutes),
                each.code,
                each.name,
                self._phone(each),
                each.device,
                self._services(each),
                each.service_mode.replace("_", " "),
                _amount(each.price),
                str(each.discount_percent),
                each.source,
            )
            for each in self._bookings()
        )
        return download(f"linda-bookings-{self._today}.csv", CSV, sheet(BOOKINGS, rows))

    def _bookings(self) -> Iterator[Booking]:
        for ahead in range(-DAYS_BACK, self.parts.shop.booking.horizon_days + 1):
            yield from self.parts.records.schedule.bookings(self._today + timedelta(days=ahead))

    def _services(self, booking: Booking) -> str:
        found = {each: self.parts.shop.service(each) for each in booking.services}
        return ", ".join(line.name if line else each for each, line in found.items())

    def _phone(self, booking: Booking) -> str:
        """Return the customer's number; who came through the web page may have given one there."""
        number = booking.customer
        if not is_e164(number):
            lead = self.parts.records.leads.get_by_id(booking.lead_id)
            number = number_of(lead) if lead else ""
        return display(number)

    @property
    def _today(self) -> date:
        return self.parts.clock.now().astimezone(self.parts.shop.timezone).date()


def _amount(cents: int | None) -> str:
    """Write an amount as spreadsheets take a number: 79.50."""
    return "" if cents is None else f"{cents // 100}.{cents % 100:02d}"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
