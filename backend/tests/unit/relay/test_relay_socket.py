"""The relay's socket in an ASGI server: so many sessions, each for so long, and none where the relay is off."""

import asyncio
from collections.abc import MutableMapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
import uvicorn
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from linda.adapters.twilio_phone.calls.documents import CallDocuments
from linda.adapters.twilio_phone.relay.session import Relay
from linda.conversation.calls import Step, Then
from linda.domain.errors import InvalidSettings, StoreUnavailable
from linda.entrypoints.cli.switches import phone_words
from linda.entrypoints.cli.up import served
from linda.entrypoints.gateway import Gateway
from linda.entrypoints.relay_socket import RelaySocket
from linda.settings import ON_LAMBDA, Settings
from tests.relay_line import PATH, PUBLIC, Served, relay_served, serving
from tests.shop_desk import CUSTOMER, OWNER, open_shop, phone_of

HTTPS = {"LINDA_PUBLIC_URL": PUBLIC, "LINDA_VOICE_RELAY": "true"}


def relay_of(shop: Served) -> Relay:
    assert shop.linda.relay is not None
    return shop.linda.relay


def behind(shop: Served, socket: RelaySocket) -> uvicorn.Config:
    return uvicorn.Config(Gateway({}, shop.linda.clock, sockets=socket), log_level="warning")


def test_one_session_more_than_there_may_be_is_told_so_and_one_that_ends_makes_room() -> None:
    with relay_served() as shop, serving(behind(shop, RelaySocket(relay_of(shop), sessions=1))) as port:
        small = replace(shop, port=port)
        with small.relayed(small.caller(1)) as first:
            assert first.begins().says("what are your hours")
            with pytest.raises(InvalidStatus) as refused, small.opened():
                pass
            assert refused.value.response.status_code == 503
            first.sends("{")
            assert first.closed_with() == 1007
        with small.relayed(small.caller(2)) as second:
            assert second.begins().says("what are your hours")


def test_a_session_in_which_nobody_says_anything_ends() -> None:
    with relay_served() as shop, serving(behind(shop, RelaySocket(relay_of(shop), idle_s=0.05))) as port:
        quick = replace(shop, port=port)
        with quick.relayed(quick.caller()) as relayed:
            assert relayed.closed_with() == 1000


def test_a_session_that_breaks_is_closed_and_the_call_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def is_down(call_sid: str, number: int, *, keeps_words: bool) -> None:
        raise StoreUnavailable("the store is down")

    with relay_served() as shop, shop.relayed(shop.caller()) as relayed:
        relayed.begins()
        monkeypatch.setattr(shop.linda.records.calls, "heard", is_down)
        relayed.sends({"type": "prompt", "voicePrompt": "what are your hours", "last": True})
        assert relayed.closed_with() == 1011


def test_a_session_that_is_lost_in_the_middle_of_a_turn_is_over_when_the_turn_is() -> None:
    with relay_served() as shop:
        caller = shop.caller()
        with shop.relayed(caller) as relayed:
            relayed.begins().sends({"type": "prompt", "voicePrompt": "what are your hours", "last": True})
            relayed.socket.socket.close()
        with shop.relayed(shop.caller(2)) as relayed:
            assert "nine AM" in relayed.begins().says("what are your hours")


def test_without_a_relay_every_websocket_is_refused() -> None:
    with open_shop() as linda, serving(served(linda)) as port:
        for path in (PATH, "/"):
            with pytest.raises(InvalidStatus) as refused, connect(f"ws://127.0.0.1:{port}{path}"):
                pass
            assert refused.value.response.status_code == 403


def test_a_call_of_the_simulated_phone_which_opens_no_websocket_goes_on_without_one() -> None:
    with relay_served() as shop:
        call = phone_of(shop.linda).call(CUSTOMER)
        assert "this is Linda" in " ".join(call.heard)
        assert "nine AM" in " ".join(call.say("what are your hours"))
        call.hang_up()
        assert call.problem == ""


