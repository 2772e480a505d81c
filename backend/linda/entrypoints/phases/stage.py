"""What the end-to-end scenarios play on: LINDA's webhook, her store, and phones of the test's own."""

import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from linda.adapters.simulated_phone import Call, SimulatedPhone
from linda.adapters.simulated_phone.webhook import Post
from linda.conversation.by_hand import ByHand
from linda.conversation.calls.phone_calls import MOST_STEPS
from linda.conversation.session import LEASE_MS
from linda.conversation.thread import read_thread
from linda.conversation.toolbox import Status, ToolRun
from linda.domain.channel import VOICE
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, LindaError, Refused, VendorFailed
from linda.domain.ids import lead_id
from linda.domain.opening_choice import bookable_together
from linda.domain.openings import Opening, day_openings
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode, Shop
from linda.records import Records, epoch_ms
from linda.records.calls import turn_sid
from linda.records.outbox import outgoing_key, withdraw
from linda.records.owner_states import CACHED_FOR
from linda.records.schedule import Booking, taken
from linda.records.store import Delete
from linda.records.tables import INBOX, LEADS

BY = "test_e2e"
_TWILIO_WAITS_S = 15.0


class ScenarioFailed(LindaError):
    """LINDA did something else than the scenario expects; the message says what."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply with its receipt."""

    text: str
    receipt: Mapping[str, Any]

    def looks(self, day: date) -> list[Mapping[str, Any]]:
        """Return what LINDA saw of `day` when she looked at the calendar for this reply."""
        runs = [run["result"] for run in self.receipt["tools"] if run["tool"] == "check_availability"]
        return [result for result in runs if result.get("date") == day.isoformat() and "left" in result]


