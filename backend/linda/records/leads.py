"""Leads: a header per customer (timestamp 0) and, beside it, every event in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from linda.domain.ids import lead_id
from linda.records.store import Absent, Equals, Item, Put, Range, Store
from linda.records.tables import LEADS

HEADER = 0
RECENT_LINES = 12
UNKEPT = "unkept"
"""Marks a line with the id of the call that is to leave no words behind."""
KIND = "lead"


@dataclass(frozen=True, slots=True)
class Lease:
    """Who may write in this conversation: until `until` (epoch ms) only the worker with this `fence`."""

    fence: int = 0
    until: int = 0

    def is_free(self, now_ms: int) -> bool:
        """Tell whether another worker may take over at `now_ms`."""
        return self.until <= now_ms


@dataclass(frozen=True, slots=True)
class Lead:
    """The header: what is known of a customer and of the turn at hand. JSON values inside the mappings.

    `waiting` are accepted texts no reply covers yet ({"sid", "text", "at", ...}, oldest first); `effects` the tool
    runs that the turn in progress already carried out; `tries` how often that turn was begun, `seized` whether the
    last time from a worker whose lease was still running; `recent` the last lines of the conversation; `bookings`
    references ({"day", "slot", "booking_id"}) to rows of the schedule, `held_on` the ISO day of his last hold;
    `approval` a price the owner is asked for, `trouble` a text to him that could not be sent, `contact_phone` the
    number that a visitor of the web page has confirmed; `texted` counts the texts of an hour ({"count", "ends_at"}),
    `spent` what the model cost for this customer in a day ({"day", "micros"}); times are epoch ms.
    """

    lead_id: str
    phone: str
    version: int = 0
    status: str = "new"
    created_at: int = 0
    last_activity: int = 0
    last_event: int = 0
    channel: str = "sms"
    facts: Mapping[str, Any] = field(default_factory=dict)
    pending: Mapping[str, Any] | None = None
    quote: Mapping[str, Any] | None = None
    discount: Mapping[str, Any] | None = None
    upsells: tuple[Mapping[str, Any], ...] = ()
    bookings: tuple[Mapping[str, Any], ...] = ()
    held_on: str = ""
    recent: tuple[Mapping[str, Any], ...] = ()
    waiting: tuple[Mapping[str, Any], ...] = ()
    effects: tuple[Mapping[str, Any], ...] = ()
    fence: int = 0
    leased_until: int = 0
    tries: int = 0
    seized: bool = False
    greeted: bool = False
    unclear: int = 0
    complained: bool = False
    handed_over: str = ""
    opted_out_at: int = 0
    taken_over_until: int = 0
    done_at: int = 0
    approval: Mapping[str, Any] | None = None
    trouble: Mapping[str, Any] | None = None
    contact_phone: str = ""
    texted: Mapping[str, int] = field(default_factory=dict)
    spent: Mapping[str, Any] = field(default_factory=dict)

    @property
    def lease(self) -> Lease:
        """Return the lease that is in force or was last."""
        return Lease(self.fence, self.leased_until)

    def to_item(self) -> Item:
        """Return the header as the store keeps it."""
        item: Item = {"timestamp": HEADER, "kind": KIND}
        for spec in fields(self):
            value = getattr(self, spec.name)
            if value is not None:
                item[spec.name] = [dict(each) for each in value] if isinstance(value, tuple) else value
        return item

    @classmethod
    def from_item(cls, item: Mapping[str, Any]) -> "Lead":
        """Read what `to_item` wrote."""
        known = {spec.name for spec in fields(cls)}
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in item.items() if k in known}
        return cls(**values)


class Leads:
    """The lead log on a store."""

    def __init__(self, store: Store) -> None:
        """Keep leads in `store`."""
        self._store = store

    def get(self, phone: str) -> Lead | None:
        """Return the lead of the customer with this E.164 number, or None."""
        return self.get_by_id(lead_id(phone))

    def get_by_id(self, key: str) -> Lead | None:
        """Return the lead with this id, or None."""
        item = self._store.get(LEADS, {"lead_id": key, "timestamp": HEADER})
        return Lead.from_item(item) if item else None

    def put(self, lead: Lead, version: int) -> Put:
        """Return the write of `lead` over the header of `version` (0: there was none)."""
        condition = Equals("version", version) if version else Absent()
        return Put(LEADS, lead.to_item(), condition)

    def event(self, lead_key: str, timestamp: int, kind: str, **data: Any) -> Put:
        """Return the write of one event; its timestamp (epoch ms) must be new in this lead."""
        item = {"lead_id": lead_key, "timestamp": timestamp, "event": kind, **data}
        return Put(LEADS, item, Absent())

    def event_at(self, lead_key: str, timestamp: int) -> Item | None:
        """Return the event of a lead with this timestamp, or None."""
        return self._store.get(LEADS, {"lead_id": lead_key, "timestamp": timestamp})

    def events(self, lead_key: str, *, limit: int = 100, newest_first: bool = False, after: int = HEADER) -> list[Item]:
        """Return a lead's events after the timestamp `after`, at most `limit`, in order or newest first."""
        after_header = Range(max(after, HEADER) + 1, 2**53)
        return self._store.query(LEADS, lead_key, after_header, limit=limit, newest_first=newest_first)

    def by_activity(self, *, limit: int = 50, but_for: str = "") -> list[Lead]:
        """Return the leads with the latest activity first; through an index, so it may lag.

        `but_for` is a number that is no customer's: the owner's own, whose texts are kept like everybody's.
        """
        rows = self._store.query(LEADS, KIND, limit=limit + bool(but_for), newest_first=True, index="leads_by_activity")
        return [Lead.from_item(row) for row in rows if row["phone"] != but_for][:limit]
