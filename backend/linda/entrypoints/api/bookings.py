"""The calendar by the owner's hand: the very tools LINDA uses, so that no rule is written twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import BaseModel, ConfigDict, StrictStr

from linda.conversation.by_hand import ByHand
from linda.conversation.toolbox import Status
from linda.conversation.tools.reading import read_clock, read_day
from linda.domain.ids import booking_id
from linda.domain.phone_number import to_e164
from linda.domain.shop import ServiceMode
from linda.entrypoints.api.appointments import Appointment, shown
from linda.entrypoints.api.asked import asked
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.records.schedule import Booking

IDEMPOTENCY_KEY = "idempotency-key"
MOST_LETTERS = 200
"""Of an Idempotency-Key; more would not make it more one's own."""


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
        return Appointments(bookings=[shown(self.parts, each) for each in self._of_days(start, days)])

    def book(self, order: Order) -> Appointment:
        """Book; 409 with the nearest openings when a rule of the shop says no.

        With the header Idempotency-Key the same key is the same booking, however often it is asked for.
        """
        key = asked().headers.get(IDEMPOTENCY_KEY, "")[:MOST_LETTERS]
        made = self._made_before(key, order)
        if made is not None:
            return shown(self.parts, made)
        wishes = {"repair_type": order.repair_type, "device": order.device, "name": order.name}
        arguments = {**order.checked(), **wishes, "service_mode": order.service_mode}
        customer = to_e164(order.customer)
        data = self._done(customer, "book_slot", arguments, cause=key)
        return shown(self.parts, self._found(data["code"], customer))

    def move(self, code: str, place: Place, customer: str | None = None) -> Appointment:
        """Move a booking; when two have this code, `customer` says whose."""
        old = self._found(code, customer)
        self._done(old.customer, "move_booking", {**place.checked(), "booking_code": code})
        return shown(self.parts, self._found(code, old.customer))

    def cancel(self, code: str, customer: str | None = None) -> Appointment:
        """Cancel a booking and return it as it was; when two have this code, `customer` says whose."""
        old = self._found(code, customer)
        self._done(old.customer, "cancel_booking", {"booking_code": code})
        return shown(self.parts, old)

    def _made_before(self, key: str, order: Order) -> Booking | None:
        if not key:
            return None
        day, at = read_day(order.date), read_clock(order.time)
        mine = booking_id(self._by_hand.sid(key), day, at.hour * 60 + at.minute)
        return next((each for each in self.parts.records.schedule.bookings(day) if each.booking_id == mine), None)

    @property
    def _by_hand(self) -> ByHand:
        return ByHand(self.parts.shop, self.parts.records, self.parts.clock, "api")

    def _done(self, customer: str, tool: str, arguments: Mapping[str, Any], *, cause: str = "") -> dict[str, Any]:
        outcome = self._by_hand.run(customer, tool, arguments, cause=cause).outcome
        if outcome.status is not Status.DONE:
            more = {key: value for key, value in outcome.data.items() if key != "refused"}
            raise Problem(409, outcome.sentence, **more)
        return dict(outcome.data)

    def _found(self, code: str, customer: str | None) -> Booking:
        number = customer if customer and customer.startswith("web:") else to_e164(customer) if customer else None
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
