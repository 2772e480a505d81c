"""The carrier between everybody's phone and the shop's number, with Twilio's keywords and limits."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from linda.adapters.simulated_phone.call_exchange import Exchange, Faults
from linda.adapters.simulated_phone.calls import Call
from linda.adapters.simulated_phone.delivery import Retries, attempt, deliver
from linda.adapters.simulated_phone.owners_phone import OwnerDoes
from linda.adapters.simulated_phone.threads import BLOCKED, DELIVERED, REJECTED, Author, Status, Text, Threads
from linda.adapters.simulated_phone.webhook import Answered, Line, Post, Webhook, read_twiml
from linda.domain.clock import Clock
from linda.domain.errors import TextNotSent
from linda.domain.opt_out import HELP_KEYWORDS, START_KEYWORDS, STOP_KEYWORDS
from linda.domain.sms_text import measure

_LONGEST = 1600  # Twilio, error 21617
_KEPT_CALLS = 20

_STOPPED = "You will get no more texts from this number. Text START to get them again."
_STARTED = "You get texts from this number again. Text HELP for help, STOP to get no more."
_HELPED = "Text STOP to get no more texts from this number."


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a text to the shop: the outcome of each attempt, the texts back, Twilio's error if any."""

    sid: str
    attempts: tuple[str, ...]
    replies: tuple[str, ...] = ()
    problem: str = ""


@dataclass(slots=True)
class SimulatedPhone:
    """Everybody's phone but the shop's, and the carrier; a `PhoneSender`.

    `owner_does` is what the owner does when his phone rings; `calls` are the latest ones, by CallSid.
    """

    line: Line
    post: Post
    clock: Clock
    threads: Threads = field(default_factory=Threads)
    faults: Faults = field(default_factory=Faults)
    retries: Retries = field(default_factory=Retries)
    new_id: Callable[[], str] = lambda: secrets.token_hex(16)
    blocked: set[str] = field(default_factory=set)
    owner_does: OwnerDoes = "rings_out"
    calls: dict[str, Call] = field(default_factory=dict)

    def text(
        self, sender: str, body: str, *, media: Sequence[tuple[str, str]] = (), sid: str | None = None
    ) -> Delivery:
        """Send `body` from `sender` to the shop and return what came back.

        A `sid` that was used before makes it a repetition, which the phones do not show again.
        """
        known = {text.sid for text in self.threads.all()} if sid else set()
        sid = sid or ("MM" if media else "SM") + self.new_id()
        if sid not in known:
            self._show(sender, "person", body, sid=sid)
            self._keyword(sender, body.strip().upper())
        return self._deliver(sid, sender, self.line.webhook(sid, sender, body, media))

    def call(self, caller: str | None) -> Call:
        """Call the shop from `caller`, None from a withheld number, and return the call as far as it got by itself."""
        exchange = Exchange(self.line, self.post, self.clock, self.faults, self.retries, self.new_id)
        call = Call(exchange, caller, lambda: self.owner_does)
        self.calls[call.sid] = call
        for oldest in list(self.calls)[:-_KEPT_CALLS]:
            del self.calls[oldest]
        return call

    def send(self, to: str, body: str, idempotency_hint: str) -> str:
        """Deliver a text that the shop starts, as Twilio's REST API would; raises `TextNotSent`."""
        if to in self.blocked:
            raise TextNotSent(f"21610: {to} has opted out", permanent=True)
        if not body.strip() or len(body) > _LONGEST:
            raise TextNotSent("21617: the text is empty or too long", permanent=True)
        if self.faults.refuse_sends:
            raise TextNotSent(f"20429: no room for {idempotency_hint} now", permanent=False)
        sid = self._show(to, "shop", body)
        if self.faults.lose_send_response:
            raise TextNotSent("the answer was lost", permanent=False, maybe_sent=True)
        return sid

    def find_sent(self, to: str, body: str, since: datetime) -> str | None:
        """Return the id of the shop's own text with this `body` on the phone `to` at or after `since`."""
        for text in self.threads.of(to):
            if text.author == "shop" and text.body == body and text.at >= since:
                return text.sid
        return None

    def _deliver(self, sid: str, sender: str, webhook: Webhook) -> Delivery:
        if self.faults.deliver_twice:
            attempt(self.post, webhook)
        attempts = deliver(self.post, webhook, self.retries, lose_first_answer=self.faults.lose_response)
        outcomes, last = tuple(each.outcome for each in attempts), attempts[-1]
        if last.outcome != "ok":
            return Delivery(sid, outcomes, problem=f"11200: the webhook failed ({last.outcome})")
        try:
            answers = read_twiml(last.content_type, last.document)
        except ValueError as error:
            return Delivery(sid, outcomes, problem=str(error))
        return Delivery(sid, outcomes, tuple(each.body for each in answers if self._reply(sender, each)))

    def _reply(self, person: str, answer: Answered) -> bool:
        body = answer.body
        status = DELIVERED
        if person in self.blocked:
            status = BLOCKED
        elif not body.strip() or len(body) > _LONGEST:
            status = REJECTED
        sid = self._show(person, "shop", body, status=status)
        if answer.status_callback:
            reported = "delivered" if status == DELIVERED else "undelivered"
            attempt(self.post, self.line.report(answer.status_callback, sid, person, reported))
        return status == DELIVERED

    def _keyword(self, person: str, word: str) -> None:
        """Do what Twilio does with a bare keyword, before it passes the text on."""
        if word in STOP_KEYWORDS and person not in self.blocked:
            self._show(person, "carrier", _STOPPED)
            self.blocked.add(person)
        elif word in START_KEYWORDS and person in self.blocked:
            self.blocked.discard(person)
            self._show(person, "carrier", _STARTED)
        elif word in HELP_KEYWORDS and person not in self.blocked:
            self._show(person, "carrier", _HELPED)

    def _show(self, person: str, author: Author, body: str, *, sid: str = "", status: Status = DELIVERED) -> str:
        sid = sid or "SM" + self.new_id()
        self.threads.add(Text(sid, person, author, body, self.clock.now(), measure(body).segments, status))
        return sid
