"""The calendar by the owner's hand: the very tools LINDA uses, so that no rule is written twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel, ConfigDict, StrictStr

from linda.conversation.by_hand import ByHand
from linda.conversation.toolbox import Status
from linda.conversation.tools.reading import read_clock, read_day
from linda.domain.hours import wall_moment
from linda.domain.phone_number import to_e164
from linda.domain.shop import ServiceMode
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.records.schedule import Booking


class Place(BaseModel):
    """A start in the calendar: a day (YYYY-MM-DD) and a time of the shop's clock (HH:MM or 2:30 PM)."""

    model_config = ConfigDict(extra="forbid")

    date: StrictStr
    time: StrictStr

    def checked(self) -> dict[str, str]:
        """Return day and time as the tools read them; raises `InvalidInput`."""
        return {"date": read_day(self.date).isoformat(), "time": read_clock(self.time).strftime("%H:%M")}


class Order(Place):
    """A booking to be made; `repair_type` is an id of the price book, several joined by +."""

    customer: StrictStr
    repair_type: StrictStr
    device: StrictStr
    name: StrictStr | None = None
    service_mode: ServiceMode | None = None


class Appointment(BaseModel):
    """A booking as it stands in the calendar."""

    code: str
    starts: datetime | None
    minutes: int
    services: list[str]
    device: str
    customer: str
    name: str
    service_mode: str
    price_cents: int
    discount_percent: int
    source: str


class Appointments(BaseModel):
    """Bookings by time."""

    bookings: list[Appointment]


@dataclass(frozen=True, slots=True)
class Bookings:
    """The routes under /api/bookings."""

    parts: Parts

    def ahead(
        self,
        first: Annotated[str | None, Query(alias="from")] = None,
        days: Annotated[int, Query(ge=1, le=31)] = 7,
    ) -> Appointments:
        """Return the bookings of some days, from today when no first day is named."""
        start = read_day(first) if first else self._today
        return Appointments(bookings=[self._shown(each) for each in self._of_days(start, days)])

    def book(self, order: Order) -> Appointment:
        """Book; 409 with the nearest openings when a rule of the shop says no."""
        wishes = {"repair_type": order.repair_type, "device": order.device, "name": order.name}
        arguments = {**order.checked(), **wishes, "service_mode": order.service_mode}
        customer = to_e164(order.customer)
        data = self._done(customer, "book_slot", arguments)
        return self._shown(self._found(data["code"], customer))

    def move(self, code: str, place: Place, customer: str | None = None) -> Appointment:
        """Move a booking; when two have this code, `customer` says whose."""
        old = self._found(code, customer)
        self._done(old.customer, "move_booking", {**place.checked(), "booking_code": code})
        return self._shown(self._found(code, old.customer))

    def cancel(self, code: str, customer: str | None = None) -> Appointment:
        """Cancel a booking and return it as it was; when two have this code, `customer` says whose."""
        old = self._found(code, customer)
        self._done(old.customer, "cancel_booking", {"booking_code": code})
        return self._shown(old)

    def _done(self, customer: str, tool: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
        by_hand = ByHand(self.parts.shop, self.parts.records, self.parts.clock, "api")
        outcome = by_hand.run(customer, tool, arguments).outcome
        if outcome.status is not Status.DONE:
            more = {key: value for key, value in outcome.data.items() if key != "refused"}
            raise Problem(409, outcome.sentence, **more)
        return dict(outcome.data)

    def _found(self, code: str, customer: str | None) -> Booking:
        number = to_e164(customer) if customer else None
        everything = self._of_days(self._today, self.parts.shop.booking.horizon_days + 1)
        found = [each for each in everything if each.code == code and number in {None, each.customer}]
        if not found:
            raise Problem(404, "No booking from today on has this code.")
        if len(found) > 1:
            raise Problem(409, "Several bookings have this code: say whose with ?customer=.")
        return found[0]

    def _of_days(self, first: date, days: int) -> list[Booking]:
        return [each for n in range(days) for each in self.parts.records.schedule.bookings(first + timedelta(days=n))]

    @property
    def _today(self) -> date:
        return self.parts.clock.now().astimezone(self.parts.shop.timezone).date()

    def _shown(self, booking: Booking) -> Appointment:
        return Appointment(
            code=booking.code,
            starts=wall_moment(self.parts.shop, date.fromisoformat(booking.day), booking.starts),
            minutes=booking.minutes,
            services=list(booking.services),
            device=booking.device,
            customer=booking.customer,
            name=booking.name,
            service_mode=booking.service_mode,
            price_cents=booking.price,
            discount_percent=booking.discount_percent,
            source=booking.source,
        )
