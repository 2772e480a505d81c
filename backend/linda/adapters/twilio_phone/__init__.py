"""Twilio: who really wrote a text or calls, what he wrote or says, how we answer, and how we write first."""
