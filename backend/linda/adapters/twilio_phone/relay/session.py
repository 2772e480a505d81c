"""One session of ConversationRelay: frames in, frames out; no socket in sight.

Frames are taken as they come and dealt with in a thread of the session's own, in their order; only a caller who breaks
in is not kept waiting. A session belongs to one call for good: the first frame must name it, and prove that the
document which opened the session was ours, for the handshake is the same for every call and could be played again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from queue import SimpleQueue
from typing import Protocol

from linda.adapters.twilio_phone.relay.frames import (
    Frame,
    Interruption,
    Key,
    Prompt,
    Setup,
    Trouble,
    end_frame,
    read_frame,
    text_frame,
)
from linda.adapters.twilio_phone.relay.ticket import STEP, TICKET, is_ticket
from linda.conversation.calls import Heard, IncomingCall
from linda.conversation.calls.relayed_call import AnsweringAloud, RelayedCall
from linda.domain.errors import InvalidInput
from linda.refusals import Refusals

UNREADABLE, REFUSED, BROKE = 1007, 1008, 1011
"""Why a session is closed (RFC 6455, 7.4.1)."""

MOST_SESSIONS = 32

_log = logging.getLogger(__name__)


class Line(Protocol):
    """The way to the relay; both may be called from any thread, and return at once."""

    def send(self, frame: str) -> None:
        """Send a frame."""

    def close(self, code: int) -> None:
        """Close the session; nothing more is sent."""


@dataclass(frozen=True, slots=True)
class Relay:
    """What every session works with: who answers, where (a wss URL), whose calls they are, what counts the others."""

    answering: AnsweringAloud
    url: str
    account_sid: str
    auth_token: str
    refusals: Refusals = field(default_factory=Refusals)


class RefusedError(Exception):
    """The session is not one that Twilio opens for a document of ours."""


def begun(relay: Relay, setup: Setup) -> tuple[IncomingCall, int]:
    """Hand the call of a session over to it, once; return the call and the step at which it begins.

    Raises:
        RefusedError: the session is not that call's.
    """
    number = str(setup.parameters.get(STEP, ""))
    if not is_ticket(str(setup.parameters.get(TICKET, "")), relay.auth_token, setup.call_sid):
        raise RefusedError("its ticket is for another call, or forged")
    calls = relay.answering.calls.records.calls
    kept = calls.get(setup.call_sid)
    if kept is None or setup.account_sid != relay.account_sid or setup.sent_to != kept.sent_to:
        raise RefusedError("there is no such call")
    if not (number.isascii() and number.isdigit()):
        raise RefusedError("it does not say where it begins")
    if calls.relay(setup.call_sid) is None:
        raise RefusedError("the call is over, or was relayed before")
    return IncomingCall.of(kept), int(number)


class RelaySession:
    """One session; `take` and `close` are told what comes in, `work` is run in a thread until it is over."""

    def __init__(self, relay: Relay, line: Line) -> None:
        """Wait for the first frame."""
        self._relay = relay
        self._line = line
        self._call: RelayedCall | None = None
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._is_open = True

    def take(self, text: str) -> None:
        """Take a frame; what has to wait for those before is done by `work`."""
        try:
            frame = read_frame(text)
        except InvalidInput as bad:
            _log.warning("a relay's frame can't be read: %s", bad)
            self.close(UNREADABLE)
            return
        if isinstance(frame, Interruption) and self._call is not None:
            self._jobs.put(self._call.break_in(frame.utterance))
        else:
            self._jobs.put(partial(self._do, frame))

    def close(self, code: int = 0) -> None:
        """Begin nothing more, and close the line with `code` where it is not closed yet."""
        self._is_open = False
        if code:
            self._line.close(code)
        self._jobs.put(lambda: None)

    def work(self) -> None:
        """Do what the frames ask for, in their order, until the session is over."""
        try:
            job = self._jobs.get()
            while self._is_open:
                job()
                job = self._jobs.get()
        except RefusedError as refused:
            _log.warning("a relay session is refused: %s", refused)
            self._line.close(REFUSED)
        except Exception:  # noqa: BLE001 - the bulkhead of a session: its call goes on without a relay
            _log.exception("a relay session broke")
            self._line.close(BROKE)

    def _do(self, frame: Frame) -> None:
        if self._call is None:
            if not isinstance(frame, Setup):
                raise RefusedError("its first frame does not say whose session it is")
            self._call = RelayedCall(self._relay.answering, *begun(self._relay, frame), self._say)
            return
        match frame:
            case Prompt(text=text):
                self._hear(self._call, Heard(speech=text))
            case Key(digit=digit):
                self._hear(self._call, Heard(digits=digit))
            case Trouble(description=what):
                _log.warning("the relay reports: %s", what)
            case Setup():
                raise RefusedError("it says once more whose session it is")
            case _:
                _log.debug("nothing to answer: %s", frame)

    def _hear(self, call: RelayedCall, heard: Heard) -> None:
        step = call.heard(heard)
        if step:
            self._line.send(end_frame(step))
            self._is_open = False

    def _say(self, words: str, is_last: bool) -> None:
        self._line.send(text_frame(words, is_last=is_last))
