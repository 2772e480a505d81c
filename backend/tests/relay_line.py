"""Twilio's side of ConversationRelay: opens the WebSocket of a document, and plays the caller's half of the frames."""

import json
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

import pytest
import uvicorn
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from linda.bootstrap import Linda
from linda.conversation.brain import Brain
from linda.entrypoints.cli.up import listen, served
from linda.settings import LOCAL_ACCOUNT, signing_token
from linda.testing.memory_store import MemoryStore
from tests.caller import Caller
from tests.shop_desk import CUSTOMER, open_shop

PUBLIC = "https://linda.example.com"
PATH = "/twilio/voice/relay"
PATIENCE_S = 20.0


@dataclass(frozen=True, slots=True)
class Served:
    """LINDA behind uvicorn on a port of 127.0.0.1; her public address is another one, as behind a tunnel."""

    linda: Linda
    port: int

    def caller(self, number: int = 1, caller: str = CUSTOMER) -> Caller:
        """Return a call that has not come in yet."""
        return Caller(self.linda, caller, f"CA{number:032d}")

    def signature(self, url: str = f"wss://linda.example.com{PATH}", token: str = "") -> str:
        """Return what Twilio signs the handshake of `url` with."""
        signed: str = RequestValidator(token or signing_token(self.linda.settings)).compute_signature(url, {})
        return signed

    def opened(self, path: str = PATH, signature: str | None = None) -> AbstractContextManager[ClientConnection]:
        """Open a WebSocket, to be closed by a `with`, which raises `InvalidStatus` when it is refused."""
        headers = {"X-Twilio-Signature": self.signature() if signature is None else signature}
        given = {name: value for name, value in headers.items() if value}
        return connect(f"ws://127.0.0.1:{self.port}{path}", additional_headers=given, open_timeout=PATIENCE_S)

    def relayed(self, caller: Caller) -> AbstractContextManager["Relayed"]:
        """Let a call come in, and open the session that the answer asks for; its first frame is not sent yet."""
        caller.asks("", CallStatus="ringing")
        return self._session(caller)

    def after_ringing(self, caller: Caller) -> AbstractContextManager["Relayed"]:
        """Let the owner's phone ring in vain, and open the session that the answer asks for."""
        caller.asks("/dialed?step=1", DialCallStatus="no-answer")
        return self._session(caller)

    @contextmanager
    def _session(self, caller: Caller) -> Iterator["Relayed"]:
        connected = ET.fromstring(caller.last).find("Connect")  # noqa: S314 - our own document
        assert connected is not None
        parameters = {each.attrib["name"]: each.attrib["value"] for each in connected.iter("Parameter")}
        setup = {
            "type": "setup",
            "sessionId": "VX" + "0" * 32,
            "accountSid": LOCAL_ACCOUNT,
            "callSid": caller.call_sid,
            "from": caller.caller,
            "to": self.linda.shop.phone,
            "direction": "inbound",
            "customParameters": parameters,
        }
        action = connected.attrib["action"].removeprefix(f"{PUBLIC}/twilio/voice")
        with self.opened() as socket:
            yield Relayed(socket, setup, action)


@dataclass
class Relayed:
    """One session as Twilio has it; what LINDA says is collected in `said`, reply by reply."""

    socket: ClientConnection
    setup: dict[str, Any]
    action: str
    said: list[list[str]] = field(default_factory=list)

    def sends(self, frame: Mapping[str, Any] | str | bytes) -> None:
        """Send one frame."""
        self.socket.send(frame if isinstance(frame, str | bytes) else json.dumps(frame))

    def begins(self, **changes: Any) -> Self:
        """Send the first frame."""
        self.sends({**self.setup, **changes})
        return self

    def says(self, words: str) -> str:
        """Say something, and return what is answered."""
        self.sends({"type": "prompt", "voicePrompt": words, "lang": "en-US", "last": True})
        return self.hears()

    def hears(self) -> str:
        """Return the next reply, to its last token."""
        tokens = []
        while True:
            frame = self.frame()
            assert frame["type"] == "text", frame
            tokens.append(frame["token"])
            if frame["last"]:
                self.said.append(tokens)
                return "".join(tokens).strip()

    def frame(self) -> dict[str, Any]:
        """Return the next frame."""
        frame: dict[str, Any] = json.loads(self.socket.recv(PATIENCE_S))
        return frame

    def breaks_in(self, utterance: str) -> None:
        """Interrupt after `utterance`."""
        told = {"utteranceUntilInterrupt": utterance, "durationUntilInterruptMs": "460"}
        self.sends({"type": "interrupt", **told})

    def closed_with(self) -> int:
        """Return the code with which LINDA closes the session, saying nothing before."""
        with pytest.raises(ConnectionClosed) as closed:
            self.socket.recv(PATIENCE_S)
        assert closed.value.rcvd is not None
        return int(closed.value.rcvd.code)


@contextmanager
def relay_served(at: str = "2026-02-10T20:00", *, model: Brain | None = None) -> Iterator[Served]:
    """Yield a LINDA whose calls are relayed; the shop is closed, so that the owner is not rung first."""
    told = {"LINDA_PUBLIC_URL": PUBLIC, "LINDA_VOICE_RELAY": "true"}
    relayed = open_shop(at, model=model, store=MemoryStore(), folder=None, **told)
    with relayed as linda, serving(served(linda)) as port:
        yield Served(linda, port)


@contextmanager
def serving(config: uvicorn.Config) -> Iterator[int]:
    """Yield the port of 127.0.0.1 on which uvicorn serves by `config`."""
    with listen("127.0.0.1", 0) as listening:
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join()
