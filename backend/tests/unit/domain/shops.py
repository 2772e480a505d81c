"""The shop the unit tests speak of: the shipped one, with what a test changes."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from linda.adapters.shop_file import load_shop
from linda.domain.owner_state import OwnerState
from linda.domain.shop import BookingPolicy, Mode, Shop

NEW_YORK = ZoneInfo("America/New_York")
SHOP_FILE = Path(__file__).parents[4] / "shop.toml"
SHOP = load_shop(SHOP_FILE)
WORKING = OwnerState()


def a_shop(**changes: Any) -> Shop:
    """Return the shipped shop with `changes`."""
    return replace(SHOP, **changes)


def with_booking(**changes: Any) -> Shop:
    """Return the shipped shop with another booking policy."""
    policy: BookingPolicy = replace(SHOP.booking, **changes)
    return a_shop(booking=policy)


def local(text: str) -> datetime:
    """Return a moment on the shop's clock: "2026-02-10T14:46"."""
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK)


def away(mode: Mode, until: str | None = None, **changes: Any) -> OwnerState:
    """Return the owner in `mode`, with an end on the shop's clock or none."""
    return OwnerState(mode=mode, until=local(until) if until else None, **changes)
