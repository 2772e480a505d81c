"""While an answer is thought of the caller is asked for a moment; the thought goes on, once."""

from dataclasses import dataclass, field
from threading import Event

from linda.conversation.calls import Thinking
from linda.conversation.inbound import Inbound
from linda.conversation.turn import Reply

SAID = Inbound("CA1#1", "voice", "+19045550142", "hi", "+19045550100")
LONG = 30.0


@dataclass
class Engine:
    """Answers once it may, and remembers who asked."""

    reply: str
    may: Event = field(default_factory=Event)
    asked: list[tuple[str, bool]] = field(default_factory=list)

    def answer(self, inbound: Inbound, *, seize: bool = False) -> Reply:
        """Wait for the permission, and answer."""
        self.asked.append((inbound.sid, seize))
        assert self.may.wait(LONG)
        return Reply((self.reply,))


def ready(reply: str) -> Engine:
    engine = Engine(reply)
    engine.may.set()
    return engine


def thinking(engine: Engine, last: Engine, patience: float | None) -> Thinking:
    return Thinking(engine, last, lambda: patience)  # type: ignore[arg-type]


def test_an_answer_that_is_there_in_time_is_given_at_once() -> None:
    subject = thinking(ready("here"), ready("rules"), LONG)
    assert subject.answer(SAID, 0) == Reply(("here",))
    subject.close()


def test_one_thought_is_asked_for_again_and_never_begun_twice() -> None:
    slow = Engine("at last")
    subject = thinking(slow, ready("rules"), 0.0)
    assert subject.answer(SAID, 0) is None
    assert subject.answer(SAID, 1) is None
    subject.patience_s = lambda: LONG
    slow.may.set()
    assert subject.answer(SAID, 2) == Reply(("at last",))
    assert slow.asked == [("CA1#1", False)]
    subject.close()


def test_after_three_waits_the_rules_take_the_conversation_over() -> None:
    slow, rules = Engine("too late"), ready("by the rules")
    subject = thinking(slow, rules, 0.0)
    assert [subject.answer(SAID, waits) for waits in range(3)] == [None] * 3
    assert subject.answer(SAID, 3) == Reply(("by the rules",))
    assert rules.asked == [("CA1#1", True)]
    slow.may.set()
    subject.close()


def test_where_there_is_no_model_the_answer_is_waited_for_without_a_thread() -> None:
    subject = thinking(ready("here"), ready("rules"), None)
    assert subject.answer(SAID, 0) == Reply(("here",))
    subject.close()


def test_a_thought_that_was_begun_is_waited_for_when_nothing_is_slow_any_more() -> None:
    slow = Engine("at last")
    subject = thinking(slow, ready("rules"), 0.0)
    assert subject.answer(SAID, 0) is None
    slow.may.set()
    subject.patience_s = lambda: None
    assert subject.answer(SAID, 1) == Reply(("at last",))
    subject.close()
