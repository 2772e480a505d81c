"""Calls: what Twilio says of them, what it is told to do, and the webhooks between."""
