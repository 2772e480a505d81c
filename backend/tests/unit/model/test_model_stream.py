"""A model that is listened to while it writes: the same answer, failures and cost as in one piece, only sooner."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from linda.adapters.openai_brain.brain import OpenAIBrain
from linda.conversation.brain import Deadline, Draft, Usage
from linda.conversation.model_failed import ModelFailed
from linda.testing.responses_script import (
    answers,
    call,
    drops,
    error,
    event,
    message,
    refusal,
    response,
    says,
    streams,
)
from linda.testing.responses_server import Exchange, ResponsesServer, Step
from tests.model_turns import FUNCTIONS, Bench, a_turn

PATIENCE = 5.0
"""Seconds a healthy exchange on this machine never needs; only a defect waits so long."""


@dataclass
class Listener:
    """Asks a model and hears it write; `then` is done after each time the text has grown."""

    server: ResponsesServer
    then: Callable[[str], None] = lambda text: None
    heard: list[str] = field(default_factory=list)

    def ask(self, seconds: float = PATIENCE) -> Draft:
        def hear(text: str) -> None:
            self.heard.append(text)
            self.then(text)

        bench = Bench()
        brain = OpenAIBrain("key", FUNCTIONS, base_url=self.server.base_url)
        try:
            return brain.reply(a_turn(listens=hear), bench.toolbox(), Deadline.after(bench.clock, seconds))
        finally:
            brain.close()

    def fail(self, seconds: float = PATIENCE) -> ModelFailed:
        with pytest.raises(ModelFailed) as caught:
            self.ask(seconds)
        return caught.value


@contextmanager
def listening(*steps: Step) -> Iterator[Listener]:
    with ResponsesServer(*steps) as server:
        yield Listener(server)


def events(*given: bytes) -> Step:
    return lambda exchange: exchange.stream(given)


def delta(text: str, index: int = 0) -> bytes:
    return event("response.output_text.delta", output_index=index, delta=text)


def item(index: int, **told: Any) -> bytes:
    return event("response.output_item.added", output_index=index, item={"type": "message", **told})


def completed(*items: Any) -> bytes:
    return event("response.completed", response=response(*items))


def test_an_answer_is_heard_as_it_grows_and_is_the_same_as_in_one_piece() -> None:
    with listening(streams("It's $7", "9. ", "When", " suits?")) as model:
        draft = model.ask()
    assert model.heard == ["It's $7", "It's $79.", "It's $79. When", "It's $79. When suits?"]
    assert draft.text == "It's $79. When suits?"
    assert draft.usage == Usage("gpt-4o", 1, 1000, 50, 3000)
    assert model.server.requests[0]["stream"] is True


def test_nobody_listening_is_no_stream() -> None:
    with ResponsesServer(says("hi")) as server:
        brain = OpenAIBrain("key", FUNCTIONS, base_url=server.base_url)
        brain.reply(a_turn(), Bench().toolbox(), Deadline.after(Bench().clock, PATIENCE))
        brain.close()
    assert "stream" not in server.requests[0]


def test_a_sentence_is_heard_while_the_next_one_is_not_written_yet() -> None:
    goes_on = threading.Event()
    with listening(streams("It's $79. ", "W", goes_on, "hen?")) as model:
        model.then = lambda text: goes_on.set() if text.endswith("W") else None
        assert model.ask().text == "It's $79. When?"


def test_after_a_tool_the_answer_begins_anew() -> None:
    asked = call("check_availability", {"date": "2026-02-11"})
    with listening(
        events(item(0), delta("Let me look."), completed(message("Let me look."), asked)), says("At 2.")
    ) as m:
        assert m.ask().text == "At 2."
    assert m.heard == ["Let me look."]


def test_both_streams_of_a_turn_come_over_one_connection() -> None:
    asked = call("check_availability", {"date": "2026-02-11"})
    with listening(events(completed(asked)), streams("At 2.")) as model:
        assert model.ask().text == "At 2."
        assert len(model.server.connections) == 1


def test_a_stream_that_does_not_end_after_its_last_event_is_not_waited_for() -> None:
    never = threading.Event()

    def lingers(exchange: Exchange) -> None:
        def given() -> Iterator[bytes]:
            yield completed(message("Hi."))
            never.wait(PATIENCE)

        exchange.stream(given())

    with listening(lingers) as model:
        assert model.ask().text == "Hi."
        never.set()


def test_a_line_that_breaks_in_the_middle_of_a_stream_is_the_servers_fault() -> None:
    def breaks_off(exchange: Exchange) -> None:
        exchange.send_raw(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n5\r\ndata:"
        )

    with listening(breaks_off) as model:
        assert model.fail().vendor


def test_thoughts_are_not_heard_whatever_pieces_they_come_in() -> None:
    with listening(streams("<th", "ink>It is $1. ", "Sure.</thi", "nk>It's $79. ", "When?")) as model:
        assert model.ask().text == "It's $79. When?"
    assert [text for text in model.heard if "1" in text or "Sure" in text] == []


def test_an_aside_of_the_model_is_not_heard() -> None:
    aside = {**message("I should look."), "phase": "commentary"}
    with listening(
        events(
            item(0, phase="commentary"),
            delta("I should look."),
            item(1),
            delta("It's $79.", 1),
            completed(aside, message("It's $79.")),
        )
    ) as model:
        assert model.ask().text == "It's $79."
    assert model.heard == ["It's $79."]


def test_comments_names_and_unknown_events_of_a_stream_say_nothing() -> None:
    with listening(
        events(b": ping\n\n", b"event: x\nid: 1\n", event("response.queued"), delta("Hi."), completed(message("Hi.")))
    ) as model:
        assert model.ask().text == "Hi."


def test_a_server_that_answers_in_one_piece_is_taken_at_its_word() -> None:
    with listening(says("It's $79.")) as model:
        assert model.ask().text == "It's $79."
    assert model.heard == []


FAILED = {"status": "failed", "error": {"code": "rate_limit_exceeded", "message": "no"}}
CUT = {"status": "incomplete", "incomplete_details": {"reason": "max_output_tokens"}}


@pytest.mark.parametrize(
    ("step", "reason", "vendor"),
    [
        (error(500, "server_error"), "server_error", True),
        (error(429, "rate_limit_exceeded"), "rate_limited", True),
        (drops(), "unreachable", True),
        (streams("It's $7", ends=b""), "malformed", True),
        (streams("It's $7", ends=b"data: [DONE]\n\n"), "malformed", True),
        (streams("It's $7", ends=b"data: {oops\n\n"), "malformed", True),
        (streams("It's $7", ends=b"data: 7\n\n"), "malformed", True),
        (streams("It's $7", ends=event("response.completed")), "malformed", True),
        (streams("It's $7", ends=event("error", code="server_error", message="no")), "failed", True),
        (streams("It's $7", ends=event("response.failed", response={**response(), **FAILED})), "rate_limited", True),
        (streams("It's $7", ends=event("response.incomplete", response={**response(), **CUT})), "incomplete", False),
        (streams("I can't", ends=completed(refusal("no"))), "refusal", False),
        (streams(ends=completed()), "empty", False),
    ],
)
def test_a_model_that_fails_in_the_middle_fails_as_it_would_in_one_piece(step: Step, reason: str, vendor: bool) -> None:
    with listening(step) as model:
        failure = model.fail()
    assert (failure.reason, failure.vendor) == (reason, vendor)


def test_what_an_answer_that_failed_has_cost_is_counted() -> None:
    with listening(streams("Well", ends=event("response.incomplete", response={**response(), **CUT}))) as model:
        assert model.fail().usage.output_tokens == 50


@pytest.mark.parametrize("before", [(), ("It's ",)])
def test_a_model_that_goes_on_for_ever_is_cut_off_by_our_own_clock(before: tuple[str, ...]) -> None:
    never = threading.Event()
    with listening(streams(*before, never, "late")) as model:
        failure = model.fail(0.3)
        never.set()
    assert (failure.reason, failure.vendor) == ("timeout", True)
    assert model.heard == [text.strip() for text in before]


def test_a_listener_that_breaks_ends_the_answer() -> None:
    def breaks(text: str) -> None:
        raise OSError(text)

    never = threading.Event()
    with listening(streams("It's $79. W", never)) as model:
        model.then = breaks
        with pytest.raises(OSError, match=r"It's \$79"):
            model.ask()
        never.set()


def test_a_server_that_rejects_the_extras_is_listened_to_without_them() -> None:
    with ResponsesServer(error(400, "unknown_parameter"), streams("Hi.")) as server:
        heard: list[str] = []
        brain = OpenAIBrain("key", FUNCTIONS, model="gpt-5.1", base_url=server.base_url)
        brain._dialect = brain._dialect.__class__("gpt-5.1", True, {"include": ["x"]})
        draft = brain.reply(a_turn(listens=heard.append), Bench().toolbox(), Deadline.after(Bench().clock, PATIENCE))
        brain.close()
    assert (draft.text, heard) == ("Hi.", ["Hi."])
    assert [("include" in each) for each in server.requests] == [True, False]


def test_answers_and_streams_count_the_same_tokens() -> None:
    with listening(streams("Hi.")) as one, listening(answers(message("Hi."))) as other:
        assert one.ask().usage == other.ask().usage
