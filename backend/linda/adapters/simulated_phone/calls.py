"""A call to the shop, as a person with a phone has it."""

from collections.abc import Callable, Mapping
from threading import Lock

from linda.adapters.simulated_phone.call_exchange import Exchange, Step
from linda.adapters.simulated_phone.call_legs import WITHHELD, Leg
from linda.adapters.simulated_phone.call_playing import Playing
from linda.adapters.simulated_phone.owners_phone import OwnerDoes, Rung, ring
from linda.adapters.simulated_phone.twiml_verbs import Dial, Gather

_CONFIDENCE = "0.94"
_KEYS = frozenset("0123456789*#")


class Call:
    """One call to the shop. It rings when it is made; what a person does returns what he hears then."""

    def __init__(self, exchange: Exchange, caller: str | None, owner_does: Callable[[], OwnerDoes]) -> None:
        """Call the shop from the number `caller`, None from one that is withheld.

        `owner_does` is asked what the owner does whenever his phone rings.
        """
        self.caller = caller
        self.began = exchange.clock.now()
        self._exchange, self._owner_does = exchange, owner_does
        line = exchange.line
        self._leg = Leg("CA" + exchange.new_id(), caller or WITHHELD, line.number)
        self._playing = Playing(exchange, self._leg, self._dial)
        self._talk: Rung | None = None
        self._lock = Lock()
        exchange.note(self._leg, "caller", "calls", line.number)
        self._turn(lambda: self._playing.load(line.url(line.voice.answers)))

    @property
    def sid(self) -> str:
        """Return the CallSid."""
        return self._leg.sid

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return what happened so far, in order."""
        return tuple(self._exchange.steps)

    @property
    def heard(self) -> tuple[str, ...]:
        """Return everything the caller has heard so far."""
        return tuple(self._leg.heard)

    @property
    def listening(self) -> Gather | None:
        """Return what the shop listens with, None while she does not."""
        return self._playing.gather if self._playing.state == "listening" else None

    @property
    def is_with_owner(self) -> bool:
        """Tell whether the caller talks to the owner."""
        return self._talk is not None

    @property
    def is_over(self) -> bool:
        """Tell whether somebody has hung up."""
        return self._playing.state == "hung up"

    @property
    def problem(self) -> str:
        """Return Twilio's error that ended the call, "" for none."""
        return self._playing.problem

    def say(self, text: str) -> tuple[str, ...]:
        """Say `text`; where the shop does not listen to speech, that is silence to her."""
        said = {"SpeechResult": text, "Confidence": _CONFIDENCE} if text.strip() else {}
        return self._do("says", text, "speech", said)

    def press(self, keys: str) -> tuple[str, ...]:
        """Press `keys`; where the shop does not listen to keys, that is silence to her."""
        if not keys or not set(keys) <= _KEYS:
            raise ValueError("keys are 0 to 9, * and #")
        return self._do("presses", keys, "dtmf", {"Digits": keys})

    def stay_silent(self) -> tuple[str, ...]:
        """Say nothing for as long as the shop waits."""
        return self._do("is silent", "", "speech", {})

    def hang_up(self) -> None:
        """End the call."""
        with self._lock:
            self._must_be_on()
            self._turn(self._leave)

    def owner_hangs_up(self) -> tuple[str, ...]:
        """Have the owner end his talk with the caller, who stays on the line."""
        with self._lock:
            if self._talk is None:
                raise ValueError("the caller does not talk to the owner")
            talk, self._talk = self._talk, None
            self._exchange.note(talk.leg, "owner", "hangs up")
            self._playing.state = "playing"
            return self._turn(lambda: self._dialed(talk))

    def _do(self, what: str, text: str, kind: str, said: Mapping[str, str]) -> tuple[str, ...]:
        with self._lock:
            self._must_be_on()
            self._exchange.note(self._leg, "caller", what, text)
            gather = self.listening
            if gather is None:  # the owner hears it
                return ()
            return self._turn(lambda: self._playing.hear(_within(gather, said) if kind in gather.input else {}))

    def _must_be_on(self) -> None:
        if self.is_over:
            raise ValueError("the call is over")

    def _turn(self, step: Callable[[], None]) -> tuple[str, ...]:
        """Do `step` and what follows from it; when the call ends with that, the shop is told."""
        exchange, leg, playing = self._exchange, self._leg, self._playing
        before = len(leg.heard)
        step()
        playing.go_on()
        if playing.state == "at the end":
            leg.is_answered = True
            playing.hang_up()
        if self.is_over:
            told = leg.ended(began=self.began, now=exchange.clock.now())
            playing.tell(exchange.line.url(exchange.line.voice.status), told)
        return tuple(leg.heard[before:])

    def _leave(self) -> None:
        self._exchange.note(self._leg, "caller", "hangs up")
        if self._talk is not None and self._talk.dial.action:  # Twilio still tells how it went, and waits for nothing
            told = self._talk.fields(self._exchange.clock.now()) | {"CallStatus": "completed"}
            self._playing.tell(self._talk.dial.action, told)
        self._talk = None
        self._playing.hang_up()

    def _dial(self, dial: Dial) -> None:
        self._leg.is_answered = self._leg.is_answered or not dial.answer_on_bridge
        rung = ring(self._exchange, dial, self._playing, self._owner_does())
        if rung.is_bridged:
            self._leg.is_answered, self._playing.state, self._talk = True, "talking", rung
        else:
            self._dialed(rung)

    def _dialed(self, rung: Rung) -> None:
        dial = rung.dial
        if dial.action:
            self._playing.load(dial.action, dial.method, rung.fields(self._exchange.clock.now()))


def _within(gather: Gather, said: Mapping[str, str]) -> Mapping[str, str]:
    """Return what was heard, its keys only up to the one that ends them and to as many as are waited for."""
    if "Digits" not in said:
        return said
    keys = said["Digits"]
    ends = [keys.index(key) for key in gather.finish_on_key if key in keys]
    digits = keys[: min([*ends, gather.num_digits or len(keys)])]
    return {"Digits": digits} if digits else {}
