"""What may stand in the shop file: each table and key, its kind, and what it is for.

The file speaks dollars, weekdays and "9:00-17:00" where the rules speak cents and times, so it has forms of its own;
a test holds their keys to the fields of `linda.domain.shop`.
"""

from datetime import date
from typing import Annotated, NotRequired
from zoneinfo import ZoneInfo

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from linda.adapters.shop_file import kinds
from linda.adapters.shop_file.legal import one_of, text, whole, yes_or_no
from linda.domain.discount import Reason
from linda.domain.money import Cents
from linda.domain.openings import CELL_MINUTES
from linda.domain.shop import Hours, Persona
from linda.language.devices import BRAND_NAMES

_exact = with_config(ConfigDict(extra="forbid"))


def _says(description: str) -> object:
    return Field(description=description)


Text = Annotated[str, text(160)]
Slug = Annotated[str, kinds.SLUG]
Word = Annotated[str, kinds.WORD]
Brand = Annotated[str, one_of({brand: brand for brand in BRAND_NAMES})]
Dollars = Annotated[Cents, kinds.DOLLARS]
Percent = Annotated[int, whole(0, 100)]
Minutes = Annotated[int, whole(CELL_MINUTES, 1440, step=CELL_MINUTES)]
MinutesOrNone = Annotated[int, whole(0, 1440, step=CELL_MINUTES)]
YesNo = Annotated[bool, yes_or_no()]
DayHours = Annotated[tuple[Hours, ...], kinds.HOURS]
Day = Annotated[date, kinds.DAY]
Aliases = Annotated[tuple[Text, ...], Field(description="other words customers use for it")]


@_exact
class ServiceForm(TypedDict):
    """One line of the price book."""

    id: Annotated[Slug, _says("what tools and records call it")]
    name: Annotated[Text, _says("how customers hear it")]
    repair: Annotated[Slug, _says("the kind of damage: screen, battery, charging_port, ...")]
    price: Annotated[Dollars, _says("what it starts at, in dollars; 0 is free")]
    minutes: Annotated[Minutes, _says("time at the bench")]
    brand: NotRequired[Annotated[Brand, _says("the one make it is for; leave it out for all makes")]]
    fee: NotRequired[Annotated[YesNo, _says("a fixed fee, never discounted")]]
    remote: NotRequired[Annotated[YesNo, _says("can be done over the phone")]]
    on_site: NotRequired[Annotated[YesNo, _says("can be done at the customer's place")]]
    discountable: NotRequired[Annotated[YesNo, _says("may be discounted")]]
    aliases: NotRequired[Aliases]


@_exact
class AddOnForm(TypedDict):
    """Something offered beside a repair."""

    id: Annotated[Slug, _says("what tools and records call it")]
    name: Annotated[Text, _says("how customers hear it")]
    price: Annotated[Dollars, _says("in dollars")]
    pitch: Annotated[Text, _says("the offer, as it is texted")]
    after: NotRequired[Annotated[tuple[Slug, ...], _says("ids of the services it goes with; leave it out for all")]]
    aliases: NotRequired[Aliases]


@_exact
class DiscountForm(TypedDict):
    """What may be given away without asking the owner."""

    max_percent: Annotated[Percent, _says("the most off")]
    floor_percent: Annotated[Percent, _says("the share of the price that always remains")]
    daily_budget: Annotated[Dollars, _says("the most given away in one day, in dollars")]
    reasons: Annotated[tuple[Annotated[str, one_of({str(r): str(r) for r in Reason})], ...], _says("what for")]


@_exact
class BookingForm(TypedDict):
    """How openings are cut from opening hours."""

    start_every: Annotated[
        int, one_of({step: step for step in (5, 10, 15, 20, 30, 60)}), _says("minutes between starts")
    ]
    lead_minutes: Annotated[MinutesOrNone, _says("nobody books nearer than this")]
    last_start_before_close: Annotated[MinutesOrNone, _says("the last start, in minutes before closing")]
    horizon_days: Annotated[int, whole(1, 365), _says("how far ahead people can book")]
    benches: Annotated[int, whole(1, 9), _says("repairs at the same time")]
    on_site_surcharge: Annotated[Dollars, _says("on top when the owner travels, in dollars")]
    travel_buffer: Annotated[MinutesOrNone, _says("minutes kept free before and after a visit")]


@_exact
class ModeForm(TypedDict):
    """What one of the owner's modes means for customers."""

    walk_ins: Annotated[YesNo, _says("may people drop in")]
    openings_after_until: Annotated[YesNo, _says("are openings kept back until the mode ends")]
    first_pickup: Annotated[str, one_of({"owner": "owner", "linda": "linda"}), _says("who answers a call first")]
    status: Annotated[str, kinds.status_line("owner", "note", "until"), _says("what customers hear")]
    status_open_end: Annotated[str, kinds.status_line("owner", "note"), _says("the same when the mode has no end")]


@_exact
class AssistantForm(TypedDict):
    """How LINDA presents herself."""

    name: Annotated[str, text(40), _says("her name")]
    persona: Annotated[Persona, one_of({str(p): p for p in Persona}), _says("how she sounds")]
    voice: Annotated[str, text(80), _says("her voice on the phone")]
    greeting: Annotated[Text, _says("her first words")]


@_exact
class WeekForm(TypedDict):
    """The opening hours of a week."""

    mon: DayHours
    tue: DayHours
    wed: DayHours
    thu: DayHours
    fri: DayHours
    sat: DayHours
    sun: DayHours


@_exact
class ModesForm(TypedDict):
    """All modes; none may be left out."""

    WORK: ModeForm
    GYM: ModeForm
    DRIVING: ModeForm
    BREAK: ModeForm
    CLOSED: ModeForm
    CUSTOM: ModeForm


@_exact
class ShopForm(TypedDict):
    """The shop, as LINDA knows it."""

    name: Annotated[Text, _says("the shop's name")]
    owner: Annotated[Text, _says("how LINDA speaks of the owner")]
    timezone: Annotated[ZoneInfo, kinds.ZONE, _says("the zone of every time in texts")]
    phone: Annotated[str, kinds.PHONE, _says("the number customers text and call")]
    address: Annotated[Text, _says("where the shop is")]
    directions: Annotated[str, text(300, low=0), _says("how to find it")]
    payment: Annotated[tuple[Text, ...], Field(min_length=1, description="how customers can pay")]
    warranty_days: Annotated[int, whole(0, 3650), _says("warranty on repairs, in days; 0 for none")]
    assistant: AssistantForm
    hours: WeekForm
    services: Annotated[list[ServiceForm], Field(min_length=1)]
    add_ons: NotRequired[list[AddOnForm]]
    discounts: DiscountForm
    booking: BookingForm
    modes: ModesForm
    closures: NotRequired[dict[Day, Text]]
    special_hours: NotRequired[dict[Day, DayHours]]
    holidays: NotRequired[Annotated[tuple[Text, ...], _says("the public holidays the owner takes off")]]
    country: NotRequired[Annotated[str, text(2, low=2), _says("whose public holidays, as two letters")]]
    state: NotRequired[Annotated[str, text(3, low=0), _says("whose public holidays within the country")]]
    device_aliases: NotRequired[Annotated[dict[Word, Brand], _says("what people call a phone, and its make")]]
