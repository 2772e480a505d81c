"""Twilio's part, played on this machine: two phones, signed webhooks, and a carrier that can fail."""

from linda.adapters.simulated_phone.carrier import Delivery, Faults, SimulatedPhone
from linda.adapters.simulated_phone.delivery import Retries
from linda.adapters.simulated_phone.http_post import post_over_http
from linda.adapters.simulated_phone.threads import Text, Threads
from linda.adapters.simulated_phone.webhook import Line

__all__ = ["Delivery", "Faults", "Line", "Retries", "SimulatedPhone", "Text", "Threads", "post_over_http"]
