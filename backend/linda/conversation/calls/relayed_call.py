"""A call over a relay: what is heard is answered sentence by sentence, each as soon as it may be said.

The steps are those of every call, and so are their numbers: where the relay is lost the call goes on without it.
"""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import partial

from linda.conversation.calls.breaking_in import keep_what_was_heard
from linda.conversation.calls.call import IncomingCall
from linda.conversation.calls.hearing import Heard, is_farewell
from linda.conversation.calls.phone_calls import PhoneCalls
from linda.conversation.calls.speech import Speech, Tell
from linda.conversation.calls.step import Then
from linda.conversation.calls.thinking import PATIENCE_S
from linda.conversation.inbound import Inbound
from linda.conversation.sentence_gate import SentenceGate
from linda.conversation.turn import Reply, TurnEngine
from linda.records.calls import turn_sid


@dataclass(frozen=True, slots=True)
class AnsweringAloud:
    """What every relayed call works with. `workers` think, one for each; a caller waits `patience_s` in silence."""

    calls: PhoneCalls
    engine: TurnEngine
    workers: Executor
    patience_s: float = PATIENCE_S


class RelayedCall:
    """One call, from step `number` on; `tell` has words said."""

    def __init__(self, answering: AnsweringAloud, call: IncomingCall, number: int, tell: Tell) -> None:
        """Begin where the caller was greeted."""
        self._answering = answering
        self._calls = replace(answering.calls, thinking=self)
        self._call = call
        self._number = number
        self._tell = tell
        self._thought: Future[Reply] = Future()
        self._speech = self._before = Speech("", tell)

    @property
    def number(self) -> int:
        """Return the step that comes next."""
        return self._number

    @property
    def speech(self) -> Speech:
        """Return what is said of the latest reply."""
        return self._speech

    def heard(self, heard: Heard) -> str:
        """Answer what was heard; return the name of the step with which the call leaves the relay, "" while it stays.

        What is said at such a step is said after the relay, which would cut it off.
        """
        if heard.is_nothing:
            return ""
        self._before, self._speech = self._speech, Speech(turn_sid(self._call.call_sid, self._number), self._tell)
        name, step = str(self._number), self._calls.heard(self._call, self._number, 0, heard)
        if step.then is Then.WAIT:
            self._speech.moment(step.says)
            name, step = f"{name}w{step.waits}", self._calls.waited(self._call, self._number, step.waits)
        if step.then is not Then.LISTEN:
            return name
        self._speech.rest(step.says)
        self._number = step.number
        return ""

    def break_in(self, utterance: str) -> Callable[[], None]:
        """Stop speaking at once; return what is to be done in its turn, so that only what was heard is remembered."""
        for speech in (self._speech, self._before):
            if speech.break_off():
                return partial(self._forget, speech, utterance)
        return lambda: None

    def _forget(self, speech: Speech, utterance: str) -> None:
        keep_what_was_heard(self._calls.records, self._calls.clock, speech.sid, speech.heard(utterance))

    def answer(self, inbound: Inbound, waits: int) -> Reply | None:
        """Return the answer to what was said, or None when there is nothing to say after a moment; then wait for it."""
        if not waits:
            gate = None if is_farewell(inbound.text) else SentenceGate(self._speech.sentence)
            begun = self._speech.begun
            self._thought = self._answering.workers.submit(self._answering.engine.answer, inbound, gate=gate)
            self._thought.add_done_callback(lambda _: begun.set())
            if not begun.wait(self._answering.patience_s):
                return None
        return self._thought.result()