@dataclass(frozen=True, slots=True)
class Stage:
    """LINDA as a customer meets her, and her store as she keeps it. `tell` prints a line."""

    shop: Shop
    records: Records
    clock: Clock
    phone: SimulatedPhone
    tell: Callable[[str], None]

    def text(self, customer: str, text: str) -> Answered:
        """Text LINDA as `customer`; raises `VendorFailed` when she can't be reached, `ScenarioFailed` on silence."""
        self.tell(f"   Customer: {text}")
        delivery = self.phone.text(customer, text)
        if delivery.problem:
            raise VendorFailed(_not_reached(delivery.attempts[-1], self.phone.line.public_url), permanent=True)
        self.tell(f"   LINDA: {' / '.join(delivery.replies) or '(nothing)'}")
        message = self.records.inbox.get(delivery.sid)
        if message is None:
            raise VendorFailed(
                f"LINDA answers at {self.phone.line.public_url}, but keeps her records elsewhere: LINDA_STORE (with "
                "AWS_REGION, LINDA_TABLE_PREFIX or LINDA_DATA_DIR) must name the store she uses there.",
                permanent=True,
            )
        event = self.records.leads.event_at(message.lead_id, message.receipt) if message.receipt else None
        if event is None or not delivery.replies:
            raise ScenarioFailed("LINDA gave no answer.")
        return Answered(" ".join(delivery.replies), event["receipt"])

    def call(self, customer: str) -> Call:
        """Call LINDA as `customer`, whose call it is; raises `VendorFailed` when she can't be reached."""
        call = self.phone.call(customer)
        if call.problem:
            raise VendorFailed(_not_reached(call.steps[-1].text, self.phone.line.public_url), permanent=True)
        self.tell(f"   LINDA: {' '.join(call.heard) or '(nothing)'}")
        return call

    def say(self, call: Call, text: str) -> str:
        """Say `text` in a call and return what is heard; raises `ScenarioFailed` on silence."""
        if call.is_over:
            raise ScenarioFailed("LINDA ended the call.")
        self.tell(f"   Customer: {text}")
        heard = " ".join(call.say(text))
        self.tell(f"   LINDA: {heard or '(nothing)'}")
        if call.problem or not heard:
            raise ScenarioFailed(f"LINDA gave no answer: {call.problem or 'she says nothing'}.")
        return heard

    def confirmation(self, call: Call, booking: Booking) -> str:
        """Return the text by which `booking`, made in `call`, is confirmed to the caller, "" for none.

        It is taken back if it has not left: the number is nobody's, and a carrier would bill it.
        """
        causes = [f"booked#{turn_sid(call.sid, step)}#{booking.booking_id}" for step in range(1, MOST_STEPS + 1)]
        rows = (self.records.store.get(INBOX, {"key": outgoing_key(cause)}) for cause in causes)
        row = next(filter(None, rows), None)
        if row is None:
            return ""
        with suppress(Conflict):
            self.records.store.transact(withdraw(row["key"], row.get("due_at", 0)))
        return str(row["body"])

    def spoken_lines(self, customer: str) -> list[str]:
        """Return what is kept of the calls of `customer`, in order."""
        lines = read_thread(self.records, lead_id(customer), epoch_ms(self.clock))
        return [line.text for line in lines if line.channel == VOICE]

    def openings(self, day: date, minutes: int) -> tuple[Opening, ...]:
        """Return the starts free on `day` in the state of now, counted from the calendar."""
        state = self.records.states.current(fresh=True).at(self.clock.now())
        busy = taken(self.records.schedule.rows(day), epoch_ms(self.clock))
        return day_openings(self.shop, state, day, minutes, busy, now=self.clock.now())

    def left(self, day: date, minutes: int) -> int:
        """Return how many bookings of `minutes` still fit on `day`."""
        return len(bookable_together(self.shop, self.openings(day, minutes)))

    def days(self) -> list[date]:
        """Return today and the ten days after it, in the shop's zone."""
        today = self.clock.now().astimezone(self.shop.timezone).date()
        return [today + timedelta(days=ahead) for ahead in range(11)]

    def set_owner(self, mode: Mode, until: datetime | None = None) -> None:
        """Put the owner in `mode`, and wait until every LINDA has noticed."""
        now = self.records.states.current(fresh=True)
        changed = replace(now, mode=mode, until=until, note="", answers_texts=True, answers_calls=True)
        self.records.states.change(changed, by=BY)
        self.clock.sleep(CACHED_FOR.total_seconds() + 0.5)

    def restore_owner(self, before: OwnerState) -> None:
        """Put the owner's state back to `before`, unless he has changed it himself meanwhile."""
        now = self.records.states.current(fresh=True)
        if now.set_by == BY and now.version != before.version:
            self.records.states.change(replace(before, version=now.version), by=BY)

    def bookings(self, customer: str) -> list[Booking]:
        """Return what stands in the calendar for `customer`."""
        lead = self.records.leads.get(customer)
        found = (self.records.schedule.find(each) for each in (lead.bookings if lead else ()))
        return [each for each in found if each]

    def cancel(self, customer: str) -> None:
        """Free what `customer` has booked; raises `VendorFailed` with what is left to do by hand."""
        for booking in self.bookings(customer):
            try:
                run = self._cancelled(customer, booking)
            except Refused:  # a turn broke off: nobody else may write until its lease is over
                self.clock.sleep(LEASE_MS / 1000 + 1)
                run = self._cancelled(customer, booking)
            if run.outcome.status is not Status.DONE:
                raise VendorFailed(f"Cancel booking {booking.code} by hand: {run.outcome.sentence}", permanent=True)

    def _cancelled(self, customer: str, booking: Booking) -> ToolRun:
        by_hand = ByHand(self.shop, self.records, self.clock, BY)
        return by_hand.run(customer, "cancel_booking", {"booking_code": booking.code})

    def forget(self, customer: str) -> None:
        """Remove the lead of an earlier run, after what it booked."""
        self.cancel(customer)
        lead = self.records.leads.get(customer)
        if lead is None:
            return
        while events := self.records.leads.events(lead.lead_id, limit=50):
            keys = [{"lead_id": lead.lead_id, "timestamp": each["timestamp"]} for each in events]
            self.records.store.transact(*(Delete(LEADS, key) for key in keys))
        self.records.store.transact(Delete(LEADS, {"lead_id": lead.lead_id, "timestamp": 0}))


def post_over_web(public_url: str) -> Post:
    """Return what posts to the server at `public_url`, as Twilio would."""

    def post(path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, str, bytes]:
        request = urllib.request.Request(public_url + path, body, dict(headers))  # noqa: S310 - settings check it
        try:
            with urllib.request.urlopen(request, timeout=_TWILIO_WAITS_S) as answer:  # noqa: S310
                return answer.status, answer.headers.get("content-type", ""), answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, "", refused.read()
        except urllib.error.URLError as failed:
            if isinstance(failed.reason, TimeoutError):
                raise TimeoutError("no answer") from failed
            raise ConnectionError(str(failed.reason)) from failed

    return post


def _not_reached(outcome: str, url: str) -> str:
    return {
        "ct": f"Nobody answers at LINDA_PUBLIC_URL ({url}): is LINDA up, or deployed there?",
        "rt": f"LINDA gave no answer within {_TWILIO_WAITS_S:.0f} s at {url}.",
        "4xx": f"LINDA at {url} refused the signature: her TWILIO_AUTH_TOKEN and LINDA_PUBLIC_URL must be the same as "
        "here.",
    }.get(outcome, f"LINDA at {url} failed ({outcome}): look at her log.")
