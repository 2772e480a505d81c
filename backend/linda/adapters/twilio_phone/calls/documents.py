"""What is said and done on a call, as a TwiML document.

After Twilio's pages on <Say>, <Gather>, <Dial>, <Number>, <Redirect>, <Hangup>, <Connect> and <ConversationRelay>. The
addresses are whole ones: the owner's leg has no document that a relative one could refer to.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from linda.adapters.twilio_phone.relay.ticket import STEP, TICKET
from linda.adapters.twilio_phone.twiml import document, element
from linda.conversation.calls import Step, Then
from linda.domain.speech import spoken

CALL = "/twilio/voice"
TURN, WAIT, DIALED = f"{CALL}/turn", f"{CALL}/wait", f"{CALL}/dialed"
SCREEN, SCREENED = f"{CALL}/screen", f"{CALL}/screened"
ENDED, FELL_BACK = f"{CALL}/status", f"{CALL}/fallback"
RELAY, RELAYED = f"{CALL}/relay", f"{CALL}/relayed"

POST = {"method": "POST"}
LANGUAGE = "en-US"
LISTEN_S = 5
"""How long a caller may be silent before that counts as nothing said."""
RING_S = 20
"""How long the owner's phone rings: four times, before most voicemails pick up."""
_PROVIDERS = {"Polly": "Amazon", "Google": "Google", "ElevenLabs": "ElevenLabs"}
"""The makers of voices, by what <Say> writes before their names; <ConversationRelay> names them apart."""


@dataclass(frozen=True, slots=True)
class CallDocuments:
    """Writes the documents of calls to one shop.

    `public_url` stands before every path; `voice` is a name of Twilio's <Say>; `hints` are words that the recogniser
    is to expect; `owner_phone` is who is rung. With a `ticket` the call may be handed to the relay at `relay_url` where
    it begins.
    """

    public_url: str
    voice: str
    hints: Sequence[str]
    owner_phone: str
    relay_url: str = ""
    ticket: str = ""

    def of(self, step: Step) -> str:
        """Return the document of `step`."""
        said = self._say(step.says)
        match step.then:
            case Then.LISTEN if self.ticket and step.number == 1:
                return document(self._connect(step))
            case Then.LISTEN:
                return document(self._gather(said, step))
            case Then.WAIT:
                return document(said, element("Redirect", self._url(WAIT, step=step.number, waits=step.waits), POST))
            case Then.RING_OWNER:
                return document(said, self._dial(step))
            case _:
                return document(said, element("Hangup"))

    def offering_a_call(self, says: str) -> str:
        """Return what the owner hears before he is connected: one key takes the call."""
        how = {"input": "dtmf", "action": self._url(SCREENED), **POST, "numDigits": "1", "timeout": str(LISTEN_S)}
        return document(element("Gather", self._say(says), how, is_markup=True), element("Hangup"))

    def _gather(self, said: str, step: Step) -> str:
        how = {
            "input": "dtmf speech",
            "action": self._url(TURN, step=step.number, empty=step.silences),
            **POST,
            "numDigits": "1",
            "timeout": str(LISTEN_S),
            "speechTimeout": "auto",
            "actionOnEmptyResult": "true",
            "hints": ", ".join(self.hints),
            "profanityFilter": "false",
            "language": LANGUAGE,
        }
        return element("Gather", said, how, is_markup=True)

    def _connect(self, step: Step) -> str:
        provider, _, name = self.voice.partition(".")
        how = {
            "url": self.relay_url,
            "welcomeGreeting": spoken(step.says),
            **({"ttsProvider": _PROVIDERS[provider], "voice": name} if provider in _PROVIDERS else {}),
            "language": LANGUAGE,
            "hints": ", ".join(self.hints),
            "dtmfDetection": "true",
            "interruptible": "any",
            "welcomeGreetingInterruptible": "any",
        }
        told = {TICKET: self.ticket, STEP: str(step.number)}
        parameters = "".join(element("Parameter", "", {"name": name, "value": told[name]}) for name in told)
        relay = element("ConversationRelay", parameters, how, is_markup=True)
        return element("Connect", relay, {"action": self._url(RELAYED, step=step.number), **POST}, is_markup=True)

    def _dial(self, step: Step) -> str:
        number = element("Number", self.owner_phone, {"url": self._url(SCREEN), **POST})
        how = {"action": self._url(DIALED, step=step.number), **POST, "timeout": str(RING_S), "answerOnBridge": "true"}
        return element("Dial", number, how, is_markup=True)

    def _say(self, written: str) -> str:
        said = spoken(written)
        voice = {"voice": self.voice} if self.voice else {}
        return element("Say", said, {**voice, "language": LANGUAGE}) if said else ""

    def _url(self, path: str, **query: int) -> str:
        asked = "&".join(f"{name}={value}" for name, value in query.items())
        return f"{self.public_url.rstrip('/')}{path}" + (f"?{asked}" if asked else "")
