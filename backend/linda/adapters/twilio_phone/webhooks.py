"""Twilio's webhooks as one plain handler: verify, parse, call one function, format."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from linda.adapters.twilio_phone.calls.webhooks import CallWebhooks
from linda.adapters.twilio_phone.form import Form
from linda.adapters.twilio_phone.inbound import read_inbound
from linda.adapters.twilio_phone.signature import read_signed_form
from linda.adapters.twilio_phone.twiml import CONTENT_TYPE, render
from linda.conversation.inbound import Inbound
from linda.conversation.turn import Reply, TurnEngine
from linda.domain.clock import Clock
from linda.domain.errors import Conflict, InvalidInput, StoreUnavailable
from linda.domain.phone_number import display, is_e164
from linda.domain.shop import Shop
from linda.records import Records
from linda.records.inbox import confirm
from linda.refusals import Refusals

_log = logging.getLogger(__name__)

SMS = "/twilio/sms"
STATUS = "/twilio/status"
FALLBACK = "/twilio/fallback"
REFERENCE = "ref"
FAILED = frozenset({"failed", "undelivered"})


@dataclass(frozen=True, slots=True)
class TwilioWebhooks:
    """The routes Twilio calls. Anything not surely signed by Twilio is 403, before any row is read.

    `last_resort` answers where the first route failed: an engine that depends on no model. `calls` has the routes of
    calls. `has_fallback`: the route after a failure is a function of its own, which Twilio asks when this one fails.
    `refusals` counts the 403s.
    """

    engine: TurnEngine
    last_resort: TurnEngine
    records: Records
    clock: Clock
    public_url: str
    auth_token: str
    shop: Shop
    calls: CallWebhooks
    has_fallback: bool = False
    refusals: Refusals = field(default_factory=Refusals)

    def handle(self, event: Mapping[str, Any], context: object) -> dict[str, Any]:
        """Answer one API Gateway event (payload 2.0)."""
        self.refusals.look()
        url, token = self.public_url, self.auth_token
        form = read_signed_form(event, public_url=url, auth_token=token, refusals=self.refusals)
        if form is None:
            return {"statusCode": 403, "headers": {"content-type": "text/plain; charset=utf-8"}, "body": "Forbidden"}
        if self.calls.serves(event["rawPath"]):
            return self.calls.answer(form, event)
        route = {SMS: self._sms, STATUS: self._status, FALLBACK: self._fallback}.get(event["rawPath"])
        return route(form, event) if route else {"statusCode": 404}

    def _sms(self, form: Form, event: Mapping[str, Any]) -> dict[str, Any]:
        try:
            return self._answered(form, self.engine.answer)
        except StoreUnavailable:
            # It may have accepted the text all the same: an apology would then be followed by the answer.
            if self.has_fallback:
                return {
                    "statusCode": 503,
                    "headers": {"content-type": "text/plain; charset=utf-8"},
                    "body": "Service Unavailable",
                }
            return self._apology()

    def _fallback(self, form: Form, event: Mapping[str, Any]) -> dict[str, Any]:
        """Answer the text of a webhook that failed, which Twilio sends here with what went wrong beside it.

        After Twilio, "Availability and Reliability". An answer that was ready is given again; a worker who is still
        at it could reach nobody any more, so the conversation is taken from him.
        """
        _log.error("Twilio came by the fallback: error %s at %r", form.getall("ErrorCode"), form.getall("ErrorUrl"))
        try:
            return self._answered(form, lambda inbound: self.last_resort.answer(inbound, seize=True))
        except StoreUnavailable:
            return self._apology()

    def _apology(self) -> dict[str, Any]:
        return _twiml((f"Sorry, our system is down. Please call {display(self.shop.phone)}.",))

    def _answered(self, form: Form, answer: Callable[[Inbound], Reply]) -> dict[str, Any]:
        try:
            inbound = read_inbound(form)
        except InvalidInput as bad:
            _log.info("nothing to answer: %s", bad)
            return _twiml(())
        if not is_e164(inbound.customer) or inbound.customer in {inbound.sent_to, self.shop.phone}:
            _log.info("no answer to short codes and to our own number")
            return _twiml(())
        callback = f"{self.public_url}{STATUS}?{REFERENCE}={inbound.sid}"
        return _twiml(self._texts(inbound, answer), callback)

    def _texts(self, inbound: Inbound, answer: Callable[[Inbound], Reply]) -> tuple[str, ...]:
        try:
            return answer(inbound).texts
        except StoreUnavailable:
            _log.exception("message %s could not be accepted", inbound.sid)
            raise
        except Exception:  # noqa: BLE001 - an accepted message stays on the sweeper's list
            _log.exception("the turn of message %s failed", inbound.sid)
            return ()

    def _status(self, form: Form, event: Mapping[str, Any]) -> dict[str, Any]:
        """Take a delivery report: it proves that the answer to a webhook arrived at Twilio."""
        sid = (parse_qs(event.get("rawQueryString", "")).get(REFERENCE) or [""])[0]
        failures = FAILED.intersection(form.getall("MessageStatus"))
        if failures:
            _log.warning("the reply to %s was not delivered: %s, error %s", sid, failures, form.getall("ErrorCode"))
        try:
            self.records.store.transact(confirm(sid))
        except Conflict:
            _log.info("a delivery report for %r, which waits for none", sid)
        except StoreUnavailable:
            _log.exception("a delivery report for %r is lost: the sweeper asks the carrier instead", sid)
        return {"statusCode": 204}


def _twiml(texts: tuple[str, ...], callback: str = "") -> dict[str, Any]:
    return {
        "statusCode": 200,
        "headers": {"content-type": CONTENT_TYPE},
        "body": render(texts, status_callback=callback),
    }
