"""What a conversation knows: it belongs to the lead, not to a brain, so that either brain can take over."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from linda.domain.errors import Refused
from linda.domain.quotes import quote
from linda.domain.shop import ServiceMode, Shop


@dataclass(frozen=True, slots=True)
class Facts:
    """What the customer told us so far.

    `brand` and `device` as in `linda.language.devices` ("iphone", "iPhone 13 Pro Max"); `services` are ids of the
    price book; `repairs` kinds of damage not yet matched to a line; `day` and `time` shop wall clock; `part` a
    part of day; `bound` "after", "before" or "around", `latest` the end of a wished range of times; `service_mode`
    as `ServiceMode`.
    """

    name: str | None = None
    brand: str | None = None
    device: str | None = None
    quantity: int = 1
    repairs: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    service_mode: str | None = None
    day: dt.date | None = None
    time: dt.time | None = None
    part: str | None = None
    bound: str | None = None
    latest: dt.time | None = None
    address: str | None = None

    def to_item(self) -> dict[str, Any]:
        """Return the non-empty facts as JSON values."""
        item: dict[str, Any] = {}
        for spec in fields(self):
            value = getattr(self, spec.name)
            if value is None or value == () or (spec.name == "quantity" and value == 1):
                continue
            item[spec.name] = value.isoformat() if isinstance(value, dt.date | dt.time) else value
        return {key: list(value) if isinstance(value, tuple) else value for key, value in item.items()}

    @classmethod
    def from_item(cls, item: Mapping[str, Any]) -> "Facts":
        """Read what `to_item` wrote; unknown keys are left aside."""
        known = {spec.name for spec in fields(cls)}
        values = {key: value for key, value in item.items() if key in known}
        for key in ("repairs", "services"):
            values[key] = tuple(values.get(key, ()))
        if "day" in values:
            values["day"] = dt.date.fromisoformat(values["day"])
        for key in ("time", "latest"):
            if key in values:
                values[key] = dt.time.fromisoformat(values[key])
        return cls(**values)

    def without_when(self) -> "Facts":
        """Return the same facts with no day, time or part of day."""
        return replace(self, day=None, time=None, part=None, bound=None, latest=None)


def sound(facts: Facts, shop: Shop) -> Facts:
    """Return `facts` without what this shop does not do: lines its price book lost, repairs it can't do that way."""
    services = tuple(each for each in facts.services if shop.service(each))
    mode = facts.service_mode
    if mode is not None and services:
        try:
            quote(shop, services, service_mode=ServiceMode(mode))
        except Refused:
            mode = None
    return replace(facts, services=services, service_mode=mode)


@dataclass(frozen=True, slots=True)
class Pending:
    """What we asked last. `asked` names the question, `data` holds what an answer refers to (JSON values)."""

    asked: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def to_item(self) -> dict[str, Any]:
        """Return the question as JSON values."""
        return {"asked": self.asked, "data": dict(self.data)}

    @classmethod
    def from_item(cls, item: Mapping[str, Any] | None) -> "Pending | None":
        """Read what `to_item` wrote."""
        return cls(item["asked"], item.get("data", {})) if item else None
