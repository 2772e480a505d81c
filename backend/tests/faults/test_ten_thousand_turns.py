"""Scope: ten thousand turns on a virtual clock, three in ten with a failing model. Every text is answered."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from random import Random

import pytest

from linda.adapters.simulated_phone import SimulatedPhone
from linda.bootstrap import Linda
from linda.conversation.brain import Deadline, Draft, Turn, Usage
from linda.conversation.learned import last_quote, learned
from linda.conversation.model_failed import ModelFailed
from linda.conversation.toolbox import Toolbox
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.running.proof import in_proof
from tests.shop_desk import clock_of, open_shop, phone_of

SHARES, TURNS = 2, in_proof(5_000)  # ten thousand in all, in shares that two processors can play at once
CUSTOMERS = 600
FAULTY = 0.42  # of the turns in which it is asked: the breaker leaves it alone in others
LONGEST_S, CUT_S = 12.5, 9.0
ASKS_BEFORE_A_SWEEP = 100

TEXTS = (
    "how much for an iphone 13 screen?",
    "book iphone 13 screen tomorrow at 10",
    "what do you have tomorrow afternoon",
    "what are your hours",
    "my battery dies fast, pixel 7",
    "cancel my appointment",
    "can i get a discount",
    "move it to friday 2pm",
    "thanks!",
    "asdfgh",
    "my battery is swollen",
    "ok the first one",
)


class Killed(BaseException):
    """The process is gone in the middle of a turn."""


class UnreliableModel:
    """A model that answers honestly, or fails in one of many ways; remembers which."""

    name = "unreliable"

    def __init__(self, share: int) -> None:
        self.pick = Random(f"unreliable {share}")
        self.played: Counter[str] = Counter()

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Answer, or fail."""
        fault = self.pick.choice(sorted(FAULTS)) if self.pick.random() < FAULTY else ""
        if not fault:
            deadline.clock.sleep(self.pick.uniform(0.5, 4.0))
            return draft(turn, tools, honest(tools))
        self.played[fault] += 1
        return draft(turn, tools, FAULTS[fault](tools, deadline))


def draft(turn: Turn, tools: Toolbox, text: str) -> Draft:
    facts = learned(turn.facts, tools.runs, turn.shop)
    return Draft(text, facts, None, UnreliableModel.name, Usage("m", 1), quote=last_quote(tools.runs))


def honest(tools: Toolbox) -> str:
    tools.begin_round()
    run = tools.call("quote_repair", {"repair_type": "iphone_screen", "device": "iPhone 13"})
    return f"An iPhone 13 screen starts at {run.outcome.data['price']}."


def hang(tools: Toolbox, deadline: Deadline) -> str:
    deadline.clock.sleep(deadline.remaining())
    raise ModelFailed("timeout", vendor=True)


def trickle(tools: Toolbox, deadline: Deadline) -> str:
    while deadline.remaining():
        deadline.clock.sleep(0.7 if deadline.remaining() > 0.7 else deadline.remaining() + 0.001)
    raise ModelFailed("timeout", vendor=True)


def late(tools: Toolbox, deadline: Deadline) -> str:
    deadline.clock.sleep(deadline.remaining() - 0.01)
    return honest(tools)


def late_lie(tools: Toolbox, deadline: Deadline) -> str:
    deadline.clock.sleep(deadline.remaining() - 0.01)
    return lie(tools, deadline)


def lie(tools: Toolbox, deadline: Deadline) -> str:
    return "Any screen is $12 and takes 3 minutes, come at 4:44 AM."


def failing(reason: str, seconds: float, **how: object) -> Callable[[Toolbox, Deadline], str]:
    """Return a fault that takes `seconds` and then fails with `reason`."""

    def fail(tools: Toolbox, deadline: Deadline) -> str:
        deadline.clock.sleep(seconds)
        wish = how.get("retry_after")
        raise ModelFailed(reason, vendor=bool(how.get("vendor")), retry_after=wish if isinstance(wish, float) else None)

    return fail


