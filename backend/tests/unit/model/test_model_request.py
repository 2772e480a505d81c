"""What a model is sent, and in which order."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.adapters.openai_brain.request import LINES, OPENAI_URL, Dialect, opening_items, output_item, request
from linda.conversation.brain import Line
from linda.conversation.facts import Facts
from linda.conversation.toolbox import Kind, Outcome, Status, ToolRun
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode, Persona
from tests.model_turns import FUNCTIONS, NOW, a_turn

OPENAI = Dialect.of("gpt-4o", OPENAI_URL)
LOCAL = Dialect.of("qwen3", "http://localhost:11434/v1")
BOOKED = ToolRun(
    "book_slot", {"date": "2026-02-11"}, Outcome(Status.DONE, {"booked": "2026-02-11 14:00"}), kind=Kind.WRITE
)


def sent(dialect: Dialect = OPENAI, **changes: Any) -> dict[str, Any]:
    turn = a_turn(**changes)
    return request(turn, opening_items(turn, dialect), FUNCTIONS, dialect)


def texts(item: Mapping[str, Any]) -> str:
    content = item["content"]
    return content if isinstance(content, str) else "\n".join(part["text"] for part in content)


def test_nothing_is_stored_and_no_earlier_response_is_referred_to() -> None:
    asked = sent()
    assert asked["store"] is False
    assert asked["parallel_tool_calls"] is False
    assert "previous_response_id" not in asked
    assert "conversation" not in asked


def test_the_prefix_is_byte_identical_over_the_turns_of_a_day() -> None:
    morning = sent(now=NOW.replace(hour=9), text="hi", first_contact=True)
    evening = sent(
        now=NOW.replace(hour=18),
        text="and a battery?",
        state=OwnerState(Mode.GYM, until=NOW.replace(hour=19), note="legs", persona=Persona.HUSTLER),
        facts=Facts(name="Ann", device="iPhone 13"),
        recent=(Line("customer", "hi", NOW), Line("linda", "hello", NOW)),
        complained=True,
    )
    for field in ("model", "instructions", "tools"):
        assert json.dumps(morning[field]) == json.dumps(evening[field])


@given(
    marks=st.tuples(*[st.uuids().map(str)] * 5),
    channel=st.sampled_from(["sms", "voice", "web"]),
    dialect=st.sampled_from([OPENAI, LOCAL]),
)
def test_the_customers_words_are_in_user_items_and_never_in_instructions(
    marks: tuple[str, ...], channel: str, dialect: Dialect
) -> None:
    said, before, name, address, argument = marks
    run = ToolRun("note_facts", {"name": argument}, Outcome(Status.DONE, {"noted": argument}))
    asked = sent(
        dialect,
        text=said,
        channel=channel,
        facts=Facts(name=name, address=address),
        recent=(Line("customer", before, NOW),),
        effects=(run,),
    )
    outside = [asked["instructions"], json.dumps(asked["tools"])]
    outside += [texts(item) for item in asked["input"] if item.get("role") not in {"user", None}]
    assert not any(mark in text for mark in marks for text in outside)
    inside = "\n".join(texts(item) for item in asked["input"] if item.get("role") == "user")
    assert all(mark in inside for mark in (said, before, name, address))


def test_the_customers_new_text_is_the_last_part_word_for_word() -> None:
    user = sent(text='line one\n"line two"')["input"][-1]
    assert user["role"] == "user"
    assert user["content"][-1] == {"type": "input_text", "text": 'line one\n"line two"'}


def test_the_note_on_the_moment_is_a_late_developer_item_at_openai() -> None:
    asked = sent(recent=(Line("customer", "hi", NOW), Line("linda", "hello", NOW)))
    assert [item["role"] for item in asked["input"]] == ["user", "assistant", "developer", "user"]


def test_elsewhere_the_roles_alternate_and_no_developer_item_is_sent() -> None:
    lines = tuple(Line(who, who, NOW) for who in ("customer", "customer", "linda", "owner"))
    asked = sent(LOCAL, recent=lines)
    assert [item["role"] for item in asked["input"]] == ["user", "assistant", "user"]
    assert "SITUATION" in asked["input"][-1]["content"][0]["text"]


def test_a_burst_of_earlier_texts_becomes_one_item() -> None:
    first = sent(recent=(Line("customer", "hi", NOW), Line("customer", "you there?", NOW)))["input"][0]
    assert first == {"role": "user", "content": "hi\nyou there?"}


def test_the_owners_own_lines_are_marked() -> None:
    first = sent(recent=(Line("owner", "I'll do it for you Ann", NOW),))["input"][0]
    assert first == {"role": "assistant", "content": "(written by the owner himself) I'll do it for you Ann"}


def test_only_the_last_lines_are_retold() -> None:
    lines = [Line(("customer", "linda")[i % 2], f"line {i}", NOW + timedelta(minutes=i)) for i in range(50)]
    told = sent(recent=tuple(lines))["input"][:-2]
    assert [item["content"] for item in told] == [f"line {i}" for i in range(50 - LINES, 50)]


def test_a_very_long_text_is_shortened() -> None:
    assert len(sent(text="x" * 100_000)["input"][-1]["content"][-1]["text"]) < 10_000


def test_what_this_turn_already_did_is_told_as_a_call_with_its_result() -> None:
    call, result = sent(effects=(BOOKED,))["input"][-2:]
    assert (call["type"], call["name"], json.loads(call["arguments"])) == (
        "function_call",
        "book_slot",
        {"date": "2026-02-11"},
    )
    assert result["call_id"] == call["call_id"]
    assert json.loads(result["output"]) == {"booked": "2026-02-11 14:00"}


def test_a_tool_result_goes_back_as_the_answer_to_its_call() -> None:
    assert output_item("call_7", BOOKED) == {
        "type": "function_call_output",
        "call_id": "call_7",
        "output": '{"booked": "2026-02-11 14:00"}',
    }


def test_half_a_surrogate_pair_does_not_break_the_request() -> None:
    broken = Facts(name="\udc00")
    asked = sent(text="hi \ud83d", facts=broken, recent=(Line("customer", "\ud83d", NOW),))
    assert json.dumps(asked, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("model", "url", "late_note", "thinks"),
    [
        ("gpt-4o", OPENAI_URL, True, False),
        ("gpt-4.1-mini", OPENAI_URL, True, False),
        ("o4-mini", OPENAI_URL, True, True),
        ("gpt-5.4-mini", OPENAI_URL, True, True),
        ("gpt-6-luna", OPENAI_URL, True, True),
        ("gpt-5-chat-latest", OPENAI_URL, True, False),
        ("gpt-5.4", "https://shop.openai.azure.com/openai/v1", True, True),
        ("gpt-5.4", "http://localhost:4000/v1", False, False),
        ("gpt-oss:20b", "http://localhost:11434/v1", False, False),
        ("gpt-4o", "https://notopenai.com/v1", False, False),
    ],
)
def test_fields_of_reasoning_models_are_only_sent_where_they_are_known(
    model: str, url: str, late_note: bool, thinks: bool
) -> None:
    dialect = Dialect.of(model, url)
    assert dialect.late_note is late_note
    assert ("include" in sent(dialect)) is thinks
