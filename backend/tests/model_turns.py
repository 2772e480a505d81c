"""A shop, turns and two small tools for the tests of the model's side."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from linda.conversation.arguments import Arguments
from linda.conversation.brain import Turn
from linda.conversation.facts import Facts
from linda.conversation.toolbox import Kind, Outcome, Status, Tool, Toolbox
from linda.domain.money import Cents
from linda.domain.owner_state import OwnerState
from linda.domain.shop import (
    AddOn,
    Assistant,
    BookingPolicy,
    DiscountPolicy,
    Hours,
    Mode,
    ModePolicy,
    Persona,
    Service,
    Shop,
)
from linda.testing.clock import FakeClock

ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 2, 10, 14, 46, tzinfo=ZONE)
CUSTOMER = "+19045550142"

_MODE = ModePolicy(
    walk_ins=True,
    openings_after_until=False,
    first_pickup="linda",
    status="{owner} is back at {until}",
    status_open_end="{owner} is busy",
)

SHOP = Shop(
    name="EmperorLinda Cell Phone Repairs",
    owner="Brandon",
    timezone=ZONE,
    phone="+19045550100",
    address="1 Test Street",
    directions="behind the bakery",
    payment=("cash", "card"),
    warranty_days=90,
    assistant=Assistant("Linda", Persona.LAID_BACK, "alloy", "Hi!"),
    hours={day: (Hours(time(9), time(17)),) for day in range(6)},
    services=(Service("iphone_screen", "iPhone screen", "screen", Cents(7900), 45, brand="iphone"),),
    add_ons=(AddOn("screen_protector", "screen protector", Cents(1500), "a screen protector"),),
    discounts=DiscountPolicy(15, ("repeat_customer",), 80, Cents(5000)),
    booking=BookingPolicy(15, 30, 60, 14, 1, Cents(2000), 30),
    modes=dict.fromkeys(Mode, _MODE),
    closures={date(2026, 7, 4): "Independence Day"},
)


def a_turn(text: str = "how much is a screen for my iphone 13?", **changes: Any) -> Turn:
    """Return a turn of the test shop with `changes`."""
    given: dict[str, Any] = {
        "text": text,
        "channel": "sms",
        "customer": CUSTOMER,
        "shop": SHOP,
        "state": OwnerState(),
        "now": NOW,
        "facts": Facts(),
        "pending": None,
    }
    return Turn(**{**given, **changes})


@dataclass(frozen=True, slots=True)
class Day(Arguments):
    """Openings of a day."""

    date: str


@dataclass(frozen=True, slots=True)
class Slot(Arguments):
    """Book a slot."""

    date: str
    time: str
    name: str | None = None


@dataclass
class Openings:
    """A READ tool that always knows the same two openings."""

    name: ClassVar[str] = "check_availability"
    kind: ClassVar[Kind] = Kind.READ
    arguments: ClassVar[type[Arguments]] = Day
    asked: list[str] = field(default_factory=list)

    def run(self, arguments: Day) -> Outcome:
        """Remember the day and answer."""
        self.asked.append(arguments.date)
        return Outcome(Status.DONE, {"available": True, "slots": ["2:00 PM", "3:30 PM"], "left": 2})


@dataclass
class Bookings:
    """A WRITE tool that remembers what it wrote."""

    name: ClassVar[str] = "book_slot"
    kind: ClassVar[Kind] = Kind.WRITE
    arguments: ClassVar[type[Arguments]] = Slot
    written: list[tuple[str, str]] = field(default_factory=list)

    def run(self, arguments: Slot) -> Outcome:
        """Write the booking down."""
        self.written.append((arguments.date, arguments.time))
        return Outcome(Status.DONE, {"booked": f"{arguments.date} {arguments.time}"})


@dataclass
class Bench:
    """The two tools in a box of their own."""

    openings: Openings = field(default_factory=Openings)
    bookings: Bookings = field(default_factory=Bookings)
    clock: FakeClock = field(default_factory=lambda: FakeClock(NOW.astimezone(UTC)))

    def toolbox(self) -> Toolbox:
        """Return a box for one turn."""
        tools: list[Tool] = [self.openings, self.bookings]
        return Toolbox(tools, self.clock)


FUNCTIONS = [
    {
        "type": "function",
        "name": tool.name,
        "description": tool.arguments.__doc__,
        "parameters": tool.arguments.schema(),
        "strict": True,
    }
    for tool in (Openings(), Bookings())
]
