"""What the tools of one turn work with: this customer, this moment, the calendar as it is right now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from linda.conversation.facts import Facts, sound
from linda.conversation.receipt import run_to_item
from linda.conversation.seen import Seen
from linda.conversation.session import Session
from linda.conversation.toolbox import Kind, Outcome, ToolRun
from linda.domain.channel import SMS
from linda.domain.clock import Clock
from linda.domain.money import Cents
from linda.domain.opening_choice import nearest
from linda.domain.openings import Opening, day_openings
from linda.domain.owner_state import OwnerState
from linda.domain.shop import ServiceMode, Shop
from linda.records import Records, epoch_ms
from linda.records.counters import Counter
from linda.records.leads import Lead
from linda.records.schedule import Booking, taken
from linda.records.store import Item, Write

SEARCH_DAYS = 10


@dataclass(frozen=True, slots=True)
class Desk:
    """The shop seen by one turn. `sids` are the messages this turn answers; the first names what it makes.

    `channel` is the way its answer goes, `public_url` where this LINDA is called.
    """

    shop: Shop
    state: OwnerState
    records: Records
    clock: Clock
    session: Session
    sids: tuple[str, ...]
    owner_phone: str = ""
    channel: str = SMS
    public_url: str = ""
    quoted: list[str] = field(default_factory=list)
    """The service ids of this turn's last quote: what a discount is on while the lead's facts do not say so yet."""
    seen: Seen = field(default_factory=Seen)
    """What this turn has read of the calendar since it last wrote."""

    @property
    def now(self) -> datetime:
        """Return this moment in the shop's zone."""
        return self.clock.now().astimezone(self.shop.timezone)

    @property
    def now_ms(self) -> int:
        """Return this moment in epoch ms."""
        return epoch_ms(self.clock)

    @property
    def lead(self) -> Lead:
        """Return the customer's lead as of the last write."""
        return self.session.lead

    @property
    def facts(self) -> Facts:
        """Return what the customer told us before this turn or through tools."""
        return sound(Facts.from_item(self.lead.facts), self.shop)

    @property
    def hold_owner(self) -> str:
        """Return the id under which this customer's hold stands in the calendar."""
        return f"hold#{self.lead.lead_id}"

    @property
    def discount_percent(self) -> int:
        """Return the discount this customer was promised, in percent."""
        return int((self.lead.discount or {}).get("percent", 0))

    @property
    def unspent_discount(self) -> Cents:
        """Return what this customer's promise took from a day's budget and no booking has used yet, in cents."""
        return Cents((self.lead.discount or {}).get("cents", 0))

    @property
    def given_today(self) -> Cents:
        """Return what was given away today to everybody, in cents."""
        return Cents(self.discount_counter.value())

    @property
    def discount_counter(self) -> Counter:
        """Return the day's sum of discounts."""
        return Counter(self.records.store, "discount", self.now.date().isoformat())

    def openings(self, day: date, minutes: int, service_mode: ServiceMode, *, but_for: str = "") -> tuple[Opening, ...]:
        """Return the starts free for this customer on `day`, counted now; `but_for` is a booking to be moved."""
        self.seen.rows[day] = self.records.schedule.rows(day)
        return self._seen_openings(day, minutes, service_mode, but_for)

    def opening(
        self, wanted: datetime, minutes: int, service_mode: ServiceMode, *, but_for: str = ""
    ) -> Opening | None:
        """Return the opening that starts at `wanted`, for a write that takes it, or None.

        What this turn has seen of the day will do, as the write's conditions decide; no is said only after a look now.
        """
        asked = (wanted.date(), minutes, service_mode)
        seen = self._seen_openings(*asked, but_for) if wanted.date() in self.seen.rows else ()
        found = next((each for each in seen if each.start == wanted), None)
        return found or next((each for each in self.openings(*asked, but_for=but_for) if each.start == wanted), None)

    def _seen_openings(self, day: date, minutes: int, service_mode: ServiceMode, but_for: str) -> tuple[Opening, ...]:
        rows = [row for row in self.seen.rows[day] if row["owner"] not in {self.hold_owner, but_for}]
        return day_openings(
            self.shop,
            self.state,
            day,
            minutes,
            taken(rows, self.now_ms),
            now=self.clock.now(),
            service_mode=service_mode,
        )

    def done_by(self, tool: str) -> list[Mapping[str, Any]]:
        """Return what `tool` has done in this turn, in the form of the journal."""
        mine = set(self.sids)
        return [each for each in self.lead.effects if each["tool"] == tool and not mine.isdisjoint(each["sids"])]

    def own_holds(self) -> list[Item]:
        """Return the rows by which this customer holds an opening now."""
        if not self.lead.held_on:
            return []
        rows = self.records.schedule.rows(date.fromisoformat(self.lead.held_on))
        return [row for row in rows if row["owner"] == self.hold_owner]

    def next_openings(
        self, after: date, minutes: int, service_mode: ServiceMode, count: int = 2
    ) -> tuple[Opening, ...]:
        """Return the first `count` starts after the day `after`, looking ten days ahead."""
        found: list[Opening] = []
        for ahead in range(1, SEARCH_DAYS + 1):
            found += self.openings(after + timedelta(days=ahead), minutes, service_mode)[: count - len(found)]
            if len(found) >= count:
                break
        return tuple(found)

    def alternatives(
        self, wanted: datetime, minutes: int, service_mode: ServiceMode, *, but_for: str = ""
    ) -> tuple[Opening, ...]:
        """Return the two real openings nearest to `wanted`: of its day first, then of the days after."""
        day = max(wanted.date(), self.now.date())
        same_day = nearest(self.openings(day, minutes, service_mode, but_for=but_for), wanted)
        missing = 2 - len(same_day)
        return (*same_day, *(self.next_openings(day, minutes, service_mode, missing) if missing else ()))

    def bookings(self) -> tuple[Booking, ...]:
        """Return this customer's bookings that are not over, by time."""
        today, minute = self.now.date().isoformat(), self.now.hour * 60 + self.now.minute
        found = [self._booking(reference) for reference in self.lead.bookings if reference["day"] >= today]
        ahead = [each for each in found if each and (each.day, each.starts + each.minutes) >= (today, minute)]
        return tuple(sorted(ahead, key=lambda each: (each.day, each.starts)))

    def _booking(self, reference: Mapping[str, Any]) -> Booking | None:
        # Only who holds the lease writes to this customer's bookings, so they are as this turn saw them.
        key = reference["booking_id"]
        if key not in self.seen.bookings:
            self.seen.bookings[key] = self.records.schedule.find(reference)
        return self.seen.bookings[key]

    def record(
        self,
        tool: str,
        arguments: Mapping[str, Any],
        outcome: Outcome,
        changes: Mapping[str, Any],
        writes: Sequence[Write],
    ) -> Outcome:
        """Carry out `writes` and set `changes` on the lead, together with the journal of what this turn has done.

        The journal is what a turn that is run again finds: it tells the customer, and does nothing twice.
        """
        entry = {"sids": list(self.sids), **run_to_item(ToolRun(tool, arguments, outcome, kind=Kind.WRITE))}

        def change(lead: Lead) -> Lead:
            return replace(lead, **changes, effects=(*lead.effects, entry))

        if not writes:
            self.session.keep(change)
            return outcome
        self.seen.forget()
        self.session.write(change, *writes)
        return outcome
