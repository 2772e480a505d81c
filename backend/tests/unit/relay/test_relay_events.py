"""ConversationRelay over API Gateway: every frame is an event of its own, and nothing is in memory between two."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from linda.adapters.simulated_phone.twiml_verbs import Gather
from linda.adapters.twilio_phone.relay.events import BUSY_MS, RelayEvents
from linda.bootstrap import Linda
from linda.conversation.brain import Brain
from linda.conversation.thread import read_thread
from linda.domain.ids import lead_id
from linda.records import epoch_ms
from linda.records.relay_connections import RelayConnections
from linda.records.store import Store
from linda.settings import LOCAL_ACCOUNT, signing_token
from linda.testing.memory_store import MemoryStore
from linda.testing.scripted_model import Say as Writes
from linda.testing.scripted_model import ScriptedModel
from tests.caller import Caller, words
from tests.shop_desk import CUSTOMER, clock_of, open_shop

URL = "wss://abc123.execute-api.us-east-1.amazonaws.com/live"
OTHER = "wss://abc123.execute-api.us-east-1.amazonaws.com/other"
PRICE = "how much is an iphone 13 screen"


@dataclass
class RememberingSockets:
    """The connections of API Gateway; `before` is done before a frame leaves."""

    frames: list[dict[str, Any]] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    before: Callable[[], object] = lambda: None

    def send(self, connection_id: str, frame: str) -> None:
        """Remember a frame."""
        self.before()
        self.frames.append(json.loads(frame))

    def close(self, connection_id: str) -> None:
        """Remember that a connection was closed."""
        self.closed.append(connection_id)


@dataclass
class Stand:
    """LINDA as a function, one connection to her, and the call it is for."""

    linda: Linda
    caller: Caller
    sockets: RememberingSockets = field(default_factory=RememberingSockets)
    connection: str = "L0SM9cOFvHcCIhw="

    def happens(self, event_type: str, body: str = "", headers: dict[str, str] | None = None) -> int:
        """Bring one event to a container that knows nothing yet, and return its status."""
        assert self.linda.relay is not None
        events = RelayEvents(self.linda.relay, RelayConnections(self.linda.records.store), self.sockets)
        about = {"eventType": event_type, "connectionId": self.connection, "routeKey": "$default", "stage": "live"}
        status: int = events.handle({"requestContext": about, "headers": headers, "body": body})["statusCode"]
        return status

    def frame(self, **frame: Any) -> None:
        assert self.happens("MESSAGE", json.dumps(frame)) == 200

    def setup(self, **changes: Any) -> dict[str, Any]:
        """Return the first frame for the document that the call was answered with."""
        self.caller.asks("", CallStatus="ringing")
        relay = ET.fromstring(self.caller.last).find("Connect/ConversationRelay")  # noqa: S314 - our own document
        assert relay is not None
        assert relay.attrib["url"] == URL
        told = {each.attrib["name"]: each.attrib["value"] for each in relay.iter("Parameter")}
        known = {"accountSid": LOCAL_ACCOUNT, "callSid": self.caller.call_sid, "to": self.linda.shop.phone}
        return {"type": "setup", **known, "customParameters": told, **changes}

    def begins(self) -> None:
        self.frame(**self.setup())

    def says(self, text: str) -> str:
        """Say something, and return what is answered."""
        before = len(self.sockets.frames)
        self.frame(type="prompt", voicePrompt=text, last=True)
        return "".join(each.get("token", "") for each in self.sockets.frames[before:]).strip()

    def lines(self) -> list[str]:
        read = read_thread(self.linda.records, lead_id(CUSTOMER), epoch_ms(self.linda.clock))
        return [each.text for each in read]


@contextmanager
def standing(model: Brain | None = None, store: Store | None = None) -> Iterator[Stand]:
    told = {"LINDA_PUBLIC_URL": "https://linda.example.com", "LINDA_VOICE_RELAY": URL}
    relayed = open_shop("2026-02-10T20:00", store=store or MemoryStore(), model=model, folder=None, **told)
    with relayed as linda:
        yield Stand(linda, Caller(linda))


@pytest.fixture
def stand() -> Iterator[Stand]:
    with standing() as stood:
        yield stood


def signature(linda: Linda, url: str = URL) -> dict[str, str]:
    signed = RequestValidator(signing_token(linda.settings)).compute_signature(url, {})
    return {"X-Twilio-Signature": signed}


def test_only_a_handshake_that_twilio_signed_for_this_address_is_let_in(stand: Stand) -> None:
    assert stand.happens("CONNECT", headers=signature(stand.linda)) == 200
    assert stand.happens("CONNECT", headers=signature(stand.linda, OTHER)) == 403
    assert stand.happens("CONNECT", headers={"X-Twilio-Signature": "x"}) == 403
    assert stand.happens("CONNECT", headers=None) == 403
    assert stand.happens("DISCONNECT") == 200


def test_a_booking_is_made_frame_by_frame(stand: Stand) -> None:
    stand.begins()
    assert "seventy-nine dollars" in stand.says(PRICE)
    assert "booked, tomorrow at ten AM" in stand.says("book tomorrow at ten, this is Ana")
    lead = stand.linda.records.leads.get(CUSTOMER)
    assert lead is not None
    (booking,) = [stand.linda.records.schedule.find(each) for each in lead.bookings]
    assert booking is not None
    assert (booking.day, booking.starts, booking.name) == ("2026-02-11", 600, "Ana")
    assert stand.sockets.closed == []


def test_a_goodbye_hands_the_call_back_with_the_step_that_ends_it(stand: Stand) -> None:
    stand.begins()
    assert stand.says("okay thank you bye bye") == ""
    assert stand.sockets.frames == [{"type": "end", "handoffData": '{"step": "1"}'}]


def test_the_call_goes_on_after_the_last_step_where_the_connection_is_lost(stand: Stand) -> None:
    stand.begins()
    stand.says(PRICE)
    stand.happens("DISCONNECT")
    verbs = stand.caller.asks("/relayed?step=1", SessionStatus="failed")
    assert isinstance(verbs[0], Gather)
    assert "step=2" in verbs[0].action
    assert words(verbs) == "Sorry, the line broke up for a moment. What was that?"


@pytest.mark.parametrize(
    "changes",
    [
        {"customParameters": {"ticket": "0" * 64, "step": "1"}},
        {"customParameters": {}},
        {"callSid": "CA" + "9" * 32},
        {"accountSid": "AC" + "9" * 32},
        {"to": "+19045550101"},
    ],
)
def test_a_session_of_another_call_is_closed(stand: Stand, changes: dict[str, Any]) -> None:
    stand.frame(**stand.setup(**changes))
    assert stand.sockets.closed == [stand.connection]


def test_a_session_is_begun_once_on_one_connection_and_for_one_call(stand: Stand) -> None:
    setup = stand.setup()
    stand.frame(**setup)
    stand.frame(**setup)
    stand.connection = "another"
    stand.frame(**setup)
    assert stand.sockets.closed == ["L0SM9cOFvHcCIhw=", "another"]


@pytest.mark.parametrize("body", ["{", "[]", "", json.dumps({"type": "prompt", "voicePrompt": "x" * 70_000})])
def test_a_frame_that_is_none_or_too_long_closes_the_connection(stand: Stand, body: str) -> None:
    stand.begins()
    assert stand.happens("MESSAGE", body) == 200
    assert stand.sockets.closed == [stand.connection]


def test_a_frame_before_the_first_one_closes_the_connection(stand: Stand) -> None:
    stand.frame(type="prompt", voicePrompt=PRICE, last=True)
    assert stand.sockets.closed == [stand.connection]
    assert stand.linda.records.leads.get(CUSTOMER) is None


def test_zero_leaves_a_message_and_what_needs_no_answer_gets_none(stand: Stand) -> None:
    stand.begins()
    stand.frame(type="dtmf", digit="0")
    assert "Brandon know" in stand.sockets.frames[-1]["token"]
    before = len(stand.sockets.frames)
    stand.frame(type="error", description="Invalid message")
    stand.frame(type="prompt", voicePrompt="and the", last=False)
    stand.frame(type="interrupt", utteranceUntilInterrupt="")
    assert len(stand.sockets.frames) == before


def test_who_breaks_in_while_the_reply_is_sent_hears_no_more_of_it_and_the_rest_was_never_said() -> None:
    with standing(ScriptedModel(Writes("Sure, we fix phones. What kind of phone is it?"))) as talking:
        talking.begins()
        connections = RelayConnections(talking.linda.records.store)
        talking.sockets.before = lambda: connections.broken_in(talking.connection)
        talking.says("can you fix my phone")
        talking.frame(type="interrupt", utteranceUntilInterrupt="Sure, we fix")
        assert len(talking.sockets.frames) == 1
        assert talking.lines()[-1] == "Sure, we fix..."


def test_a_frame_waits_for_the_one_before_and_goes_on_where_that_one_died(stand: Stand) -> None:
    stand.begins()
    connections = RelayConnections(stand.linda.records.store)
    found = connections.get(stand.connection)
    assert found is not None
    now = epoch_ms(stand.linda.clock)
    assert connections.take(found, now, now + BUSY_MS) is not None
    assert stand.says(PRICE) == "", "it waited, and nobody came back"
    assert stand.sockets.closed == [stand.connection]
    clock_of(stand.linda).sleep(BUSY_MS / 1000)
    assert "seventy-nine" in stand.says(PRICE)


def test_where_transcripts_are_off_nothing_of_what_was_said_is_left_in_any_row() -> None:
    store = MemoryStore()
    with standing(store=store) as stand:
        linda = stand.linda
        state = linda.records.states.current(fresh=True)
        linda.records.states.change(replace(state, keeps_transcripts=False), by="test")
        stand.begins()
        assert "seventy-nine" in stand.says("my dog Rex broke it, how much is an iphone 13 screen")
        assert linda.records.calls.said(stand.caller.call_sid)[1] != ()
        stand.caller.tells()
        assert linda.records.calls.said(stand.caller.call_sid) == ("", ())
        assert "seventy-nine" not in str(vars(store))
        assert "Rex" not in str(vars(store))
