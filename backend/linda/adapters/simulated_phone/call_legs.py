"""Who is at an end of a call, and the fields that Twilio's webhooks about it have.

After Twilio's page "TwiML for Programmable Voice", request parameters; what Twilio knows about places is blank here,
as it often is there.
"""

from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime

from linda.adapters.simulated_phone.webhook import Line

WITHHELD = "+266696687"
"""What Twilio says of a caller who hides his number: "anonymous", spelled on the keys."""


@dataclass(slots=True)
class Leg:
    """One end of a call: `caller` calls `called`; an end that was dialled has the caller's as `parent`.

    `is_answered` tells whether anybody picked up, Twilio for the shop or the person dialled; `heard` is what was
    spoken to this end.
    """

    sid: str
    caller: str
    called: str
    parent: str = ""
    is_answered: bool = False
    heard: list[str] = field(default_factory=list)

    def fields(self, line: Line) -> dict[str, str]:
        """Return what every webhook says about a call that goes on."""
        ends = {"From": self.caller, "Caller": self.caller, "To": self.called, "Called": self.called}
        places = {f"{end}{part}": "" for end in ends for part in ("City", "State", "Zip")}
        countries = {f"{end}Country": "" if number == WITHHELD else "US" for end, number in ends.items()}
        told = {
            "CallSid": self.sid,
            "AccountSid": line.account_sid,
            "CallStatus": "in-progress" if self.is_answered else "ringing",
            "ApiVersion": "2010-04-01",
            "Direction": "outbound-dial" if self.parent else "inbound",
        }
        return places | countries | ends | told | ({"ParentCallSid": self.parent} if self.parent else {})

    def ended(self, *, began: datetime, now: datetime) -> dict[str, str]:
        """Return what the status callback says beside that when the call is over."""
        seconds = round((now - began).total_seconds())
        return {
            "CallStatus": "completed" if self.is_answered else "no-answer",
            "CallDuration": str(seconds),
            "Duration": str(-(-seconds // 60)),  # in minutes, as it is billed
            "Timestamp": format_datetime(now),
            "CallbackSource": "call-progress-events",
            "SequenceNumber": "0",
        }
