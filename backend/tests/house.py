"""One LINDA for the tests of turns and sweeps: real records, tools and engine; a brain and a phone that remember."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from linda.adapters.shop_file import load_shop
from linda.conversation.acceptance import Arrival, receive
from linda.conversation.answering import Answering
from linda.conversation.brain import Deadline, Draft, Turn
from linda.conversation.calls import CallEnds, PhoneCalls, Thinking
from linda.conversation.checking import Checker
from linda.conversation.inbound import Inbound
from linda.conversation.receipt import Receipt
from linda.conversation.toolbox import Toolbox
from linda.conversation.turn import Reply, TurnEngine
from linda.domain.clock import Clock
from linda.domain.errors import TextNotSent
from linda.domain.ids import lead_id
from linda.domain.shop import Shop
from linda.entrypoints.jobs import Sweeper, Swept
from linda.records import Records
from linda.records.inbox import Message
from linda.records.leads import Lead
from linda.records.schedule import Booking
from linda.records.store import Item, Store
from linda.testing.clock import FakeClock
from linda.testing.one_shop import OneShop

NOW = datetime(2026, 2, 10, 14, 46, tzinfo=ZoneInfo("America/New_York"))
TOMORROW = "2026-02-11"
CUSTOMER, OTHER, OWNER, SHOP_PHONE = "+19045550142", "+19045550143", "+19045550199", "+19045550100"
BOOK = "book me tomorrow at 10"
BOOKED = "Booked. Come by tomorrow."
SLOT = {"date": TOMORROW, "time": "10:00", "repair_type": "iphone_screen", "device": "iPhone 13"}


@cache
def the_shop() -> Shop:
    """Return the shop as it is shipped."""
    return load_shop(Path(__file__).parents[2] / "shop.toml")


def a_text(sid: str = "SM1", text: str = "hi", customer: str = CUSTOMER) -> Inbound:
    """Return one text to the shop."""
    return Inbound(sid, "sms", customer, text, SHOP_PHONE)


Script = Callable[[Turn, Toolbox], str]


def book_or_chat(turn: Turn, tools: Toolbox) -> str:
    """Book when asked to, once; say what was already done; else chat, with every text named in the answer."""
    if any(run.tool == "book_slot" for run in turn.effects):
        return BOOKED
    if BOOK not in turn.text.splitlines():
        return f"You said: {turn.text}"
    run = tools.call("book_slot", SLOT)
    return BOOKED if run.wrote else "That time is gone."


class StillClock(FakeClock):
    """A clock for many threads: it stands still, and who sleeps lets the others work."""

    def sleep(self, seconds: float) -> None:
        """Step aside for a moment, whatever `seconds` says."""
        time.sleep(0.001)


@dataclass
class RememberingBrain:
    """Follows a script and remembers every turn it saw."""

    script: Script = book_or_chat
    name: str = "script"
    turns: list[Turn] = field(default_factory=list)

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Remember the turn and answer it by the script."""
        self.turns.append(turn)
        return Draft(self.script(turn, tools), turn.facts, None, self.name)


class TrustingChecker(Checker):
    """Lets every draft pass: what may be said has tests of its own."""

    def checked(self, turn: Turn, draft: Draft, tools: Toolbox, receipt: Receipt) -> tuple[str, Draft]:
        """Return the draft as it is."""
        receipt.brain = draft.brain
        return draft.text, draft


@dataclass
class RememberingPhone:
    """A carrier that remembers what it took; `trouble` (by body) is raised before, `lost` after it took a text."""

    clock: Clock
    taken: list[tuple[str, str, datetime]] = field(default_factory=list)
    trouble: dict[str, TextNotSent] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    deaf: bool = False

    def send(self, to: str, body: str, idempotency_hint: str) -> str:
        """Take the text, or fail the way the test wants."""
        if body in self.trouble:
            raise self.trouble[body]
        self.taken.append((to, body, self.clock.now()))
        if body in self.lost:
            raise TextNotSent("the answer was lost", permanent=False, maybe_sent=True)
        return f"SMout{len(self.taken)}"

    def find_sent(self, to: str, body: str, since: datetime) -> str | None:
        """Return the id of such a text."""
        if self.deaf:
            raise TextNotSent("the carrier can't be asked", permanent=False)
        for number, (number_to, text, at) in enumerate(self.taken, 1):
            if (number_to, text) == (to, body) and at >= since:
                return f"SMout{number}"
        return None

    @property
    def texts(self) -> list[tuple[str, str]]:
        """Return everything that was taken: to whom, and what."""
        return [(to, body) for to, body, _ in self.taken]


@dataclass
class House:
    """Everything joined on one store; `another` is a second process on the same store."""

    store: Store
    clock: FakeClock = field(default_factory=lambda: FakeClock(NOW.astimezone(UTC)))
    brain: RememberingBrain = field(default_factory=RememberingBrain)
    checkpoint: Callable[[str], None] = lambda step: None

    def __post_init__(self) -> None:
        """Join the parts."""
        self.phone = RememberingPhone(self.clock)
        self.records = Records.on(self.store, self.clock)
        checker = TrustingChecker(self.brain, self.clock)
        answering = Answering(OneShop(the_shop()), self.records, self.clock, self.brain, checker, OWNER)
        self.engine = TurnEngine(self.records, self.clock, answering, self.checkpoint)
        ends = CallEnds(OneShop(the_shop()), self.records, self.clock, self.phone, OWNER)
        thinking = Thinking(self.engine, self.engine)
        self.calls = PhoneCalls(OneShop(the_shop()), self.records, self.clock, thinking, ends, OWNER)
        self.last_calls = replace(self.calls, thinking=replace(thinking, seizes=True))
        self.sweeper = Sweeper(self.engine, self.records, self.clock, self.phone, ends)

    def another(self) -> "House":
        """Return another process on the same store, with the same brain and clock."""
        return House(self.store, self.clock, self.brain)

    def text(self, sid: str = "SM1", text: str = "hi", customer: str = CUSTOMER) -> Reply:
        """Let a text come in and return what the webhook answers."""
        return self.engine.answer(a_text(sid, text, customer))

    def arrive(self, sid: str, text: str = "hi", customer: str = CUSTOMER) -> Arrival:
        """Let a text come in and be accepted; nobody waits for its answer."""
        return receive(self.records, self.clock, a_text(sid, text, customer))

    def sweep(self) -> Swept:
        """Sweep once."""
        return self.sweeper.sweep()

    def lead(self, customer: str = CUSTOMER) -> Lead:
        """Return the lead of a customer who wrote before."""
        lead = self.records.leads.get(customer)
        assert lead is not None
        return lead

    def message(self, sid: str) -> Message:
        """Return an accepted message."""
        message = self.records.inbox.get(sid)
        assert message is not None
        return message

    def events(self, customer: str = CUSTOMER) -> list[Item]:
        """Return what is written of a customer's conversation, in order."""
        return self.records.leads.events(lead_id(customer))

    def replies(self, customer: str = CUSTOMER) -> list[str]:
        """Return the answers in a customer's conversation, in order."""
        return [each["text"] for each in self.events(customer) if each["event"] == "reply"]

    def bookings(self) -> list[Booking]:
        """Return tomorrow's bookings."""
        return self.records.schedule.bookings(date.fromisoformat(TOMORROW))