def test_what_stands_before_the_path_outside_may_be_taken_off_on_the_way() -> None:
    with relay_served() as shop:
        outside = "wss://linda.example.com/shop/twilio/voice/relay"
        with serving(behind(shop, RelaySocket(replace(relay_of(shop), url=outside)))) as port:
            inside = replace(shop, port=port)
            for path in (PATH, f"/shop{PATH}"):
                with inside.opened(path, shop.signature(outside)):
                    pass


def test_the_banner_says_that_calls_come_over_a_websocket() -> None:
    account = {"TWILIO_ACCOUNT_SID": "AC" + "0b" * 16, "TWILIO_AUTH_TOKEN": "secret", "LINDA_OWNER_PHONE": OWNER}
    settings = Settings.from_environment({**HTTPS, **account, "TWILIO_PHONE_NUMBER": "+19045550100"})
    assert phone_words(settings).endswith(f"called at {PUBLIC}, calls over a WebSocket")


def test_without_the_variable_a_call_is_answered_by_gather() -> None:
    with open_shop("2026-02-10T20:00", LINDA_PUBLIC_URL=PUBLIC) as linda:
        assert linda.relay is None


@pytest.mark.parametrize(
    ("environment", "problem"),
    [
        (
            {"LINDA_VOICE_RELAY": "yes"},
            "LINDA_VOICE_RELAY is 'yes'; it must be true, false, or an address that begins with wss:// and has no @, "
            "? or #.",
        ),
        (
            {"LINDA_VOICE_RELAY": "true"},
            "LINDA_VOICE_RELAY needs a LINDA_PUBLIC_URL with https://: Twilio opens no WebSocket in the clear.",
        ),
        (
            {**HTTPS, ON_LAMBDA: "linda-dispatcher"},
            "LINDA_VOICE_RELAY must be false on Lambda, or the address of a WebSocket API: a function holds none.",
        ),
    ],
)
def test_where_there_can_be_no_relay_the_settings_say_so(environment: dict[str, str], problem: str) -> None:
    with pytest.raises(InvalidSettings) as wrong:
        Settings.from_environment(environment)
    assert problem in wrong.value.problems


@pytest.mark.parametrize("off", [{}, {**HTTPS, "LINDA_VOICE_RELAY": "false"}])
def test_the_relay_is_off_until_it_is_switched_on(off: dict[str, str]) -> None:
    assert not Settings.from_environment(off).voice_relay
    assert Settings.from_environment(HTTPS).voice_relay


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        ("Polly.Joanna-Neural", 'ttsProvider="Amazon" voice="Joanna-Neural"'),
        ("Google.en-US-Chirp3-HD-Aoede", 'ttsProvider="Google" voice="en-US-Chirp3-HD-Aoede"'),
        ("ElevenLabs.UgBBYS2sOqTuMpoF3BR0", 'ttsProvider="ElevenLabs" voice="UgBBYS2sOqTuMpoF3BR0"'),
        ("alice", ""),
        ("", ""),
    ],
)
def test_a_voice_of_say_is_named_as_the_relay_names_it(voice: str, told: str) -> None:
    document = CallDocuments(PUBLIC, voice, (), "", f"wss://linda.example.com{PATH}", "ticket").of(
        Step("Hi.", Then.LISTEN, 1)
    )
    assert told in document
    assert ("ttsProvider" in document) is bool(told)


@dataclass
class Gone:
    """An ASGI server whose client left as soon as the session began."""

    sent: list[str]

    async def receive(self) -> MutableMapping[str, Any]:
        return {"type": "websocket.connect"} if not self.sent else {"type": "websocket.disconnect"}

    async def send(self, message: MutableMapping[str, Any]) -> None:
        self.sent.append(message["type"])
        if message["type"] != "websocket.accept":
            raise OSError("the client is gone")


def test_a_client_who_is_gone_is_sent_nothing_more() -> None:
    with relay_served() as shop:
        gone = Gone([])
        signed = [(b"x-twilio-signature", shop.signature().encode())]
        scope = {"type": "websocket", "path": PATH, "query_string": b"", "headers": signed}
        asyncio.run(RelaySocket(relay_of(shop))(scope, gone.receive, gone.send))
    assert gone.sent == ["websocket.accept", "websocket.close"]
