"""The gate between a model that writes and a caller who hears: nothing false is ever said, and what was said stays."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

import pytest

from linda.conversation.brain import Turn
from linda.conversation.checking import Checker
from linda.conversation.evidence import Evidence
from linda.conversation.sentence_gate import SentenceGate
from linda.conversation.toolbox import Kind, Outcome, Status, Toolbox, ToolRun
from linda.domain.money import Cents
from linda.testing.clock import FakeClock
from tests.house import RememberingBrain
from tests.model_turns import NOW, a_turn

QUOTE = Outcome(Status.DONE, {}, "", Evidence(prices=frozenset({Cents(7900), Cents(7110)}), percents=frozenset({10})))


@dataclass
class Caller:
    """Hears what passes the gate, judged with the quote of $79 (or $71.10 with 10 % off) as its only source."""

    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gate = SentenceGate(self.said.append)
        clock = FakeClock(NOW)
        tools = Toolbox([], clock)
        tools.runs.append(ToolRun("quote_repair", {}, QUOTE, 0.0, Kind.READ))
        checker = Checker(RememberingBrain(), clock)
        turn: Turn = a_turn(channel="voice")
        self.hear = self.gate.opened(lambda text: checker.may_say(turn, text, tools))

    def hears(self, pieces: Iterable[str]) -> list[str]:
        """Hear an answer grow by `pieces`."""
        for text in accumulate(pieces):
            self.hear(text)
        return self.said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("It's $79. When suits you?", ["It's $79."]),
        ("Sure thing! It's $79. When suits you?", ["Sure thing!", "It's $79."]),
        ("Sure thing! It's $79. We're the best. When suits you?", ["Sure thing!", "It's $79."]),
        ("With 10% off it's $71.10. When suits you?", ["With 10% off it's $71.10."]),
        ("It's $79.  \n\n When suits you?", ["It's $79."]),
        ("It\u2019s $79. When suits you?", ["It's $79."]),
        ("It's $79", []),
        ("When suits you?", []),
    ],
)
def test_a_true_sentence_is_said_as_soon_as_the_next_one_begins(answer: str, said: list[str]) -> None:
    assert Caller().hears([answer]) == said
    assert Caller().hears(answer) == said, "whatever the pieces are"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("It's $60. When suits you?", []),
        ("Sure thing! It's $60. When suits you?", ["Sure thing!"]),
        ("It's $79. You get 20% off. When suits you?", ["It's $79."]),
        ("It's $79. I've booked you for 3 PM. When suits you?", ["It's $79."]),
        ("It's $79. There are 2 openings left today. When?", ["It's $79."]),
        ("It's $79. Brandon is at the gym. When suits you?", ["It's $79."]),
        ("It's not $79, it's $60. When suits you?", []),
        ("Sure thing! It isn't $79 but $59. When suits you?", ["Sure thing!"]),
        ("Sure thing! Reply YES to confirm. When suits you?", ["Sure thing!"]),
        ("Sure thing! \u042dto $79. When suits you?", ["Sure thing!"]),
    ],
)
def test_a_lie_is_never_said_and_neither_is_anything_after_it(answer: str, said: list[str]) -> None:
    caller = Caller()
    assert caller.hears(answer) == said
    caller.hear(f"{answer} It's $79. Sure.")
    assert caller.said == said


@pytest.mark.parametrize("price", ["$79", "$71.10", "79 dollars"])
def test_no_pieces_let_half_a_price_out(price: str) -> None:
    for said in (Caller().hears(f"It's {price}. When?"), Caller().hears(f"Hi there. It's {price}. When?")):
        assert said[-1:] == [f"It's {price}."]


def test_a_longer_text_than_may_leave_is_not_begun() -> None:
    assert Caller().hears([f"{'Well, ' * 200}sure. When?"]) == []


def test_the_answer_after_a_tool_follows_what_was_said_before_it() -> None:
    caller = Caller()
    caller.hears(["Let me look. ", "I'll"])
    caller.hears(["It's $79. ", "When suits you?"])
    assert caller.said == ["Let me look.", "It's $79."]
    assert caller.gate.joined("It's $79. When suits you?") == "Let me look. It's $79. When suits you?"


@pytest.mark.parametrize("price", ["It's $79.", "It's $79 and up."])
def test_a_turn_that_is_begun_again_says_nothing_twice(price: str) -> None:
    again = f"Sure thing! {price} When suits you?"
    caller = Caller()
    caller.hears("Sure thing! It's")
    caller.hears(again)
    assert caller.said == ["Sure thing!", price]
    assert caller.gate.joined(again) == again


def test_an_answer_that_begins_like_the_one_before_and_goes_on_otherwise_is_heard_too() -> None:
    caller = Caller()
    caller.hears("Sure thing! It's")
    caller.hears("Sure, it's $79. When suits you?")
    assert caller.said == ["Sure thing!", "Sure, it's $79."]
    assert caller.gate.joined("Sure, it's $79. When?") == "Sure thing! Sure, it's $79. When?"


@pytest.mark.parametrize(
    ("reply", "joined"),
    [
        ("Sure thing! It's $79. When?", "Sure thing! It's $79. When?"),
        ("Sure thing!  It's $79.", "Sure thing!  It's $79."),
        ("It's $79 and up. When?", "Sure thing! It's $79 and up. When?"),
        ("", "Sure thing!"),
    ],
)
def test_whatever_the_reply_becomes_what_was_said_stays_at_its_beginning(reply: str, joined: str) -> None:
    caller = Caller()
    caller.hears("Sure thing! It's $60. When")
    assert caller.gate.joined(reply) == joined
    assert caller.gate.joined(joined) == joined


def test_nothing_said_changes_no_reply() -> None:
    assert Caller().gate.joined(" It's  $79. ") == " It's  $79. "


def test_a_gate_that_nobody_has_opened_lets_nothing_out() -> None:
    said: list[str] = []
    gate = SentenceGate(said.append)
    gate._hear("Sure thing! When?")
    assert said == []
