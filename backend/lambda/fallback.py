"""What Twilio calls when the dispatcher failed: the same webhooks, answered by the rules."""

from typing import Any

from utils import function

_function = function("fallback")


def handler(event: Any, context: object) -> Any:
    """Answer one event of the HTTP API (payload 2.0), or tell how this function is."""
    return _function.answer(event, context)
