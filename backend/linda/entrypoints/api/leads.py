"""Leads: everybody who ever asked, how far it is with each, and what comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel

from linda.conversation.standing import Standing, comes, standing
from linda.conversation.who import name_of, number_of
from linda.domain.phone_number import display
from linda.domain.time_words import day_word
from linda.entrypoints.api.heads import local_time, topic_of
from linda.entrypoints.api.parts import Parts
from linda.records import epoch_ms
from linda.records.leads import Lead

Stage = Literal["new", "quoted", "booked", "done", "opted_out"]


class LeadRow(BaseModel):
    """One lead of the list."""

    id: str
    name: str
    phone_display: str
    device: str
    quote_cents: int | None
    stage: Stage
    last_at: datetime
    next_step: str


class LeadRows(BaseModel):
    """Leads, the latest first."""

    leads: list[LeadRow]


@dataclass(frozen=True, slots=True)
class LeadRoutes:
    """The route /api/leads."""

    parts: Parts

    def rows(self, limit: Annotated[int, Query(ge=1, le=1000)] = 200) -> LeadRows:
        """Return the leads, the latest first."""
        return LeadRows(leads=[self._row(each) for each in self.parts.customers(limit)])

    def _row(self, lead: Lead) -> LeadRow:
        today = self.parts.clock.now().astimezone(self.parts.shop.timezone).date()
        stands = standing(lead, epoch_ms(self.parts.clock), today)
        return LeadRow(
            id=lead.lead_id,
            name=name_of(lead),
            phone_display=display(number_of(lead)) if number_of(lead) else "",
            device=topic_of(self.parts.shop, lead),
            quote_cents=self._price(lead),
            stage=_stage(lead, stands, today),
            last_at=local_time(self.parts, lead.last_activity),
            next_step=_next_step(lead, stands, today),
        )

    def _price(self, lead: Lead) -> int | None:
        """Return what he was told last: the price of what he booked, else of the quote."""
        booked = self.parts.records.schedule.find(lead.bookings[-1]) if lead.bookings else None
        if booked is not None:
            return booked.price
        return int(lead.quote["total_cents"]) if lead.quote else None


def _stage(lead: Lead, stands: Standing, today: date) -> Stage:
    if lead.opted_out_at:
        return "opted_out"
    if comes(lead, today):
        return "booked"
    if stands is Standing.DONE or lead.bookings:
        return "done"
    return "quoted" if lead.quote else "new"


def _next_step(lead: Lead, stands: Standing, today: date) -> str:
    if stands is Standing.WAITING:
        return "Waiting for you"
    if stands is Standing.OPTED_OUT:
        return "Wants no texts"
    days = sorted(each["day"] for each in lead.bookings if each["day"] >= today.isoformat())
    if days:
        return f"Comes {day_word(date.fromisoformat(days[0]), today)}"
    if stands in {Standing.DONE, Standing.OWNER} or lead.bookings:
        return "You have it" if stands is Standing.OWNER else ""
    return "Has the price, no time yet" if lead.quote else "No price yet"
