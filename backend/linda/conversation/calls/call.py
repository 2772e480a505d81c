"""A call as it comes in."""

from dataclasses import dataclass

from linda.domain.phone_number import is_e164
from linda.domain.visitor import hidden_caller
from linda.records.calls import CallRecord


@dataclass(frozen=True, slots=True)
class IncomingCall:
    """A verified call: the carrier's id, who calls ("" when he withholds it) and the number (E.164) he called."""

    call_sid: str
    caller: str
    sent_to: str

    @classmethod
    def of(cls, kept: CallRecord) -> "IncomingCall":
        """Return the call of which `kept` is the row."""
        return cls(kept.call_sid, kept.customer if is_e164(kept.customer) else "", kept.sent_to)

    @property
    def customer(self) -> str:
        """Return who the caller is to LINDA: his number, or an id that is good for this call alone."""
        return self.caller if is_e164(self.caller) else hidden_caller(self.call_sid)

    def is_from(self, number: str) -> bool:
        """Tell whether `number` (E.164) calls."""
        return self.caller == number

    @property
    def is_from_itself(self) -> bool:
        """Tell whether the shop's own number calls itself, as a loop of forwarding does."""
        return self.caller == self.sent_to
