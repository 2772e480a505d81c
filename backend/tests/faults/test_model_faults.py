"""The model's brain against a server that misbehaves in every way we could think of."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from linda.adapters.openai_brain.brain import MAX_ASKS, OpenAIBrain
from linda.conversation.brain import Deadline, Draft, Turn, Usage
from linda.conversation.breaker import Breaker
from linda.conversation.guarded import GuardedBrain
from linda.conversation.model_failed import ModelFailed
from linda.conversation.spend import SpendCap
from linda.conversation.toolbox import Outcome, Status, Toolbox
from linda.testing.responses_script import (
    Item,
    answers,
    call,
    calls,
    drops,
    error,
    failed,
    gives,
    hangs,
    incomplete,
    message,
    out_of_credit,
    rate_limited,
    reasoning,
    refusal,
    says,
    sends,
    slow_headers,
    trickles,
)
from linda.testing.responses_server import Exchange, ResponsesServer, Step
from tests.model_turns import FUNCTIONS, Bench, Day, Openings, a_turn

DAY = {"date": "2026-02-11"}
SLOT = {"date": "2026-02-11", "time": "14:00"}
PATIENCE = 5.0
"""Seconds a healthy exchange on this machine never needs; only a defect waits so long."""


class House:
    """A brain on a scripted server, with tools that remember."""

    def __init__(self, server: ResponsesServer) -> None:
        self.server = server
        self.bench = Bench()
        self.tools = self.bench.toolbox()
        self.brain = OpenAIBrain("key", FUNCTIONS, base_url=server.base_url)

    def ask(self, seconds: float = PATIENCE, **changes: Any) -> Draft:
        return self.brain.reply(a_turn(**changes), self.tools, Deadline.after(self.bench.clock, seconds))

    def fail(self, seconds: float = PATIENCE, **changes: Any) -> ModelFailed:
        with pytest.raises(ModelFailed) as caught:
            self.ask(seconds, **changes)
        return caught.value

    def outputs(self, request: int) -> list[Any]:
        items = self.server.requests[request]["input"]
        return [json.loads(item["output"]) for item in items if item.get("type") == "function_call_output"]


def text_of(exchange: Exchange) -> str:
    return str(exchange.body["input"][-1]["content"][-1]["text"])


@contextmanager
def house(*steps: Step, otherwise: Step | None = None) -> Iterator[House]:
    with ResponsesServer(*steps, otherwise=otherwise) as server:
        built = House(server)
        try:
            yield built
        finally:
            built.brain.close()


def test_a_text_answer_is_the_draft() -> None:
    with house(says("Hi, the assistant here.")) as at:
        draft = at.ask()
    assert (draft.text, draft.brain) == ("Hi, the assistant here.", "openai")
    assert draft.usage == Usage("gpt-4o", 1, 1000, 50, 3000)


def test_a_call_is_run_and_its_result_goes_back_with_everything_before_it() -> None:
    with house(calls("check_availability", **DAY), says("2:00 PM or 3:30 PM?")) as at:
        draft = at.ask()
        first, second = at.server.requests
    assert second["input"][: len(first["input"])] == first["input"]
    assert [item["type"] for item in second["input"][len(first["input"]) :]] == [
        "function_call",
        "function_call_output",
    ]
    assert at.outputs(1) == [{"available": True, "slots": ["2:00 PM", "3:30 PM"], "left": 2}]
    assert draft.usage.calls == 2
    assert str(draft.facts.day) == "2026-02-11"


def test_the_prefix_stays_byte_identical_within_a_turn() -> None:
    with house(calls("check_availability", **DAY), says("ok")) as at:
        at.ask()
        first, second = at.server.requests
    assert all(json.dumps(first[key]) == json.dumps(second[key]) for key in ("instructions", "tools", "model"))


def test_reasoning_is_replayed_with_its_call() -> None:
    step = answers(reasoning("gAAA"), call("check_availability", DAY, "c1"))
    with house(step, says("ok")) as at:
        at.ask()
        replayed = at.server.requests[1]["input"][-3:]
    assert [item["type"] for item in replayed] == ["reasoning", "function_call", "function_call_output"]
    assert replayed[0]["encrypted_content"] == "gAAA"


def test_reasoning_that_nobody_can_read_again_is_dropped() -> None:
    with house(answers(reasoning(None), call("check_availability", DAY)), says("ok")) as at:
        at.ask()
        kinds = [item.get("type") for item in at.server.requests[1]["input"]]
    assert "reasoning" not in kinds
    assert "id" not in at.server.requests[1]["input"][-2]


@pytest.mark.parametrize("stall", [hangs, trickles, slow_headers])
def test_a_stalled_answer_is_cut_off_and_the_connection_given_up(stall: Callable[[], Step]) -> None:
    with house(stall()) as at:
        failure = at.fail(0.2)
        assert at.server.hang_ups.acquire(timeout=PATIENCE)
    assert (failure.reason, failure.vendor) == ("timeout", True)


def test_after_a_cut_the_late_answer_can_not_call_a_tool() -> None:
    late = json.dumps({"status": "completed", "output": [call("book_slot", SLOT)]}).encode()

    def answers_after_the_cut(exchange: Exchange) -> None:
        exchange.drip(b"", b"")
        exchange.answer(200, late)

    with house(answers_after_the_cut) as at:
        at.fail(0.2)
        assert at.server.hang_ups.acquire(timeout=PATIENCE)
    assert at.bench.bookings.written == []
    assert at.tools.runs == []


def test_a_stall_in_the_middle_of_a_turn_keeps_what_was_written_and_writes_nothing_more() -> None:
    with house(calls("book_slot", **SLOT), trickles()) as at:
        failure = at.fail(0.5)
    assert failure.reason == "timeout"
    assert at.bench.bookings.written == [("2026-02-11", "14:00")]
    assert failure.usage.calls == 1


def test_many_cuts_leave_no_thread_and_the_next_turn_is_served() -> None:
    def hangs_on_some(exchange: Exchange) -> None:
        (hangs() if text_of(exchange) == "hang" else says("still here"))(exchange)

    before = threading.active_count()
    with house(otherwise=hangs_on_some) as at:
        for _ in range(50):
            at.fail(0.01, text="hang")
        assert at.ask().text == "still here"
        assert sum(thread.name == "openai-wire" for thread in threading.enumerate()) == 1
    assert threading.active_count() == before


def test_a_closed_brain_leaves_no_thread() -> None:
    with house(says("Hi")) as at:
        at.ask()
    assert all(thread.name != "openai-wire" for thread in threading.enumerate())


def test_closing_ends_a_call_that_is_under_way() -> None:
    with house(hangs()) as at:

        def close_while_waiting() -> None:
            at.server.waiting.wait(PATIENCE)
            at.brain.close()

        closer = threading.Thread(target=close_while_waiting)
        closer.start()
        failure = at.fail()
        closer.join()
    assert failure.reason == "unreachable"


def test_with_no_time_left_nothing_is_sent() -> None:
    with house() as at:
        assert at.fail(0.0).reason == "timeout"
    assert at.server.requests == []


@pytest.mark.parametrize(
    ("step", "reason", "pause", "vendor"),
    [
        (rate_limited(), "rate_limited", None, True),
        (rate_limited("17"), "rate_limited", 17.0, True),
        (out_of_credit(), "quota", 300.0, True),
        (error(500, "server_error"), "server_error", None, True),
        (error(503, "overloaded", {"Retry-After": "3"}), "server_error", 3.0, True),
        (error(401, "invalid_api_key"), "not_allowed", None, True),
        (error(404, "model_not_found"), "not_allowed", None, True),
        (error(400, "invalid_request_error"), "rejected", None, False),
        (gives(500, b"<html>Bad gateway</html>"), "server_error", None, True),
        (gives(429, b"[" * 100_000), "rate_limited", None, True),
        (gives(200, b"{not json"), "malformed", None, True),
        (gives(200, b"[" * 100_000), "malformed", None, True),
        (gives(200, b"\xff\xfe"), "malformed", None, True),
        (gives(200, b""), "malformed", None, True),
        (gives(200, []), "malformed", None, True),
        (gives(200, {"choices": []}), "malformed", None, True),
        (drops(), "unreachable", None, True),
        (failed("server_error"), "failed", None, True),
        (failed("rate_limit_exceeded"), "rate_limited", None, True),
        (incomplete("max_output_tokens", message("The price is $7")), "incomplete", None, False),
        (incomplete("content_filter"), "incomplete", None, False),
        (incomplete("max_output_tokens", call("book_slot", SLOT)), "incomplete", None, False),
        (answers(refusal("I can't help with that.")), "refusal", None, False),
        (answers(), "empty", None, False),
        (answers(message("   ")), "empty", None, False),
        (answers(reasoning()), "empty", None, False),
        (answers({"type": "function_call", "name": "book_slot"}), "malformed", None, True),
    ],
)
def test_a_fault_is_tried_once_and_named(step: Step, reason: str, pause: float | None, vendor: bool) -> None:
    with house(step) as at:
        failure = at.fail()
    assert (failure.reason, failure.retry_after, failure.vendor) == (reason, pause, vendor)
    assert len(at.server.requests) == 1
    assert at.bench.bookings.written == []


@pytest.mark.parametrize(
    "wire",
    [
        b"\x00\x01garbage\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::bad\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 500 X\r\nContent-Type: text/plain; charset=rot13\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 400 X\r\nContent-Type: text/plain; charset=base64\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 999 X\r\nContent-Length: 2\r\n\r\n{}",
    ],
)
def test_whatever_comes_over_the_line_is_a_failure_and_nothing_worse(wire: bytes) -> None:
    with house(sends(wire)) as at:
        assert at.fail().reason in {"unreachable", "malformed", "server_error"}


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with ResponsesServer() as server:
        url = server.base_url
    bench = Bench()
    brain = OpenAIBrain("key", FUNCTIONS, base_url=url)
    with pytest.raises(ModelFailed, match="unreachable"):
        brain.reply(a_turn(), bench.toolbox(), Deadline.after(bench.clock, PATIENCE))
    brain.close()


@pytest.mark.parametrize("arguments", ["{broken", "[]", "null", '{"date": 5}', '{"date": "x", "more": 1}', "[" * 9999])
def test_malformed_arguments_are_refused_and_the_model_may_correct_itself(arguments: str) -> None:
    wrong = answers(call("check_availability", arguments))
    with house(wrong, calls("check_availability", **DAY), says("2:00 PM?")) as at:
        assert at.ask().text == "2:00 PM?"
    assert [run.outcome.status for run in at.tools.runs] == [Status.REFUSED, Status.DONE]
    assert "refused" in at.outputs(1)[0]


def test_an_unknown_tool_is_refused_and_the_model_may_correct_itself() -> None:
    with house(calls("delete_everything"), says("ok")) as at:
        assert at.ask().text == "ok"
    assert at.outputs(1)[0]["tools"] == ["book_slot", "check_availability"]


def test_a_model_that_never_stops_calling_is_given_up_and_its_last_call_is_not_run() -> None:
    with house(*[calls("book_slot", date="2026-02-11", time=f"1{hour}:00") for hour in range(MAX_ASKS)]) as at:
        failure = at.fail()
        choices = [request.get("tool_choice") for request in at.server.requests]
    assert (failure.reason, failure.vendor, failure.usage.calls) == ("endless", False, MAX_ASKS)
    assert len(at.tools.runs) == len(at.bench.bookings.written) == MAX_ASKS - 1
    assert choices == [None] * (MAX_ASKS - 1) + ["none"]


def test_of_parallel_calls_the_reads_and_one_write_are_run_and_each_is_answered() -> None:
    three: list[Item] = [
        call("check_availability", DAY, "c1"),
        call("book_slot", SLOT, "c2"),
        call("book_slot", {**SLOT, "time": "15:30"}, "c3"),
    ]
    with house(answers(*three), says("Booked 2:00 PM.")) as at:
        assert at.ask().text == "Booked 2:00 PM."
        ids = [item["call_id"] for item in at.server.requests[1]["input"] if "output" in item]
    assert at.bench.bookings.written == [("2026-02-11", "14:00")]
    assert ids == ["c1", "c2", "c3"]


def test_a_write_that_would_begin_after_the_deadline_is_not_run() -> None:
    class SlowOpenings(Openings):
        def run(self, arguments: Day) -> Outcome:
            at.bench.clock.sleep(PATIENCE)
            return super().run(arguments)

    with house(answers(call("check_availability", DAY, "c1"), call("book_slot", SLOT, "c2"))) as at:
        at.tools = Toolbox([SlowOpenings(), at.bench.bookings], at.bench.clock)
        assert at.fail().reason == "timeout"
    assert at.bench.bookings.written == []


def test_a_flood_of_parallel_calls_is_stopped_by_the_toolbox() -> None:
    flood = [call("check_availability", DAY, f"c{number}") for number in range(50)]
    with house(answers(*flood), says("ok")) as at:
        at.ask()
    assert len(at.bench.openings.asked) == 8
    assert len(at.outputs(1)) == 50


def test_fields_a_server_rejects_are_left_out_from_then_on() -> None:
    unknown = error(400, "unknown_parameter")
    with house(unknown, says("one"), says("two")) as at:
        at.brain._dialect = replace(at.brain._dialect, extras={"include": ["reasoning.encrypted_content"]})
        assert [at.ask().text, at.ask().text] == ["one", "two"]
        assert ["include" in request for request in at.server.requests] == [True, False, False]


def test_a_request_that_is_rejected_either_way_fails_and_keeps_the_fields() -> None:
    unknown = error(400, "invalid_prompt")
    with house(unknown, unknown, says("ok")) as at:
        at.brain._dialect = replace(at.brain._dialect, extras={"include": ["reasoning.encrypted_content"]})
        assert at.fail().reason == "rejected"
        at.ask()
        assert ["include" in request for request in at.server.requests] == [True, False, True]


def test_a_key_that_is_no_header_fails_without_an_exception_of_its_own() -> None:
    with ResponsesServer() as server:
        bench = Bench()
        brain = OpenAIBrain("sk-schlüssel-✅", FUNCTIONS, base_url=server.base_url)
        with pytest.raises(ModelFailed):
            brain.reply(a_turn(), bench.toolbox(), Deadline.after(bench.clock, PATIENCE))
        brain.close()


class Rules:
    name = "rules"

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        del tools, deadline
        return Draft("by rules", turn.facts, None, self.name)


class NoSpend:
    def total(self, day: date) -> int:
        del day
        return 0

    def add(self, day: date, amount: int) -> None:
        del day, amount


@pytest.mark.parametrize(("step", "pause"), [(out_of_credit(), 300), (rate_limited("20"), 20)])
def test_a_vendor_that_asks_for_a_pause_gets_it_and_the_customers_are_served(step: Step, pause: int) -> None:
    with house(step, says("back")) as at:
        clock = at.bench.clock
        guarded = GuardedBrain(at.brain, Rules(), Breaker(clock), SpendCap(NoSpend(), 100), clock)

        def said() -> str:
            return guarded.reply(a_turn(), at.bench.toolbox(), Deadline.after(clock, 11.5)).text

        assert [said() for _ in range(5)] == ["by rules"] * 5
        assert len(at.server.requests) == 1
        clock.sleep(pause)
        assert said() == "back"


def test_turns_at_the_same_time_do_not_mix() -> None:
    said: dict[int, str] = {}
    with house(otherwise=lambda exchange: says(text_of(exchange))(exchange)) as at:

        def one(number: int) -> None:
            said[number] = at.ask(text=f"text {number}").text

        threads = [threading.Thread(target=one, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert said == {number: f"text {number}" for number in range(16)}


def test_the_sdk_is_not_imported_before_a_brain_is_built() -> None:
    code = "import sys; import linda.adapters.openai_brain.brain; sys.exit('openai' in sys.modules)"
    path = os.pathsep.join(each for each in sys.path if each)
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": path}, check=False).returncode == 0  # noqa: S603 - our own interpreter and words


def test_the_server_complains_about_an_unexpected_call_and_about_leftovers() -> None:
    with pytest.raises(AssertionError, match="unexpected calls"), house() as at:
        at.fail()
    with pytest.raises(AssertionError, match="left over: 1"), ResponsesServer(says("never asked for")):
        pass
