"""Asking for the documents of a call: signed, with the carrier's faults, and from the fallback when one fails."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from linda.adapters.simulated_phone.call_exchange import Exchange
from linda.adapters.simulated_phone.call_legs import Leg
from linda.adapters.simulated_phone.delivery import attempt, deliver
from linda.adapters.simulated_phone.twiml_grammar import read_voice_twiml
from linda.adapters.simulated_phone.twiml_verbs import Verb

_MOST = 100
"""So many documents in a row without listening go round in a circle."""


class NoDocument(Exception):
    """Nothing came that can be carried out; the message begins with the number of Twilio's error."""


@dataclass(slots=True)
class Documents:
    """Brings the documents of one leg, of which `url` is the latest one's.

    After Twilio, "Availability and Reliability": where one fails, the number's fallback is asked with what went wrong,
    once before the leg listens again; the leg of somebody who was dialled has none.
    """

    exchange: Exchange
    leg: Leg
    url: str = field(init=False, default="")
    _in_a_row: int = field(init=False, default=0)
    _fell_back: bool = field(init=False, default=False)

    def listened(self) -> None:
        """Take notice that the leg has listened, and so is in no circle."""
        self._in_a_row, self._fell_back = 0, False

    def bring(self, url: str, method: str, said: Mapping[str, str]) -> tuple[Verb, ...]:
        """Return the verbs of the document at `url`, which may be relative to the one before.

        Raises:
            NoDocument: there is none, and the fallback has none either.
        """
        try:
            return self._ask(urljoin(self.url, url), method, said)
        except NoDocument as failed:
            if self.leg.parent or self._fell_back:
                raise
            self._fell_back = True
            error = {"ErrorCode": str(failed).partition(":")[0], "ErrorUrl": self.url}
            return self._ask(self._fallback, "POST", {**said, **error})

    def _ask(self, url: str, method: str, said: Mapping[str, str]) -> tuple[Verb, ...]:
        self.url, self._in_a_row = url, self._in_a_row + 1
        clock = self.exchange.clock
        began, what, outcome = clock.monotonic(), "asks", "ok"
        try:
            return self._read(url, method, said)
        except ValueError as bad:
            what, outcome = "fails", str(bad)
            raise NoDocument(outcome) from bad
        finally:
            ms = round((clock.monotonic() - began) * 1000, 1)
            self.exchange.note(self.leg, "carrier", what, outcome, url=url, ms=ms)

    def _read(self, url: str, method: str, said: Mapping[str, str]) -> tuple[Verb, ...]:
        exchange, line = self.exchange, self.exchange.line
        if not url.startswith(line.url("/")) or method != "POST":
            raise ValueError(f"11200: {method} {url} is out of this phone's reach")
        if self._in_a_row > _MOST:
            raise ValueError(f"11200: {_MOST} documents in a row without listening go round in a circle")
        webhook = line.signed(url, {**self.leg.fields(line), **said})
        if exchange.faults.deliver_twice:
            attempt(exchange.post, webhook)
        is_lost = exchange.faults.lose_response and url != self._fallback
        last = deliver(exchange.post, webhook, exchange.retries, lose_first_answer=is_lost)[-1]
        if last.outcome != "ok":
            raise ValueError(f"11200: the webhook failed ({last.outcome})")
        return read_voice_twiml(last.content_type, last.document)

    @property
    def _fallback(self) -> str:
        return self.exchange.line.url(self.exchange.line.voice.fallback)
