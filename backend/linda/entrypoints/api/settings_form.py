"""The shop's settings as they go over the wire: the sections of the shop file, in its own form."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StrictInt, WithJsonSchema

from linda.adapters.shop_file import shop_schema
from linda.adapters.shop_file.sections import SECTIONS
from linda.domain.shop import Persona

DayHours = str | list[str]
"""Hours of a day: "9:00-17:00", "closed", or several stretches."""


class PricedService(BaseModel):
    """One line of the price book; `price` is dollars as text."""

    id: str
    name: str
    repair: str
    price: str
    minutes: int
    brand: str | None = None
    fee: bool = False
    remote: bool = False
    on_site: bool = True
    discountable: bool = True
    aliases: list[str] = Field(default_factory=list)


class PricedAddOn(BaseModel):
    """Something offered beside a repair; an empty `after` means all services."""

    id: str
    name: str
    price: str
    pitch: str
    after: list[str] = Field(default_factory=list)
    aliases: list[str] = Field(default_factory=list)


class DiscountLimits(BaseModel):
    """What may be given away without asking the owner; `daily_budget` is dollars as text."""

    max_percent: int
    floor_percent: int
    daily_budget: str
    reasons: list[str]


class AssistantVoice(BaseModel):
    """How LINDA presents herself."""

    name: str
    persona: Persona
    voice: str
    greeting: str


class ModeMeaning(BaseModel):
    """What one of the owner's modes means for customers."""

    walk_ins: bool
    openings_after_until: bool
    first_pickup: str
    status: str
    status_open_end: str


class BookingLimits(BaseModel):
    """How openings are cut from opening hours; `on_site_surcharge` is dollars as text."""

    start_every: int
    lead_minutes: int
    last_start_before_close: int
    horizon_days: int
    benches: int
    on_site_surcharge: str
    travel_buffer: int


class LegalSettings(BaseModel):
    """What there is to choose from."""

    brands: list[str]
    reasons: list[str]
    personas: list[str]
    start_every: list[int]


class ShopSettings(BaseModel):
    """The settings in force with their version; `changed` are the sections that differ from shop.toml."""

    version: int
    changed: list[str]
    hours: dict[str, DayHours]
    closures: dict[str, str]
    special_hours: dict[str, DayHours]
    services: list[PricedService]
    add_ons: list[PricedAddOn]
    discounts: DiscountLimits
    assistant: AssistantVoice
    modes: dict[str, ModeMeaning]
    booking: BookingLimits
    legal: LegalSettings


def _sections_schema() -> dict[str, Any]:
    described = shop_schema()["properties"]
    sections = {name: described[name] for name in SECTIONS}
    return {"type": "object", "properties": sections, "additionalProperties": False}


class SettingsChange(BaseModel):
    """Whole sections, to be put over the version that whoever asks has seen; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    version: StrictInt
    changes: Annotated[dict[str, Any], WithJsonSchema(_sections_schema())]
