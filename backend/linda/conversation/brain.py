"""What a brain is: it reads a turn, calls tools, and drafts a reply before a deadline."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from linda.conversation.facts import Facts, Pending
from linda.domain.clock import Clock
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop

if TYPE_CHECKING:
    from linda.conversation.toolbox import Toolbox, ToolRun


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation. `who` is "customer", "linda" or "owner"; `at` is aware."""

    who: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """Everything a brain may know of the turn it answers.

    `text` is what the customer wrote, every text of a burst on its own line; `customer` is his number in E.164, "" for
    a visitor of the web page who has confirmed none; `now` is aware, in the shop's zone;
    `recent` holds the lines before this turn, oldest first; `effects` the tool runs of this very turn that were
    already carried out (by a process that died, or by a brain that failed after writing): they must be told to
    the customer and must not be repeated. `discount_percent` is what the customer was promised before this turn,
    `offered_add_ons` the ids of what was ever offered beside a repair, `spent_micros` what the model has cost for this
    customer today. `listens` is told the answer so far whenever it
    has grown, by a brain that writes it piece by piece; None where nobody listens before it is whole.
    """

    text: str
    channel: str
    customer: str
    shop: Shop
    state: OwnerState
    now: datetime
    facts: Facts
    pending: Pending | None
    recent: tuple[Line, ...] = ()
    first_contact: bool = False
    media: int = 0
    unclear: int = 0
    complained: bool = False
    discount_percent: int = 0
    offered_add_ons: tuple[str, ...] = ()
    spent_micros: int = 0
    effects: tuple["ToolRun", ...] = ()
    listens: Callable[[str], None] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Usage:
    """What a reply cost. `cost_micros` is millionths of a dollar."""

    model: str = ""
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_micros: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A brain's answer before it is checked.

    `unclear` counts our clarifying questions in a row; `quote` is the quote it gave, as the lead keeps it;
    `complained` is True when the customer complained in this turn.
    """

    text: str
    facts: Facts
    pending: Pending | None
    brain: str
    usage: Usage = field(default_factory=Usage)
    unclear: int = 0
    notes: tuple[str, ...] = ()
    quote: Mapping[str, Any] | None = None
    complained: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment on the monotonic clock that an answer must not pass."""

    clock: Clock
    at: float

    @classmethod
    def after(cls, clock: Clock, seconds: float) -> "Deadline":
        """Return the deadline `seconds` from now."""
        return cls(clock, clock.monotonic() + seconds)

    def remaining(self) -> float:
        """Return the seconds left, never below zero."""
        return max(0.0, self.at - self.clock.monotonic())

    def sooner(self, seconds: float) -> "Deadline":
        """Return the earlier of this deadline and `seconds` from now."""
        return Deadline(self.clock, min(self.at, self.clock.monotonic() + seconds))


class Brain(Protocol):
    """Drafts a reply; raises `BrainFailed` when it has none."""

    name: str

    def reply(self, turn: Turn, tools: "Toolbox", deadline: Deadline) -> Draft:
        """Return the draft of the answer to `turn`, having called `tools` as needed, before `deadline`."""
