"""What every call is made with, and what it takes down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from linda.adapters.simulated_phone.call_legs import Leg
from linda.adapters.simulated_phone.delivery import Retries, attempt
from linda.adapters.simulated_phone.webhook import Line, Post
from linda.domain.clock import Clock

Who = Literal["caller", "owner", "shop", "carrier"]


@dataclass(slots=True)
class Faults:
    """What goes wrong until it is switched off again."""

    deliver_twice: bool = False  # the first answer is dropped, the second one used
    lose_response: bool = False  # the first answer to each text, and to each step of a call, does not come back
    refuse_sends: bool = False  # our texts are turned away for the moment
    lose_send_response: bool = False  # our text is out, but we are not told


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a call: `who` did `what` on the line of `leg`.

    `what` is a verb of TwiML (the shop's), what a person did, or "asks" and "fails" (the carrier's, of a webhook).
    `text` is what was said, pressed, dialled or answered; `path` the webhook that was asked, or whose answer the verb
    is from; `ms` how long its answer took.
    """

    at: datetime
    leg: Literal["caller", "owner"]
    who: Who
    what: str
    text: str = ""
    path: str = ""
    ms: float = 0.0


@dataclass(slots=True)
class Exchange:
    """The shop's line and the way to her webhooks, with what goes wrong there; and the steps of one call."""

    line: Line
    post: Post
    clock: Clock
    faults: Faults
    retries: Retries
    new_id: Callable[[], str]
    steps: list[Step] = field(default_factory=list)

    def note(self, leg: Leg, who: Who, what: str, text: str = "", *, url: str = "", ms: float = 0.0) -> None:
        """Take down a step."""
        path = url.removeprefix(self.line.url(""))
        self.steps.append(Step(self.clock.now(), "owner" if leg.parent else "caller", who, what, text, path, ms))

    def report(self, leg: Leg, url: str, said: Mapping[str, str]) -> None:
        """Tell the shop at `url` what has become of the call; nobody waits for what she says to it."""
        webhook = self.line.signed(url, {**leg.fields(self.line), **said})
        began = self.clock.monotonic()
        outcomes = [attempt(self.post, webhook).outcome for _ in range(2 if self.faults.deliver_twice else 1)]
        ms = round((self.clock.monotonic() - began) * 1000, 1)
        self.note(leg, "carrier", "tells", outcomes[-1], url=url, ms=ms)
