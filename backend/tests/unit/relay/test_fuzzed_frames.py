"""Whatever frames a session gets, and in whatever order: it answers its own call, or it is closed for a reason."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linda.adapters.twilio_phone.relay.session import RelaySession
from linda.adapters.twilio_phone.relay.ticket import ticket
from linda.bootstrap import Linda
from linda.records.calls import CallRecord
from linda.settings import LOCAL_ACCOUNT, signing_token
from linda.testing.memory_store import MemoryStore
from tests.relay_line import PUBLIC
from tests.shop_desk import CUSTOMER, open_shop

KINDS = ("setup", "prompt", "dtmf", "interrupt", "error", "info")
WORDS = st.sampled_from(["how much is an iphone 13 screen", "what are your hours", "", "...", "\ud800", "yes", "bye"])
VALUES = st.one_of(WORDS, st.none(), st.booleans(), st.integers(), st.lists(WORDS, max_size=2), st.text(max_size=20))
FIELDS = ("voicePrompt", "last", "digit", "utteranceUntilInterrupt", "description", "callSid", "customParameters")
FRAMES = st.one_of(
    st.fixed_dictionaries({"type": st.sampled_from(KINDS)}, optional=dict.fromkeys(FIELDS, VALUES)).map(json.dumps),
    WORDS.map(lambda words: json.dumps({"type": "prompt", "voicePrompt": words, "last": True})),
    st.text(max_size=30),
)


@dataclass
class Line:
    """The way out; nothing leaves after the end."""

    sent: list[dict[str, Any]] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)

    def send(self, frame: str) -> None:
        assert "end" not in {each["type"] for each in self.sent}
        self.sent.append(json.loads(frame))

    def close(self, code: int) -> None:
        self.closed.append(code)


@pytest.fixture(scope="module")
def linda() -> Iterator[Linda]:
    night, store = "2026-02-10T20:00", MemoryStore()
    with open_shop(night, store=store, LINDA_PUBLIC_URL=PUBLIC, LINDA_VOICE_RELAY="true") as opened:
        yield opened


def a_setup(linda: Linda, call_sid: str) -> str:
    linda.records.calls.begin(CallRecord(call_sid, CUSTOMER, linda.shop.phone, 0))
    parameters = {"ticket": ticket(signing_token(linda.settings), call_sid), "step": "1"}
    known = {"accountSid": LOCAL_ACCOUNT, "callSid": call_sid, "to": linda.shop.phone}
    return json.dumps({"type": "setup", **known, "customParameters": parameters})


def played(linda: Linda, frames: list[str]) -> Line:
    assert linda.relay is not None
    line = Line()
    session = RelaySession(linda.relay, line)
    for frame in frames:
        session.take(frame)
    session._jobs.put(session.close)
    session.work()
    return line


@settings(max_examples=60)
@given(frames=st.lists(FRAMES, max_size=6), number=st.integers(0, 10**9))
def test_after_the_first_frame_every_other_is_answered_ignored_or_a_reason_to_close(
    linda: Linda, frames: list[str], number: int
) -> None:
    line = played(linda, [a_setup(linda, f"CA{number:032d}"), *frames])
    assert set(line.closed) <= {1007, 1008}
    assert {each["type"] for each in line.sent} <= {"text", "end"}
    prompts = sum("prompt" in frame or "dtmf" in frame for frame in frames)
    assert sum(each["type"] == "end" or each["last"] for each in line.sent) <= prompts


@settings(max_examples=60)
@given(frames=st.lists(FRAMES, min_size=1, max_size=6))
def test_without_the_first_frame_nothing_is_ever_said(linda: Linda, frames: list[str]) -> None:
    line = played(linda, frames)
    assert line.sent == []
    assert line.closed
    assert set(line.closed) <= {1007, 1008}
