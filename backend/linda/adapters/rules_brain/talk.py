"""The state of one reply while it is put together: what was heard, what is known, what has been said so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from linda.adapters.rules_brain.heard import Heard
from linda.adapters.rules_brain.wording import sentence
from linda.conversation.brain import Turn
from linda.conversation.facts import Facts, Pending
from linda.conversation.toolbox import Status, Toolbox, ToolRun
from linda.domain.shop import Persona, ServiceMode, Shop
from linda.domain.time_words import day_word, list_words, moment_words
from linda.language.intents import Topic


@dataclass(slots=True)
class Talk:
    """One reply in the making. `said` are finished sentences; `pending` is the question it ends with, if any."""

    turn: Turn
    tools: Toolbox
    heard: Heard
    facts: Facts
    said: list[str] = field(default_factory=list)
    pending: Pending | None = None
    quote: Mapping[str, Any] | None = None
    unclear: int = 0
    complained: bool = False
    settled: set[Topic] = field(default_factory=set)

    @property
    def shop(self) -> Shop:
        """Return the shop."""
        return self.turn.shop

    @property
    def persona(self) -> Persona:
        """Return the voice in force."""
        return self.turn.state.persona or self.shop.assistant.persona

    @property
    def today(self) -> date:
        """Return the shop's date."""
        return self.turn.now.date()

    @property
    def mode(self) -> ServiceMode:
        """Return where the repair is to happen."""
        return ServiceMode(self.facts.service_mode or ServiceMode.IN_SHOP.value)

    def say(self, key: str, **fields: object) -> None:
        """Add the sentence `key`; `{owner}` is always known."""
        said = self.line(key, **fields)
        if said not in self.said:
            self.said.append(said)

    def line(self, key: str, **fields: object) -> str:
        """Return the sentence `key` in the voice in force."""
        return sentence(key, self.persona, owner=self.shop.owner, **fields)

    def ask(self, key: str, asked: str, data: Mapping[str, Any] | None = None, **fields: object) -> None:
        """Add the question `key`; what it asks is remembered under `asked` for the next turn."""
        if self.pending is None:
            self.say(key, **fields)
            self.pending = Pending(asked, data or {})

    def wait_for(self, asked: str, **data: Any) -> None:
        """Remember a question that the sentences already put."""
        self.pending = Pending(asked, data)

    def call(self, tool: str, **arguments: Any) -> ToolRun:
        """Call a tool; each call of ours is a round of its own."""
        self.tools.begin_round()
        return self.tools.call(tool, arguments)

    def know(self, **facts: Any) -> None:
        """Change what is known of the customer."""
        self.facts = replace(self.facts, **facts)

    def settle(self, *topics: Topic) -> None:
        """Mark topics as answered, so that nothing answers them twice."""
        self.settled.update(topics)

    def wants(self, *topics: Topic) -> bool:
        """Tell whether one of `topics` is asked and not answered yet."""
        return any(self.heard.asks(topic) and topic not in self.settled for topic in topics)

    def day_words(self, day: date) -> str:
        """Write a day as seen from today."""
        return day_word(day, self.today)

    def moment(self, moment: datetime) -> str:
        """Write a moment as seen from now."""
        return moment_words(moment, self.turn.now)

    @property
    def job_name(self) -> str:
        """Name the job: "iPhone 13 screen", "battery"."""
        services = [self.shop.service(each) for each in self.facts.services]
        repairs = list(dict.fromkeys(each.repair.replace("_", " ") for each in services if each))
        count = f"{self.facts.quantity} x " if self.facts.quantity > 1 else ""
        named = list_words(repairs or [each.replace("_", " ") for each in self.facts.repairs], "and")
        device = f"{self.facts.device} " if self.facts.device else ""
        return f"{count}{device}{named}".strip()


def succeeded(run: ToolRun) -> bool:
    """Tell whether a tool call did what it was asked."""
    return run.outcome.status is Status.DONE
