"""What a turn's tool results entitle LINDA to say; the claim checker traces every figure of a reply to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from typing import Any

from linda.domain.money import Cents


@dataclass(frozen=True, slots=True)
class Evidence:
    """Figures with a source.

    `prices` in cents; `moments` starts that are open or booked (aware, shop zone); `denied` moments that may be
    named only to say no; `days` and `times` that may be named for another reason; `percents`; `minutes` durations;
    `counts` numbers of openings left.
    """

    prices: frozenset[Cents] = frozenset()
    moments: frozenset[datetime] = frozenset()
    denied: frozenset[datetime] = frozenset()
    days: frozenset[date] = frozenset()
    times: frozenset[time] = frozenset()
    percents: frozenset[int] = frozenset()
    minutes: frozenset[int] = frozenset()
    counts: frozenset[int] = frozenset()

    def __or__(self, other: "Evidence") -> "Evidence":
        """Return what either entitles to."""
        return Evidence(*(getattr(self, spec.name) | getattr(other, spec.name) for spec in fields(self)))

    def to_item(self) -> dict[str, list[Any]]:
        """Return the non-empty figures as JSON values."""
        return {
            spec.name: sorted(
                each.isoformat() if isinstance(each, date | time) else each for each in getattr(self, spec.name)
            )
            for spec in fields(self)
            if getattr(self, spec.name)
        }

    @classmethod
    def from_item(cls, item: Mapping[str, Iterable[Any]]) -> "Evidence":
        """Read what `to_item` wrote."""
        return cls(**{name: frozenset(map(_READERS.get(name, int), values)) for name, values in item.items()})


_READERS: Mapping[str, Any] = {
    "moments": datetime.fromisoformat,
    "denied": datetime.fromisoformat,
    "days": date.fromisoformat,
    "times": time.fromisoformat,
}


def joined(parts: Iterable[Evidence]) -> Evidence:
    """Return what all `parts` together entitle to."""
    total = Evidence()
    for part in parts:
        total = total | part
    return total
