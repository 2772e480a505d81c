"""Twilio's webhooks as a function: verify, parse, answer, format."""

from typing import Any

from utils import linda


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer one API Gateway HTTP API event (payload 2.0)."""
    return linda().webhooks.handle(event, context)
