"""Reading a response of the Responses API."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.adapters.openai_brain.reading import Call, read
from linda.conversation.model_failed import ModelFailed
from linda.testing.responses_script import call, message, reasoning, refusal


def body(*items: object, **fields: object) -> dict[str, Any]:
    return {"status": "completed", "output": list(items), **fields}


def test_text_parts_are_joined_and_stripped() -> None:
    assert read(body(message(" Hi "), message("there "))).text == "Hi there"


def test_commentary_is_not_said_to_the_customer() -> None:
    aside = {**message("let me look that up"), "phase": "commentary"}
    assert read(body(aside, message("It is open."))).text == "It is open."


@pytest.mark.parametrize("raw", ["<think>he wants a deal</think>Hi", "Hi<think>never closed", "<THINK>a\nb</THINK> Hi"])
def test_thoughts_left_in_the_text_are_not_said(raw: str) -> None:
    assert read(body(message(raw))).text == "Hi"


def test_a_call_keeps_its_arguments_as_they_came() -> None:
    assert read(body(call("book_slot", "{broken", "c1"))).calls == (Call("c1", "book_slot", "{broken"),)


def test_arguments_given_as_an_object_become_json_text() -> None:
    item = {"type": "function_call", "call_id": "c1", "name": "book_slot", "arguments": {"date": "2026-02-10"}}
    assert json.loads(read(body(item)).calls[0].arguments) == {"date": "2026-02-10"}


def test_readable_reasoning_is_replayed_before_its_call() -> None:
    replay = read(body(reasoning("gAAA"), call("book_slot", "{}", "c1"))).replay
    assert [item["type"] for item in replay] == ["reasoning", "function_call"]
    assert replay[0]["encrypted_content"] == "gAAA"
    assert "status" not in replay[0]


def test_reasoning_without_content_is_dropped_and_its_call_goes_back_without_an_id() -> None:
    replay = read(body(reasoning(None), call("book_slot", "{}", "c1"))).replay
    assert replay == ({"type": "function_call", "call_id": "c1", "name": "book_slot", "arguments": "{}"},)


def test_open_reasoning_of_a_local_server_is_replayed() -> None:
    thought = {"type": "reasoning", "id": "rs_1", "summary": [], "content": [{"type": "reasoning_text", "text": "hm"}]}
    assert read(body(thought, call("book_slot", "{}"))).replay[0] == thought


def test_reasoning_with_nothing_after_it_is_dropped() -> None:
    assert read(body(call("book_slot", "{}"), reasoning("gAAA"))).replay[-1]["type"] == "function_call"


def test_text_beside_a_call_is_replayed_as_the_assistants() -> None:
    replay = read(body({**message("One moment"), "phase": "commentary"}, call("book_slot", "{}"))).replay
    assert replay[0] == {"role": "assistant", "content": "One moment", "phase": "commentary"}


def test_a_response_without_a_status_is_taken_as_completed() -> None:
    assert read({"output": [message("Hi")]}).text == "Hi"


@pytest.mark.parametrize(
    ("bad", "reason", "vendor"),
    [
        (None, "malformed", True),
        ("text", "malformed", True),
        ({"output": None}, "malformed", True),
        (body(), "empty", False),
        (body(message("  ")), "empty", False),
        (body(message("<think>only thoughts")), "empty", False),
        (body(reasoning()), "empty", False),
        (body(refusal("I can't")), "refusal", False),
        (body(message("Half a"), status="incomplete", incomplete_details={"reason": "x"}), "incomplete", False),
        (body(message("Hi"), status="queued"), "malformed", True),
        (body(message("Hi"), status=["completed"]), "malformed", True),
        (body(status="failed", error={"code": "server_error"}), "failed", True),
        (body(status="failed", error={"code": "rate_limit_exceeded"}), "rate_limited", True),
        (body(status="failed", error={"code": "invalid_prompt"}), "failed", False),
        (body({"type": "function_call", "name": "book_slot", "arguments": "{}"}), "malformed", True),
        (body({"type": "function_call", "call_id": "c1", "arguments": "{}"}), "malformed", True),
    ],
)
def test_a_useless_response_says_why(bad: object, reason: str, vendor: bool) -> None:
    with pytest.raises(ModelFailed) as caught:
        read(bad)
    assert (caught.value.reason, caught.value.vendor) == (reason, vendor)


_KEYS = st.sampled_from(
    ["type", "status", "output", "content", "text", "call_id", "name", "arguments", "error", "phase"]
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=20,
)
_TYPED = st.dictionaries(_KEYS, _JSON | st.sampled_from(["message", "function_call", "reasoning", "output_text"]))


@given(st.fixed_dictionaries({"output": st.lists(_TYPED, max_size=4)}) | _JSON)
def test_any_json_at_all_is_an_answer_or_a_failure(anything: object) -> None:
    try:
        answer = read(anything)
    except ModelFailed:
        return
    assert answer.text or answer.calls
