"""A desk with its tools, as one turn of one customer has them: real records, the shop's own file, a fake clock."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from linda.conversation.desk import Desk
from linda.conversation.facts import Facts
from linda.conversation.session import Session, take_over
from linda.conversation.toolbox import Status, Toolbox, ToolRun
from linda.conversation.tools import tools_for
from linda.domain.ids import lead_id
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop
from linda.records import Records, epoch_ms
from linda.records.leads import Lead
from linda.records.schedule import Booking
from linda.records.store import Store
from linda.testing.clock import FakeClock
from tests.house import CUSTOMER, OWNER, the_shop

NOW = datetime(2026, 2, 10, 10, 7, tzinfo=ZoneInfo("America/New_York"))
TODAY, TOMORROW, SUNDAY = "2026-02-10", "2026-02-11", "2026-02-15"
SCREEN = {"repair_type": "iphone_screen", "device": "iPhone 13"}
AT_TEN = {"date": TOMORROW, "time": "10:00", **SCREEN}


@dataclass(slots=True)
class ToolDesk:
    """One customer's turn after another, by calling tools."""

    records: Records
    clock: FakeClock
    shop: Shop
    state: OwnerState
    customer: str
    desk: Desk
    tools: Toolbox
    turn: int = 1

    def call(self, tool: str, /, **arguments: object) -> ToolRun:
        """Call `tool` in a round of its own."""
        return self.call_raw(tool, arguments)

    def call_raw(self, tool: str, arguments: str | Mapping[str, object]) -> ToolRun:
        """Call `tool` with arguments as a model gives them."""
        self.tools.begin_round()
        return self.tools.call(tool, arguments)

    def next_turn(self) -> None:
        """End the turn, as a commit does, and begin another."""
        session = self.desk.session
        session.write(_ended)
        self.turn += 1
        self.desk = _desk(self.records, self.clock, self.shop, self.state, self.customer, turn=self.turn)
        self.tools = Toolbox(tools_for(self.desk), self.clock)

    def bookings(self) -> tuple[Booking, ...]:
        """Return the customer's bookings that are ahead."""
        return self.desk.bookings()


def open_desk(
    store: Store,
    *,
    now: datetime = NOW,
    state: OwnerState | None = None,
    customer: str = CUSTOMER,
    facts: Facts | None = None,
    shop: Shop | None = None,
) -> ToolDesk:
    """Return the desk of a first turn; `facts` are what the customer told before."""
    clock = FakeClock(now.astimezone(UTC))
    records = Records.on(store, clock)
    used, current = shop or the_shop(), state or OwnerState()
    desk = _desk(records, clock, used, current, customer, turn=1)
    if facts is not None:
        told = facts.to_item()
        desk.session.write(lambda lead: replace(lead, facts=told))
    return ToolDesk(records, clock, used, current, customer, desk, Toolbox(tools_for(desk), clock))


def data(run: ToolRun) -> dict[str, Any]:
    """Return what `run` answered; it must have done its work."""
    assert run.outcome.status is Status.DONE, run.outcome.sentence
    return dict(run.outcome.data)


def refusal(run: ToolRun) -> str:
    """Return the sentence of `run`, which must have been refused."""
    assert run.outcome.status is Status.REFUSED, run.outcome.data
    assert run.outcome.data["refused"] == run.outcome.sentence
    assert run.outcome.sentence
    return run.outcome.sentence


def _desk(records: Records, clock: FakeClock, shop: Shop, state: OwnerState, customer: str, *, turn: int) -> Desk:
    lead = records.leads.get(customer) or Lead(lead_id(customer), customer, created_at=epoch_ms(clock))
    session = take_over(records, clock, lead)
    assert isinstance(session, Session)
    return Desk(shop, state, records, clock, session, (f"SM{customer}#{turn}",), OWNER)


def _ended(lead: Lead) -> Lead:
    return replace(lead, effects=(), leased_until=0, tries=0)
