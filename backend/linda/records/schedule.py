"""The calendar: every claimed five minutes of a bench is a row of its own, so two owners can't hold one.

A booking is a row at its first cell and a bare cell row for each cell after it, written and removed together.
A hold looks the same with `held_until`; an expired hold is as good as absent, decided in the write's condition.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hmac import compare_digest
from typing import Any

from linda.domain.errors import Refused
from linda.domain.openings import cells
from linda.records.store import MAX_WRITES, Absent, AnyOf, Below, Delete, Equals, Item, Put, Store, Write
from linda.records.tables import SCHEDULE

BENCH_BASE = 10

_LINK_KEY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)\.(?P<slot>\d{1,5})\.(?P<secret>[a-z2-7_]{21,26})", re.ASCII)

SPARE_WRITES = 4
"""Writes of a transaction that are left for what goes with a claim: the lead, a counter, a text."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a bench that somebody owns.

    `day` is the shop's local day (ISO), `minute` the first claimed minute of that day, `minutes` the length (both
    multiples of five), `owner` the id that owns it (a booking's, a hold's, a block's).
    """

    day: str
    minute: int
    minutes: int
    bench: int
    owner: str

    @property
    def slot(self) -> int:
        """Return the sort key of the first cell."""
        return self.minute * BENCH_BASE + self.bench

    def slots(self) -> list[int]:
        """Return the sort key of every cell."""
        return [minute * BENCH_BASE + self.bench for minute in cells(self.minute, self.minutes)]


@dataclass(frozen=True, slots=True)
class Booking:
    """An appointment. `starts` is the minute of the day the customer comes; the claim may begin earlier (travel).

    `price` is the agreed total in cents; `services` are ids of the price book. `link_secret` is part of its link.
    """

    booking_id: str
    code: str
    lead_id: str
    customer: str
    day: str
    starts: int
    minutes: int
    bench: int
    claim_from: int
    claim_minutes: int
    services: tuple[str, ...]
    device: str
    price: int
    service_mode: str
    name: str = ""
    discount_percent: int = 0
    created_at: int = 0
    source: str = "sms"
    link_secret: str = field(default="", repr=False)

    @property
    def claim(self) -> Claim:
        """Return the stretch of the bench that this booking owns."""
        return Claim(self.day, self.claim_from, self.claim_minutes, self.bench, self.booking_id)

    @property
    def reference(self) -> dict[str, Any]:
        """Return what a lead keeps to find this booking again."""
        return {"day": self.day, "slot": self.claim.slot, "booking_id": self.booking_id}

    @property
    def link_key(self) -> str:
        """Return what names this booking in a link, and can't be guessed; older bookings have but their id for it."""
        return f"{self.day}.{self.claim.slot}.{self.link_secret or self.booking_id}"

    @classmethod
    def from_item(cls, item: Mapping[str, Any]) -> "Booking":
        """Read a booking's row."""
        values = {key: value for key, value in item.items() if key in cls.__dataclass_fields__}
        return cls(**{**values, "services": tuple(item["services"])})


class Schedule:
    """The calendar on a store."""

    def __init__(self, store: Store) -> None:
        """Keep claims in `store`."""
        self._store = store

    def rows(self, day: date) -> list[Item]:
        """Return every row of a day: cells, bookings, holds, blocks."""
        return self._store.query(SCHEDULE, day.isoformat())

    def bookings(self, day: date) -> list[Booking]:
        """Return a day's bookings by starting time."""
        found = [Booking.from_item(row) for row in self.rows(day) if row["kind"] == "booking"]
        return sorted(found, key=lambda booking: (booking.starts, booking.bench))

    def find_linked(self, link_key: str) -> Booking | None:
        """Return the booking that is named so in a link, or None."""
        parts = _LINK_KEY.fullmatch(link_key)
        row = self._store.get(SCHEDULE, {"day": parts["day"], "slot": int(parts["slot"])}) if parts else None
        found = Booking.from_item(row) if row and row["kind"] == "booking" else None
        return found if found and compare_digest(found.link_key, link_key) else None

    def find(self, reference: Mapping[str, Any]) -> Booking | None:
        """Return the booking a lead's `reference` points to, or None when it is gone."""
        row = self._store.get(SCHEDULE, {"day": reference["day"], "slot": reference["slot"]})
        if row is None or row.get("owner") != reference["booking_id"] or row["kind"] != "booking":
            return None
        return Booking.from_item(row)


def taken(rows: Iterable[Item], now_ms: int, *, but_for: str = "") -> dict[int, set[int]]:
    """Return the taken minutes of each bench; expired holds and what `but_for` owns count as free."""
    minutes: dict[int, set[int]] = {}
    for row in rows:
        expired = "held_until" in row and row["held_until"] < now_ms
        if not expired and row["owner"] != but_for:
            minute, bench = divmod(row["slot"], BENCH_BASE)
            minutes.setdefault(bench, set()).add(minute)
    return minutes


def book(booking: Booking, now_ms: int, *, may_replace: str = "") -> list[Write]:
    """Return the writes of a booking: all its cells, each only if free, expired, `may_replace`'s or its own."""
    return _in_one_write(_claim(booking.claim, _row(booking), now_ms, may_replace))


def hold(claim: Claim, now_ms: int, until_ms: int, *, instead_of: Iterable[Item] = ()) -> list[Write]:
    """Return the writes that keep `claim` for its owner until `until_ms`, and free his rows `instead_of` it."""
    held = {"held_until": until_ms}
    row = {"kind": "hold", "minutes": claim.minutes, **held}
    kept = {(claim.day, slot) for slot in claim.slots()}
    dropped = [(each["day"], each["slot"]) for each in instead_of if (each["day"], each["slot"]) not in kept]
    freed = [Delete(SCHEDULE, {"day": day, "slot": slot}, Equals("owner", claim.owner)) for day, slot in dropped]
    return _in_one_write([*_claim(claim, row, now_ms, claim.owner, held), *freed])


def block(claim: Claim, now_ms: int, note: str) -> list[Write]:
    """Return the writes by which the shop's owner takes `claim` off the calendar."""
    row = {"kind": "block", "minutes": claim.minutes, "note": note}
    return _in_one_write(_claim(claim, row, now_ms, ""))


def block_all(claims: Sequence[Claim], now_ms: int, note: str) -> list[Write]:
    """Return the writes that take the same time off every bench at once; raises `Refused` when that is too much."""
    return _in_one_write([write for each in claims for write in block(each, now_ms, note)])


def unblock(rows: Iterable[Item]) -> list[Write]:
    """Return the writes that free the `rows` of a block, only while they are its own."""
    return [
        Delete(SCHEDULE, {"day": each["day"], "slot": each["slot"]}, Equals("owner", each["owner"])) for each in rows
    ]


def release(claim: Claim) -> list[Write]:
    """Return the writes that free `claim`, only if its owner still owns every cell."""
    return [Delete(SCHEDULE, {"day": claim.day, "slot": slot}, Equals("owner", claim.owner)) for slot in claim.slots()]


def move(old: Booking, new: Booking, now_ms: int, *, may_replace: str = "") -> list[Write]:
    """Return the writes that take `old` to the place of `new`; cells both share are written once."""
    shared = set(new.claim.slots()) & set(old.claim.slots()) if new.day == old.day else set()
    freed = [_free(old.claim, slot) for slot in old.claim.slots() if slot not in shared]
    placed = [_if_still_ours(put, shared, old) for put in _claim(new.claim, _row(new), now_ms, may_replace)]
    return _in_one_write([*freed, *placed])


def _row(booking: Booking) -> Item:
    return {"kind": "booking", **asdict(booking), "services": list(booking.services)}


def _if_still_ours(put: Put, shared: Collection[int], old: Booking) -> Put:
    # A booking that was cancelled meanwhile must not come back, so its own cells have to be there still.
    return replace(put, condition=Equals("owner", old.booking_id)) if put.item["slot"] in shared else put


def _free(claim: Claim, slot: int) -> Delete:
    return Delete(SCHEDULE, {"day": claim.day, "slot": slot}, Equals("owner", claim.owner))


def _claim(
    claim: Claim, first: Mapping[str, Any], now_ms: int, may_replace: str, every: Mapping[str, Any] | None = None
) -> list[Put]:
    free = AnyOf(
        (
            Absent(),
            Below("held_until", now_ms),
            Equals("owner", claim.owner),
            *([Equals("owner", may_replace)] if may_replace else []),
        )
    )
    writes: list[Put] = []
    for slot in claim.slots():
        cell = {"kind": "cell", **(every or {}), "day": claim.day, "slot": slot, "owner": claim.owner}
        writes.append(Put(SCHEDULE, cell if writes else {**cell, **first}, free))
    return writes


def _in_one_write(writes: Sequence[Write]) -> list[Write]:
    if len(writes) > MAX_WRITES - SPARE_WRITES:
        raise Refused("That is more time than can be taken in one piece here; two shorter ones can be made.")
    return list(writes)