def crash_after_write(tools: Toolbox, deadline: Deadline) -> str:
    write(tools)
    deadline.clock.sleep(2.0)
    raise ModelFailed("server_error", vendor=True)


def killed_after_write(tools: Toolbox, deadline: Deadline) -> str:
    write(tools)
    deadline.clock.sleep(1.0)
    raise Killed


def write(tools: Toolbox) -> None:
    tools.begin_round()
    tools.call("note_facts", {"name": "Ann"})
    tools.begin_round()
    tools.call("hand_to_owner", {"reason": "asks for you", "urgent": False})


FAULTS: Mapping[str, Callable[[Toolbox, Deadline], str]] = {
    "hang": hang,
    "trickle": trickle,
    "late": late,
    "late lie": late_lie,
    "lie": lie,
    "rate limit": failing("rate_limited", 0.1, vendor=True),
    "rate limit with a wish": failing("rate_limited", 0.1, vendor=True, retry_after=20.0),
    "billing": failing("quota", 0.1, vendor=True, retry_after=300.0),
    "5xx": failing("server_error", 1.5, vendor=True),
    "refusal": failing("refusal", 2.0),
    "crash after a write": crash_after_write,
    "killed after a write": killed_after_write,
}


class Day:
    """Plays the turns and remembers how long each took and what came of it."""

    def __init__(self, linda: Linda, share: int) -> None:
        self.linda = linda
        self.phone: SimulatedPhone = phone_of(linda)
        self.clock: FakeClock = clock_of(linda)
        self.pick = Random(f"customers {share}")
        self.seconds: list[float] = []
        self.killed: list[str] = []
        self.silent: list[str] = []

    def text(self, number: int) -> None:
        """Send one text and see what comes back."""
        area, line = divmod(number % CUSTOMERS, 100)
        customer = f"+1{212 + area}55501{line:02d}"
        started = self.clock.monotonic()
        try:
            delivery = self.phone.text(customer, self.pick.choice(TEXTS))
        except Killed:
            self.killed.append(self.phone.threads.all()[-1].sid)
            return
        self.seconds.append(self.clock.monotonic() - started)
        if len(delivery.replies) != 1 or not delivery.replies[0].strip():
            self.silent.append(delivery.sid)

    def sweep(self) -> None:
        """Let the sweeper do what is due; it may be killed too, and then does the rest the next time."""
        try:
            swept = self.linda.sweeper.sweep()
        except Killed:
            return
        assert (swept.broken, swept.failed) == (0, 0)


@pytest.mark.parametrize("share", range(SHARES))
def test_ten_thousand_turns_with_three_in_ten_faults_are_all_answered_in_time(share: int) -> None:
    model = UnreliableModel(share)
    with open_shop("2026-02-10T09:00", model=model, store=MemoryStore()) as linda:
        day = Day(linda, share)
        for number in range(TURNS):
            day.text(number)
            day.clock.advance(timedelta(seconds=day.pick.choice((20, 40, 60))))
            if number % ASKS_BEFORE_A_SWEEP == 0:
                day.sweep()
        for _ in range(20):
            day.clock.advance(timedelta(hours=1))
            day.sweep()
        assert day.silent == []
        assert CUT_S < max(day.seconds) <= LONGEST_S
        assert len(day.seconds) + len(day.killed) == TURNS
        assert min(model.played[fault] for fault in FAULTS) > in_proof(25), "every fault was played"
        assert model.played.total() >= 0.3 * TURNS
        assert linda.records.inbox.waiting() == 0
        answered_later = [linda.records.inbox.get(sid) for sid in day.killed]
        assert all(each is not None and each.is_done and each.delivery == "rest" for each in answered_later)
        people = [text for text in day.phone.threads.all() if text.author == "shop" and text.person != "+19045550199"]
        assert len(people) == TURNS, "one answer to each text, the killed turns' included"
