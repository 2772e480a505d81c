"""Twilio: who really wrote a text, what he wrote, how we answer, and how we write first."""
