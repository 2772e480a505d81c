"""The state of one reply while it is put together: what was heard, what is known, what has been said so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from linda.adapters.rules_brain.heard import LINDA, Heard
from linda.adapters.rules_brain.wording import PLACE, sentence
from linda.adapters.rules_brain.wording.questions import LEAD_TO_A_BOOKING
from linda.conversation.brain import Turn
from linda.conversation.facts import Facts, Pending
from linda.conversation.toolbox import Kind, Status, Toolbox, ToolRun
from linda.domain.channel import VOICE
from linda.domain.shop import Persona, ServiceMode, Shop
from linda.domain.time_words import day_word, list_words, moment_words
from linda.language.intents import Topic

LATELY = timedelta(hours=1)


@dataclass(slots=True)
class Talk:
    """One reply in the making. `pending` is the question it ends with, if any.

    `said` are finished sentences with the key they came from; `settled_for_look`: the customer does not know what is
    wrong, or which phone he has, and gets a free look. `closed`: he wants nothing more, the open question is dropped.
    """

    turn: Turn
    tools: Toolbox
    heard: Heard
    facts: Facts
    said: list[tuple[str, str]] = field(default_factory=list)
    pending: Pending | None = None
    quote: Mapping[str, Any] | None = None
    unclear: int = 0
    complained: bool = False
    settled_for_look: bool = False
    closed: bool = False
    settled: set[Topic] = field(default_factory=set)
    looked: dict[tuple[str, str], ToolRun] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return the reply: deeds, answers, offers, and the question last."""
        return " ".join(said for _, said in sorted(self.said, key=lambda each: PLACE[each[0]]))

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

    @property
    def asked(self) -> str:
        """Name what was asked last, "" for nothing."""
        return self.turn.pending.asked if self.turn.pending else ""

    def say(self, key: str, **fields: object) -> None:
        """Add the sentence `key`; `{owner}` is always known."""
        said = (key, sentence(key, self.persona, owner=self.shop.owner, **fields))
        if said not in self.said:
            self.said.append(said)

    def say_once(self, key: str, **fields: object) -> None:
        """Add the sentence `key` unless the customer has just read it."""
        if not self.said_lately(sentence(key, self.persona, owner=self.shop.owner, **fields)):
            self.say(key, **fields)

    def said_lately(self, words: str) -> bool:
        """Tell whether LINDA wrote `words` within the hour."""
        return any(
            line.who == LINDA and words in line.text and self.turn.now - line.at <= LATELY for line in self.turn.recent
        )

    def ask(self, key: str, asked: str, data: Mapping[str, Any] | None = None, **fields: object) -> None:
        """End the reply with the question `key`; `asked` and `data` are remembered for the next turn.

        Whoever withholds his number is not asked when to book him, but told what to do.
        """
        if self.pending is None and key in LEAD_TO_A_BOOKING and self.turn.channel == VOICE and not self.turn.customer:
            self.say("show_number")
        elif self.pending is None:
            self.say(key, **fields)
            self.pending = Pending(asked, data or {})

    def call(self, tool: str, **arguments: Any) -> ToolRun:
        """Call a tool; each call of ours is a round of its own. What was looked up before is not asked again."""
        key = (tool, repr(sorted(arguments.items())))
        if key in self.looked:
            return self.looked[key]
        self.tools.begin_round()
        run = self.tools.call(tool, arguments)
        if run.kind is Kind.WRITE:
            self.looked.clear()
        else:
            self.looked[key] = run
        return run

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
