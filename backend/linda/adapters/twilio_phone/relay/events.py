"""ConversationRelay over API Gateway: each frame is an event of its own, for whichever container is free.

After AWS, "Using the $connect, $disconnect and $default routes" and "@connections". Between two frames nothing is in
memory: whose call a connection is, how far it is and what was said stands in a row. Frames of one connection are dealt
with one after the other; a caller who breaks in is counted at once, and who speaks to him stops at his next sentence.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from linda.adapters.twilio_phone.relay.frames import (
    LONGEST_FRAME,
    Interruption,
    Key,
    Prompt,
    Setup,
    Trouble,
    end_frame,
    read_frame,
    text_frame,
)
from linda.adapters.twilio_phone.relay.session import RefusedError, Relay, begun
from linda.adapters.twilio_phone.signature import is_signed_handshake
from linda.conversation.calls import Heard, IncomingCall
from linda.conversation.calls.breaking_in import keep_what_was_heard
from linda.conversation.calls.relayed_call import RelayedCall
from linda.domain.errors import InvalidInput
from linda.domain.speech import heard_part
from linda.records import epoch_ms
from linda.records.calls import Calls
from linda.records.relay_connections import RelayConnection, RelayConnections

BUSY_MS = 14_000
"""So long a function may be at a frame (infra/template.yaml, Timeout); then it is gone, and the next one goes on."""

MOST_WAIT_S, POLL_S = 6.0, 0.05
"""A frame waits so long for the one before it, whose model is cut after five seconds."""

_log = logging.getLogger(__name__)


class Sockets(Protocol):
    """The connections that API Gateway holds for us."""

    def send(self, connection_id: str, frame: str) -> None:
        """Send a frame, if the connection is still there."""

    def close(self, connection_id: str) -> None:
        """Close a connection, if it is still there."""


@dataclass(frozen=True, slots=True)
class RelayEvents:
    """Answers the events of a WebSocket API with the status that API Gateway wants."""

    relay: Relay
    connections: RelayConnections
    sockets: Sockets

    def handle(self, event: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one event; only a handshake that is Twilio's is let in."""
        about = event["requestContext"]
        if about["eventType"] == "CONNECT":
            headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
            is_ours = is_signed_handshake(
                self.relay.url,
                headers,
                auth_token=self.relay.auth_token,
                client=about.get("identity", {}).get("sourceIp", ""),
                refusals=self.relay.refusals,
            )
            return {"statusCode": 200 if is_ours else 403}
        if about["eventType"] == "MESSAGE":
            self._take(about["connectionId"], event.get("body") or "")
        return {"statusCode": 200}

    def _take(self, connection_id: str, text: str) -> None:
        try:
            self._do(connection_id, text)
        except (RefusedError, InvalidInput) as refused:
            _log.warning("a relay session is refused: %s", refused)
            self.sockets.close(connection_id)
        except Exception:  # noqa: BLE001 - the bulkhead of a session: its call goes on without a relay
            _log.exception("a relay session broke")
            self.sockets.close(connection_id)

    def _do(self, connection_id: str, text: str) -> None:
        if len(text.encode("utf-8", "replace")) > LONGEST_FRAME:
            raise RefusedError("a frame of more than 64 KiB")
        frame = read_frame(text)
        if isinstance(frame, Setup):
            self._begin(connection_id, frame)
            return
        if self.connections.get(connection_id) is None:
            raise RefusedError("its first frame does not say whose session it is")
        match frame:
            case Prompt(text=said):
                self._hear(connection_id, Heard(speech=said))
            case Key(digit=digit):
                self._hear(connection_id, Heard(digits=digit))
            case Interruption(utterance=utterance):
                self._break_in(connection_id, utterance)
            case Trouble(description=what):
                _log.warning("the relay reports: %s", what)
            case _:
                _log.debug("nothing to answer: %s", frame)

    def _begin(self, connection_id: str, setup: Setup) -> None:
        call, number = begun(self.relay, setup)
        now = epoch_ms(self.relay.answering.calls.clock)
        if not self.connections.begin(RelayConnection(connection_id, call.call_sid, number, now)):
            raise RefusedError("it says once more whose session it is")

    def _hear(self, connection_id: str, heard: Heard) -> None:
        with self._alone(connection_id) as held:

            def tell(words: str, is_last: bool) -> None:
                now = self.connections.get(connection_id)
                if now is not None and now.breaks == held.breaks:
                    self.sockets.send(connection_id, text_frame(words, is_last=is_last))

            call = RelayedCall(self.relay.answering, self._call(held), held.number, tell)
            step = call.heard(heard)
            if call.speech.sid:
                self._calls.keep_said(held.call_sid, call.speech.sid, call.speech.parts)
            self.connections.change(connection_id, number=call.number)
            if step:
                self.sockets.send(connection_id, end_frame(step))

    def _break_in(self, connection_id: str, utterance: str) -> None:
        self.connections.broken_in(connection_id)
        with self._alone(connection_id) as held:
            sid, parts = self._calls.said(held.call_sid)
            if sid:
                calls = self.relay.answering.calls
                keep_what_was_heard(calls.records, calls.clock, sid, heard_part(parts, utterance))

    @property
    def _calls(self) -> Calls:
        return self.relay.answering.calls.records.calls

    def _call(self, held: RelayConnection) -> IncomingCall:
        kept = self._calls.get(held.call_sid)
        if kept is None:
            raise RefusedError("there is no such call")
        return IncomingCall.of(kept)

    @contextmanager
    def _alone(self, connection_id: str) -> Iterator[RelayConnection]:
        """Keep other frames of this connection waiting meanwhile."""
        clock = self.relay.answering.calls.clock
        patience = clock.monotonic() + MOST_WAIT_S
        while clock.monotonic() < patience:
            now = epoch_ms(clock)
            found = self.connections.get(connection_id)
            held = self.connections.take(found, now, now + BUSY_MS) if found else None
            if held is not None:
                try:
                    yield held
                finally:
                    self.connections.change(connection_id, busy_until=0)
                return
            clock.sleep(POLL_S)
        raise RefusedError("the frame before took too long")
