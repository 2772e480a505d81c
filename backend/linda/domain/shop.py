"""The shop as its owner describes it in `shop.toml`, typed. Values only; the rules live beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from linda.domain.money import Cents


class Mode(StrEnum):
    """What the owner is doing."""

    WORK = "WORK"
    GYM = "GYM"
    DRIVING = "DRIVING"
    BREAK = "BREAK"
    CLOSED = "CLOSED"
    CUSTOM = "CUSTOM"


class Persona(StrEnum):
    """How LINDA sounds."""

    PROFESSIONAL = "professional"
    LAID_BACK = "laid_back"
    HUSTLER = "hustler"


class ServiceMode(StrEnum):
    """Where a repair happens."""

    IN_SHOP = "in_shop"
    ON_SITE = "on_site"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class Hours:
    """One stretch of opening time of a day, shop wall clock, `opens` < `closes`."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class Service:
    """One line of the price book.

    `id` is what tools call `repair_type` ("iphone_screen"); `repair` is the kind of damage
    ("screen"); `brand` is the device brand the line is for, or None when it serves every device.
    `price` is the starting price in cents; `minutes` what it takes at the bench.
    """

    id: str
    name: str
    repair: str
    price: Cents
    minutes: int
    brand: str | None = None
    fee: bool = False
    remote: bool = False
    on_site: bool = True
    discountable: bool = True
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddOn:
    """Something sold beside a repair; `after` lists the service ids it goes with (empty: all)."""

    id: str
    name: str
    price: Cents
    pitch: str
    after: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DiscountPolicy:
    """What LINDA may give away without asking.

    `max_percent` is an integer 0..100; `floor_percent` is the share of the starting price that is never
    undercut; `daily_budget` caps a day's gifts in cents.
    """

    max_percent: int
    reasons: tuple[str, ...]
    floor_percent: int
    daily_budget: Cents


@dataclass(frozen=True, slots=True)
class BookingPolicy:
    """How openings are cut from hours. Minutes everywhere; `horizon_days` counts from today."""

    start_every: int
    lead_minutes: int
    last_start_before_close: int
    horizon_days: int
    benches: int
    on_site_surcharge: Cents
    travel_buffer: int


@dataclass(frozen=True, slots=True)
class ModePolicy:
    """What a mode means for customers.

    `walk_ins`: may people drop in now; `openings_after_until`: do openings start only when the mode ends;
    `first_pickup`: who picks up a call first ("owner" or "linda"); `status`: how LINDA says it, with
    `{owner}` and, where the mode ends at a known time, `{until}`.
    """

    walk_ins: bool
    openings_after_until: bool
    first_pickup: str
    status: str
    status_open_end: str


@dataclass(frozen=True, slots=True)
class Assistant:
    """How LINDA presents herself unless the owner's state says otherwise."""

    name: str
    persona: Persona
    voice: str
    greeting: str


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything LINDA knows about this shop. `hours` maps weekday 0 (Monday) to 6 (Sunday)."""

    name: str
    owner: str
    timezone: ZoneInfo
    phone: str
    address: str
    directions: str
    payment: tuple[str, ...]
    warranty_days: int
    assistant: Assistant
    hours: Mapping[int, tuple[Hours, ...]]
    services: tuple[Service, ...]
    add_ons: tuple[AddOn, ...]
    discounts: DiscountPolicy
    booking: BookingPolicy
    modes: Mapping[Mode, ModePolicy]
    closures: Mapping[date, str] = field(default_factory=dict)
    special_hours: Mapping[date, tuple[Hours, ...]] = field(default_factory=dict)
    holidays: tuple[str, ...] = ()
    country: str = "US"
    state: str = "FL"
    device_aliases: Mapping[str, str] = field(default_factory=dict)

    def service(self, service_id: str) -> Service | None:
        """Return the price book's line with this id, or None."""
        return next((line for line in self.services if line.id == service_id), None)

    def add_on(self, add_on_id: str) -> AddOn | None:
        """Return the add-on with this id, or None."""
        return next((item for item in self.add_ons if item.id == add_on_id), None)
