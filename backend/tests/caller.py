"""Twilio's webhooks of a call, one by one and signed: also repeated, late, or in the wrong order."""

from dataclasses import dataclass, field

from linda.adapters.simulated_phone.twiml_grammar import read_voice_twiml
from linda.adapters.simulated_phone.twiml_verbs import Gather, Say, Verb
from linda.bootstrap import Linda
from tests.shop_desk import CUSTOMER, phone_of


@dataclass
class Caller:
    """One call, as Twilio reports it; `caller` is what Twilio says of the number."""

    linda: Linda
    caller: str = CUSTOMER
    call_sid: str = "CA" + "7" * 32
    last: bytes = field(init=False, default=b"")

    def asks(self, path: str, **said: str) -> tuple[Verb, ...]:
        """Post to /twilio/voice`path`, keep the bytes of the answer in `last`, and return its verbs."""
        phone = phone_of(self.linda)
        told = {"CallSid": self.call_sid, "From": self.caller, "To": phone.line.number, "CallStatus": "in-progress"}
        webhook = phone.line.signed(phone.line.url(f"/twilio/voice{path}"), told | said)
        status, content_type, self.last = phone.post(webhook.path, webhook.headers, webhook.body)
        assert status == 200, status
        return read_voice_twiml(content_type, self.last)

    def tells(self, status: str = "completed", **said: str) -> int:
        """Report the end of the call, and return the HTTP status of the answer."""
        phone = phone_of(self.linda)
        told = {"CallSid": self.call_sid, "From": self.caller, "To": phone.line.number, "CallStatus": status}
        webhook = phone.line.signed(phone.line.url("/twilio/voice/status"), told | said)
        return phone.post(webhook.path, webhook.headers, webhook.body)[0]


def words(verbs: tuple[Verb, ...]) -> str:
    """Return everything that a document says."""
    prompts = [each for verb in verbs for each in (verb.prompts if isinstance(verb, Gather) else (verb,))]
    return " ".join(each.text for each in prompts if isinstance(each, Say))
