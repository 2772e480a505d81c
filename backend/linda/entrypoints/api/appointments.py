"""A booking as the owner sees it."""

from datetime import date, datetime

from pydantic import BaseModel

from linda.conversation.who import number_of
from linda.domain.hours import wall_moment
from linda.domain.phone_number import display
from linda.domain.shop import ServiceMode
from linda.entrypoints.api.parts import Parts
from linda.records.leads import Lead
from linda.records.schedule import Booking


class Appointment(BaseModel):
    """A booking as it stands in the calendar; `customer` names him in the routes that change it."""

    code: str
    starts: datetime | None
    minutes: int
    services: list[str]
    device: str
    customer: str
    customer_display: str
    name: str
    service_mode: ServiceMode
    price_cents: int
    discount_percent: int
    source: str
    conversation_id: str
    add_ons: list[str]


def shown(parts: Parts, booking: Booking, lead: Lead | None = None) -> Appointment:
    """Return `booking` as it is shown; its `lead` is looked up when it is not given."""
    lead = lead or parts.records.leads.get_by_id(booking.lead_id)
    number = number_of(lead) if lead else booking.customer
    return Appointment(
        code=booking.code,
        starts=wall_moment(parts.shop, date.fromisoformat(booking.day), booking.starts),
        minutes=booking.minutes,
        services=list(booking.services),
        device=booking.device,
        customer=booking.customer,
        customer_display=display(number) if number else "",
        name=booking.name,
        service_mode=ServiceMode(booking.service_mode),
        price_cents=booking.price,
        discount_percent=booking.discount_percent,
        source=booking.source,
        conversation_id=booking.lead_id,
        add_ons=add_ons_of(parts, lead),
    )


def add_ons_of(parts: Parts, lead: Lead | None) -> list[str]:
    """Name what the customer said yes to beside his repair."""
    taken = [parts.shop.add_on(each["item"]) for each in lead.upsells if each["accepted"]] if lead else []
    return [each.name for each in taken if each]
