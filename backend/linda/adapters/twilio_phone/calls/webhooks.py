"""Twilio's webhooks of a call: read, one step of the call, and its TwiML."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linda.adapters.twilio_phone.calls.documents import (
    CALL,
    DIALED,
    ENDED,
    FELL_BACK,
    RELAYED,
    SCREEN,
    SCREENED,
    TURN,
    WAIT,
    CallDocuments,
)
from linda.adapters.twilio_phone.calls.form import (
    counts,
    failed_address,
    query_of,
    read_call,
    read_heard,
    read_seconds,
    was_connected,
)
from linda.adapters.twilio_phone.form import Form
from linda.adapters.twilio_phone.relay.frames import handed_step
from linda.adapters.twilio_phone.relay.ticket import ticket
from linda.adapters.twilio_phone.twiml import CONTENT_TYPE, document
from linda.conversation.calls import PhoneCalls, Step, Then
from linda.domain.errors import InvalidInput, StoreUnavailable

_log = logging.getLogger(__name__)

Answer = dict[str, Any]
TAKE_IT = "1"
SORRY = "Sorry, our phone system is down. Please text this number or call again in a few minutes."


@dataclass(frozen=True, slots=True)
class CallWebhooks:
    """The routes of calls, for forms that Twilio has signed.

    `last_resort` goes on where a webhook failed, without a model. `has_fallback`: that route is a function of its own,
    which Twilio asks when this one fails. `relay_url` is where calls are handed to a relay, "" where none is; the
    tickets for it are signed with `relay_token`.
    """

    calls: PhoneCalls
    last_resort: PhoneCalls
    public_url: str
    owner_phone: str
    has_fallback: bool = False
    relay_url: str = ""
    relay_token: str = ""

    def serves(self, path: str) -> bool:
        """Tell whether a path is one of calls."""
        return path == CALL or path.startswith(f"{CALL}/")

    def answer(self, form: Form, event: Mapping[str, Any]) -> Answer:
        """Answer one signed webhook."""
        path: str = event["rawPath"]
        try:
            if path == FELL_BACK:
                return self._fell_back(form)
            return self._routed(self.calls, path, query_of(event), form)
        except InvalidInput as bad:
            _log.warning("a webhook about a call that can't be read: %s", bad)
            return _twiml(document("<Hangup/>"))
        except StoreUnavailable:
            _log.exception("a step of call %r could not be answered", form.getall("CallSid"))
        except Exception:  # noqa: BLE001 - a caller hears a sentence, whatever broke
            _log.exception("a step of call %r broke", form.getall("CallSid"))
        if self.has_fallback and path != FELL_BACK:
            return {
                "statusCode": 503,
                "headers": {"content-type": "text/plain; charset=utf-8"},
                "body": "Service Unavailable",
            }
        return _twiml(self._sorry())

    def _fell_back(self, form: Form) -> Answer:
        """Do the step of a webhook that failed, which Twilio sends here with what went wrong beside it.

        After Twilio, "Availability and Reliability". Where the step was decided already, its document is given again.
        """
        _log.error("Twilio came by the fallback: error %s at %r", form.getall("ErrorCode"), form.getall("ErrorUrl"))
        path, query = failed_address(form, self.public_url)
        return self._routed(self.last_resort, path if path != FELL_BACK and self.serves(path) else CALL, query, form)

    def _routed(self, calls: PhoneCalls, path: str, query: str, form: Form) -> Answer:
        if path == ENDED:
            return self._ended(calls, form)
        if path in {SCREEN, SCREENED}:
            return self._screened(calls, path, form)
        step = self._step(calls, path, query, form)
        return {"statusCode": 404} if step is None else _twiml(self._documents(form.one("CallSid")).of(step))

    def _step(self, calls: PhoneCalls, path: str, query: str, form: Form) -> Step | None:
        call, figures = read_call(form), counts(query)
        number = figures.get("step", 1)
        if path == CALL:
            return calls.begin(call)
        if path == TURN:
            return calls.heard(call, number, figures.get("empty", 0), read_heard(form))
        if path == WAIT:
            return calls.waited(call, number, figures.get("waits", 1))
        if path == RELAYED:
            return calls.relayed(call, number, handed_step(form.one("HandoffData")))
        return calls.rang(call, number, was_connected=was_connected(form)) if path == DIALED else None

    def _screened(self, calls: PhoneCalls, path: str, form: Form) -> Answer:
        """Ask the owner whether he takes a call, and connect him with the caller when he presses the key."""
        if path == SCREEN:
            return _twiml(self._documents().offering_a_call(calls.announcement(read_call(form).caller)))
        if form.one("Digits") != TAKE_IT:
            return _twiml(document("<Hangup/>"))
        calls.taken_by_owner(form.one("ParentCallSid"))
        return _twiml(document())

    def _ended(self, calls: PhoneCalls, form: Form) -> Answer:
        calls.end(form.one("CallSid"), form.one("CallStatus"), read_seconds(form))
        return {"statusCode": 204}

    def _documents(self, call_sid: str = "") -> CallDocuments:
        manner = self.calls.manner()
        pass_for = ticket(self.relay_token, call_sid) if self.relay_url and call_sid else ""
        return CallDocuments(self.public_url, manner.voice, manner.hints, self.owner_phone, self.relay_url, pass_for)

    def _sorry(self) -> str:
        """Return the document when nothing can be read or written, and so not even the settings."""
        return CallDocuments(self.public_url, "", (), "").of(Step(SORRY, Then.HANG_UP))


def _twiml(answer: str) -> Answer:
    return {"statusCode": 200, "headers": {"content-type": CONTENT_TYPE}, "body": answer}
