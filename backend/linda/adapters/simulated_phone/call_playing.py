"""Carrying out documents on one leg of a call, until it listens, talks to somebody, or is over."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urljoin

from linda.adapters.simulated_phone.call_documents import Documents, NoDocument
from linda.adapters.simulated_phone.call_exchange import Exchange
from linda.adapters.simulated_phone.call_legs import Leg
from linda.adapters.simulated_phone.twiml_verbs import Connect, Dial, Gather, Pause, Redirect, Say, Verb

State = Literal["playing", "listening", "talking", "at the end", "hung up"]

SORRY = "Sorry, something went wrong with this call. Goodbye."
"""What the carrier says when neither a document nor the fallback's can be had."""

_NO_RELAY = {
    "SessionStatus": "failed",
    "SessionDuration": "0",
    "ErrorCode": "64102",
    "ErrorMessage": "Unable to connect to the WebSocket URL",
}


@dataclass(slots=True)
class Playing:
    """The document of one leg, and how far it is; `dial` is what a Dial does, None where nobody can be dialled."""

    exchange: Exchange
    leg: Leg
    dial: Callable[[Dial], None] | None = None
    state: State = field(init=False, default="playing")
    gather: Gather = field(init=False, default_factory=Gather)
    problem: str = field(init=False, default="")
    _documents: Documents = field(init=False)
    _verbs: deque[Verb] = field(init=False, default_factory=deque)

    def __post_init__(self) -> None:
        self._documents = Documents(self.exchange, self.leg)

    @property
    def url(self) -> str:
        """Return the address of the document, to which those in it may be relative."""
        return self._documents.url

    def load(self, url: str, method: str = "POST", said: Mapping[str, str] | None = None) -> None:
        """Put the document at `url` in the place of this one, to be carried out by `go_on`."""
        try:
            self._verbs = deque(self._documents.bring(url, method, said or {}))
        except NoDocument as failed:
            self._fail(str(failed))

    def hear(self, said: Mapping[str, str]) -> None:
        """Take what was heard while it listened, to go on from there; nothing is silence."""
        gather, self.state = self.gather, "playing"
        self._documents.listened()
        if said or gather.action_on_empty_result:
            self.load(gather.action or self.url, gather.method, said)

    def tell(self, url: str, said: Mapping[str, str]) -> None:
        """Tell the shop at `url`, which may be relative to the document, what nobody waits for an answer to."""
        self.exchange.report(self.leg, urljoin(self.url, url), said)

    def hang_up(self) -> None:
        """Be over."""
        self.state = "hung up"
        self._verbs.clear()

    def go_on(self) -> None:
        """Carry out what is left."""
        while self.state == "playing" and self._verbs:
            self._do(self._verbs.popleft())
        if self.state == "playing":
            self.state = "at the end"

    def _do(self, verb: Verb) -> None:
        match verb:
            case Say(text=text):
                self._speak("shop", text)
            case Pause(length=seconds):
                self._note("Pause", f"{seconds} s")
                self.exchange.clock.sleep(seconds)
                self.leg.is_answered = True
            case Gather():
                self._listen(verb)
            case Redirect(url=url, method=method):
                self._note("Redirect", url)
                self.load(url, method)
            case Dial():
                self._dial(verb)
            case Connect():
                self._connect(verb)
            case _:
                self._note("Hangup")
                self.leg.is_answered = True
                self.hang_up()

    def _listen(self, gather: Gather) -> None:
        for prompt in gather.prompts:
            self._do(prompt)
        self._note("Gather", " ".join(sorted(gather.input)))
        self.leg.is_answered, self.state, self.gather = True, "listening", gather

    def _dial(self, dial: Dial) -> None:
        self._note("Dial", ", ".join(each.number for each in dial.numbers))
        if self.dial is None:
            self._fail("13201: somebody who was dialled can't be made to dial")
        else:
            self.dial(dial)

    def _connect(self, connect: Connect) -> None:
        """Miss the relay: this phone opens no WebSocket, and Twilio asks the action then."""
        self._note("Connect", connect.relay.url)
        self.leg.is_answered = True
        if connect.action:
            self.load(connect.action, connect.method, _NO_RELAY)

    def _fail(self, problem: str) -> None:
        self.problem = problem
        self._speak("carrier", SORRY)
        self.hang_up()

    def _speak(self, who: Literal["shop", "carrier"], text: str) -> None:
        self.leg.is_answered = True
        self.leg.heard.append(text)
        self.exchange.note(self.leg, who, "Say", text, url=self.url)

    def _note(self, verb: str, text: str = "") -> None:
        self.exchange.note(self.leg, "shop", verb, text, url=self.url)
