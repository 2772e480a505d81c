"""What may stand in the shop file: each table and key, its kind, and what it is for.

The file speaks dollars, weekdays and "9:00-17:00" where the rules speak cents and times, so it has forms of its own;
a test holds their keys to the fields of `linda.domain.shop`.
"""

from datetime import date
from typing import Annotated, NotRequired, TypedDict
from zoneinfo import ZoneInfo

from linda.adapters.shop_file import kinds
from linda.adapters.shop_file.legal import one_of, text, whole, yes_or_no
from linda.adapters.shop_file.reading import AtLeastOne, Says
from linda.domain.discount import Reason
from linda.domain.money import Cents
from linda.domain.openings import CELL_MINUTES
from linda.domain.shop import Hours, Persona
from linda.language.devices import BRAND_NAMES

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
Aliases = Annotated[tuple[Text, ...], Says("other words customers use for it")]


START_EVERY = (5, 10, 15, 20, 30, 60)
"""The minutes that may lie between two starts."""


class ServiceForm(TypedDict):
    """One line of the price book."""

    id: Annotated[Slug, Says("what tools and records call it")]
    name: Annotated[Text, Says("how customers hear it")]
    repair: Annotated[Slug, Says("the kind of damage: screen, battery, charging_port, ...")]
    price: Annotated[Dollars, Says("what it starts at, in dollars; 0 is free")]
    minutes: Annotated[Minutes, Says("time at the bench")]
    brand: NotRequired[Annotated[Brand, Says("the one make it is for; leave it out for all makes")]]
    fee: NotRequired[Annotated[YesNo, Says("a fixed fee, never discounted")]]
    remote: NotRequired[Annotated[YesNo, Says("can be done over the phone")]]
    on_site: NotRequired[Annotated[YesNo, Says("can be done at the customer's place")]]
    discountable: NotRequired[Annotated[YesNo, Says("may be discounted")]]
    aliases: NotRequired[Aliases]


class AddOnForm(TypedDict):
    """Something offered beside a repair."""

    id: Annotated[Slug, Says("what tools and records call it")]
    name: Annotated[Text, Says("how customers hear it")]
    price: Annotated[Dollars, Says("in dollars")]
    pitch: Annotated[Text, Says("the offer, as it is texted")]
    after: NotRequired[Annotated[tuple[Slug, ...], Says("ids of the services it goes with; leave it out for all")]]
    aliases: NotRequired[Aliases]


class DiscountForm(TypedDict):
    """What may be given away without asking the owner."""

    max_percent: Annotated[Percent, Says("the most off")]
    floor_percent: Annotated[Percent, Says("the share of the price that always remains")]
    daily_budget: Annotated[Dollars, Says("the most given away in one day, in dollars")]
    reasons: Annotated[tuple[Annotated[str, one_of({str(r): str(r) for r in Reason})], ...], Says("what for")]


class BookingForm(TypedDict):
    """How openings are cut from opening hours."""

    start_every: Annotated[int, one_of({step: step for step in START_EVERY}), Says("minutes between starts")]
    lead_minutes: Annotated[MinutesOrNone, Says("nobody books nearer than this")]
    last_start_before_close: Annotated[MinutesOrNone, Says("the last start, in minutes before closing")]
    horizon_days: Annotated[int, whole(1, 365), Says("how far ahead people can book")]
    benches: Annotated[int, whole(1, 9), Says("repairs at the same time")]
    on_site_surcharge: Annotated[Dollars, Says("on top when the owner travels, in dollars")]
    travel_buffer: Annotated[MinutesOrNone, Says("minutes kept free before and after a visit")]


class ModeForm(TypedDict):
    """What one of the owner's modes means for customers."""

    walk_ins: Annotated[YesNo, Says("may people drop in")]
    openings_after_until: Annotated[YesNo, Says("are openings kept back until the mode ends")]
    first_pickup: Annotated[str, one_of({"owner": "owner", "linda": "linda"}), Says("who answers a call first")]
    status: Annotated[str, kinds.status_line("owner", "note", "until"), Says("what customers hear")]
    status_open_end: Annotated[str, kinds.status_line("owner", "note"), Says("the same when the mode has no end")]


class AssistantForm(TypedDict):
    """How LINDA presents herself."""

    name: Annotated[str, text(40), Says("her name")]
    persona: Annotated[Persona, one_of({str(p): p for p in Persona}), Says("how she sounds")]
    voice: Annotated[str, kinds.VOICE, Says("her voice on the phone")]
    greeting: Annotated[Text, Says("her first words")]


class WeekForm(TypedDict):
    """The opening hours of a week."""

    mon: DayHours
    tue: DayHours
    wed: DayHours
    thu: DayHours
    fri: DayHours
    sat: DayHours
    sun: DayHours


class ModesForm(TypedDict):
    """All modes; none may be left out."""

    WORK: ModeForm
    GYM: ModeForm
    DRIVING: ModeForm
    BREAK: ModeForm
    CLOSED: ModeForm
    CUSTOM: ModeForm


class ShopForm(TypedDict):
    """The shop, as LINDA knows it."""

    name: Annotated[Text, Says("the shop's name")]
    owner: Annotated[Text, Says("how LINDA speaks of the owner")]
    timezone: Annotated[ZoneInfo, kinds.ZONE, Says("the zone of every time in texts")]
    phone: Annotated[str, kinds.PHONE, Says("the number customers text and call")]
    address: Annotated[Text, Says("where the shop is")]
    directions: Annotated[str, text(300, low=0), Says("how to find it")]
    payment: Annotated[tuple[Text, ...], AtLeastOne(), Says("how customers can pay")]
    warranty_days: Annotated[int, whole(0, 3650), Says("warranty on repairs, in days; 0 for none")]
    assistant: AssistantForm
    hours: WeekForm
    services: Annotated[list[ServiceForm], AtLeastOne()]
    add_ons: NotRequired[list[AddOnForm]]
    discounts: DiscountForm
    booking: BookingForm
    modes: ModesForm
    closures: NotRequired[dict[Day, Text]]
    special_hours: NotRequired[dict[Day, DayHours]]
    holidays: NotRequired[Annotated[tuple[Text, ...], Says("the public holidays the owner takes off")]]
    country: NotRequired[Annotated[str, text(2, low=2), Says("whose public holidays, as two letters")]]
    state: NotRequired[Annotated[str, text(3, low=0), Says("whose public holidays within the country")]]
    device_aliases: NotRequired[Annotated[dict[Word, Brand], Says("what people call a phone, and its make")]]
