"""Twilio's part, played on this machine: phones that text and call, signed webhooks, a carrier that can fail."""

from linda.adapters.simulated_phone.call_exchange import Faults, Step
from linda.adapters.simulated_phone.calls import Call
from linda.adapters.simulated_phone.carrier import Delivery, SimulatedPhone
from linda.adapters.simulated_phone.delivery import Retries
from linda.adapters.simulated_phone.http_post import post_over_http
from linda.adapters.simulated_phone.owners_phone import OwnerDoes
from linda.adapters.simulated_phone.threads import Text, Threads
from linda.adapters.simulated_phone.webhook import Line, VoicePaths

__all__ = [
    "Call",
    "Delivery",
    "Faults",
    "Line",
    "OwnerDoes",
    "Retries",
    "SimulatedPhone",
    "Step",
    "Text",
    "Threads",
    "VoicePaths",
    "post_over_http",
]
