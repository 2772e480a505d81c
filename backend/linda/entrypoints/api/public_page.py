"""What anybody may know of the shop right now: for the page behind the code on the door."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from aws_lambda_powertools.event_handler import Response
from pydantic import BaseModel

from linda.conversation.ahead import Ahead, look_ahead
from linda.conversation.finishing import assistant_name
from linda.domain.hours import is_open
from linda.domain.money import dollars
from linda.domain.owner_state import describe
from linda.domain.phone_number import display
from linda.domain.shop import Mode, Shop
from linda.domain.time_words import WEEKDAYS, clock_time
from linda.entrypoints.api.parts import Parts


class DayOfWeek(BaseModel):
    """The hours of one weekday, as they are said."""

    day: str
    says: str


class Price(BaseModel):
    """One line of the price book; `says` is how the price is told."""

    id: str
    name: str
    price_cents: int
    says: str
    minutes: int
    fee: bool


class PublicPage(BaseModel):
    """The shop as customers see it."""

    shop: str
    owner: str
    assistant: str
    phone: str
    phone_display: str
    address: str
    directions: str
    mode: Mode
    says: str
    is_open: bool
    walk_ins: bool
    next_opening: datetime | None
    next_opening_says: str
    left_today: int
    hours: list[DayOfWeek]
    prices: list[Price]
    warranty_days: int
    payment: list[str]
    simulated: bool
    site_url: str


class CountedOpenings:
    """The openings ahead, counted at most once in two seconds however many phones look."""

    FRESH = timedelta(seconds=2)

    def __init__(self, parts: Parts) -> None:
        """Count by `parts`."""
        self._parts = parts
        self._counted: tuple[datetime, Ahead] | None = None

    def now(self) -> Ahead:
        """Return them, at most two seconds old."""
        parts, now = self._parts, self._parts.clock.now()
        if self._counted is None or not timedelta(0) <= now - self._counted[0] < self.FRESH:
            ahead = look_ahead(parts.records, parts.clock, parts.shop, parts.records.states.current())
            self._counted = (now, ahead)
        return self._counted[1]


@dataclass(frozen=True, slots=True)
class PublicRoutes:
    """The routes under /api/public."""

    parts: Parts
    openings: CountedOpenings

    def page(self) -> PublicPage:
        """Return the shop as it is right now."""
        parts, now = self.parts, self.parts.clock.now()
        shop, state = parts.shop, parts.records.states.current().at(now)
        ahead = self.openings.now()
        return PublicPage(
            shop=shop.name,
            owner=shop.owner,
            assistant=assistant_name(shop, state),
            phone=shop.phone,
            phone_display=display(shop.phone),
            address=shop.address,
            directions=shop.directions,
            mode=state.mode,
            says=describe(shop, state, now),
            is_open=is_open(shop, now),
            walk_ins=is_open(shop, now) and shop.modes[state.mode].walk_ins,
            next_opening=ahead.first,
            next_opening_says=ahead.says(now.astimezone(shop.timezone)),
            left_today=ahead.left_today,
            hours=_week(shop),
            prices=_prices(shop),
            warranty_days=shop.warranty_days,
            payment=list(shop.payment),
            simulated=parts.settings.local,
            site_url=parts.settings.site_url,
        )

    def call(self) -> Response[str]:
        """Lead to the phone's dialler: a link that needs no script."""
        return Response(302, "text/plain", "", headers={"location": f"tel:{self.parts.shop.phone}"})

    def text(self) -> Response[str]:
        """Lead to the phone's texts: a link that needs no script."""
        return Response(302, "text/plain", "", headers={"location": f"sms:{self.parts.shop.phone}"})


def _week(shop: Shop) -> list[DayOfWeek]:
    said = []
    for number, name in enumerate(WEEKDAYS):
        stretches = [f"{clock_time(each.opens)} to {clock_time(each.closes)}" for each in shop.hours.get(number, ())]
        said.append(DayOfWeek(day=name, says=", ".join(stretches) or "closed"))
    return said


def _prices(shop: Shop) -> list[Price]:
    return [
        Price(
            id=each.id,
            name=each.name,
            price_cents=each.price,
            says=dollars(each.price) if each.price else "free",
            minutes=each.minutes,
            fee=each.fee,
        )
        for each in shop.services
    ]
