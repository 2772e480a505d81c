"""The last check: what can not be proven is replaced by the rules, or else by a promise that is kept."""

from dataclasses import dataclass, field

import pytest

from linda.conversation.brain import Deadline, Draft, Turn, Usage
from linda.conversation.checking import Checker
from linda.conversation.facts import Facts
from linda.conversation.receipt import Receipt
from linda.conversation.toolbox import Toolbox
from linda.records.outbox import is_outgoing
from linda.testing.memory_store import MemoryStore
from tests.model_turns import a_turn
from tests.tool_desk import AT_TEN, ToolDesk, open_desk

PASSED_ON = "I've passed this on to Brandon, he'll get back to you."


@dataclass
class Rules:
    """Rules that say one thing and remember what they were asked."""

    says: str = "What can I do for you?"
    name: str = "rules"
    asked: list[Turn] = field(default_factory=list)

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        self.asked.append(turn)
        return Draft(self.says, turn.facts, None, self.name)


@dataclass
class Check:
    """One check of one draft at a real desk."""

    rules: Rules = field(default_factory=Rules)
    desk: ToolDesk = field(default_factory=lambda: open_desk(MemoryStore()))
    receipt: Receipt = field(default_factory=lambda: Receipt(("SM1",)))

    def __call__(self, text: str, brain: str = "model", **turn: object) -> str:
        draft = Draft(text, Facts(), None, brain, Usage("m", 1), notes=("a note",))
        checker = Checker(self.rules, self.desk.clock)
        said, _ = checker.checked(a_turn("hi", **turn), draft, self.desk.tools, self.receipt)
        return said

    def alerts(self) -> int:
        return len([row for row in self.desk.records.inbox.due(2**50) if is_outgoing(row["key"])])


def test_what_is_true_leaves_as_it_is() -> None:
    check = Check()
    assert check("Which phone is it?") == "Which phone is it?"
    assert (check.receipt.brain, check.receipt.rules, check.rules.asked) == ("model", ["a note"], [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("It's $60.", "$60"),
        ("", "it says nothing"),
        ("\u200b", "it says nothing"),
        ("Reply YES to book.", "it asks for a word that the provider takes for itself"),
    ],
)
def test_what_may_not_leave_is_replaced_by_the_rules_and_the_receipt_says_why(text: str, fault: str) -> None:
    check = Check()
    assert check(text) == "What can I do for you?"
    assert check.receipt.brain == "rules"
    assert check.receipt.usage == Usage("m", 1)
    assert check.receipt.rules[1].startswith("model was not sent: ")
    assert fault in check.receipt.rules[1]


def test_on_first_contact_nothing_is_still_nothing() -> None:
    check = Check()
    assert check("", first_contact=True).endswith("What can I do for you?")
    assert check.receipt.brain == "rules"


def test_the_rules_are_told_what_the_model_did_and_learned() -> None:
    check = Check()
    check.desk.call("book_slot", **AT_TEN)
    check("It's $60.")
    (turn,) = check.rules.asked
    assert [run.tool for run in turn.effects] == ["book_slot"]
    assert turn.facts.device == "iPhone 13"


def test_what_neither_can_prove_goes_to_the_owner_and_that_is_true() -> None:
    check = Check(Rules("Every screen is $60."))
    assert check("It's $50.") == PASSED_ON
    assert check.alerts() == 1
    assert [rule.split(" was ")[0] for rule in check.receipt.rules] == ["a note", "model", "rules"]


def test_rules_that_can_not_prove_their_own_words_are_not_asked_again() -> None:
    check = Check()
    assert check("It's $50.", brain="rules") == PASSED_ON
    assert (check.rules.asked, check.alerts()) == ([], 1)


def test_after_a_model_that_used_up_its_calls_the_owner_is_told_all_the_same() -> None:
    check = Check(Rules("Every screen is $60."))
    for _ in range(20):
        check.desk.call("my_bookings")
    assert check("It's $50.") == PASSED_ON
    assert check.alerts() == 1
